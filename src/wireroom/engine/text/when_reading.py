"""What a time expression says, still unresolved, and how it is resolved against a capture."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, Protocol

from wireroom.engine.text import when_grammar as grammar
from wireroom.engine.text import when_tables as tables
from wireroom.engine.types import TimeFrom

_DAY_FIRST_LANGS: Final = frozenset(
    ("ar", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "hi", "id", "sv", "da", "no",
     "en-gb", "en-au", "en-ie")
)  # fmt: skip
# The longest offset from UTC that any place ever used is under 16 hours.
_WIDEST_ZONE: Final = 16 * 60


# What in a line makes a look for one kind of time worth its while: bits, for enum.Flag is slow.
_DIGITS, YEAR, _AGO, _NOW, _MONTH, _DAY = (1 << place for place in range(6))
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"\d{4}")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
# "منذ" may be glued to what follows it; what stands for itself is found as a word.
_AGO_PARTS: Final = ("ago", "منذ", "قبل", "назад", "geleden", "lalu", "前", grammar.flat("पहले"))
_AGO_WORDS: Final = frozenset(("fa", "once", "atras", "il", "vor", "hace", "ha"))


def _first_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(first[0] for name in names if (first := _LETTERS.findall(name)))


_NOW_WORDS: Final = _first_words(grammar.names(tables.NOW_WORDS))
_MONTH_WORDS: Final = _first_words(grammar.MONTH_BY_NAME)
_DAY_WORDS: Final = _first_words([*grammar.NAMED_DAY, *grammar.WEEKDAY_BY_NAME])


def signs_of(flat: str) -> int:
    """Return which kinds of time a folded line may hold: the patterns themselves are slow."""
    found = 0
    letters = set(_LETTERS.findall(flat))
    if _DIGIT.search(flat):
        found |= _DIGITS
        if letters & _MONTH_WORDS:
            found |= _MONTH
        if _YEAR.search(flat):
            found |= YEAR
    if letters & _AGO_WORDS or any(part in flat for part in _AGO_PARTS):
        found |= _AGO
    if letters & _NOW_WORDS:
        found |= _NOW
    if letters & _DAY_WORDS:
        found |= _DAY
    return found


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day and its distance from UTC in minutes, None where none is stated."""

    hour: int
    minute: int
    second: int
    zone: str | None


class Reading(Protocol):
    """A time expression: its place in the folded line and how to resolve it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def time_from(self) -> TimeFrom: ...
    @property
    def day_only(self) -> bool: ...

    def resolve(self, captured_at: datetime | None) -> datetime | None:
        """Return the moment in UTC, or None where it needs a capture or does not exist."""
        ...


@dataclass(frozen=True, slots=True)
class DateReading:
    """A calendar day, with or without year and clock; without a year it is the last such day."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    clock: Clock | None

    @property
    def time_from(self) -> TimeFrom:
        return TimeFrom.STATED if self.year is not None else TimeFrom.INFERRED

    @property
    def day_only(self) -> bool:
        return self.clock is None

    def resolve(self, captured_at: datetime | None) -> datetime | None:
        """Return the moment in UTC; a missing year is the latest that is not in the future."""
        if self.year is not None:
            return moment_of(self.year, self.month, self.day, self.clock)
        if captured_at is None:
            return None
        for year in range(captured_at.year + 1, captured_at.year - 5, -1):  # 29 February
            at = moment_of(year, self.month, self.day, self.clock)
            if at and at <= captured_at + timedelta(days=1):
                return at
        return None


@dataclass(frozen=True, slots=True)
class AgoReading:
    """So many seconds and calendar months before the capture."""

    start: int
    end: int
    seconds: float
    months: int
    day_only: bool

    @property
    def time_from(self) -> TimeFrom:
        return TimeFrom.RELATIVE

    def resolve(self, captured_at: datetime | None) -> datetime | None:
        """Return the moment in UTC, None without a capture or before the first year."""
        if captured_at is None:
            return None
        try:
            at = captured_at.astimezone(UTC) - timedelta(seconds=self.seconds)
            return _months_before(at, self.months)
        except (OverflowError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class DayReading:
    """A day named from the capture: so many days back, or the last such weekday."""

    start: int
    end: int
    days: int | None
    weekday: int | None
    clock: Clock | None
    is_before: bool = False  # "last Wednesday", said on a Wednesday, is a week ago

    @property
    def time_from(self) -> TimeFrom:
        return TimeFrom.RELATIVE

    @property
    def day_only(self) -> bool:
        return self.clock is None

    def resolve(self, captured_at: datetime | None) -> datetime | None:
        """Return the day's moment in UTC; without a clock the hour of the capture is kept."""
        if captured_at is None:
            return None
        back = self.days or 0
        if self.weekday is not None:
            back = (captured_at.weekday() - self.weekday) % 7 or 7 * self.is_before
        try:
            day = captured_at - timedelta(days=back)
        except OverflowError:
            return None
        if self.clock is None:
            return day.astimezone(UTC)
        return moment_of(day.year, day.month, day.day, self.clock)


def moment_of(year: int, month: int, day: int, clock: Clock | None) -> datetime | None:
    """Return the moment in UTC, or None where no such day or hour exists."""
    try:
        midnight = datetime(year, month, day, tzinfo=UTC)
        if clock is None:
            return midnight
        minutes = _zone_minutes(clock.zone, midnight.date())
        zone = timezone(timedelta(minutes=minutes))
        moment = datetime(
            year, month, day, clock.hour, clock.minute, min(clock.second, 59), tzinfo=zone
        )
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _months_before(at: datetime, months: int) -> datetime:
    if not months:
        return at
    index = at.year * 12 + at.month - 1 - months
    year, month = divmod(index, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last_day = (first_of_next - timedelta(days=1)).day
    return at.replace(year=year, month=month + 1, day=min(at.day, last_day))


def _zone_minutes(zone: str | None, day: date) -> int:
    if not zone:
        return 0
    letters = re.sub(r"^ب?توقيت\s+", "", zone.strip())
    if letters in tables.US_ZONE_HOURS:
        return tables.US_ZONE_HOURS[letters] * 60 + (60 if _us_summer(day) else 0)
    if letters in grammar.ZONE_BY_NAME:
        return grammar.ZONE_BY_NAME[letters]
    offset = re.search(r"([+-])\s?(\d{1,2}):?(\d{2})?\Z", letters)
    if not offset:
        return 0
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    if minutes > _WIDEST_ZONE:
        raise ValueError(zone)
    return minutes if offset[1] == "+" else -minutes


def _us_summer(day: date) -> bool:
    """Tell whether summer time holds in the United States (rule of 2007: 2nd Sunday of March
    to 1st Sunday of November); the hour of the change itself is not looked at."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends


def read_absolute(flat: str, lang: str | None) -> Iterator[Reading]:
    """Yield the dates with a year that stand in a folded line."""
    for pattern in grammar.DATE_PATTERNS:
        for match in pattern.finditer(flat):
            reading = _date_reading(flat, match, lang)
            if reading:
                yield reading


def _date_reading(flat: str, match: re.Match[str], lang: str | None) -> DateReading | None:
    groups = match.groupdict()
    ordered = _month_and_day(flat, groups, lang)
    if ordered is None:
        return None
    start, end, clock = match.start(), match.end(), None
    if groups.get("clock"):
        clock = _hand_clock(groups["clock"], groups.get("zone"))
    else:
        start, end, clock = _with_clock(flat, start, end)
    return DateReading(start, end, int(groups["year"]), *ordered, clock)


def _month_and_day(flat: str, groups: dict[str, str], lang: str | None) -> tuple[int, int] | None:
    if groups.get("month"):
        return _month_number(groups["month"]), int(groups["day"])
    if groups.get("day_month"):
        return int(groups["day_month"]), int(groups["day"])
    return _order_numbers(int(groups["first"]), int(groups["second"]), groups["sep"], flat, lang)


def _month_number(name: str) -> int:
    return grammar.MONTH_BY_NAME[re.sub(r"\s+", " ", name.rstrip("."))]


def _order_numbers(
    first: int, second: int, sep: str, flat: str, lang: str | None
) -> tuple[int, int] | None:
    """Return (month, day) of 20/08/2025 and its like; None where both orders are possible."""
    if first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    tag = (lang or "").lower()
    if tag == "en-us":
        return first, second
    is_arabic = any("\u0600" <= sign <= "\u06ff" for sign in flat)
    if sep == "." or is_arabic or tag in _DAY_FIRST_LANGS or tag.split("-")[0] in _DAY_FIRST_LANGS:
        return second, first
    return None


def _with_clock(flat: str, start: int, end: int) -> tuple[int, int, Clock | None]:
    """Widen a day's span by the clock beside it, after it rather than before it."""
    for pattern in (grammar.COMPACT_CLOCK_AFTER, grammar.CLOCK_AFTER):
        after = pattern.match(flat, end)
        clock = _clock_of(after) if after else None
        if after and clock:
            return start, after.end(), clock
    before = grammar.CLOCK_BEFORE.search(flat, 0, start)
    clock = _clock_of(before) if before else None
    if before and clock:
        return before.start(), end, clock
    return start, end, None


def _hand_clock(text: str, zone: str | None) -> Clock:
    hands = [int(part) for part in text.split(":")]
    return Clock(hands[0], hands[1], hands[2] if len(hands) > 2 else 0, zone)


def _clock_of(match: re.Match[str]) -> Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").replace(".", "").replace(" ", "")
    if half in ("pm", "م", "مساء", "ظهرا") and hour < 12:
        hour += 12
    elif half in ("am", "ص", "صباحا") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return Clock(hour, minute, int(match["second"] or 0), match["zone"])


def read_relative(flat: str, signs: int) -> Iterator[Reading]:
    """Yield "3 hours ago" and "just now" in any of the languages."""
    for pattern in grammar.AGO_PATTERNS if signs & _AGO else ():
        for match in pattern.finditer(flat):
            yield _ago_reading(match)
    for match in grammar.NOW.finditer(flat) if signs & _NOW else ():
        yield AgoReading(match.start(), match.end(), 0, 0, day_only=False)


def _ago_reading(match: re.Match[str]) -> AgoReading:
    text = match.group()
    parts = [
        (float(_count(quantity["number"])), grammar.COUNTED_UNIT[quantity["unit"]])
        for quantity in grammar.QUANTITY.finditer(text)
    ]
    rest = grammar.QUANTITY.sub(" ", text)
    parts += [grammar.OWN_COUNT_UNIT[own["own"]] for own in grammar.OWN_COUNT.finditer(rest)]
    return _ago(match.start(), match.end(), parts)


def _ago(start: int, end: int, parts: list[tuple[float, int]]) -> AgoReading:
    seconds = sum(count * unit for count, unit in parts if unit > 0)
    months = sum(int(count) * -unit for count, unit in parts if unit < 0)
    coarse = all(unit < 0 or unit >= tables.DAY for _, unit in parts)
    return AgoReading(start, end, seconds, months, day_only=coarse)


def _count(number: str) -> int:
    if number.isdigit():
        return int(number)
    return grammar.NUMBER_BY_WORD[re.sub(r"\s+", " ", number)]


_BARE_UNITS: Final = {"س": tables.HOUR, "د": tables.MINUTE}


def read_yearless(flat: str, signs: int) -> Iterator[Reading]:
    """Yield what is a time only where it stands alone: "3h", "20 August", "Wednesday"."""
    for match in grammar.BARE_AGO.finditer(flat) if signs & _DIGITS else ():
        unit = _BARE_UNITS.get(match["unit"]) or grammar.COUNTED_UNIT[match["unit"]]
        yield _ago(match.start(), match.end(), [(int(match["number"]), unit)])
    for pattern in grammar.YEARLESS_PATTERNS if signs & _MONTH else ():
        for match in pattern.finditer(flat):
            start, end, clock = _with_clock(flat, match.start(), match.end())
            month = _month_number(match["month"])
            yield DateReading(start, end, None, month, int(match["day"]), clock)
    for pattern in (grammar.NAMED_DAYS, grammar.WEEKDAYS) if signs & _DAY else ():
        for match in pattern.finditer(flat):
            yield _day_reading(flat, match)


def _day_reading(flat: str, match: re.Match[str]) -> DayReading:
    start, end, clock = _with_clock(flat, match.start(), match.end())
    groups = match.groupdict()
    if groups.get("named"):
        name = re.sub(r"\s+", " ", groups["named"])
        return DayReading(start, end, grammar.NAMED_DAY[name], None, clock)
    name = re.sub(r"\s+", " ", groups["weekday"])
    weekday = grammar.WEEKDAY_BY_NAME[name]
    return DayReading(start, end, None, weekday, clock, is_before=bool(groups.get("before")))
