"""Odds tables from labelled pages: how often the blocks with a word are body, domain by domain."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from benchmarks.page_labels import IGNORED
from benchmarks.page_samples import Sample
from wireroom.engine.pages.class_words import words_of_naming
from wireroom.engine.pages.odds import (
    AROUND,
    NEAR,
    OWN,
    TEXT,
    Odds,
    line_words,
    log_odds,
)

# Domains' worth of prior: a word of few domains says little.
_SMOOTHING: Final[Mapping[str, float]] = {OWN: 1.0, NEAR: 1.0, AROUND: 1.0, TEXT: 2.0}
_FEWEST_DOMAINS: Final = 3
_HEAVIEST: Final = 20.0  # the square root of the characters of a block counts up to this


class DomainOdds:
    """Tables over all domains of the samples, and the same without one of them.

    Features of a training page must not know the page's own labels: they are computed with
    the tables of the other domains.
    """

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._shares: dict[str, dict[str, dict[str, float]]] = {}
        self._sums: dict[str, dict[str, float]] = {name: defaultdict(float) for name in _SMOOTHING}
        self._counts: dict[str, dict[str, int]] = {name: defaultdict(int) for name in _SMOOTHING}
        by_domain: dict[str, list[Sample]] = defaultdict(list)
        for sample in samples:
            by_domain[sample.domain].append(sample)
        for domain, own in by_domain.items():
            self._shares[domain] = shares = _shares_of(own)
            for name, words in shares.items():
                for word, share in words.items():
                    self._sums[name][word] += share
                    self._counts[name][word] += 1
        self._priors = {
            name: sum(self._sums[name].values()) / max(1, sum(self._counts[name].values()))
            for name in _SMOOTHING
        }
        self.tables = {
            name: {
                word: self._odds(name, self._sums[name][word], count)
                for word, count in counts.items()
                if count >= _FEWEST_DOMAINS
            }
            for name, counts in self._counts.items()
        }

    def whole(self) -> Odds:
        """Return the odds over all domains."""
        return Odds(self.tables)

    def without(self, domain: str) -> Odds:
        """Return the odds over all domains but one."""
        tables = {name: dict(table) for name, table in self.tables.items()}
        for name, words in self._shares.get(domain, {}).items():
            for word, share in words.items():
                count = self._counts[name][word] - 1
                if count >= _FEWEST_DOMAINS:
                    tables[name][word] = self._odds(name, self._sums[name][word] - share, count)
                else:
                    tables[name].pop(word, None)
        return Odds(tables)

    def _odds(self, name: str, total: float, count: int) -> float:
        prior, smoothing = self._priors[name], _SMOOTHING[name]
        return round(log_odds((total + smoothing * prior) / (count + smoothing), prior), 2)


def _shares_of(samples: Sequence[Sample]) -> dict[str, dict[str, float]]:
    """Return for each table and word the weighted share of body among the blocks with it."""
    body: dict[str, dict[str, float]] = {name: defaultdict(float) for name in _SMOOTHING}
    every: dict[str, dict[str, float]] = {name: defaultdict(float) for name in _SMOOTHING}
    for sample in samples:
        weights = (sample.sizes**0.5).clip(max=_HEAVIEST).tolist()
        labels = sample.labels.tolist()
        for place, words in enumerate(_words_of(sample)):
            if labels[place] == IGNORED:
                continue
            for name, found in words.items():
                for word in found:
                    every[name][word] += weights[place]
                    body[name][word] += weights[place] * (labels[place] == 1)
    return {
        name: {word: body[name][word] / total for word, total in words.items()}
        for name, words in every.items()
    }


def _words_of(sample: Sample) -> Iterator[dict[str, Sequence[str]]]:
    elements = sample.sheet.elements
    names = [words_of_naming(e.naming) if e.place else [] for e in elements]
    for block in sample.sheet.blocks:
        chain = [block.home]
        while elements[chain[-1]].parent >= 0:
            chain.append(elements[chain[-1]].parent)
        yield {
            OWN: names[chain[0]],
            NEAR: [word for place in chain[1:3] for word in names[place]],
            AROUND: list(dict.fromkeys(word for place in chain for word in names[place])),
            TEXT: line_words(block.text),
        }
