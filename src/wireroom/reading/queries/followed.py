"""The stories that a person follows, and what came in since they last looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wireroom.news.queries.cards import ReportCard, StoryCard, story_card
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    STORY_COLUMNS,
    STORY_END,
    STORY_LEADS,
    as_story,
)
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.cursors import TimeCursor
from wireroom.news.queries.rows import (
    Row,
    Value,
    marks,
    moment,
    read_rows,
    time_value,
    written_moment,
)
from wireroom.people.models import Person
from wireroom.reading.models import Seen
from wireroom.reading.queries.hiding import Hiding, unblocked
from wireroom.reading.queries.led import LED_STORIES
from wireroom.reading.queries.stories import read_stories

PAGE_STORIES: Final = 20
_MOST_NEW: Final = 100
# Between a report's first sight and its place in a story lie minutes, after a standstill hours.
# What was seen longer ago and came into the story since was moved there: it is no news.
_ON_ITS_WAY: Final = timedelta(hours=6)
# Stories that were merged lead on and keep the mark of when they were looked at.
_FOLLOWED: Final = f"""
WITH RECURSIVE {LED_STORIES}, looked(follow_id, at) AS (
    SELECT led.follow_id, max(seen.at) FROM led
    JOIN reading_seen AS seen ON seen.story_id = led.story_id AND seen.person_id = %s
    GROUP BY led.follow_id
), followed(story_id, at) AS (
    SELECT led.story_id, max(COALESCE(looked.at, follow.at))
    FROM led JOIN reading_follow AS follow ON follow.id = led.follow_id
    LEFT JOIN looked ON looked.follow_id = led.follow_id
    GROUP BY led.story_id
)
SELECT {STORY_COLUMNS}, CAST(followed.at AS text)
FROM followed JOIN news_story AS story ON story.id = followed.story_id {STORY_LEADS}
WHERE {IS_PUBLISHED} AND story.spiked_at IS NULL AND story.last_at IS NOT NULL{{after}}
ORDER BY story.last_at DESC, story.id LIMIT %s
"""
_AFTER: Final = " AND story.last_at <= %s AND (story.last_at < %s OR story.id > %s)"
_IS_NEW: Final = """(place.story_id = %s AND place.assigned_at > %s AND article.seen_at > %s)"""
_IS_READ: Final = """article.spiked_at IS NULL AND article.outlet_id NOT IN (
    SELECT outlet_id FROM reading_block WHERE person_id = %s
)"""
_COUNTS: Final = f"""
SELECT place.story_id, count(*) FROM news_membership AS place
JOIN news_article AS article ON article.id = place.article_id
WHERE place.story_id IN ({{stories}}) AND ({{new}}) AND {_IS_READ} GROUP BY place.story_id
"""
_NEW: Final = f"""
SELECT article.id FROM news_membership AS place
JOIN news_article AS article ON article.id = place.article_id
WHERE {_IS_NEW} AND {_IS_READ} ORDER BY article.sort_at DESC, article.id DESC LIMIT {_MOST_NEW}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A story that is followed, when its follower last looked, and how many reports came since."""

    story: StoryCard
    looked_at: datetime
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPage:
    """A page of followed stories, the last told first; `older` is where the next one starts."""

    stories: tuple[Followed, ...]
    older: TimeCursor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A story and its reports that came in since a time, the latest first."""

    story: StoryCard
    reports: tuple[ReportCard, ...]


def read_followed(
    person: Person, hiding: Hiding, *, before: TimeCursor | None = None, limit: int = PAGE_STORIES
) -> FollowedPage:
    """Return the stories that a person follows: at most four queries.

    A story that blocked outlets alone tell is not there.
    """
    who: tuple[Value, ...] = (person.pk,) * 2
    sql = _FOLLOWED.format(after=_AFTER if before else "")
    rows = read_rows(sql, (*who, *(before.values() if before else ()), limit + 1))
    shown = rows[:limit]
    looked = {row[0]: written_moment(row[STORY_END]) for row in shown}
    counts = _count_new(looked, person.pk)
    cards = unblocked([story_card(as_story(row)) for row in shown], hiding)
    return FollowedPage(
        stories=tuple(
            Followed(story=one, looked_at=looked[one.id], new=counts.get(one.id, 0))
            for one in cards
        ),
        older=_cursor(rows[limit - 1]) if len(rows) > limit else None,
    )


def read_news_of(
    person: Person, story_id: int, hiding: Hiding, *, since: datetime | None
) -> News | None:
    """Return what came into a story since a time, else since the person last looked.

    None where there is no such story. At most six queries.
    """
    story = read_stories([story_id], hiding).get(story_id)
    if story is None:
        return None
    seen = Seen.objects.filter(person=person, story=story_id).first()
    at = since or (seen.at if seen else None)
    rows = read_rows(_NEW, (*_new_values(story_id, at), person.pk)) if at else []
    reports = read_reports(article for (article,) in rows)
    shown = (reports[article].card for (article,) in rows if article in reports)
    return News(story=story, reports=tuple(shown))


def _count_new(looked: dict[int, datetime], person_id: int) -> dict[int, int]:
    if not looked:
        return {}
    either = " OR ".join([_IS_NEW] * len(looked))
    sql = _COUNTS.format(stories=marks(tuple(looked)), new=either)
    values: list[Value] = [*looked]
    for story_id, at in looked.items():
        values += _new_values(story_id, at)
    return dict(read_rows(sql, (*values, person_id)))


def _new_values(story_id: int, at: datetime) -> Sequence[Value]:
    return story_id, time_value(at), time_value(at - _ON_ITS_WAY)


def _cursor(row: Row) -> TimeCursor | None:
    last_at = as_story(row).last_at
    return TimeCursor(moment(last_at), row[0]) if last_at else None
