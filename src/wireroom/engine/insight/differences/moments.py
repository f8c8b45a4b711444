"""When reports say that something happens: days and hours, as figures that may differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from wireroom.engine.insight.differences import wording
from wireroom.engine.insight.differences.amount import Amount, spread_amount
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.keys import keys_for
from wireroom.engine.insight.differences.report import Measure
from wireroom.engine.insight.differences.saying import is_of_saying
from wireroom.engine.insight.verify.tokens import Reading
from wireroom.engine.text.dates.mention import DateMention, Kind, Precision
from wireroom.engine.text.words import fold_word

_NEAR: Final = 8  # tokens on each side that may say what happens then
_HOURS: Final = 24
# From which hour of a day to which a part of it lasts; a night runs into the next day.
_PARTS: Final[dict[str, tuple[int, int]]] = {
    **dict.fromkeys(("night", "overnight", "midnight", "ليل", "ليله", "ليلا"), (19, 31)),
    **dict.fromkeys(("late", "evening", "مساء"), (17, 25)),
    **dict.fromkeys(("early", "dawn", "فجر", "فجرا"), (-2, 8)),
    **dict.fromkeys(("morning", "صباح", "صباحا"), (3, 12)),
}
_CLOCK: Final = re.compile(
    r"(?<![\d:.,])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\d:.,])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?![\d:])"
    r"|الساعة\s(?P<hour3>\d{1,2})(?::(?P<minute3>[0-5]\d))?",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")  # without one no clock is told, and most have none
_ZONE: Final = re.compile(r"\s?\(?([A-Z]{2,4}T|GMT|UTC|local)\b")
# Minutes that two clocks of one moment may differ by: told to the minute, or by the hour.
_SLACK, _SLACK_OF_HOURS = 5, 20
_FIRST_PERSON: Final = frozenset(("i", "my", "we", "our"))
# Words of a time that is one of several.
_SEVERAL: Final = frozenset(("another", "second", "also", "again", "both", "other", "ايضا"))
_DAYS: Final = frozenset((Precision.DAY, Precision.HOUR))


def moments_in(
    number: int, reading: Reading, offset: int, times: Sequence[DateMention], today: date | None
) -> Iterator[Figure]:
    """Yield the days and clocks of a sentence, but not those of somebody's saying it."""
    for time in times:
        span = (max(0, time.start - offset), time.end - offset)
        if _is_of_event(time, reading.text[span[0] : span[1]], today):
            amount = _days(time, reading, *span)
            yield from _figure(number, reading, offset, span, Measure.DAY, amount)
    if not _DIGIT.search(reading.text):
        return
    for clock in _CLOCK.finditer(reading.text):
        hours = _clock(clock, reading.text)
        if hours is not None:
            yield from _figure(number, reading, offset, clock.span(), Measure.CLOCK, hours)


def _is_of_event(time: DateMention, written: str, today: date | None) -> bool:
    """Whether a time is a day, or a year to come; "today" is the day somebody speaks."""
    if time.precision is Precision.YEAR:
        return time.kind is Kind.ABSOLUTE and today is not None and time.last >= today
    return time.precision in _DAYS and fold_word(written) not in {"today", "tonight", "اليوم"}


def _days(time: DateMention, reading: Reading, start: int, end: int) -> Amount:
    """Return the hours that a mention may mean, counted from the first day of the calendar."""
    low = time.first.toordinal() * _HOURS
    high = (time.last.toordinal() + 1) * _HOURS - 1
    if time.first == time.last:
        beside = [t.word for t in reading.tokens if start - 12 <= t.start <= end + 12]
        part = next((_PARTS[word] for word in beside if word in _PARTS), None)
        if part is not None:
            low, high = low + part[0], low + part[1]
    dimension = "day" if time.first == time.last else time.precision.value
    unit = "weekday" if time.kind in {Kind.WEEKDAY, Kind.RELATIVE} else ""
    return replace(spread_amount(dimension, Decimal(low), Decimal(high)), unit=unit)


def _clock(clock: re.Match[str], text: str) -> Amount | None:
    hour = int(clock["hour"] or clock["hour2"] or clock["hour3"])
    minute = int(clock["minute"] or clock["minute2"] or clock["minute3"] or 0)
    half = (clock["half"] or "").lower()[:1]
    if (half and not 1 <= hour <= _HOURS // 2) or hour >= _HOURS:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    zone = _ZONE.match(text, clock.end())
    slack = _SLACK if minute else _SLACK_OF_HOURS
    at = hour * 60 + minute
    dimension = f"clock {zone[1].lower() if zone else ''}"
    return spread_amount(dimension, Decimal(at - slack), Decimal(at + slack))


def _figure(
    number: int,
    reading: Reading,
    offset: int,
    span: tuple[int, int],
    measure: Measure,
    amount: Amount,
) -> Iterator[Figure]:
    start, end = span
    tokens = reading.tokens
    inside = [place for place, t in enumerate(tokens) if t.start < end and t.end > start]
    if not inside or is_of_saying(tokens, inside[0], inside[-1]):
        return
    if reading.is_quoted(tokens[inside[0]]) or _is_a_post(reading):
        return
    low, high = max(0, inside[0] - _NEAR), inside[-1] + 1 + _NEAR
    near = [*tokens[low : inside[0]], *tokens[inside[-1] + 1 : high]]
    clause = tokens[inside[0]].clause
    beside = [t for t in near if abs(t.clause - clause) <= 1]
    near = [t for t in beside if t.is_content]
    if any(t.word in _SEVERAL for t in beside):
        return
    yield Figure(
        report=number,
        start=offset + start,
        end=offset + end,
        measure=measure,
        amount=amount,
        near=tuple(keys_for(t.word) for t in near),
        around=tuple(keys_for(t.word) for t in tokens if t.is_content),
        is_past=any(t.word in wording.PAST for t in near),
        words=tuple(t.word for t in near),
    )


def _is_a_post(reading: Reading) -> bool:
    """Whether somebody speaks for himself, so that his "yesterday" counts from another day."""
    return "@" in reading.text or any(token.word in _FIRST_PERSON for token in reading.tokens)
