"""The stories of an edition's front, ranked, each once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Final

from django.db import connection

from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.columns import OPENING_CHARS, STORY_END, as_story
from wireroom.news.queries.cursors import AFTER_RANK, RankCursor
from wireroom.news.queries.of_day import parts_of_day
from wireroom.news.queries.ranked import Ranked, read_parts
from wireroom.news.queries.rows import Row

FRONT_STORIES: Final = 36  # a lead, seconds, some sections and briefs: ten minutes' reading

# The greatest text: what is sorted by salience is sorted apart, and a subject's has two digits
# before the point (services/tags.py).
# BETWEEN: asked for equality, SQLite takes the index that leads it past a brief's content, where
# the one of brief_differs holds all that is asked.
_BESIDE_THE_LEAD: Final = """
    CASE WHEN trim(lead.standfirst) = '' THEN substr(text.body, 1, {opening_chars}) END,
    CASE WHEN story.event_id IS NOT NULL THEN (
        SELECT {join_langs} FROM news_story AS other
        WHERE other.event_id = story.event_id AND other.lang <> story.lang
            AND other.rank IS NOT NULL AND other.merged_into_id IS NULL
    ) END,
    lead.revision_count > 1,
    text.corrections <> '[]',
    EXISTS (
        SELECT 1 FROM news_brief AS brief
        WHERE brief.differs AND brief.story_id BETWEEN story.id AND story.id
    ),
    (
        SELECT max(CAST(tag.salience AS text) || '|' || subject.key || '|' || subject.slug)
        FROM news_storytopic AS tag
        JOIN news_topic AS subject ON subject.id = tag.topic_id
        WHERE tag.story_id = story.id AND tag.topic_id IN (
            SELECT id FROM news_topic WHERE kind = 'subject' AND hidden_at IS NULL
        )
    )
"""
_TEXT: Final = """
LEFT JOIN news_revision AS text
    ON text.article_id = lead.id AND text.number = lead.revision_count
"""
_JOIN_LANGS: Final = {
    "sqlite": "group_concat(other.lang)",
    "postgresql": "string_agg(other.lang, ',')",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """One page of an edition, best first; `older` is where the next page starts."""

    stories: tuple[StoryCard, ...]
    older: RankCursor | None


def read_front(
    languages: Sequence[str],
    *,
    country: str = "",
    before: RankCursor | None = None,
    limit: int = FRONT_STORIES,
) -> FrontPage:
    """Return `limit` stories whose primary language is one of `languages`.

    With a country what it tells and what happens there stands higher. Queries: see Ranked.read.
    """
    rows = read_front_rows(languages, country=country, before=before, limit=limit)
    return front_of(rows, limit=limit)


def read_front_rows(
    languages: Sequence[str],
    *,
    country: str = "",
    before: RankCursor | None = None,
    limit: int = FRONT_STORIES,
) -> list[Row]:
    """Return the rows of a front, and one more where there are older ones."""
    ranked = _ranked(f" AND {AFTER_RANK}" if before else "", connection.vendor)
    return ranked.read(languages, country, before.values() if before else (), limit + 1)


def front_of(rows: Sequence[Row], *, limit: int = FRONT_STORIES) -> FrontPage:
    """Return the front that the rows make: nothing else is asked for."""
    last = as_story(rows[limit - 1]) if len(rows) > limit else None
    return FrontPage(
        stories=tuple(map(_front_card, rows[:limit])),
        older=RankCursor(last.rank or 0.0, last.id) if last else None,
    )


def read_past_front(languages: Sequence[str], day: date, *, country: str = "") -> FrontPage:
    """Return the stories that had reports on a day, the foremost first, by what is known now."""
    parts = parts_of_day(partial(_ranked, vendor=connection.vendor), day)
    rows = read_parts(parts, languages, country, FRONT_STORIES)
    return FrontPage(stories=tuple(map(_front_card, rows)), older=None)


@cache
def _ranked(condition: str, vendor: str) -> Ranked:
    columns = _BESIDE_THE_LEAD.format(opening_chars=OPENING_CHARS, join_langs=_JOIN_LANGS[vendor])
    return Ranked(columns=columns, joins=_TEXT, condition=condition)


def _front_card(row: Row) -> StoryCard:
    opening, langs, is_revised, is_corrected, differs, subject = row[STORY_END:]
    return replace(
        story_card(as_story(row), body=opening or ""),
        also_in=tuple(sorted(set(langs.split(",")))) if langs else (),
        is_revised=bool(is_revised),
        is_corrected=bool(is_corrected),
        differs=bool(differs),
        subject=_key_and_slug(subject) if subject else None,
    )


def _key_and_slug(told: str) -> tuple[str, str]:
    _salience, key, slug = told.split("|", 2)
    return key, slug
