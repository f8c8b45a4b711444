"""The stories of one day, the foremost first, each with what its reports say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from wireroom.news.queries.brief import ShownPoint, cited_by, keep_points, show_points
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.cited import cite_reports
from wireroom.news.queries.columns import STORY_END, as_story
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.of_day import parts_of_day
from wireroom.news.queries.ranked import Ranked, read_parts

MOST_STORIES: Final = 10
POINTS: Final = 2
_STORIES: Final = Ranked(
    columns="brief.content",
    joins="LEFT JOIN news_brief AS brief ON brief.story_id = story.id",
)


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


def read_wrap_up(languages: Sequence[str], day: date, *, country: str = "") -> WrapUp:
    """Return the day's foremost stories, with a country as it has them.

    Three queries, and two for each language tag; for a country, four.
    """
    parts = parts_of_day(_with_condition, day)
    rows = read_parts(parts, languages, country, MOST_STORIES)
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


def _with_condition(condition: str) -> Ranked:
    return replace(_STORIES, condition=condition)


def read_wrap_ups(
    languages: Sequence[str], *, country: str = "", before: date, days: int
) -> Iterator[WrapUp]:
    """Yield the wrap-ups of the days before one, the latest first, without those of no story."""
    for back in range(1, days + 1):
        wrap_up = read_wrap_up(languages, before - timedelta(days=back), country=country)
        if wrap_up.stories:
            yield wrap_up
