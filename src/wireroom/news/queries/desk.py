"""What needs a person: silent outlets, feeds that fail, and stories that may be one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Max

from wireroom.news.models import ErrorState, Feed, OutletState, ReadingDay, ReportedError, Story
from wireroom.news.queries.queue import failing_feeds
from wireroom.news.queries.rows import read_rows, time_value

# An outlet with pages on this many of the days before is no weekly: two days without are a sign.
_USUAL_DAYS: Final = 7
_BEFORE: Final = timedelta(days=14)
_SILENT: Final = timedelta(days=2)
# Stories of one event that were parted mostly stand next to each other on one day's front; three
# rare names in common are what a reader would call the same people and places.
_PAIRS_WITHIN: Final = timedelta(hours=36)
_PAIRS_OF: Final = 300
_NAMES_SHARED: Final = 3
_PAIRS: Final = f"""
WITH fresh AS (
    SELECT id, lang FROM news_story
    WHERE lang = %s AND rank IS NOT NULL AND last_at >= %s ORDER BY rank DESC LIMIT {_PAIRS_OF}
)
SELECT one.story_id, other.story_id, COUNT(*) FROM fresh
JOIN news_rarename AS one ON one.story_id = fresh.id
JOIN news_rarename AS other ON other.key = one.key AND other.story_id > one.story_id
WHERE other.story_id IN (SELECT id FROM fresh)
GROUP BY one.story_id, other.story_id HAVING COUNT(*) >= {_NAMES_SHARED}
ORDER BY COUNT(*) DESC, one.story_id DESC LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """An outlet that used to publish on most days and has not since `last_on`."""

    outlet: int
    name: str
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeOne:
    """Two stories that give many of the same rare names."""

    one: Story
    other: Story
    names: int


def read_silent(*, today: date, limit: int) -> list[Silent]:
    """Return the outlets that fell silent, the latest first: one query."""
    days = ReadingDay.objects.filter(
        day__gt=today - _BEFORE, pages__gt=0, outlet__state=OutletState.ON
    )
    rows = (
        days.values("outlet", "outlet__name")
        .annotate(last=Max("day"), days=Count("day", distinct=True))
        .filter(last__lte=today - _SILENT, days__gte=_USUAL_DAYS)
        .order_by("-last", "outlet__name")[:limit]
    )
    return [
        Silent(outlet=row["outlet"], name=row["outlet__name"], last_on=row["last"]) for row in rows
    ]


def read_failing(*, limit: int) -> list[Feed]:
    """Return failing and retired feeds of outlets that are asked at all: one query."""
    return list(failing_feeds().filter(outlet__state=OutletState.ON)[:limit])


def count_open_errors() -> int:
    """Return how many reported errors wait for somebody to decide."""
    return ReportedError.objects.filter(state=ErrorState.OPEN).count()


def read_pairs(langs: Sequence[str], *, now: datetime, limit: int) -> list[MayBeOne]:
    """Return stories of one language that may be one, of most names in common first.

    One query a language, and one more.
    """
    since = time_value(now - _PAIRS_WITHIN)
    rows = [row for lang in langs for row in read_rows(_PAIRS, (lang, since, limit))]
    found = sorted(rows, key=lambda row: -row[2])[:limit]
    stories = Story.objects.in_bulk({story for row in found for story in row[:2]})
    return [
        MayBeOne(one=stories[one], other=stories[other], names=names)
        for one, other, names in found
        if one in stories and other in stories
    ]
