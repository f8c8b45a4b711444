"""One topic: its stories, its coverage over time, who is named with it, and what it said."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from wireroom.engine.insight.topics.keys import person_key
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.queries.brief import ShownQuote, show_quotes
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.cited import Cited, cite_reports
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    OPENING_CHARS,
    STORY_COLUMNS,
    STORY_END,
    STORY_LEADS,
    as_story,
)
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.cursors import TimeCursor
from wireroom.news.queries.mends import Withdrawn
from wireroom.news.queries.rows import (
    Row,
    Value,
    marks,
    moment,
    read_row,
    read_rows,
    written_moment,
)
from wireroom.news.queries.topics import (
    IS_SHOWN,
    TOPIC_COLUMNS,
    TOPIC_END,
    TopicCard,
    topic_card,
)

LATEST_STORIES: Final = 20
_MOST_QUOTES: Final = 12
_OPENING_WORDS: Final = 30  # some two lines: lists of topics are read by their headlines
_MOST_CITED: Final = 3  # of a story's mentions are tried: an outlet may allow no words
_MOST_MOMENTS: Final = 400  # stories; the latest of the foremost topics are of weeks
_BESIDE_STORIES: Final = 100  # the latest: who is named with it now
_MOST_BESIDE: Final = 12
_TOPIC: Final = f"""
SELECT {TOPIC_COLUMNS}, topic.hidden_at, topic.merged_into_id FROM news_topic AS topic
WHERE {{condition}}
"""
_AFTER: Final = " AND tag.at <= %s AND (tag.at < %s OR tag.story_id > %s)"
_STORIES: Final = f"""
SELECT {STORY_COLUMNS}, tag.at, tag.mentions, {{quotes}},
    CASE WHEN trim(lead.standfirst) = '' THEN substr(text.body, 1, {OPENING_CHARS}) END
FROM news_storytopic AS tag JOIN news_story AS story ON story.id = tag.story_id {STORY_LEADS}
LEFT JOIN news_revision AS text
    ON text.article_id = lead.id AND text.number = lead.revision_count
{{briefs}}
WHERE tag.topic_id = %s AND tag.lang IN ({{langs}}) AND {IS_PUBLISHED} AND story.spiked_at IS NULL
    {{after}}
ORDER BY tag.at DESC, tag.story_id LIMIT %s
"""
_BRIEFS: Final = "LEFT JOIN news_brief AS brief ON brief.story_id = story.id"
# Both by index alone: of the foremost topic they read tens of thousands of rows. What was
# withdrawn a moment ago may count here until its story is tagged again.
_MOMENTS: Final = f"""
SELECT CAST(tag.at AS text), tag.reports FROM news_storytopic AS tag
WHERE tag.topic_id = %s AND tag.lang IN ({{langs}}) ORDER BY tag.at DESC LIMIT {_MOST_MOMENTS}
"""
# A loose index scan: one seek a language, so that the page's own are not read through.
_ELSEWHERE: Final = """
WITH RECURSIVE told(lang) AS (
    SELECT min(lang) FROM news_storytopic WHERE topic_id = %s
    UNION ALL
    SELECT (SELECT min(lang) FROM news_storytopic WHERE topic_id = %s AND lang > told.lang)
    FROM told WHERE told.lang IS NOT NULL
)
SELECT counted.lang, counted.stories FROM (
    SELECT told.lang, (
        SELECT count(*) FROM news_storytopic AS tag WHERE tag.topic_id = %s AND tag.lang = told.lang
    ) AS stories
    FROM told WHERE told.lang IS NOT NULL AND told.lang NOT IN ({langs})
) AS counted
ORDER BY counted.stories DESC, counted.lang
"""
_BESIDE: Final = f"""
SELECT {TOPIC_COLUMNS}, counted.stories FROM (
    SELECT other.topic_id, count(*) AS stories FROM (
        SELECT tag.story_id FROM news_storytopic AS tag
        WHERE tag.topic_id = %s AND tag.lang IN ({{langs}}) ORDER BY tag.at DESC
        LIMIT {_BESIDE_STORIES}
    ) AS latest
    JOIN news_storytopic AS other ON other.story_id = latest.story_id
    WHERE other.topic_id <> %s
    GROUP BY other.topic_id
) AS counted
JOIN news_topic AS topic ON topic.id = counted.topic_id
WHERE {IS_SHOWN} AND topic.kind <> 'subject'
ORDER BY counted.stories DESC, topic.id LIMIT {_MOST_BESIDE}
"""


@dataclass(frozen=True, slots=True)
class MergedTopic:
    """The topic was found to be another one."""

    topic_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStory:
    """A story of a topic, and where a report names it, if its outlet lets that be shown."""

    story: StoryCard
    cited: Cited | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """What a topic's page shows; `elsewhere` counts its stories in languages not listed here."""

    topic: TopicCard
    stories: tuple[TopicStory, ...]
    older: TimeCursor | None
    moments: tuple[datetime, ...]
    elsewhere: tuple[tuple[str, int], ...]
    beside: tuple[TopicCard, ...]
    quotes: tuple[ShownQuote, ...]


def find_topic(topic_id: int) -> TopicCard | MergedTopic | Withdrawn | None:
    """Return a topic, the one it was merged into, that an editor hid it, or None."""
    row = read_row(_TOPIC.format(condition="topic.id = %s"), (topic_id,))
    if row is None:
        return None
    hidden_at, merged_into = row[TOPIC_END:]
    if merged_into is not None:
        return MergedTopic(merged_into)
    return Withdrawn() if hidden_at is not None else topic_card(row)


def find_section(slug: str) -> TopicCard | None:
    """Return the subject whose section is called so in addresses."""
    condition = "topic.kind = 'subject' AND topic.slug = %s AND topic.hidden_at IS NULL"
    row = read_row(_TOPIC.format(condition=condition), (slug,))
    return topic_card(row) if row else None


def read_topic(
    topic: TopicCard,
    languages: Sequence[str],
    *,
    before: TimeCursor | None = None,
    limit: int = LATEST_STORIES,
) -> TopicPage:
    """Return a topic's page for an edition of some languages: six queries."""
    rows = read_stories_of(topic, languages, before, limit + 1)
    last = rows[limit - 1] if len(rows) > limit else None
    shown = rows[:limit]
    quotes = list(quotes_of(topic, shown))[:_MOST_QUOTES]
    mentions = [_mentions(row) for row in shown]
    reports = read_reports({one[1] for kept in mentions for one in kept} | set(cited_in(quotes)))
    citing = cite_reports(reports)
    langs = marks(languages)
    # The latest are read; a plot has them in order of time.
    moments = read_rows(_MOMENTS.format(langs=langs), (topic.id, *languages))[::-1]
    elsewhere = read_rows(_ELSEWHERE.format(langs=langs), (*[topic.id] * 3, *languages))
    stories = tuple(
        TopicStory(
            story=story_card(
                as_story(row), body=row[STORY_END + 3] or "", most_words=_OPENING_WORDS
            ),
            cited=citing.cite(kept),
        )
        for row, kept in zip(shown, mentions, strict=True)
    )
    return TopicPage(
        topic=topic,
        stories=stories,
        older=TimeCursor(moment(last[STORY_END]), last[0]) if last else None,
        moments=tuple(_spread(moments)),
        elsewhere=tuple((str(lang), int(stories)) for lang, stories in elsewhere),
        beside=_read_beside(topic, languages),
        quotes=show_quotes(quotes, citing),
    )


def read_stories_of(
    topic: TopicCard, languages: Sequence[str], before: TimeCursor | None, limit: int
) -> list[Row]:
    """Return its stories, the latest first; for people with what these quote."""
    is_person = topic.kind is TopicKind.PERSON
    sql = _STORIES.format(
        quotes="brief.content" if is_person else "NULL",
        briefs=_BRIEFS if is_person else "",
        langs=marks(languages),
        after=_AFTER if before else "",
    )
    values: list[Value] = [topic.id, *languages, *(before.values() if before else ()), limit]
    return read_rows(sql, values)


def _mentions(row: Row) -> list[list[Any]]:
    """Return the first mentions in bodies: words, article, revision, start, end."""
    kept = json.loads(row[STORY_END + 1])
    return [one[:5] for one in kept if not one[5]][:_MOST_CITED]


def quotes_of(topic: TopicCard, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Yield what the stories' reports quote from this person alone, under a full name."""
    keys = {person_key(name) for name in (topic.name, *topic.names.values())}
    for row in rows:
        content = row[STORY_END + 2]
        for quote in json.loads(content).get("quotes", ()) if content else ():
            if len(quote["speakers"]) == 1 and person_key(quote["speakers"][0]) in keys:
                yield quote


def cited_in(quotes: Sequence[dict[str, Any]]) -> Iterator[int]:
    """Yield the articles whose words or names kept quotes show."""
    for quote in quotes:
        yield from (quote["saying"][1], quote["first"], *(one[1] for one in quote["others"]))


def _spread(rows: Sequence[Row]) -> Iterator[datetime]:
    """Yield the time of a story once for each of its reports that name the topic."""
    for at, reports in rows:
        yield from [written_moment(at)] * max(reports, 1)


def _read_beside(topic: TopicCard, languages: Sequence[str]) -> tuple[TopicCard, ...]:
    sql = _BESIDE.format(langs=marks(languages))
    return tuple(map(topic_card, read_rows(sql, (topic.id, *languages, topic.id))))
