"""Train and measure how stories of one event are found across languages, on the sample newsroom.

usage: python -m benchmarks.train_across

Its events are told in English, in Arabic or in both, with the same towns and people all over.
Prints the weights (engine/stories/across.py holds them), what they find where each event is
judged by weights that never saw it, and what the whole stream of articles gives.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.table import print_table
from wireroom.engine.stories.across import BIAS, SIGNALS, SURE, WEIGHTS, Profile, Rarity, liken
from wireroom.engine.stories.assign import place_articles
from wireroom.engine.stories.pivots import find_pivots
from wireroom.engine.types import ArticleText
from wireroom.sample import load_newsroom
from wireroom.sample.content import Kind
from wireroom.sample.site import Site

# Towards no weight at all: 300 pairs, of which a few are true, teach no more.
_RIDGE: Final = 3.0
_ROUNDS: Final = 60
_EPOCH: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)
_HEAD: Final = ("what", "pairs", "true", "found", "right", "precision", "recall")

Floats = NDArray[np.float64]


class Told(NamedTuple):
    """An article of the sample and the event that it tells."""

    event: str
    article: ArticleText


class Pair(NamedTuple):
    """Two texts of two languages, the events they tell, and their signals."""

    events: tuple[str, str]
    signals: tuple[float, ...]

    @property
    def is_one(self) -> bool:
        """Tell whether both tell the same event."""
        return self.events[0] == self.events[1]


def sample_articles() -> list[Told]:
    """Return the sample's articles of known events, as one state of each, in order of time."""
    site = Site(newsroom=load_newsroom(), epoch=_EPOCH, base_url="http://sample.example")
    found = []
    for report in site.newsroom.reports.values():
        if report.kind not in (Kind.ARTICLE, Kind.PAYWALL) or not report.event:
            continue
        told = site.tell(report)
        article = ArticleText(
            id=report.key,
            title=told.headline,
            body="\n".join(told.paragraphs),
            lang=told.lang,
            outlet=report.outlet,
            published_at=told.published,
        )
        found.append(Told(report.event, article))
    return sorted(found, key=lambda one: (one.article.published_at or _EPOCH, one.article.id))


def pairs_of(told: Sequence[Told], *, whole_stories: bool) -> list[Pair]:
    """Return every pair across languages, of whole stories or of single articles."""
    profiles: dict[tuple[str, ...], Profile] = {}
    for event, article in told:
        key = (event, article.lang) if whole_stories else (event, article.lang, article.id)
        pivots = find_pivots(article)
        profiles.setdefault(key, Profile(pivots.lang, pivots.cased)).add(pivots)
    rarity = Rarity()
    for profile in profiles.values():
        rarity.add(profile.lang, profile.keys, is_new=True)
    return [
        Pair((one[0], other[0]), liken(a, b, rarity).signals)
        for (one, a), (other, b) in combinations(sorted(profiles.items(), key=lambda x: x[0]), 2)
        if a.lang != b.lang
    ]


def learn(pairs: Sequence[Pair]) -> Floats:
    """Return weights and, last, the bias: logistic regression with a ridge, by Newton's method."""
    rows = np.array([(*pair.signals, 1.0) for pair in pairs])
    truth = np.array([pair.is_one for pair in pairs], np.float64)
    ridge = np.diag([_RIDGE] * len(SIGNALS) + [1e-6])
    weights = np.zeros(len(SIGNALS) + 1)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - truth) + ridge @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def unseen(pairs: Sequence[Pair], learnt_on: Sequence[Pair]) -> Iterator[tuple[Pair, float]]:
    """Yield each pair with its log odds by weights that saw neither of its two events."""
    weights: dict[frozenset[str], Floats] = {}
    for pair in pairs:
        key = frozenset(pair.events)
        if key not in weights:
            weights[key] = learn([one for one in learnt_on if key.isdisjoint(one.events)])
        yield pair, float(np.dot((*pair.signals, 1.0), weights[key]))


def _row(what: str, outcomes: Sequence[tuple[bool, bool]]) -> list[object]:
    """Return a line of the table from (same event, said to be) pairs."""
    true, found = sum(one for one, _ in outcomes), sum(said for _, said in outcomes)
    right = sum(one and said for one, said in outcomes)
    precision, recall = right / max(1, found), right / max(1, true)
    return [what, len(outcomes), true, found, right, f"{precision:.3f}", f"{recall:.3f}"]


def _streamed(told: Sequence[Told]) -> Iterator[tuple[bool, bool]]:
    placed: Mapping[str, str] = {
        place.id: place.story for place in place_articles([one.article for one in told])
    }
    for one, other in combinations(told, 2):
        if one.article.lang != other.article.lang:
            yield one.event == other.event, placed[one.article.id] == placed[other.article.id]


def main() -> int:
    """Print weights and tables."""
    told = sample_articles()
    stories = pairs_of(told, whole_stories=True)
    articles = pairs_of(told, whole_stories=False)
    weights = learn([*stories, *articles])
    print("weights", dict(zip((*SIGNALS, "bias"), weights.round(2).tolist(), strict=True)))
    print("in use ", dict(zip((*SIGNALS, "bias"), (*WEIGHTS, BIAS), strict=True)))
    every = [*stories, *articles]
    rows = [
        _row(
            f"{name}, unseen events", [(p.is_one, odds >= SURE) for p, odds in unseen(pairs, every)]
        )
        for name, pairs in (("stories", stories), ("single articles", articles))
    ]
    rows.append(_row("articles in the stream", list(_streamed(told))))
    print_table("pairs across languages, sample newsroom", _HEAD, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
