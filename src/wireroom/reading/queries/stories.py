"""Stories by their numbers, as a person wants to see them."""

from collections.abc import Sequence
from typing import Final

from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.columns import IS_PUBLISHED, STORY_COLUMNS, STORY_TABLES, as_story
from wireroom.news.queries.rows import marks, read_rows
from wireroom.reading.queries.hiding import Hiding, unblocked

_STORIES: Final = f"""
SELECT {STORY_COLUMNS} FROM {STORY_TABLES}
WHERE story.id IN ({{ids}}) AND {IS_PUBLISHED} AND story.spiked_at IS NULL
"""


def read_stories(ids: Sequence[int], hiding: Hiding) -> dict[int, StoryCard]:
    """Return those that are published, without blocked outlets: at most three queries."""
    rows = read_rows(_STORIES.format(ids=marks(ids)), ids)
    cards = [story_card(as_story(row)) for row in rows]
    return {card.id: card for card in unblocked(cards, hiding)}
