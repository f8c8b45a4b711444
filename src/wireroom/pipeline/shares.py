"""Which articles carry whose text, and how much of it: what grouping takes from matching."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final

from django.db.models import Q

from wireroom.engine.types import CopyKind
from wireroom.news.models import Copy
from wireroom.pipeline.desks import in_shard

# An article of which half is another's text is that report, carried. The other way round more is
# asked: a long follow-up may hold half of an earlier brief as its background.
CARRIES_FROM: Final = 0.5
HELD_WHOLE: Final = 0.8

# A translation stands in the story of its own language.
_NO_SAME_REPORT: Final = (CopyKind.QUOTE, CopyKind.TRANSLATED)

Row = tuple[int, int, float, float]
_COLUMNS: Final = ("a_id", "b_id", "containment_a", "containment_b")


def shares_of(article_ids: Collection[int]) -> Mapping[int, dict[int, float]]:
    """Return for articles those that each is the same report as, with the share."""
    pairs = Copy.objects.filter(Q(a__in=article_ids) | Q(b__in=article_ids))
    return _shares(pairs.exclude(kind__in=_NO_SAME_REPORT).values_list(*_COLUMNS))


def carried_shares(lang: str, *, since: datetime) -> dict[int, dict[int, float]]:
    """Return the same for every article of a language, in one query."""
    pairs = Copy.objects.filter(in_shard(lang, "a__"), a__sort_at__gte=since)
    return _shares(pairs.exclude(kind__in=_NO_SAME_REPORT).values_list(*_COLUMNS))


def _shares(rows: Iterable[Row]) -> dict[int, dict[int, float]]:
    found: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b, share_a, share_b in rows:
        if share_a >= CARRIES_FROM or share_b >= HELD_WHOLE:
            found[a][b] = max(share_a, share_b)
        if share_b >= CARRIES_FROM or share_a >= HELD_WHOLE:
            found[b][a] = max(share_a, share_b)
    return found
