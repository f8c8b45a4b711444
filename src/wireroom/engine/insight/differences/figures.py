"""The figures of one report: its sentences read for what they count, measure, price and score."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.cited import Cited, cited_for, find_cited
from wireroom.engine.insight.differences.classes import is_generic
from wireroom.engine.insight.differences.counted import Counted, counted_by
from wireroom.engine.insight.differences.counting import may_count
from wireroom.engine.insight.differences.elided import complete, leaves_out
from wireroom.engine.insight.differences.figure import Citation, Figure
from wireroom.engine.insight.differences.keys import keys_for
from wireroom.engine.insight.differences.kinds import ALL_HEADS
from wireroom.engine.insight.differences.moments import moments_in
from wireroom.engine.insight.differences.nouns import noun_before, whose_age
from wireroom.engine.insight.differences.places import may_name_place, places_in
from wireroom.engine.insight.differences.quantities import Quantity, find_quantities
from wireroom.engine.insight.differences.quantity_tables import CHANGED
from wireroom.engine.insight.differences.report import Measure, Report
from wireroom.engine.insight.differences.scope import (
    days_of,
    is_of_whole,
    is_old,
    is_past,
    names_of,
    periods_of,
    places_of,
    scope_of,
    segment_of,
)
from wireroom.engine.insight.verify.sentences import body_sentence_spans
from wireroom.engine.insight.verify.tokens import Reading, Token, read
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.mention import DateMention
from wireroom.engine.text.words import find_words, fold_word

# A sentence longer than this is a list or a table; its numbers have no neighbours to go by.
LONGEST_SENTENCE: Final = 1200
_COUNTS: Final = frozenset((Measure.COUNT, Measure.ORDINAL))
_MOST_IN_SENTENCE: Final = 12  # quantities; more are a table


def figures_of(number: int, report: Report, most: int, *, is_lone: bool = False) -> list[Figure]:
    """Return the figures of the first `most` characters of report `number`.

    Of a report that is longer only sentences with numbers or times are read, of the only one of
    its story only those with numbers: two who are cited may differ, two of its days do not.
    """
    at = report.published_at
    text = _Text(report.body[:most], report.lang, at, at.date() if at else None)
    return list(_figures_of(number, text, is_cut=most < len(report.body), is_lone=is_lone))


class _Text(NamedTuple):
    """What the figures of a report come from; equal times have different days in two zones."""

    body: str
    lang: str
    published_at: datetime | None
    today: date | None


# A story is briefed anew with each report that comes, its others standing where they stood. Some
# 30 KB a report, about 10 MB.
@lru_cache(maxsize=1 << 8)
def _figures_of(number: int, text: _Text, *, is_cut: bool, is_lone: bool) -> tuple[Figure, ...]:
    named = frozenset[str]() if is_lone else _capital_words(text.body)
    found: list[Figure] = []
    before: Figure | None = None  # the only figure of the sentence before
    for start, sentence, times in timed_sentences(text.body, text.lang, text.published_at):
        told, before = before, None
        if len(sentence) > LONGEST_SENTENCE:
            continue
        is_bare = not may_count(sentence)
        if is_bare and (is_lone or not (times or (may_name_place(sentence) and not is_cut))):
            continue
        reading = read(sentence)
        own = list(figures_in_sentence(number, reading, start, times, text.today, told))
        found += own
        before = own[0] if len(own) == 1 else None
        if is_lone:
            continue
        found += moments_in(number, reading, start, times, text.today)
        if not own:  # the dead of two towns are two facts, not one in two places
            found += places_in(number, reading, start, named)
    return tuple(found)


def timed_sentences(
    body: str, lang: str, published_at: datetime | None
) -> Iterator[tuple[int, str, list[DateMention]]]:
    """Yield where each sentence of a body begins, its text and its times."""
    mentions = dates_in(body, published_at=published_at, lang=lang)
    for start, end in body_sentence_spans(body):
        yield start, body[start:end], [m for m in mentions if m.start < end and m.end > start]


def _capital_words(body: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in find_words(body) if word[0].isupper())


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its quantities, its times and whom it cites; `taken` is where times stand."""

    report: int
    offset: int
    reading: Reading
    quantities: Sequence[Quantity]
    times: Sequence[DateMention]
    taken: Sequence[tuple[int, int]]
    cited: Sequence[Cited]
    today: date | None


def figures_in_sentence(
    number: int,
    reading: Reading,
    offset: int,
    times: Sequence[DateMention],
    today: date | None,
    before: Figure | None,
) -> Iterator[Figure]:
    """Yield the figures of a sentence; `before` is the only one of the sentence before it."""
    taken = [(m.start - offset, m.end - offset) for m in times]
    quantities = find_quantities(reading, taken)
    if not quantities or len(quantities) > _MOST_IN_SENTENCE:
        return
    cited = find_cited(reading.tokens)
    sentence = _Sentence(number, offset, reading, quantities, times, taken, cited, today)
    is_wrong = any(t.word in wording.WRONGLY for t in reading.tokens)
    counted = Counted()
    for place, quantity in enumerate(quantities):
        own = _counted(sentence, place, counted)
        counted = own if quantity.measure in _COUNTS else counted
        is_told = own.state or own.nouns or quantity.measure not in _COUNTS
        is_elided = not place and leaves_out(reading.tokens, quantity)
        if (is_told or (before and is_elided)) and not quantity.is_former and not is_wrong:
            figure = _figure(sentence, place, own)
            yield complete(figure, before) if before and is_elided else figure


def _counted(sentence: _Sentence, place: int, previous: Counted) -> Counted:
    tokens, quantity = sentence.reading.tokens, sentence.quantities[place]
    if quantity.measure is Measure.AGE:
        return Counted(nouns=whose_age(tokens, quantity))
    if quantity.measure not in _COUNTS:
        return Counted()
    others = [other for other in sentence.quantities if other is not quantity]
    own = counted_by(tokens, quantity, others, previous)
    return own if own.state or own.nouns else Counted(nouns=noun_before(tokens, quantity))


def _figure(sentence: _Sentence, place: int, counted: Counted) -> Figure:
    tokens, quantity = sentence.reading.tokens, sentence.quantities[place]
    segment = segment_of(tokens, sentence.quantities, place)
    words = [t.word for t in scope_of(sentence.reading, sentence.quantities, place)]
    periods = periods_of(
        tokens, sentence.taken, sentence.times, sentence.quantities, place, sentence.today
    )
    near = tuple(keys_for(t.word) for t in segment)
    is_local = quantity.measure is Measure.PERCENT and not wording.LOCAL.isdisjoint(words)
    return Figure(
        report=sentence.report,
        start=sentence.offset + quantity.start,
        end=sentence.offset + quantity.end,
        measure=quantity.measure,
        amount=quantity.amount,
        nouns=tuple(keys_for(t.word) for t in counted.nouns),
        state=counted.state,
        group=counted.group,
        is_generic=bool(counted.nouns) and is_generic(counted.nouns[0].word),
        near=near,
        words=tuple(t.word for t in segment),
        heads=ALL_HEADS.intersection(key for keys in near for key in keys),
        around=tuple(keys_for(t.word) for t in tokens if t.is_content),
        names=names_of(tokens, counted.nouns if quantity.measure is Measure.AGE else segment),
        places=places_of(tokens, segment, is_distance=quantity.amount.dimension == "length"),
        periods=periods,
        days=days_of(tokens, sentence.taken, sentence.times),
        is_past=is_past(words, sentence.today)
        or any(is_old(period, sentence.today) for period in periods),
        is_part=counted.is_part or is_local,
        is_whole=is_of_whole(words),
        is_wished=any(word in wording.FEARED for word in words),
        is_changed=any(word in CHANGED for word in words),
        is_corrected=_puts_right(tokens),
        cited=_citation(sentence, place),
        shown=counted.state or next((t.word for t in counted.nouns), ""),
    )


def _puts_right(tokens: Sequence[Token]) -> bool:
    """Whether a sentence owns up to a number told before: "fewer than was first reported"."""
    words = [t.word for t in tokens]
    return not wording.CORRECTS.isdisjoint(words) or any(
        one in wording.FIRST and two in wording.REPORTED and "than" in words[max(0, n - 3) : n]
        for n, (one, two) in enumerate(pairwise(words))
    )


def _citation(sentence: _Sentence, place: int) -> Citation | None:
    tokens, quantities = sentence.reading.tokens, sentence.quantities
    since = quantities[place - 1].last if place else 0
    cited = cited_for(sentence.cited, tokens, quantities[place].first, since)
    if cited is None:
        return None
    named = tokens[cited.first : cited.last]
    # "The union of rail workers" is no railway: whose it is does not tell who it is.
    head = list(takewhile(lambda t: t.word != "of", named))
    keys = frozenset(key for t in head if t.is_content for key in t.keys)
    return Citation(sentence.offset + named[0].start, sentence.offset + named[-1].end, keys)
