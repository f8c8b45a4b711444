"""The stories of an edition's front, ranked, each once."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Final

from django.db import connection

from wireroom.news.models import Story
from wireroom.news.queries.cards import STORY_CARD, StoryCard, read_openings, story_card
from wireroom.news.queries.cursors import RankCursor

FRONT_STORIES: Final = 36  # a lead, seconds, some sections and briefs: ten minutes' reading

# A loose index scan: one seek a language tag, whatever the number of stories.
_LANGUAGES: Final = """
WITH RECURSIVE tags(tag) AS (
    SELECT min(lang) FROM news_story
    UNION ALL
    SELECT (SELECT min(lang) FROM news_story WHERE lang > tags.tag)
    FROM tags WHERE tags.tag IS NOT NULL
)
SELECT tag FROM tags WHERE tag IS NOT NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """One page of an edition, best first; `older` is where the next page starts."""

    stories: tuple[StoryCard, ...]
    older: RankCursor | None


def primary_subtag(lang: str) -> str:
    """Return the language of a BCP 47 tag without script and region."""
    return lang.replace("_", "-").partition("-")[0].lower()


def read_front(
    languages: Sequence[str], *, before: RankCursor | None = None, limit: int = FRONT_STORIES
) -> FrontPage:
    """Return `limit` stories whose primary language is one of `languages`.

    Three queries, and one more for each further tag (as en-GB beside en) that stories carry.
    """
    tags = [tag for tag in _story_tags() if primary_subtag(tag) in languages]
    ranked = merge(*(_ranked(tag, before, limit + 1) for tag in tags), key=_position)
    stories = list(islice(ranked, limit + 1))
    older = _cursor(stories[limit - 1]) if len(stories) > limit else None
    shown = stories[:limit]
    openings = read_openings(story.lead_id for story in shown if story.lead_id)
    cards = (story_card(story, body=openings.get(story.lead_id or 0, "")) for story in shown)
    return FrontPage(stories=tuple(cards), older=older)


def _story_tags() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_LANGUAGES)
        return [str(row[0]) for row in cursor.fetchall()]


def _ranked(tag: str, before: RankCursor | None, limit: int) -> list[Story]:
    stories = Story.objects.filter(lang=tag, rank__isnull=False, merged_into__isnull=True)
    if before:
        stories = stories.filter(before.after())
    # Within a rank by rising id: the order in which SQLite's index holds them, so no sorting.
    ordered = stories.order_by("-rank", "id").select_related("lead__outlet").only(*STORY_CARD)
    return list(ordered[:limit])


def _position(story: Story) -> tuple[float, int]:
    return (-(story.rank or 0.0), story.pk)


def _cursor(story: Story) -> RankCursor:
    return RankCursor(story.rank or 0.0, story.pk)
