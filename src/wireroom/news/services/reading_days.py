"""Counting what pages turned out to be, outlet by outlet and day by day."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime

from django.db.models import F

from wireroom.news.models import Page, ReadingDay

_Key = tuple[int, date, str]  # outlet, day, health


def day_of(page: Page, *, now: datetime) -> date:
    """Return the UTC day under which a page counts: that of its fetch."""
    return (page.fetched_at or now).astimezone(UTC).date()


def count_readings(read: Iterable[tuple[Page, str]], *, now: datetime) -> None:
    """Count pages with what they were just read as, inside the caller's transaction.

    The rows still say what each page was before and under which day it counted: read again, it
    moves to its new health on that day. The caller writes both to the rows in the same
    transaction, under their leases, so that a reading counts once, whoever dies when.
    """
    changes: Counter[_Key] = Counter()
    for page, health in read:
        day = day_of(page, now=now)
        if page.counted_on == day:
            changes[page.outlet_id, day, page.health] -= 1
        changes[page.outlet_id, day, health] += 1
    # In one order, so that two coordinators never wait for each other's rows in a circle.
    for key in sorted(changes):
        if changes[key]:
            _add(key, changes[key])


def _add(key: _Key, pages: int) -> None:
    outlet, day, health = key
    known = ReadingDay.objects.filter(outlet_id=outlet, day=day, health=health)
    if known.update(pages=F("pages") + pages) or pages < 0:
        return
    _row, is_new = ReadingDay.objects.get_or_create(
        outlet_id=outlet, day=day, health=health, defaults={"pages": pages}
    )
    if not is_new:  # another coordinator was first
        known.update(pages=F("pages") + pages)
