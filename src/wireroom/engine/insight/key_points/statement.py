"""A sentence of a report with its place and what it says: terms, names, numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.sentences import cut_sentences
from wireroom.engine.insight.key_points.stand_alone import (
    is_caption,
    is_ended,
    is_recited,
    stands_alone,
)
from wireroom.engine.insight.key_points.tolls import Toll, find_tolls, written
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.stories.features import term_key
from wireroom.engine.stories.rarity import background_idf
from wireroom.engine.stories.terms import base_language, split_words, stem_word
from wireroom.engine.text.numbers import Number, find_numbers, number_tokens
from wireroom.engine.text.numbers_tables import CARDINALS, HUNDREDS, SCALES, SHARES, SHORT_SCALES
from wireroom.engine.text.words import fold_word

# The capital is looked for first, and what stands before it only then: most characters are none.
_NAME: Final = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ](?<=[^\W_] .|[,;]\s.)[\w'’-]+")
_COUNTING: Final = frozenset((*CARDINALS, *HUNDREDS, *SCALES, *SHARES, *SHORT_SCALES))
# Below this rarity a word says nothing of an event: it stands in more than one article of six.
CONTENT: Final = 1.8
_MORE_THAN_GLUE: Final = 0.6  # in half of all articles


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence: half-open code points of its report's body, and what it says.

    `report` counts in the reports it was read with, `voice` is whose telling that is, `number`
    counts in the sentences of its report.
    `stems` are its words but for the commonest, `terms` those that say something of an event,
    `names` those of them that are written as
    names, `numbers` its numbers with their units, `tolls` what
    they count of people.
    """

    report: int
    voice: str
    number: int
    start: int
    end: int
    stems: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    tolls: frozenset[Toll]


def read_statements(reports: Sequence[Report], *, most: int) -> list[Statement]:
    """Return the first sentences of each report, at most so many, that say something of an event.

    What another report of the same voice has said letter for letter is left out.
    """
    said: set[tuple[str, str]] = set()
    statements = []
    for place, report in enumerate(reports):
        for number, (start, end) in islice(_numbered(report.body), most):
            key = report.telling, report.body[start:end]
            if key not in said and (statement := _read(place, report, number, (start, end))):
                said.add(key)
                statements.append(statement)
    return statements


def _numbered(body: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the sentences with their numbers; names and labels above the first one have its 0."""
    number, begun = 0, False
    for start, end in cut_sentences(body):
        yield number, (start, end)
        begun = begun or is_ended(body[start:end])
        number += begun


def _read(place: int, report: Report, number: int, span: tuple[int, int]) -> Statement | None:
    told = _told_in(report.body[span[0] : span[1]], base_language(report.lang))
    if told is None:
        return None
    return Statement(
        report=place,
        voice=report.telling,
        number=number,
        start=span[0],
        end=span[1],
        stems=told.stems,
        terms=told.terms,
        names=told.names,
        numbers=told.numbers,
        tolls=told.tolls,
    )


class _Told(NamedTuple):
    """What a sentence says, wherever it stands."""

    stems: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    tolls: frozenset[Toll]


# A story is briefed anew with each report, and perspectives read again what its brief has read:
# the sentences of some two hundred reports, about 10 MB.
@lru_cache(maxsize=1 << 12)
def _told_in(text: str, base: str) -> _Told | None:
    """Return what a sentence says of an event; None where it says nothing of any."""
    words = split_words(text)
    tokens = number_tokens(text) if _may_count(words) else []
    found = find_numbers(tokens)
    counted = {token.word for one in found for token in tokens[one.first : one.last]}
    told = {*words} - counted
    stems = frozenset([stem for word in told if (stem := _stem(word, base))])
    terms = frozenset([stem for stem in stems if rarity_of(stem, base) > CONTENT])
    if not terms:
        return None
    return _Told(
        stems=stems,
        terms=terms,
        names=frozenset(_stem(fold_word(name), base) for name in _names(text)) & terms,
        numbers=_counting(found),
        tolls=frozenset(find_tolls(tokens, found, base)) if found else frozenset(),
    )


def _may_count(words: Sequence[str]) -> bool:
    """Tell whether a number may stand among the words: reading them costs most of a sentence."""
    if not _COUNTING.isdisjoint(words):
        return True
    return any(
        word[0].isdigit() or ("-" in word and not _COUNTING.isdisjoint(word.split("-")))
        for word in words
    )


@lru_cache(maxsize=1 << 16)
def _stem(word: str, base: str) -> str:
    """Return the stem of a folded word, "" of numbers and of words that hold sentences together."""
    stem = "" if word[0].isdigit() else stem_word(word, base)
    return stem if stem and rarity_of(stem, base) > _MORE_THAN_GLUE else ""


def _names(text: str) -> Iterable[str]:
    return (name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text))


def _counting(found: Iterable[Number]) -> frozenset[str]:
    """Return the numbers with their units; "one" and ordinals count nothing."""
    return frozenset(written(one) for one in found if not one.rank and one.value != 1)


@lru_cache(maxsize=1 << 16)
def rarity_of(term: str, base: str) -> float:
    """Return how rare a term is in a language's news: 0 for words of every article, 7 for names."""
    return background_idf(base, term_key(term))


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
    if is_caption(report.body, statement.end) or is_recited(report.body, statement.start):
        return False
    return stands_alone(text, report.lang)
