"""What editors did to topics: the log, and which topics they keep apart."""

from collections.abc import Iterator, Sequence

from wireroom.engine.insight.topics.join import Known
from wireroom.news.models import TopicDeed, TopicMend


def read_topic_log() -> Iterator[TopicMend]:
    """Yield every deed, the latest first."""
    rows = TopicMend.objects.select_related("topic").order_by("-pk")
    return rows.iterator(chunk_size=500)


def read_parted(topics: Sequence[Known]) -> frozenset[frozenset[int]]:
    """Return the pairs of topics that an editor keeps apart."""
    ids = [one.id for one in topics]
    parts = TopicMend.objects.filter(deed=TopicDeed.PART, undone_at=None, topic__in=ids)
    pairs = parts.exclude(into=None).values_list("topic_id", "into_id")
    return frozenset(frozenset(pair) for pair in pairs if None not in pair)
