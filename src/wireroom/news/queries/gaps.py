"""The largest stories of the last day that some kinds of outlets hardly tell, or tell alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import merge
from typing import Final

from wireroom.engine.insight.perspectives.gaps import Gap
from wireroom.engine.stories.rank import rank_of_time
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    STORY_COLUMNS,
    STORY_END,
    STORY_TABLES,
    as_story,
)
from wireroom.news.queries.perspectives import read_gaps
from wireroom.news.queries.ranked import story_tags
from wireroom.news.queries.rows import Row, Value, read_rows, time_value

# What is looked through: the largest of a day, in each language tag of an edition.
MOST_STORIES: Final = 60
_DAY: Final = timedelta(days=1)
# Rank lifts a story for its coverage and lowers it for a flood of one outlet, by less than this
# (see wrap_up): the index by rank finds the day's stories whatever the archive's size.
_LOWERED: Final = 6.0
_STORIES: Final = f"""
SELECT {STORY_COLUMNS}, brief.content
FROM {STORY_TABLES} LEFT JOIN news_brief AS brief ON brief.story_id = story.id
WHERE story.lang = %s AND {IS_PUBLISHED} AND story.rank >= %s
    AND story.last_at >= %s
ORDER BY story.outlets_count DESC, story.id LIMIT {MOST_STORIES}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnevenStory:
    """A story and where its coverage has gaps."""

    story: StoryCard
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsPage:
    """The uneven ones of `looked_at` stories, the largest first, and the axes that they name."""

    stories: tuple[UnevenStory, ...]
    axes: tuple[str, ...]
    looked_at: int


def read_uneven(languages: Sequence[str], *, axis: str, now: datetime) -> GapsPage:
    """Return stories of the last day with gaps, on one axis if that is named.

    A query, and one for each language tag.
    """
    rows = list(merge(*(_read(tag, now) for tag in story_tags(languages)), key=_size))
    kept = [
        (row, read_gaps(json.loads(row[STORY_END])))
        for row in rows[:MOST_STORIES]
        if row[STORY_END]
    ]
    stories = [
        UnevenStory(story=story_card(as_story(row)), gaps=shown)
        for row, gaps in kept
        if (shown := tuple(gap for gap in gaps if axis in ("", gap.axis)))
    ]
    named = dict.fromkeys(gap.axis.value for _, gaps in kept for gap in gaps)
    return GapsPage(stories=tuple(stories), axes=tuple(sorted(named)), looked_at=len(kept))


def _read(tag: str, now: datetime) -> list[Row]:
    since = now - _DAY
    values: tuple[Value, ...] = (tag, rank_of_time(since) - _LOWERED, time_value(since))
    return read_rows(_STORIES, values)


def _size(row: Row) -> tuple[int, int]:
    story = as_story(row)
    return -story.outlets_count, story.id
