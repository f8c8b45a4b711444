"""The rows of a story's topics: those that are known, and new ones."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.utils.text import slugify

from wireroom.engine.errors import BadInput
from wireroom.engine.insight.topics.join import Joining, Known, join_topics
from wireroom.engine.insight.topics.topic import StoryTopic, TopicKind
from wireroom.news.models import Story, Topic, TopicName
from wireroom.news.models import StoryTopic as StoryRow
from wireroom.news.queries.known_topics import KnownTopics, read_known
from wireroom.news.queries.topic_mends import read_detached, read_parted

_LONGEST_KEY: Final = 200
_LONGEST_SLUG: Final = 80


def find_rows(
    story: Story, topics: Sequence[StoryTopic], *, now: datetime
) -> dict[int, StoryTopic]:
    """Return the story's topics by the id of their rows, which are made where there are none.

    Inside the caller's transaction. What an editor hid stays tagged, and is shown nowhere.
    """
    known = read_known(story, topics)
    joining = join_topics(topics, known.topics, parted=read_parted(known.topics))
    into = dict(joining.merges)
    found: dict[int, StoryTopic] = {}
    for topic, row_id in _with_new(topics, joining, known, now=now):
        found.setdefault(into.get(row_id, row_id), topic)
    _add_names(found, known)
    for younger, elder in joining.merges:
        merge_rows(younger, elder)
    return found


def _with_new(
    topics: Sequence[StoryTopic], joining: Joining, known: KnownTopics, *, now: datetime
) -> list[tuple[StoryTopic, int]]:
    rows = []
    for topic, row_id in zip(topics, joining.ids, strict=True):
        if row_id is None and topic.key in known.taken:
            continue  # another kind of topic has this name in more stories
        if row_id is None:
            number = known.numbers.get((topic.kind.value, topic.key), 0)
            row_id = make_topic(topic, number=number, now=now)
        rows.append((topic, row_id))
    return rows


def make_topic(topic: StoryTopic, *, number: int = 0, now: datetime) -> int:
    """Make a topic's row, and return its id; where another coordinator just did, that one's.

    `number` is the first that was free when the story's topics were read.
    """
    one = {"kind": topic.kind.value, "key": topic.key[:_LONGEST_KEY], "number": number}
    row = Topic(**one, created_at=now, **_columns(topic))
    Topic.objects.bulk_create([row], ignore_conflicts=True)
    made = int(Topic.objects.values_list("pk", flat=True).get(**one))
    _file_keys(made, topic)
    return made


def _columns(topic: StoryTopic) -> Mapping[str, Any]:
    where = topic.where
    name = where.name if where else topic.name
    columns: dict[str, Any] = {
        "name": name[:200],
        "slug": slug_of(topic.key if topic.kind is TopicKind.SUBJECT else name),
        "names": _shown_names(topic),
        "country": topic.country,
    }
    if where:
        columns |= {
            "latitude": where.latitude,
            "longitude": where.longitude,
            "is_city": where.is_city,
            "near": [[dict(each.names), each.latitude, each.longitude] for each in where.near],
        }
    return columns


def slug_of(name: str) -> str:
    """Return a name as addresses have it, in its own script."""
    return slugify(name, allow_unicode=True)[:_LONGEST_SLUG].strip("-_") or "topic"


def _shown_names(topic: StoryTopic) -> dict[str, str]:
    """Return its names by language, in English a place's as the gazetteer has it."""
    names = {lang: name[:200] for lang, name in topic.names.items()}
    return names | ({"en": topic.where.name} if topic.where else {})


def _file_keys(row_id: int, topic: StoryTopic, *, but: Collection[str] = ()) -> None:
    keys = dict.fromkeys(key[:_LONGEST_KEY] for key in (topic.key, *topic.other_keys) if key)
    TopicName.objects.bulk_create(
        [
            TopicName(topic_id=row_id, kind=topic.kind.value, key=key)
            for key in sorted(keys.keys() - set(but))
        ],
        ignore_conflicts=True,
    )


def _add_names(found: Mapping[int, StoryTopic], known: KnownTopics) -> None:
    """Let known topics learn the names that this story gives them; what they have stays."""
    rows = {one.id: one for one in known.topics}
    for row_id, topic in sorted(found.items()):
        one = rows.get(row_id)
        if one is None:
            continue
        _learn(one, topic)


def _learn(one: Known, topic: StoryTopic) -> None:
    if topic.key not in one.keys:
        _file_keys(one.id, topic, but=read_detached(one.id))
    langs = {lang for lang, _ in one.names}
    if topic.names.keys() - langs and topic.names:
        row = Topic.objects.select_for_update().get(pk=one.id)
        row.names = {**_shown_names(topic), **row.names}
        row.save(update_fields=["names"])


def merge_rows(younger: int, elder: int) -> None:
    """Make one topic of two: the younger's address leads to the elder, which gets its stories."""
    rows = Topic.objects.select_for_update().filter(pk__in=(younger, elder)).order_by("pk")
    both = {row.pk: row for row in rows}
    gone, kept = both[younger], both[elder]
    if kept.merged_into_id is not None or younger == elder:
        raise BadInput(
            "topic %(topic)s was merged into %(into)s: name that",
            topic=elder,
            into=kept.merged_into_id or elder,
        )
    kept.names = {**gone.names, **kept.names}
    # What an editor hid stays hidden, under whichever of its names.
    kept.hidden_at = kept.hidden_at or gone.hidden_at
    kept.save(update_fields=["names", "hidden_at"])
    Topic.objects.filter(merged_into=younger).update(merged_into=elder)
    Topic.objects.filter(pk=younger).update(merged_into=elder)
    here = StoryRow.objects.filter(topic=elder).values("story")
    StoryRow.objects.filter(
        topic=younger, story__in=list(here.values_list("story", flat=True))
    ).delete()
    StoryRow.objects.filter(topic=younger).update(topic=elder)
