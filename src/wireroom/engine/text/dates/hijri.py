"""Hijri dates by the tabular calendar, which knows no sighting of the moon: a day either way."""

from datetime import date
from typing import Final

# 1 Muharram 1 is 16 July 622 of the Julian calendar, "civil" epoch: day 227,015 counted from
# 1 January 1 (Reingold and Dershowitz, Calendrical Calculations, chapter 7).
_EPOCH: Final = 227_015
_LONGEST: Final = (30, 29)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day; None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 9000):
        return None
    if day > _LONGEST[(month - 1) % 2] and not (month == 12 and _is_leap(year)):
        return None
    days = 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_EPOCH - 1 + days + day)


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """Return the first and the last day of a month."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + month // 12, month % 12 + 1, 1)
    if first is None or after is None:
        return None
    return first, date.fromordinal(after.toordinal() - 1)


def _is_leap(year: int) -> bool:
    return (14 + 11 * year) % 30 < 11
