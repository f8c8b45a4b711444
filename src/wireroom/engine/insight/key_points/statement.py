"""A sentence of a report with its place and what it says: terms, names, numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice
from operator import attrgetter
from typing import Final, NamedTuple

from wireroom.engine.insight.key_points.openers import OPINION, REPORTED
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
from wireroom.engine.stories.terms import (
    MAX_WORD,
    base_language,
    is_spaced,
    split_words,
    stem_word,
)
from wireroom.engine.text.numbers import Number, read_numbers
from wireroom.engine.text.numbers_tables import CARDINALS, HUNDREDS, SCALES, SHARES, SHORT_SCALES
from wireroom.engine.text.remembered import remembered
from wireroom.engine.text.words import find_words, fold_word

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
    they count of people. `is_opinion` tells that it holds words of opinion, `is_reported` words
    that say who reports it.
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
    is_opinion: bool
    is_reported: bool


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
        is_opinion=told.is_opinion,
        is_reported=told.is_reported,
    )


class _Told(NamedTuple):
    """What a sentence says, wherever it stands."""

    stems: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    tolls: frozenset[Toll]
    is_opinion: bool
    is_reported: bool


# A story is briefed anew with each report, and perspectives read again what its brief has read:
# the sentences of some two hundred reports, about 10 MB.
@lru_cache(maxsize=1 << 12)
def _told_in(text: str, base: str) -> _Told | None:
    """Return what a sentence says of an event; None where it says nothing of any."""
    senses = _senses_in(text, base)
    is_opinion = not OPINION.get(base, frozenset()).isdisjoint(senses)
    is_reported = not REPORTED.get(base, frozenset()).isdisjoint(senses)
    counts = True in map(_MAY_COUNT, senses.values())
    tokens, found = read_numbers(text) if counts else ((), ())
    for token in chain.from_iterable([tokens[one.first : one.last] for one in found]):
        senses.pop(token.word, None)
    said = senses.values()
    terms = frozenset([sense.stem for sense in said if sense.is_term])
    if not terms:
        return None
    names = [sense.stem for _, sense in map(_words_of(base), _names(text))]
    return _Told(
        stems=frozenset([sense.stem for sense in said if sense.stem]),
        terms=terms,
        names=terms.intersection(names),
        numbers=_counting(found),
        tolls=frozenset(find_tolls(tokens, found, base)) if found else frozenset(),
        is_opinion=is_opinion,
        is_reported=is_reported,
    )


class _Sense(NamedTuple):
    """What a word says wherever it stands.

    `stem` is "" for numbers and for words that hold sentences together. Where no word `may_count`
    no number is looked for, which costs most of a sentence.
    """

    stem: str
    is_term: bool
    may_count: bool


_MAY_COUNT: Final = attrgetter("may_count")
_NO_SENSE: Final = _Sense("", is_term=False, may_count=False)


def _senses_in(text: str, base: str) -> dict[str, _Sense]:
    """Return the senses of the folded words of a text, in the order of the words."""
    if not is_spaced(text):
        return {word: _sense_of(word, base) for word in split_words(text)}
    senses = dict(map(_words_of(base), find_words(text)))
    senses.pop("", None)
    return senses


@cache
def _words_of(base: str) -> Callable[[str], tuple[str, _Sense]]:
    """Return what gives each word as it is written folded, with its sense in this language.

    A text is asked word by word. A lone mark and an overlong run are folded to nothing.
    """

    @remembered(most=1 << 16)
    def read(written: str) -> tuple[str, _Sense]:
        word = fold_word(written)
        return (word, _sense_of(word, base)) if 0 < len(word) <= MAX_WORD else ("", _NO_SENSE)

    return read


@lru_cache(maxsize=1 << 15)  # "The" and "the" have one
def _sense_of(word: str, base: str) -> _Sense:
    """Return the sense of a folded word in the language with this primary subtag."""
    is_number = word[0].isdigit()
    may_count = is_number or not _COUNTING.isdisjoint((word, *word.split("-")))
    stem = "" if is_number else stem_word(word, base)
    rarity = rarity_of(stem, base) if stem else 0.0
    return _Sense(stem if rarity > _MORE_THAN_GLUE else "", rarity > CONTENT, may_count)


def _names(text: str) -> Iterable[str]:
    return (name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(text))


def _counting(found: Iterable[Number]) -> frozenset[str]:
    """Return the numbers with their units; "one" and ordinals count nothing."""
    return frozenset(written(one) for one in found if not one.rank and one.value != 1)


def rarity_of(term: str, base: str) -> float:
    """Return how rare a term is in a language's news: 0 for words of every article, 7 for names."""
    return rarities(base)(term)


@cache
def rarities(base: str) -> Callable[[str], float]:
    """Return what gives the rarity of each term of a language, for many terms."""
    return remembered(most=1 << 16)(lambda term: background_idf(base, term_key(term)))


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
