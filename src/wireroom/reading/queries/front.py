"""A person's own front: what they follow first, nothing that they blocked or muted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.news.queries.cards import StoryCard
from wireroom.news.queries.cursors import RankCursor
from wireroom.news.queries.front import read_front
from wireroom.news.queries.languages import primary_subtag
from wireroom.news.queries.rows import marks, read_rows
from wireroom.people.models import Person
from wireroom.reading.models import ReadLanguages
from wireroom.reading.queries.hiding import read_hiding, without_hidden
from wireroom.reading.queries.led import LED_STORIES, LED_TOPICS

# A third more than a front of the edition has: some of them will be hidden.
_STORIES: Final = 48
# Which of some stories are followed, or tagged with what is, or told by an outlet that is.
_FOLLOWED: Final = f"""
WITH RECURSIVE {LED_STORIES}, {LED_TOPICS}
SELECT led.story_id FROM led WHERE led.story_id IN ({{ids}})
UNION
SELECT tag.story_id FROM news_storytopic AS tag
JOIN led_topic ON led_topic.topic_id = tag.topic_id WHERE tag.story_id IN ({{ids}})
UNION
SELECT place.story_id FROM news_membership AS place
JOIN news_article AS article ON article.id = place.article_id
JOIN reading_follow AS follow ON follow.outlet_id = article.outlet_id AND follow.person_id = %s
WHERE place.story_id IN ({{ids}})
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFront:
    """A page of a person's front; `older` is where the next page starts."""

    followed: tuple[StoryCard, ...]
    others: tuple[StoryCard, ...]
    older: RankCursor | None


def languages_of(person: Person) -> tuple[str, ...]:
    """Return the languages that a person says they read; none where they said nothing."""
    kept = ReadLanguages.objects.filter(person=person).first()
    return tuple(primary_subtag(str(one)) for one in kept.languages) if kept else ()


def read_own_front(
    person: Person,
    languages: Sequence[str],
    *,
    country: str = "",
    before: RankCursor | None = None,
) -> OwnFront:
    """Return the best stories of some languages as this person wants to see them."""
    page = read_front(languages, country=country, before=before, limit=_STORIES)
    shown = without_hidden(page.stories, read_hiding(person))
    ids = [story.id for story in shown]
    followed = _followed(person, ids) if ids else set()
    return OwnFront(
        followed=tuple(story for story in shown if story.id in followed),
        others=tuple(story for story in shown if story.id not in followed),
        older=page.older,
    )


def _followed(person: Person, ids: Sequence[int]) -> set[int]:
    values = (person.pk, person.pk, *ids, *ids, person.pk, *ids)
    return {story for (story,) in read_rows(_FOLLOWED.format(ids=marks(ids)), values)}
