"""The figures of one report: its sentences read for what they count, measure, price and score."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.cited import Cited, cited_for, find_cited
from wireroom.engine.insight.differences.classes import is_generic
from wireroom.engine.insight.differences.counted import Counted, counted_by
from wireroom.engine.insight.differences.counting import may_count
from wireroom.engine.insight.differences.figure import Citation, Figure, Keys
from wireroom.engine.insight.differences.keys import keys_for
from wireroom.engine.insight.differences.kinds import ALL_HEADS
from wireroom.engine.insight.differences.moments import moments_in
from wireroom.engine.insight.differences.places import places_in
from wireroom.engine.insight.differences.quantities import Quantity, find_quantities
from wireroom.engine.insight.differences.quantity_tables import CHANGED
from wireroom.engine.insight.differences.report import Measure, Report
from wireroom.engine.insight.differences.scope import (
    is_of_whole,
    is_old,
    is_past,
    names_of,
    periods_of,
    places_of,
    scope_of,
    segment_of,
)
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.tokens import Reading, Token, read
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.mention import DateMention
from wireroom.engine.text.words import find_words, fold_word

# A sentence longer than this is a list or a table; its numbers have no neighbours to go by.
_LONGEST_SENTENCE: Final = 1200
_MOST_IN_SENTENCE: Final = 12  # quantities; more are a table
_AGED: Final = 3  # tokens on each side of an age that may say whose it is


def figures_of(number: int, report: Report, most: int) -> list[Figure]:
    """Return the figures of the first `most` characters of report `number`.

    Of a report that is longer only sentences with numbers or times are read.
    """
    body = report.body[:most]
    is_cut = most < len(report.body)
    mentions = dates_in(body, published_at=report.published_at, lang=report.lang)
    today = report.published_at.date() if report.published_at else None
    named = frozenset(fold_word(word) for word in find_words(body) if word[0].isupper())
    found: list[Figure] = []
    for start, end in sentence_spans(body):
        if end - start > _LONGEST_SENTENCE:
            continue
        times = [m for m in mentions if m.start < end and m.end > start]
        if is_cut and not times and not may_count(body[start:end]):
            continue
        reading = read(body[start:end])
        own = list(_of_sentence(number, reading, start, times, today))
        found += [*own, *moments_in(number, reading, start, times, today)]
        if not own:  # the dead of two towns are two facts, not one in two places
            found += places_in(number, reading, start, named)
    return found


def _of_sentence(
    number: int, reading: Reading, offset: int, times: Sequence[DateMention], today: date | None
) -> Iterator[Figure]:
    taken = [(m.start - offset, m.end - offset) for m in times]
    quantities = find_quantities(reading, taken)
    if not quantities or len(quantities) > _MOST_IN_SENTENCE:
        return
    tokens = reading.tokens
    all_cited = find_cited(tokens)
    counted = Counted()
    for place, quantity in enumerate(quantities):
        others = [*quantities[:place], *quantities[place + 1 :]]
        is_count = quantity.measure in {Measure.COUNT, Measure.ORDINAL}
        own = counted_by(tokens, quantity, others, counted) if is_count else Counted()
        if is_count:
            counted = own
            if not own.state and not own.nouns and not quantity.is_former:
                own = Counted(nouns=_noun_before(tokens, quantity))
                if not own.nouns:
                    continue
        if quantity.is_former or any(t.word in wording.WRONGLY for t in tokens):
            continue
        if quantity.measure is Measure.AGE:
            own = Counted(nouns=_aged(tokens, quantity))
        since = quantities[place - 1].last if place else 0
        cited = cited_for(all_cited, tokens, quantity.first, since)
        segment = segment_of(tokens, quantities, place)
        scope = scope_of(reading, quantities, place)
        periods = periods_of(taken, times, quantities, place, today)
        yield _figure(number, offset, reading, quantity, own, segment, scope, cited, periods, today)


def _noun_before(tokens: Sequence[Token], quantity: Quantity) -> tuple[Token, ...]:
    """Return the noun of "a crowd of 38,500", "turnout reached 68"."""
    low = max(0, quantity.first - 3)
    if quantity.first == 0 or tokens[quantity.first - 1].word not in wording.REACHES:
        return ()
    clause = tokens[quantity.first].clause
    near = [t for t in tokens[low : quantity.first] if t.is_content and t.clause == clause]
    return tuple(near[-1:])


def _aged(tokens: Sequence[Token], quantity: Quantity) -> tuple[Token, ...]:
    """Return the words for whose age it is: "the 45-year-old driver", "the driver, 45"."""
    low = max(0, quantity.first - 2 * _AGED)
    before = [t for t in tokens[low : quantity.first] if _may_be_aged(t)]
    after = [t for t in tokens[quantity.last : quantity.last + _AGED] if _may_be_aged(t)]
    return (*before[-_AGED:], *after)


def _may_be_aged(token: Token) -> bool:
    return token.is_content and token.word not in wording.ANY_AGED


def _figure(
    number: int,
    offset: int,
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    segment: Sequence[Token],
    scope: Sequence[Token],
    cited: Cited | None,
    periods: Keys,
    today: date | None,
) -> Figure:
    tokens = reading.tokens
    words = [t.word for t in scope]
    near = tuple(keys_for(t.word) for t in segment)
    return Figure(
        report=number,
        start=offset + quantity.start,
        end=offset + quantity.end,
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
        names=names_of(tokens, segment),
        places=places_of(tokens, segment, is_distance=quantity.amount.dimension == "length"),
        periods=periods,
        is_past=is_past(words, today) or any(is_old(period, today) for period in periods),
        is_part=counted.is_part
        or (quantity.measure is Measure.PERCENT and not wording.LOCAL.isdisjoint(words)),
        is_whole=is_of_whole(words),
        is_wished=any(word in wording.FEARED for word in words),
        is_changed=any(word in CHANGED for word in words),
        is_corrected=any(t.word in wording.CORRECTS for t in tokens),
        cited=_citation(cited, tokens, offset),
        shown=counted.state or next((t.word for t in counted.nouns), ""),
    )


def _citation(cited: Cited | None, tokens: Sequence[Token], offset: int) -> Citation | None:
    if cited is None:
        return None
    named = tokens[cited.first : cited.last]
    keys = frozenset(key for t in named if t.is_content for key in t.keys)
    return Citation(offset + named[0].start, offset + named[-1].end, keys)
