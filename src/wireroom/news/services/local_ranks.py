"""Filing where stories stand in the editions of countries that tell them or where they happen."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, Final

from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.engine.stories.rank import lift_local
from wireroom.news.models import LocalRank, Story, StoryTopic

# A story happens in a country when every voice names a place of it, or most do up front, at least
# half as prominently as the foremost place: by judgement, what is named in passing is below both.
_LEAST_SALIENCE: Final = 1.0
_LEAST_SHARE: Final = 0.5
_TOLD: Final = ("lang", "rank", "told", "happens")


def file_local_ranks(stories: Collection[int]) -> None:
    """Bring the local ranks of stories up to date, inside the caller's transaction.

    Called when a story's rank or its places changed. What is as it was is not written.
    """
    # Held in one order, and before the rank and the places are read: who files the same stories at
    # once waits here, and then sees what the first left.
    held = LocalRank.objects.filter(story__in=stories).order_by("story_id", "country")
    known = {(row.story_id, row.country): row for row in held.select_for_update()}
    wanted = _wanted(stories)
    stale = [row.pk for key, row in known.items() if key not in wanted]
    if stale:
        LocalRank.objects.filter(pk__in=stale).delete()
    changed = [
        row for key, row in sorted(wanted.items()) if _values(known.get(key)) != _values(row)
    ]
    LocalRank.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["story", "country"], update_fields=_TOLD
    )


def _wanted(stories: Collection[int]) -> dict[tuple[int, str], LocalRank]:
    shown = Story.objects.filter(pk__in=stories, rank__isnull=False)
    happening = _happening(stories)
    return {
        (story, row.country): row
        for story, lang, rank, standing in shown.values_list("pk", "lang", "rank", "standing")
        for row in _rows(story, lang, rank or 0.0, standing, happening[story])
    }


def _rows(
    story: int, lang: str, rank: float, standing: Mapping[str, Any], happening: Collection[str]
) -> list[LocalRank]:
    told = standing.get("countries", {})
    without_home = rank - standing.get("parts", {}).get("home", 0.0)
    return [
        LocalRank(
            story_id=story,
            country=country,
            lang=lang,
            rank=without_home + lift_local(told.get(country, 0), happens=country in happening),
            told=told.get(country, 0),
            happens=country in happening,
        )
        for country in sorted({*told, *happening})
    ]


def _happening(stories: Collection[int]) -> defaultdict[int, set[str]]:
    """Return the countries in which each story happens, by its places."""
    tags = StoryTopic.objects.filter(
        story__in=stories, topic__kind=TopicKind.PLACE.value, topic__hidden_at=None
    )
    rows = list(tags.values_list("story_id", "topic__country", "salience"))
    most: dict[int, float] = defaultdict(float)
    for story, _country, salience in rows:
        most[story] = max(most[story], salience)
    found = defaultdict(set)
    for story, country, salience in rows:
        if country and salience >= max(_LEAST_SALIENCE, _LEAST_SHARE * most[story]):
            found[story].add(country)
    return found


def _values(row: LocalRank | None) -> tuple[Any, ...] | None:
    return tuple(getattr(row, name) for name in _TOLD) if row else None
