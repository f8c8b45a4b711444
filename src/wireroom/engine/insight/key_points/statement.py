"""A sentence of a report with its place and what it says: terms, names, numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.sentences import cut_sentences
from wireroom.engine.insight.key_points.stand_alone import is_caption, stands_alone
from wireroom.engine.insight.key_points.tolls import Toll, find_tolls, written
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.stories.features import term_key
from wireroom.engine.stories.rarity import background_idfs
from wireroom.engine.stories.terms import base_language, split_terms, stem_word
from wireroom.engine.text.numbers import Number, find_numbers, number_tokens
from wireroom.engine.text.words import fold_word

_NAME: Final = re.compile(r"(?<=[^\W_] |[,;]\s)[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ][\w'’-]+")
# Below this rarity a word says nothing of an event: it stands in more than one article of six.
CONTENT: Final = 1.8


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence: half-open code points of its report's body, and what it says.

    `report` counts in the reports it was read with, `number` in the sentences of its report.
    `terms` are stems that say something of an event, `names` those of them that are written as
    names, `numbers` its numbers with their units, `tolls` what
    they count of people.
    """

    report: int
    number: int
    start: int
    end: int
    terms: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    tolls: frozenset[Toll]


def read_statements(reports: Sequence[Report], *, most: int) -> list[Statement]:
    """Return the first sentences of each report, so many at most, those that say nothing left out."""
    return [
        statement
        for place, report in enumerate(reports)
        for statement in _statements(place, report, most)
    ]


def _statements(place: int, report: Report, most: int) -> Iterator[Statement]:
    base = base_language(report.lang)
    for number, (start, end) in enumerate(cut_sentences(report.body)):
        if number >= most:
            return
        text = report.body[start:end]
        terms = frozenset(term for term in split_terms(text, base) if rarity_of(term, base) > CONTENT)
        if terms:
            names = frozenset(stem_word(fold_word(name), base) for name in _names(text))
            tokens = number_tokens(text)
            found = find_numbers(tokens)
            tolls = frozenset(find_tolls(tokens, found, base))
            yield Statement(
                place, number, start, end, terms, names & terms, _counting(found), tolls
            )


def _names(text: str) -> Iterable[str]:
    return (name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text))


def _counting(found: Iterable[Number]) -> frozenset[str]:
    """Return the numbers with their units; "one" and ordinals count nothing."""
    return frozenset(written(one) for one in found if not one.rank and one.value != 1)


@lru_cache(maxsize=1 << 16)
def rarity_of(term: str, base: str) -> float:
    """Return how rare a term is in a language's news: 0 for words of every article, 7 for names."""
    return float(background_idfs(base, np.array([term_key(term)], np.uint64))[0])


def text_of(statement: Statement, reports: Sequence[Report]) -> str:
    """Return the sentence letter for letter."""
    return reports[statement.report].body[statement.start : statement.end]


def span_of(statement: Statement, reports: Sequence[Report]) -> Span:
    """Return where the sentence stands."""
    report = reports[statement.report]
    return Span(report.id, report.revision, statement.start, statement.end)


def can_be_shown(statement: Statement, reports: Sequence[Report]) -> bool:
    """Tell whether a reader understands the sentence alone."""
    report = reports[statement.report]
    text = report.body[statement.start : statement.end]
    return stands_alone(text, report.lang) and not is_caption(report.body, statement.end)
