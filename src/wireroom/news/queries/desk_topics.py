"""Topics as the desk sees them: found by their names, and what each goes by and stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.engine.text.words import fold
from wireroom.news.models import Story, StoryTopic, Topic, TopicMend, TopicName
from wireroom.news.queries.topics import TopicCard

_MOST_NAMES: Final = 200  # of one topic: a page holds no more
_MOST_MENDS: Final = 20
STORIES_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which stories mean a topic, and the topic that it came with, if it was joined."""

    key: str
    came_with: int | None
    is_own: bool  # what the topic is found by: it stays


@dataclass(frozen=True, slots=True)
class DeskTopic:
    """A topic in a list, and where it stands."""

    card: TopicCard
    is_hidden: bool
    merged_into: int | None
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAtDesk:
    """A topic, its names, its latest stories, and what was done to it."""

    row: Topic
    topic: DeskTopic
    aliases: Sequence[Alias]
    stories: Sequence[Story]
    mends: Sequence[TopicMend]


def find_topics(words: str, *, limit: int) -> list[DeskTopic]:
    """Return the topics of a number, or with letters in any of their names: four queries."""
    if words.isascii() and words.isdigit() and len(words) <= 18:
        return _listed(Topic.objects.filter(pk=int(words))[:1])
    named = TopicName.objects.filter(key__contains=fold(words))
    shown = Topic.objects.filter(name__icontains=words)
    ids = {
        *named.order_by("-topic").values_list("topic", flat=True)[:limit],
        *shown.order_by("-pk").values_list("pk", flat=True)[:limit],
    }
    return _listed(Topic.objects.filter(pk__in=ids).order_by("name", "pk")[:limit])


def read_topic_at_desk(topic_id: int) -> TopicAtDesk | None:
    """Return a topic, or None: six queries."""
    row = Topic.objects.filter(pk=topic_id).first()
    if row is None:
        return None
    latest = StoryTopic.objects.filter(topic=row).order_by("-at", "story_id")
    ids = list(latest.values_list("story_id", flat=True)[:STORIES_SHOWN])
    stories = Story.objects.in_bulk(ids)
    own = TopicName.objects.filter(topic=row).values_list("key", flat=True)
    led = TopicName.objects.filter(topic__merged_into=row).values_list("key", "topic")
    aliases = [Alias(key, None, key == row.key) for key in sorted(own)[:_MOST_NAMES]]
    mends = TopicMend.objects.filter(Q(topic=row) | Q(into=row)).order_by("-pk")
    return TopicAtDesk(
        row=row,
        topic=_listed([row])[0],
        aliases=[*aliases, *(Alias(key, came, False) for key, came in led[:_MOST_NAMES])],
        stories=[stories[pk] for pk in ids if pk in stories],
        mends=list(mends[:_MOST_MENDS]),
    )


def _listed(rows: Iterable[Topic]) -> list[DeskTopic]:
    """Return topics with the number of their stories: each counted in the index of its own."""
    return [
        DeskTopic(
            card=_card(row),
            is_hidden=row.hidden_at is not None,
            merged_into=row.merged_into_id,
            stories=StoryTopic.objects.filter(topic=row).count(),
        )
        for row in rows
    ]


def _card(row: Topic) -> TopicCard:
    return TopicCard(
        id=row.pk, kind=TopicKind(row.kind), key=row.key, slug=row.slug, name=row.name,
        names=row.names, country=row.country, latitude=row.latitude, longitude=row.longitude,
        is_city=row.is_city, near=(),
    )  # fmt: skip
