"""Stories of the archive that give the same rare names as one, however long ago they were."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from wireroom.engine.stories.rare_names import CROWDED, MOST_PAIRS, are_two
from wireroom.news.queries.cards import StoryCard, story_card
from wireroom.news.queries.columns import (
    IS_PUBLISHED,
    STORY_COLUMNS,
    STORY_END,
    STORY_LEADS,
    StoryRow,
    as_story,
)
from wireroom.news.queries.rows import Row, Value, read_rows

_MOST_RELATED: Final = 4
_MOST_READ: Final = 12  # some share overlapping pairs of words alone, and are left out then
# A name of two rare words ties by itself where so few stories give it; else it takes two names.
# In a young archive nobody can say what is rare: its only town would tie all that happens there.
# There it may be one story in a hundred; how many there are is told by the last one's number.
_VERY_RARE: Final = 3
_IS_VERY_RARE: Final = (
    f"held <= {_VERY_RARE} AND held * 100 <= (SELECT max(counted.id) FROM news_story AS counted)"
)
_TIES: Final = 2
# One seek a name, no further than to see that too many give it.
_GIVING: Final = """
SELECT given.story_id, given.place, given.weight, count(*) OVER () AS held FROM (
    SELECT story_id, {place} AS place, weight FROM news_rarename
    WHERE key = %s ORDER BY story_id DESC LIMIT {most}
) AS given
"""
_RELATED: Final = f"""
SELECT {STORY_COLUMNS}, hit.places, hit.strength > hit.many
FROM (
    SELECT story_id,
        sum(1 << place) AS places,
        sum(CASE WHEN {_IS_VERY_RARE} THEN weight ELSE 1 END) AS strength,
        count(*) AS many,
        sum(1.0 / held) AS rarity
    FROM ({{giving}}) AS name
    WHERE held <= {CROWDED}
    GROUP BY story_id
    HAVING sum(CASE WHEN {_IS_VERY_RARE} THEN weight ELSE 1 END) >= {_TIES}
) AS hit
JOIN news_story AS story ON story.id = hit.story_id
{STORY_LEADS}
WHERE story.id <> %s AND {IS_PUBLISHED}
    AND (story.storyline_id IS NULL OR story.storyline_id <> %s)
ORDER BY hit.strength DESC, hit.rarity DESC, story.last_at DESC, story.id
LIMIT {_MOST_READ}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedStory:
    """A story of the archive and the rare names that it shares, as the one being read has them."""

    story: StoryCard
    names: tuple[str, ...]


def read_related(story: StoryRow) -> tuple[RelatedStory, ...]:
    """Return stories outside the storyline that share rare names, the rarest first.

    One query; two rare names have to be shared, or a single one that hardly any story gives.
    Nothing is ever related for being recent: nothing is a right answer, and costs no query.
    """
    names = _read_names(story.rare_names)
    if not names:
        return ()
    giving = " UNION ALL ".join(
        f"SELECT * FROM ({_GIVING.format(place=place, most=CROWDED + 1)}) AS name{place}"
        for place in range(len(names))
    )
    values: list[Value] = [key for key, _ in names]
    rows = read_rows(_RELATED.format(giving=giving), [*values, story.id, story.storyline_id or 0])
    found = (_related(names, row) for row in rows)
    return tuple(islice((one for one in found if one is not None), _MOST_RELATED))


def _related(names: Sequence[tuple[int, str]], row: Row) -> RelatedStory | None:
    """Return a related story; None where what is shared may be one name cut in two."""
    places, is_sure = row[STORY_END:]
    shared = _shared(names, int(places))
    if not is_sure and not are_two(shared):
        return None
    return RelatedStory(story=story_card(as_story(row)), names=shared)


def _read_names(value: str) -> Sequence[tuple[int, str]]:
    """Return the names as a story's column keeps them."""
    if value in ("", "[]"):
        return ()
    return [(int(key), str(name)) for key, name in json.loads(value)][:MOST_PAIRS]


def _shared(names: Sequence[tuple[int, str]], places: int) -> tuple[str, ...]:
    return tuple(name for place, (_, name) in enumerate(names) if places >> place & 1)
