"""What search engines are told of: stories, topics and outlets, in pieces by their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from wireroom.engine.stories.rank import rank_of_time
from wireroom.news.queries.columns import IS_PUBLISHED
from wireroom.news.queries.languages import archive_tags
from wireroom.news.queries.rows import (
    Row,
    moment,
    moment_if_any,
    read_rows,
    time_value,
    written_moment,
)
from wireroom.news.queries.topics import IS_SHOWN, TOPIC_COLUMNS, TOPIC_END, TopicCard, topic_card

# Numbers of one piece: the protocol allows 50,000 addresses, and a topic has one in each language.
# So few are made in the time of some pages, and one that changed is not much to ask for again.
A_PIECE: Final = 5_000
NEWS_DAYS: Final = timedelta(days=2)  # as search engines take news for new
MOST_NEWS: Final = 1_000  # of one news sitemap, by their rule
# How far below the rank of its time a story may stand: one of a flood of 1,000 stands 4.6 below.
_CROWDED: Final = 5.0
_IS_LISTED: Final = f"{IS_PUBLISHED} AND story.spiked_at IS NULL"
# From the first row of a piece to the first one beyond it: some 200 looks at a million rows, where
# counting them reads them all, in a second.
_PIECES: Final = f"""
WITH RECURSIVE piece(number) AS (
    SELECT CAST(0 AS bigint)
    UNION ALL
    SELECT (SELECT (listed.id - 1) / {A_PIECE} + 1 FROM {{listed}}
            WHERE listed.id > piece.number * {A_PIECE} AND {{is_listed}}
            ORDER BY listed.id LIMIT 1)
    FROM piece WHERE piece.number IS NOT NULL
)
SELECT number FROM piece WHERE number > 0 ORDER BY number
"""
_STORIES: Final = f"""
SELECT story.id, story.lang, story.last_at FROM news_story AS story
WHERE story.id > %s AND story.id <= %s AND {_IS_LISTED} ORDER BY story.id
"""
# When a topic's latest story in a language was last told: one look into the index of its stories.
_LATEST: Final = f"""(
    SELECT CAST(tag.at AS text) FROM news_storytopic AS tag
    JOIN news_story AS story ON story.id = tag.story_id
    WHERE tag.topic_id = topic.id AND tag.lang = %s AND {_IS_LISTED}
    ORDER BY tag.at DESC LIMIT 1
)"""
_TOPICS: Final = f"""
SELECT {TOPIC_COLUMNS}{{latest}} FROM news_topic AS topic
WHERE topic.id > %s AND topic.id <= %s AND {IS_SHOWN} ORDER BY topic.id
"""
# What its page lists: of an outlet with pages of its own, what stood there.
_LATEST_REPORT: Final = """(
    SELECT CAST(article.sort_at AS text) FROM news_article AS article
    WHERE article.outlet_id = outlet.id AND article.spiked_at IS NULL
        AND (outlet.home_url = '' OR article.platform_id IS NULL)
    ORDER BY article.sort_at DESC LIMIT 1
)"""
_OUTLETS: Final = f"""
SELECT slug, at FROM (
    SELECT outlet.id, outlet.slug, {_LATEST_REPORT} AS at FROM news_outlet AS outlet
    WHERE outlet.state <> 'blocked' AND outlet.id > %s AND outlet.id <= %s
) AS listed WHERE at IS NOT NULL ORDER BY id
"""
_NEWS: Final = f"""
SELECT story.rank, story.id, story.lang, story.headline, story.first_at FROM news_story AS story
WHERE story.lang = %s AND {_IS_LISTED} AND story.rank >= %s AND story.first_at >= %s
    AND story.headline <> ''
ORDER BY story.rank DESC, story.id LIMIT {MOST_NEWS}
"""
_LISTED: Final = {
    "stories": ("news_story", _IS_LISTED.replace("story.", "listed.")),
    "topics": (
        "news_topic",
        IS_SHOWN.replace("topic.", "listed.")
        + " AND EXISTS (SELECT 1 FROM news_storytopic AS tag WHERE tag.topic_id = listed.id)",
    ),
    "outlets": (
        "news_outlet",
        f"listed.state <> 'blocked' AND {_LATEST_REPORT} IS NOT NULL".replace("outlet.", "listed."),
    ),
}


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story, and when it was last told."""

    id: int
    lang: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ListedTopic:
    """A topic, and when its latest story was last told, by the languages that it has stories in."""

    topic: TopicCard
    at: dict[str, datetime]


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """An outlet, and when its latest report was published."""

    slug: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewStory:
    """A story of the last days."""

    id: int
    lang: str
    headline: str
    first_at: datetime


def read_pieces(kind: str) -> list[int]:
    """Return the numbers of a kind's pieces that hold anything, in one query.

    A piece holds the rows numbered above `number - 1` and up to `number` times A_PIECE.
    """
    table, is_listed = _LISTED[kind]
    sql = _PIECES.format(listed=f"{table} AS listed", is_listed=is_listed)
    return [number for (number,) in read_rows(sql)]


def read_listed_stories(number: int) -> list[ListedStory]:
    """Return the stories of a piece: one query."""
    rows = read_rows(_STORIES, _bounds(number))
    return [ListedStory(id_, lang, moment_if_any(at)) for id_, lang, at in rows]


def read_listed_topics(number: int, languages: Sequence[str]) -> list[ListedTopic]:
    """Return the topics of a piece that have stories in one of the languages: one query."""
    sql = _TOPICS.format(latest="".join(f", {_LATEST}" for _ in languages))
    listed = (
        ListedTopic(topic_card(row), _by_language(languages, row[TOPIC_END:]))
        for row in read_rows(sql, (*languages, *_bounds(number)))
    )
    return [one for one in listed if one.at]


def read_listed_outlets(number: int) -> list[ListedOutlet]:
    """Return the outlets of a piece that reported anything: one query."""
    rows = read_rows(_OUTLETS, _bounds(number))
    return [ListedOutlet(slug, written_moment(at)) for slug, at in rows]


def read_new_stories(*, now: datetime) -> list[NewStory]:
    """Return the foremost stories that began in the last two days: a query for each language."""
    since = now - NEWS_DAYS
    values = (rank_of_time(since) - _CROWDED, time_value(since))
    rows = [row for tag in archive_tags() for row in read_rows(_NEWS, (tag, *values))]
    rows.sort(key=lambda row: (-row[0], row[1]))
    return [
        NewStory(id_, lang, headline, moment(at))
        for _rank, id_, lang, headline, at in rows[:MOST_NEWS]
    ]


def _by_language(languages: Sequence[str], latest: Row) -> dict[str, datetime]:
    return {lang: written_moment(at) for lang, at in zip(languages, latest, strict=True) if at}


def _bounds(number: int) -> tuple[int, int]:
    return (number - 1) * A_PIECE, number * A_PIECE
