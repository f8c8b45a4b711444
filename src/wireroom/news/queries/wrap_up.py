"""The stories of one day, the foremost first, each with what its reports say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice
from typing import Final

from wireroom.news.queries.brief import ShownPoint, cited_by, keep_points, show_points
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.cited import cite_reports
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    STORY_COLUMNS,
    STORY_END,
    STORY_TABLES,
    as_story,
)
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.front import story_tags
from wireroom.news.queries.of_day import OF_DAY, day_values
from wireroom.news.queries.rows import Row, read_rows

MOST_STORIES: Final = 10
POINTS: Final = 2
_STORIES: Final = f"""
SELECT {STORY_COLUMNS}, brief.content
FROM {STORY_TABLES} LEFT JOIN news_brief AS brief ON brief.story_id = story.id
WHERE story.lang = %s AND {IS_PUBLISHED} AND {OF_DAY}
ORDER BY story.rank DESC, story.id LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedStory:
    """A story of the day and sentences of its reports."""

    story: StoryCard
    points: tuple[ShownPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUp:
    """What a day brought; days are UTC's."""

    day: date
    stories: tuple[WrappedStory, ...]


def read_wrap_up(languages: Sequence[str], day: date) -> WrapUp:
    """Return the day's foremost stories: three queries, and one for each language tag."""
    ranked = merge(*(_read_ranked(tag, day) for tag in story_tags(languages)), key=_position)
    rows = list(islice(ranked, MOST_STORIES))
    kept = [keep_points(row[STORY_END] or "", most=POINTS) for row in rows]
    citing = cite_reports(
        read_reports({article for points in kept for article in cited_by(points)})
    )
    return WrapUp(
        day=day,
        stories=tuple(
            WrappedStory(story=story_card(as_story(row)), points=show_points(points, citing))
            for row, points in zip(rows, kept, strict=True)
        ),
    )


def read_wrap_ups(languages: Sequence[str], *, before: date, days: int) -> Iterator[WrapUp]:
    """Yield the wrap-ups of the days before one, the latest first, without those of no story."""
    for back in range(1, days + 1):
        wrap_up = read_wrap_up(languages, before - timedelta(days=back))
        if wrap_up.stories:
            yield wrap_up


def _read_ranked(tag: str, day: date) -> list[Row]:
    return read_rows(_STORIES, (tag, *day_values(day), MOST_STORIES))


def _position(row: Row) -> tuple[float, int]:
    story = as_story(row)
    return (-(story.rank or 0.0), story.id)
