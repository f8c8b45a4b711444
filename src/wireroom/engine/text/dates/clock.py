"""Clocks beside a day: "Tuesday at 9:30 a.m. (0630 GMT)", "مساء الثلاثاء الساعة 9:30"."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

# How far before or after a day its clock is looked for, in signs.
_NEAR: Final = 48
_DIGIT: Final = re.compile(r"\d")
_HALF: Final = r"(?P<half>[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|صباحا|صباحاً|صباحًا|مساء|مساءً|ظهرا|ظهراً)"
_HANDS: Final = (
    rf"(?:(?P<hour>[01]?\d|2[0-3])(?:(?:[:.]|h(?=\d))(?P<minute>[0-5]\d)(?!\d)(?:\s?{_HALF}|\s?Uhr|\s?h\b)?"
    rf"|\s?(?:{_HALF.replace('half', 'half2')}|Uhr\b|h\b)))"
)
_ZONE: Final = (
    r"(?:\s?\(?(?:(?P<gmt>[0-2]\d[0-5]\d|\d{1,2}:[0-5]\d)\s?)?"
    r"(?P<zone>(?:GMT|UTC)(?:[+-]\d{1,2})?|(?:بتوقيت )?(?:غرينتش|جرينتش|غرينيتش)|ت\.?\s?غ)\)?)?"
)
_LEAD: Final = (
    r"(?:,?\s(?:at|à|a las|um|gegen|في|عند|(?:في |عند )?(?:تمام )?الساعة)?\s?(?:about |around )?)"
)
AFTER: Final = re.compile(rf"{_LEAD}(?:{_HANDS}{_ZONE}|\(?(?P<alone>[0-2]\d[0-5]\d)\s?GMT\)?)")
BEFORE: Final = re.compile(rf"(?<!\d)(?<!\d[.:]){_HANDS}{_ZONE},?\s(?:on |le |am |el |من |يوم )?\Z")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with its offset in minutes from UTC, where that is stated."""

    hour: int
    minute: int
    offset: int | None


def clock_after(text: str, end: int) -> tuple[int, Clock] | None:
    """Return where a clock that follows a day ends, and what it shows."""
    found = AFTER.match(text, end, min(len(text), end + _NEAR))
    clock = _clock(found) if found else None
    return (found.end(), clock) if found and clock else None


def clock_before(text: str, start: int) -> tuple[int, Clock] | None:
    """Return where a clock that stands before a day begins, and what it shows."""
    floor = max(0, start - _NEAR)
    if not _DIGIT.search(text, floor, start):
        return None
    found = BEFORE.search(text[floor:start])
    clock = _clock(found) if found else None
    return (floor + found.start(), clock) if found and clock else None


def moment_of(day: date, clock: Clock) -> datetime | None:
    """Return the moment in UTC; None where the clock's zone is not stated."""
    if clock.offset is None:
        return None
    zone = timezone(timedelta(minutes=clock.offset))
    try:
        at = datetime(day.year, day.month, day.day, clock.hour, clock.minute, tzinfo=zone)
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _clock(found: re.Match[str]) -> Clock | None:
    groups = found.groupdict()
    stated = groups.get("gmt") or groups.get("alone")
    if stated:
        digits = stated.replace(":", "").rjust(4, "0")
        hour, minute = int(digits[:2]), int(digits[2:])
        return Clock(hour, minute, 0) if hour < 24 else None
    hour, minute = int(groups["hour"]), int(groups["minute"] or 0)
    half = re.sub(r"[.\s]", "", groups["half"] or groups["half2"] or "").lower()
    if half and hour > 12:
        return None
    if half.startswith(("p", "مس", "ظه")) and hour < 12:
        hour += 12
    elif half.startswith(("a", "ص")) and hour == 12:
        hour = 0
    return Clock(hour, minute, _offset(groups["zone"]))


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    hours = re.search(r"[+-]\d{1,2}", zone)
    return 60 * int(hours.group()) if hours and abs(int(hours.group())) <= 15 else 0
