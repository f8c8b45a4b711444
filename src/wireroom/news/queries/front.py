"""The stories of an edition's front, ranked, each once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from heapq import merge
from itertools import islice
from typing import Final

from django.db import connection

from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    OPENING_CHARS,
    STORY_COLUMNS,
    STORY_END,
    STORY_TABLES,
    as_story,
)
from wireroom.news.queries.cursors import AFTER_RANK, RankCursor
from wireroom.news.queries.languages import archive_tags, primary_subtag
from wireroom.news.queries.of_day import OF_DAY, day_values
from wireroom.news.queries.rows import Row, read_rows

FRONT_STORIES: Final = 36  # a lead, seconds, some sections and briefs: ten minutes' reading

# Within a rank by rising id: the order in which SQLite's index holds them, so no sorting.
_RANKED_FORM: Final = """
SELECT {columns},
    CASE WHEN trim(lead.standfirst) = '' THEN substr(text.body, 1, {opening_chars}) END,
    CASE WHEN story.event_id IS NOT NULL THEN (
        SELECT {join_langs} FROM news_story AS other
        WHERE other.event_id = story.event_id AND other.lang <> story.lang
            AND other.rank IS NOT NULL AND other.merged_into_id IS NULL
    ) END
FROM {tables}
LEFT JOIN news_revision AS text
    ON text.article_id = lead.id AND text.number = lead.revision_count
WHERE story.lang = %s AND {is_published}{after}
ORDER BY story.rank DESC, story.id LIMIT %s
"""


_JOIN_LANGS: Final = {
    "sqlite": "group_concat(other.lang)",
    "postgresql": "string_agg(other.lang, ',')",
}


@cache
def _ranked(after: str, vendor: str) -> str:
    return _RANKED_FORM.format(
        columns=STORY_COLUMNS,
        tables=STORY_TABLES,
        opening_chars=OPENING_CHARS,
        join_langs=_JOIN_LANGS[vendor],
        is_published=IS_PUBLISHED,
        after=after,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """One page of an edition, best first; `older` is where the next page starts."""

    stories: tuple[StoryCard, ...]
    older: RankCursor | None


def read_front(
    languages: Sequence[str], *, before: RankCursor | None = None, limit: int = FRONT_STORIES
) -> FrontPage:
    """Return `limit` stories whose primary language is one of `languages`.

    Two queries, and one more for each further tag (as en-GB beside en) that stories carry.
    """
    return front_of(read_front_rows(languages, before=before, limit=limit), limit=limit)


def read_front_rows(
    languages: Sequence[str], *, before: RankCursor | None = None, limit: int = FRONT_STORIES
) -> list[Row]:
    """Return the rows of a front, and one more where there are older ones."""
    tags = story_tags(languages)
    ranked = merge(*(_read_ranked(tag, before, limit + 1) for tag in tags), key=_position)
    return list(islice(ranked, limit + 1))


def front_of(rows: Sequence[Row], *, limit: int = FRONT_STORIES) -> FrontPage:
    """Return the front that the rows make: nothing else is asked for."""
    last = as_story(rows[limit - 1]) if len(rows) > limit else None
    return FrontPage(
        stories=tuple(map(_front_card, rows[:limit])),
        older=RankCursor(last.rank or 0.0, last.id) if last else None,
    )


def read_past_front(languages: Sequence[str], day: date) -> FrontPage:
    """Return the stories that had reports on a day, the foremost first, by what is known now.

    One query, and one for each language tag.
    """
    ranked = merge(*(_read_of_day(tag, day) for tag in story_tags(languages)), key=_position)
    return FrontPage(stories=tuple(map(_front_card, islice(ranked, FRONT_STORIES))), older=None)


def story_tags(languages: Sequence[str]) -> list[str]:
    """Return the tags of stories whose primary language is one of `languages`: one query."""
    return [tag for tag in archive_tags() if primary_subtag(tag) in languages]


def _read_ranked(tag: str, before: RankCursor | None, limit: int) -> list[Row]:
    sql = _ranked(f" AND {AFTER_RANK}" if before else "", connection.vendor)
    return read_rows(sql, (tag, *(before.values() if before else ()), limit))


def _read_of_day(tag: str, day: date) -> list[Row]:
    sql = _ranked(f" AND {OF_DAY}", connection.vendor)
    return read_rows(sql, (tag, *day_values(day), FRONT_STORIES))


def _front_card(row: Row) -> StoryCard:
    opening, langs = row[STORY_END:]
    card = story_card(as_story(row), body=opening or "")
    return replace(card, also_in=tuple(sorted(set(langs.split(","))))) if langs else card


def _position(row: Row) -> tuple[float, int]:
    story = as_story(row)
    return (-(story.rank or 0.0), story.id)
