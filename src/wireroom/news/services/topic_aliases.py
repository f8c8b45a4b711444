"""Taking a name off a topic that means another one, and giving it back."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Max, Q

from wireroom.engine.errors import BadInput
from wireroom.engine.insight.topics.keys import body_key, person_key
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.models import StoryTopic, Topic, TopicMend, TopicName
from wireroom.news.services.tags import ask_for_tags
from wireroom.news.services.topics import merge_rows, slug_of

# Of what lies somewhere the words tell no name: its latest stories are looked at anew.
_LOOKED_AT_ANEW: Final = 2_000


@dataclass(frozen=True, slots=True)
class Detached:
    """What a topic lost: the topic that the name means now, its stories there, names shown.

    `alias` is the key that was its own; empty where a topic that was joined to it came off.
    """

    into: Topic
    alias: str
    stories: list[int]
    names: dict[str, str]


def detach_alias(topic: Topic, name: str, *, now: datetime) -> Detached:
    """Let a name, or its key, mean a topic of its own; inside the caller's transaction.

    Raises BadInput where the topic has no such name, or is found by it.
    """
    key = _known_key(topic, name)
    led = TopicName.objects.filter(topic__merged_into=topic, key=key).select_related("topic")
    joined, own = led.first(), TopicName.objects.filter(topic=topic, key=key)
    if key == topic.key:
        raise BadInput("topic %(topic)s is found by this name: part its stories", topic=topic.pk)
    if joined is None and not own.exists():
        raise BadInput("topic %(topic)s is not called so", topic=topic.pk)
    gone = set(joined.topic.keys.values_list("key", flat=True)) if joined else {key}
    stories, mixed, words = _stories_named(topic, gone)
    if joined:
        into = joined.topic
        Topic.objects.filter(pk=into.pk).update(merged_into=None)
    else:
        into = _topic_of(topic, key, words or key, now=now)
    TopicName.objects.filter(topic=topic, key__in=gone - {topic.key}).delete()
    TopicName.objects.get_or_create(topic=into, key=key, defaults={"kind": topic.kind})
    _move(stories, topic, into)
    ask_for_tags({*stories, *mixed}, now=now, settle=timedelta())
    return Detached(into, "" if joined else key, stories, _take_names(topic, gone))


def attach_again(mend: TopicMend, topic: Topic, into: Topic, *, now: datetime) -> None:
    """Give a topic the name back that was taken off it. Inside the caller's transaction."""
    topic.names = mend.before | topic.names
    topic.save(update_fields=["names"])
    if mend.alias:
        TopicName.objects.get_or_create(topic=topic, key=mend.alias, defaults={"kind": topic.kind})
    if not mend.alias or into.created_at == mend.made_at:
        merge_rows(into.pk, topic.pk)
    else:
        _move(mend.stories, into, topic)
    ask_for_tags(mend.stories, now=now, settle=timedelta())


def _known_key(topic: Topic, name: str) -> str:
    """Return the key that a name has: as it is told where it is one, else as papers write it."""
    named = TopicName.objects.filter(Q(topic=topic) | Q(topic__merged_into=topic))
    return name if named.filter(key=name).exists() else _key_of(topic.kind, name)


def _key_of(kind: str, name: str) -> str:
    return person_key(name) if kind == TopicKind.PERSON else body_key(name)


def _stories_named(topic: Topic, gone: Collection[str]) -> tuple[list[int], list[int], str]:
    """Return the stories that name the topic by these alone, those that do also, and the words."""
    tagged = StoryTopic.objects.filter(topic=topic).values_list("story_id", "mentions")
    if topic.kind not in (TopicKind.PERSON, TopicKind.ORGANISATION):
        latest = tagged.order_by("-at")[:_LOOKED_AT_ANEW]
        return [], [story for story, _mentions in latest], ""
    known = set(TopicName.objects.filter(topic=topic).values_list("key", flat=True))
    led = TopicName.objects.filter(topic__merged_into=topic).values_list("key", flat=True)
    known |= {topic.key, *led}
    moved, mixed, called = list[int](), list[int](), ""
    for story, mentions in tagged.iterator(chunk_size=500):
        told = {key: text for key, text in _named(topic.kind, mentions) if key in known}
        if told.keys() & set(gone):
            called = called or next(told[key] for key in told if key in gone)
            (moved if told.keys() <= set(gone) else mixed).append(story)
    return moved, mixed, called


def _named(kind: str, mentions: list[list[object]]) -> Iterator[tuple[str, str]]:
    for mention in mentions:
        text = str(mention[0])
        yield _key_of(kind, text), text


def _topic_of(topic: Topic, key: str, words: str, *, now: datetime) -> Topic:
    """Return another topic that goes by a name, or a new one."""
    same = Topic.objects.filter(kind=topic.kind, key=key)
    found = same.filter(merged_into=None).exclude(pk=topic.pk).order_by("number").first()
    if found is not None:
        return found
    last: int | None = same.aggregate(last=Max("number"))["last"]
    return Topic.objects.create(
        kind=topic.kind, key=key, number=0 if last is None else last + 1, name=words[:200],
        slug=slug_of(words), created_at=now,
    )  # fmt: skip


def _move(stories: Collection[int], topic: Topic, into: Topic) -> None:
    """Give stories the other topic, those that have it already once."""
    rows = StoryTopic.objects.filter(topic=topic, story__in=stories)
    twice = StoryTopic.objects.filter(topic=into, story__in=stories).values_list("story", flat=True)
    rows.filter(story__in=list(twice)).delete()
    rows.update(topic=into)


def _take_names(topic: Topic, gone: Collection[str]) -> dict[str, str]:
    """Take the names from a topic's page that it is not called any more, and return them."""
    lost = {
        lang: name
        for lang, name in topic.names.items()
        if (key := _key_of(topic.kind, name)) in gone and key != topic.key
    }
    topic.names = {lang: name for lang, name in topic.names.items() if lang not in lost}
    topic.save(update_fields=["names"])
    return lost
