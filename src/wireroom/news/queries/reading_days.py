"""How well outlets' pages were read of late, day by day, and whose fell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from wireroom.engine.types import Health
from wireroom.news.models import ReadingDay
from wireroom.news.queries.rows import Row, read_rows

# What holds a report, if only its opening.
_READ: Final = frozenset({Health.ARTICLE.value, Health.PAYWALL.value})
# How far back the days go that an outlet's page shows and a fall is judged by.
READING_DAYS: Final = 30
_DAYS: Final = """
SELECT day, health, pages FROM news_readingday
WHERE outlet_id = %s AND day > %s AND pages > 0 ORDER BY day
"""
# A fall is told where pages of the last days are enough to judge by, and many more were read
# before: below half of the share that was usual.
_LAST_DAYS: Final = 2
_FEWEST_LATELY: Final = 5
_FEWEST_BEFORE: Final = 20
_FALLEN: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRead:
    """The pages fetched on a UTC day: how many, and how many of them were read as reports."""

    day: date
    pages: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The pages of a row of days, the first and the last of them with pages."""

    first: date
    last: date
    pages: int
    reports: int

    @property
    def part(self) -> float:
        """How many of the pages were read as reports, 0 to 1."""
        return self.reports / self.pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """The share of pages read as reports in the last days, and the usual one before."""

    usual: Share
    lately: Share


def read_days(outlet_id: int, today: date) -> tuple[DayRead, ...]:
    """Return an outlet's last READING_DAYS that have any pages, the oldest first: one query."""
    return _as_days(read_rows(_DAYS, (outlet_id, today - timedelta(days=READING_DAYS))))


def fallen_outlets(*, today: date, limit: int) -> list[tuple[str, Fall]]:
    """Return (outlet's name, fall) for the outlets that fell, the deepest fall first: one query.

    Rows are taken as they come, so that memory does not grow with the number of outlets.
    """
    rows = (
        ReadingDay.objects.filter(day__gt=today - timedelta(days=READING_DAYS), pages__gt=0)
        .order_by("outlet_id", "day")
        .values_list("outlet_id", "outlet__name", "day", "health", "pages")
    )
    fallen = sorted(_falls(rows.iterator()), key=lambda one: (one[1].lately.part, one[0]))
    return fallen[:limit]


def _falls(rows: Iterator[Row]) -> Iterator[tuple[str, Fall]]:
    for (_id, name), group in groupby(rows, key=lambda row: row[:2]):
        if (fall := find_fall(_as_days([row[2:] for row in group]))) is not None:
            yield name, fall


def _as_days(rows: Sequence[Row]) -> tuple[DayRead, ...]:
    pages: Counter[date] = Counter()
    reports: Counter[date] = Counter()
    for day, health, count in rows:
        day = day if isinstance(day, date) else date.fromisoformat(day)
        pages[day] += count
        reports[day] += count if health in _READ else 0
    return tuple(
        DayRead(day=day, pages=count, reports=reports[day]) for day, count in pages.items()
    )


def find_fall(days: Sequence[DayRead]) -> Fall | None:
    """Return how the share of pages read as reports fell, None where it did not.

    `days` are in order. Most often the outlet's pages were rebuilt.
    """
    if not days:
        return None
    border = days[-1].day - timedelta(days=_LAST_DAYS)
    lately = _share([one for one in days if one.day > border])
    usual = _share([one for one in days if one.day <= border])
    if lately is None or usual is None:
        return None
    if lately.pages < _FEWEST_LATELY or usual.pages < _FEWEST_BEFORE:
        return None
    return Fall(usual=usual, lately=lately) if lately.part < _FALLEN * usual.part else None


def _share(days: Sequence[DayRead]) -> Share | None:
    pages = sum(one.pages for one in days)
    if not pages:
        return None
    reports = sum(one.reports for one in days)
    return Share(first=days[0].day, last=days[-1].day, pages=pages, reports=reports)
