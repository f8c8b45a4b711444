"""What sections an article belongs to: IPTC Media Topics of the first level, by its words."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import Final

from wireroom.engine.stories.terms import (
    MAX_WORD,
    base_language,
    is_spaced,
    split_words,
    stem_word,
)
from wireroom.engine.text.remembered import remembered
from wireroom.engine.text.words import find_words, fold_word

_LANGUAGES: Final = ("en", "ar")  # the columns of subjects.txt
_LEAD: Final = 1_500  # characters; what a report is about it says early
_IN_TITLE: Final = 2.0
# Chosen on 53 pages that state a section which is one of these: below it .72 of those told were
# right, from it .74, from 7 .79 with half of the pages silent.
_FEWEST_SIGNS: Final = 5.0
_BESIDE: Final = 0.8  # of the best: such a second one is told, too


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject by its name in IPTC Media Topics, and how sure it is, 0 to 1."""

    name: str
    confidence: float


def has_subjects(lang: str) -> bool:
    """Tell whether the words of a language can tell a subject."""
    return base_language(lang) in _LANGUAGES


def subjects_of(title: str, body: str, lang: str) -> list[Subject]:
    """Return one or two subjects, surest first; none where the words do not tell."""
    if not has_subjects(lang):
        return []
    base = base_language(lang)
    score = _score(title, body[:_LEAD], base)
    ranked = sorted(score.items(), key=lambda each: -each[1])[:3]
    if not ranked or ranked[0][1] < _FEWEST_SIGNS:
        return []
    best = ranked[0][1]
    near = [name for name, each in ranked if each >= _BESIDE * best]
    if len(near) > 2:
        return []
    total = sum(score.values())
    return [Subject(name, round(min(0.95, score[name] / total + 0.2), 2)) for name in near]


def _score(title: str, lead: str, base: str) -> Mapping[str, float]:
    """Return signs by subject: each word counts as the logarithm of its times."""
    words = _by_stem(base)
    times, in_title = (
        Counter(filter(words.__contains__, _stems(text, base))) for text in (lead, title)
    )
    score: defaultdict[str, float] = defaultdict(float)
    for stem in dict.fromkeys((*times, *in_title)):
        subjects = words[stem]
        weight = math.log1p(times[stem]) / math.log(2) + _IN_TITLE * bool(in_title[stem])
        for subject in subjects:
            score[subject] += weight / len(subjects)
    return score


def _stems(text: str, base: str) -> Iterable[str]:
    if is_spaced(text):
        stems = list(filter(None, map(_stems_of(base), find_words(text))))
    else:
        stems = [stem_word(word, base) for word in split_words(text)]
    first = _first_stems(base)
    return chain(stems, [f"{one}_{two}" for one, two in pairwise(stems) if one in first])


@cache
def _stems_of(base: str) -> Callable[[str], str]:
    """Return what gives the stem of each word as it is written; none of an overlong run."""

    @remembered(most=1 << 15)
    def read(written: str) -> str:
        word = fold_word(written)
        return stem_word(word, base) if 0 < len(word) <= MAX_WORD else ""

    return read


@cache
def _first_stems(base: str) -> frozenset[str]:
    """Return the stems that signs of two words begin with."""
    return frozenset([stem.split("_")[0] for stem in _by_stem(base) if "_" in stem])


@cache
def _by_stem(base: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    text = (files("wireroom.engine.insight.entities") / "subjects.txt").read_text("utf-8")
    for line in text.splitlines():
        if line[:1] == "#":
            continue
        name, *columns = line.split("|")
        for words in columns[_LANGUAGES.index(base)].split():
            parts = [stem for word in words.split("_") for stem in _stem_of(word, base)]
            found.setdefault("_".join(parts), {})[name] = None
    return {stem: tuple(names) for stem, names in found.items()}


def _stem_of(word: str, base: str) -> Iterable[str]:
    return [stem_word(each, base) for each in split_words(word)]
