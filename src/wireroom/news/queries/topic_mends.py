"""What editors did to topics: the log, and which topics they keep apart."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.insight.topics.join import Known
from wireroom.news.models import TopicDeed, TopicMend, TopicName

_APART: Final = (TopicDeed.PART, TopicDeed.DETACH)


def read_topic_log() -> Iterator[TopicMend]:
    """Yield every deed, the latest first."""
    rows = TopicMend.objects.select_related("topic").order_by("-pk")
    return rows.iterator(chunk_size=500)


def read_parted(topics: Sequence[Known]) -> frozenset[frozenset[int]]:
    """Return the pairs of topics that an editor keeps apart."""
    ids = [one.id for one in topics]
    parts = TopicMend.objects.filter(deed__in=_APART, undone_at=None, topic__in=ids)
    pairs = parts.exclude(into=None).values_list("topic_id", "into_id")
    return frozenset(frozenset(pair) for pair in pairs if None not in pair)


def read_detached(topic_id: int) -> set[str]:
    """Return the keys of names that an editor took off a topic: no story gives them back."""
    mends = TopicMend.objects.filter(deed=TopicDeed.DETACH, undone_at=None, topic=topic_id)
    rows = list(mends.values_list("alias", "into"))
    others = TopicName.objects.filter(topic__in=[into for _alias, into in rows if into])
    return {alias for alias, _into in rows if alias} | set(others.values_list("key", flat=True))
