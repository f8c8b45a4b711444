"""The figures of one report: its sentences read for what they count, measure, price and score."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.classes import is_generic
from wireroom.engine.insight.differences.counted import Counted, counted_by
from wireroom.engine.insight.differences.figure import Figure, Keys, Source
from wireroom.engine.insight.differences.keys import keys_for
from wireroom.engine.insight.differences.kinds import ALL_HEADS
from wireroom.engine.insight.differences.moments import moments_in
from wireroom.engine.insight.differences.places import places_in
from wireroom.engine.insight.differences.quantities import Quantity, find_quantities, may_count
from wireroom.engine.insight.differences.quantity_tables import CHANGED
from wireroom.engine.insight.differences.report import Measure, Report
from wireroom.engine.insight.differences.sources import Cited, find_sources, source_of
from wireroom.engine.insight.verify.sentences import sentence_spans
from wireroom.engine.insight.verify.tokens import Reading, Token, read
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.mention import DateMention, Precision
from wireroom.engine.text.words import find_words, fold_word

# A sentence longer than this is a list or a table; its numbers have no neighbours to go by.
_LONGEST_SENTENCE: Final = 1200
_MOST_IN_SENTENCE: Final = 12  # quantities; more are a table
_NEAR: Final = 9  # tokens on each side that may say what a figure is of
_AGED: Final = 3  # tokens on each side of an age that may say whose it is
_RECENT: Final = 7  # days; a day further back is another time
_LONG_AGO: Final = 35  # days since a period ended after which it is no news of its own
_GENERIC: Final = wording.GENERIC_NAMES
_DAYS: Final = frozenset((Precision.DAY, Precision.HOUR))


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
        found.extend(_of_sentence(number, reading, start, times, today))
        found.extend(moments_in(number, reading, start, times, today))
        found.extend(places_in(number, reading, start, named))
    return found


def _of_sentence(
    number: int, reading: Reading, offset: int, times: Sequence[DateMention], today: date | None
) -> Iterator[Figure]:
    taken = [(m.start - offset, m.end - offset) for m in times]
    quantities = find_quantities(reading, taken)
    if not quantities or len(quantities) > _MOST_IN_SENTENCE:
        return
    tokens = reading.tokens
    cited = find_sources(tokens)
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
        source = source_of(cited, tokens, quantity.first, since)
        segment = _segment(tokens, quantities, place)
        scope = _scope(reading, quantities, place)
        periods = _periods(taken, times, quantities, place, today)
        yield _figure(number, offset, reading, quantity, own, segment, scope, source, periods, today)


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


def _segment(tokens: Sequence[Token], quantities: Sequence[Quantity], place: int) -> list[Token]:
    """Return the content words around a quantity, up to its neighbours."""
    own = quantities[place]
    low = quantities[place - 1].last if place else 0
    later = quantities[place + 1 :]
    if later and _is_share_of(tokens, own, later[0]):
        later = later[1:]
    high = later[0].first if later else len(tokens)
    if own.first and tokens[own.first - 1].word in wording.JOINTS:
        low = own.first
    near = [*tokens[max(low, own.first - _NEAR) : own.first], *tokens[own.last : own.last + _NEAR]]
    return [t for t in near if t.is_content and t.start < tokens[high - 1].end]


def _scope(reading: Reading, quantities: Sequence[Quantity], place: int) -> list[Token]:
    """Return the words that may say of a quantity that it is past, whole or feared.

    Before it all since its neighbour or a semicolon, after it its own clause.
    """
    tokens, own = reading.tokens, quantities[place]
    low = quantities[place - 1].last if place else 0
    high = quantities[place + 1].first if place + 1 < len(quantities) else len(tokens)
    parted = reading.text.rfind(";", 0, own.start)
    clause = tokens[own.last - 1].clause
    before = [t for t in tokens[low : own.first] if t.start > parted]
    return [*before, *(t for t in tokens[own.last : high] if t.clause == clause)]


def _is_share_of(tokens: Sequence[Token], own: Quantity, whole: Quantity) -> bool:
    """Whether the next number is the whole of a share: "55 percent of the 3.4 million"."""
    between = {token.word for token in tokens[own.last : whole.first]}
    return own.measure is Measure.PERCENT and bool(between) and between <= {"of", "the", "its", "من"}


def _periods(
    taken: Sequence[tuple[int, int]],
    times: Sequence[DateMention],
    quantities: Sequence[Quantity],
    place: int,
    today: date | None,
) -> Keys:
    """Return the periods a figure is of: those that open its sentence, and the nearest to it."""
    found: set[str] = set()
    for (start, _), time in zip(taken, times, strict=True):
        if time.precision in _DAYS and not _is_long_ago(time, today):
            continue
        distances = [min(abs(q.start - start), abs(q.end - start)) for q in quantities]
        opens = start < quantities[0].start
        if opens or min(distances) == distances[place]:
            found.add(f"{time.first}/{time.last}")
    return frozenset(found)


def _is_long_ago(time: DateMention, today: date | None) -> bool:
    return today is not None and abs((today - time.last).days) > _RECENT


def _is_old(period: str, today: date | None) -> bool:
    return today is not None and (today - date.fromisoformat(period.split("/")[1])).days > _LONG_AGO


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
    shown = counted.nouns[:1] or tuple(segment[:1])
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
        heads=ALL_HEADS.intersection(key for keys in near for key in keys),
        around=tuple(keys_for(t.word) for t in tokens if t.is_content),
        names=_names(tokens, segment),
        places=_places(tokens, segment, is_distance=quantity.amount.dimension == "length"),
        periods=periods,
        is_past=_is_past(words, today) or any(_is_old(period, today) for period in periods),
        is_part=counted.is_part,
        is_whole=any(word in wording.WHOLE for word in words),
        is_wished=any(word in wording.FEARED for word in words),
        is_changed=any(word in CHANGED for word in words),
        is_corrected=any(t.word in wording.CORRECTS for t in tokens),
        source=_source(cited, tokens, offset),
        shown=counted.state or (shown[0].word if shown else ""),
    )


def _source(cited: Cited | None, tokens: Sequence[Token], offset: int) -> Source | None:
    if cited is None:
        return None
    named = tokens[cited.first : cited.last]
    keys = frozenset(key for t in named if t.is_content for key in t.keys)
    return Source(offset + named[0].start, offset + named[-1].end, keys)


def _names(tokens: Sequence[Token], segment: Sequence[Token]) -> Keys:
    """Return the names of a segment; a lone capital that opens the sentence may be none."""
    opening = tokens[0] if len(tokens) > 1 and not tokens[1].is_name else None
    return frozenset(t.word for t in segment if t.is_name and t is not opening) - _GENERIC


def _places(tokens: Sequence[Token], segment: Sequence[Token], *, is_distance: bool) -> Keys:
    """Return the capitalised words after "in", "near" and their like in the segment.

    Of a distance also those after "of": "60 miles north of Lohm".
    """
    inside = set(map(id, segment))
    found: set[str] = set()
    for place, token in enumerate(tokens):
        if token.word not in wording.PLACE_WORDS and not (is_distance and token.word == "of"):
            continue
        for name in tokens[place + 1 : place + 4]:
            if name.is_name and id(name) in inside:
                found.add(name.word)
            elif name.word not in {"the", "a", "an"}:
                break
    return frozenset(found) - _GENERIC


def _is_year_before(word: str, today: date | None) -> bool:
    is_year = len(word) == len("2026") and word.isdecimal() and word[:2] in {"19", "20"}
    return is_year and today is not None and int(word) < today.year


def _is_past(words: Sequence[str], today: date | None) -> bool:
    if any(word in wording.PAST or _is_year_before(word, today) for word in words):
        return True
    return any(
        word == "last" and words[place + 1] not in wording.LAST_NOW
        for place, word in enumerate(words[:-1])
    )
