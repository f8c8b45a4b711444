"""The copies inside stories, from which it is traced who carries whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db.models import F

from wireroom.engine.types import CopyKind
from wireroom.news.models import Copy
from wireroom.news.queries.lineage import SharedText

PAIR: Final = (
    *("a_id", "b_id", "direction", "containment_a", "containment_b", "kind", "confidence"),
)


def shared_texts(stories: Sequence[int]) -> Mapping[int, Sequence[SharedText]]:
    """Return by story the pairs of which both articles stand in it; shared quotes are no copy."""
    if not stories:
        return {}
    found = defaultdict(list)
    pairs = Copy.objects.filter(
        a__membership__story__in=stories, b__membership__story=F("a__membership__story")
    )
    rows = pairs.exclude(kind=CopyKind.QUOTE).values_list("a__membership__story", *PAIR)
    for story, *pair in rows:
        found[story].append(as_shared(pair))
    return found


def as_shared(pair: Sequence[Any]) -> SharedText:
    """Return a pair of its columns, in the order of PAIR."""
    a, b, direction, of_a, of_b, kind, confidence = pair
    return SharedText(
        a=a,
        b=b,
        direction=direction,
        containment_a=of_a,
        containment_b=of_b,
        kind=kind,
        confidence=confidence,
    )
