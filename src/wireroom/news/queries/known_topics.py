"""The topics that a story's names may mean: by name, by the story's own, by other languages."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Max

from wireroom.engine.insight.topics.join import Context, Known
from wireroom.engine.insight.topics.topic import StoryTopic, TopicKind
from wireroom.news.models import Story, Topic, TopicDeed, TopicMend, TopicName
from wireroom.news.models import StoryTopic as StoryRow
from wireroom.news.queries.rows import read_rows

# Stories of a topic that say what it stands beside: enough to know it by, few enough to read.
_BESIDE_STORIES: Final = 30
_TOLD_APART: Final = (TopicKind.PERSON.value, TopicKind.ORGANISATION.value)
_LATEST: Final = """
SELECT * FROM (
    SELECT story_id, topic_id FROM news_storytopic WHERE topic_id = %s ORDER BY at DESC LIMIT {most}
) AS latest{place}
"""
_BESIDE: Final = """
SELECT DISTINCT latest.topic_id, topic.kind, topic.key, topic.country
FROM ({latest}) AS latest
JOIN news_storytopic AS other ON other.story_id = latest.story_id
JOIN news_topic AS topic ON topic.id = other.topic_id
"""


@dataclass(frozen=True, slots=True)
class KnownTopics:
    """What is known of a story's names; `taken` are keys that are another kind's already.

    `numbers` are the first free numbers of (kind, key) that topics have.
    """

    topics: tuple[Known, ...]
    taken: frozenset[str]
    numbers: Mapping[tuple[str, str], int]


def read_known(story: Story, found: Sequence[StoryTopic]) -> KnownTopics:
    """Return the topics that a story's may be; some eight queries, however many names it has."""
    keys = {key for one in found for key in (one.key, *one.other_keys)}
    here = set(StoryRow.objects.filter(story=story).values_list("topic_id", flat=True))
    tied = _tied(story)
    named = _named(keys, {one.kind.value for one in found})
    ids = {*here, *tied, *named}
    rows = Topic.objects.filter(pk__in=ids, merged_into=None).in_bulk()
    wished = _wished(story, rows)
    contexts = _contexts([row.pk for row in rows.values() if _is_open(row, here, named)])
    by_topic = _keys_of(rows)
    known = tuple(
        Known(
            id=row.pk,
            kind=TopicKind(row.kind),
            keys=frozenset(by_topic[row.pk]),
            names=tuple(row.names.items()),
            is_here=row.pk in here,
            is_tied=row.pk in tied,
            is_wished=row.pk in wished,
            context=contexts.get(row.pk),
        )
        for row in rows.values()
    )
    return KnownTopics(known, _taken(found), _numbers(keys))


def _numbers(keys: Collection[str]) -> dict[tuple[str, str], int]:
    """Return by kind and key the number that the next topic of a name gets."""
    rows = Topic.objects.filter(key__in=keys).order_by().values_list("kind", "key")
    return {(kind, key): last + 1 for kind, key, last in rows.annotate(last=Max("number"))}


def _named(keys: Collection[str], kinds: Collection[str]) -> set[int]:
    """Return the topics of these names, where they were merged those they lead to."""
    rows = TopicName.objects.filter(key__in=keys, kind__in=kinds)
    pairs = rows.values_list("topic_id", "topic__merged_into")
    return {into or topic for topic, into in pairs}


def _tied(story: Story) -> set[int]:
    """Return the topics of the same event in other languages."""
    if story.event_id is None:
        return set()
    rows = StoryRow.objects.filter(story__event=story.event_id).exclude(story__lang=story.lang)
    return set(rows.values_list("topic_id", flat=True))


def _keys_of(topics: Collection[int]) -> dict[int, set[str]]:
    """Return the names of topics, with those of the topics that were merged into them."""
    found: dict[int, set[str]] = defaultdict(set)
    own = TopicName.objects.filter(topic__in=list(topics)).values_list("topic_id", "key")
    led = TopicName.objects.filter(topic__merged_into__in=list(topics))
    for topic, key in (*own, *led.values_list("topic__merged_into", "key")):
        if topic is not None:
            found[topic].add(key)
    return found


def _is_open(row: Topic, here: Collection[int], named: Collection[int]) -> bool:
    """Tell whether it is asked what a topic stands beside: people that the story is new to."""
    return row.kind == TopicKind.PERSON and row.pk in named and row.pk not in here


def _contexts(topics: Sequence[int]) -> dict[int, Context]:
    """Return what topics stand beside in their latest stories, in one query."""
    if not topics:
        return {}
    latest = " UNION ALL ".join(
        _LATEST.format(most=_BESIDE_STORIES, place=place) for place in range(len(topics))
    )
    names: dict[int, set[str]] = defaultdict(set)
    countries: dict[int, set[str]] = defaultdict(set)
    subjects: dict[int, set[str]] = defaultdict(set)
    for topic, kind, key, country in read_rows(_BESIDE.format(latest=latest), list(topics)):
        if kind == TopicKind.SUBJECT:
            subjects[topic].add(key)
            continue
        names[topic].add(f"{kind} {key}")
        if kind == TopicKind.PLACE and country:
            countries[topic].add(country)
    return {
        topic: Context(
            frozenset(names[topic]), frozenset(countries[topic]), frozenset(subjects[topic])
        )
        for topic in topics
    }


def _taken(found: Sequence[StoryTopic]) -> frozenset[str]:
    """Return keys that are a topic of another kind in two stories or more: one of them is wrong."""
    kinds = {one.key: one.kind.value for one in found if one.kind.value in _TOLD_APART}
    others = (
        TopicName.objects.filter(key__in=kinds, kind__in=_TOLD_APART)
        .annotate(stories=Count("topic__stories"))
        .values_list("key", "kind", "stories")
    )
    return frozenset(key for key, kind, stories in others if kind != kinds[key] and stories > 1)


def _wished(story: Story, topics: Collection[int]) -> set[int]:
    """Return the topics that an editor parted from another one for this story."""
    parts = TopicMend.objects.filter(
        deed=TopicDeed.PART, undone_at=None, into__in=list(topics)
    ).values_list("into_id", "stories")
    return {into for into, stories in parts if into is not None and story.pk in stories}
