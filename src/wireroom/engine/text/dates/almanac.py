"""Weeks, months, quarters and years around a day; None where the calendar ends."""

from datetime import date, timedelta
from typing import Final

from wireroom.engine.text.dates.tables import DECADE, MONTH, WEEK, YEAR

Span = tuple[date, date]
_WEEK_DAYS: Final = 7


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """Return the day so many days on."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def weekday_near(today: date, weekday: int, *, ahead: bool, strictly: bool) -> date | None:
    """Return the nearest such weekday on one side of a day, the day itself unless `strictly`."""
    gap = (weekday - today.weekday()) % 7 if ahead else (today.weekday() - weekday) % 7
    gap = gap or (_WEEK_DAYS if strictly else 0)
    return moved(today, gap if ahead else -gap)


def week_of(today: date, weeks: int) -> Span | None:
    """Return the week so many weeks on, Monday to Sunday (ISO 8601)."""
    monday = moved(today, 7 * weeks - today.weekday())
    sunday = moved(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def months_of(year: int, month: int, count: int = 1) -> Span | None:
    """Return so many months from the first of one on; the month may lie outside 1 to 12."""
    index = year * 12 + month - 1
    first = day_of(index // 12, index % 12 + 1, 1)
    after = day_of((index + count) // 12, (index + count) % 12 + 1, 1)
    last = moved(after, -1) if after else None
    return (first, last) if first and last else None


def unit_around(today: date, unit: int, steps: int) -> Span | None:
    """Return the week, month, year or decade that lies so many on from the day's own."""
    if unit == WEEK:
        return week_of(today, steps)
    if unit == MONTH:
        return months_of(today.year, today.month + steps)
    if unit == YEAR:
        return months_of(today.year + steps, 1, 12)
    if unit == DECADE:
        return months_of(today.year // 10 * 10 + 10 * steps, 1, 120)
    return None


def quarter_of(year: int, number: int) -> Span | None:
    """Return a quarter of a calendar year."""
    return months_of(year, 3 * number - 2, 3) if 1 <= number <= 4 else None


def half_of(year: int, number: int) -> Span | None:
    """Return a half of a calendar year."""
    return months_of(year, 6 * number - 5, 6) if 1 <= number <= 2 else None
