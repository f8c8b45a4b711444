"""Searching within topics: which ones are meant, and where the index has their reports."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.topics.keys import body_key, person_key
from wireroom.engine.text.words import fold
from wireroom.news.queries.rows import marks, read_rows

# A topic of more stories is a common one: among the latest reports are enough of it.
MOST_STORIES: Final = 500
# "name-12", as in the address of a topic's page.
_NUMBERED: Final = re.compile(r".*-([0-9]{1,18})")
# Two reads by index each; joined by OR, every topic would be read.
_TOPICS: Final = """
SELECT COALESCE(topic.merged_into_id, topic.id) FROM news_topic AS topic
WHERE topic.hidden_at IS NULL AND topic.id IN (
    SELECT id FROM news_topic WHERE slug IN ({slugs})
    UNION ALL SELECT topic_id FROM news_topicname WHERE key IN ({keys})
    UNION ALL SELECT id FROM news_topic WHERE id IN ({numbers})
)
"""
_COUNTED: Final = """
SELECT count(*) FROM (
    SELECT 1 FROM news_storytopic WHERE topic_id IN ({topics}) LIMIT {most}
) AS few
"""
_KEYS: Final = """
SELECT DISTINCT doc.key FROM news_storytopic AS tag
JOIN news_membership AS place ON place.story_id = tag.story_id
JOIN news_searchdocument AS doc ON doc.article_id = place.article_id
WHERE tag.topic_id IN ({topics}) AND doc.key IS NOT NULL
"""


def find_topics(values: Sequence[str]) -> tuple[int, ...]:
    """Return the ids of shown topics by their names, or by what addresses call them: one query."""
    slugs = [value.replace(" ", "-") for value in values]
    keys = sorted({key(value) for value in values for key in (fold, person_key, body_key)})
    numbers = [int(match[1]) for value in values if (match := _NUMBERED.fullmatch(value))]
    sql = _TOPICS.format(slugs=marks(slugs), keys=marks(keys), numbers=marks(numbers))
    return tuple(sorted({int(row[0]) for row in read_rows(sql, (*slugs, *keys, *numbers))}))


def topic_keys(topics: Sequence[int]) -> list[int] | None:
    """Return the index's keys of all reports of these topics, the newest first.

    None where their stories are too many; at most two queries.
    """
    listed = marks(topics)
    sql = _COUNTED.format(topics=listed, most=MOST_STORIES + 1)
    if read_rows(sql, topics)[0][0] > MOST_STORIES:
        return None
    found = read_rows(_KEYS.format(topics=listed), topics)
    return sorted((int(row[0]) for row in found), reverse=True)


def told_of(topics: Sequence[int]) -> str:
    """Return a condition of SQL: that the story of a `place` is tagged with one of these topics."""
    listed = ", ".join(map(str, topics)) or "NULL"
    return (
        "EXISTS (SELECT 1 FROM news_storytopic AS tag"
        f" WHERE tag.story_id = place.story_id AND tag.topic_id IN ({listed}))"
    )
