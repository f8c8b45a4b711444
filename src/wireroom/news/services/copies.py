"""Filing the passages that an article shares with others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.types import CopyPair
from wireroom.news.mapping import copy_columns
from wireroom.news.models import Article, Copy
from wireroom.news.services.leases import finish_all

_COLUMNS: Final = (
    "direction",
    "containment_a",
    "containment_b",
    "passages",
    "why",
    "kind",
    "confidence",
)


@dataclass(frozen=True, slots=True)
class Matched:
    """An article with the pairs that were found among those it was compared with."""

    article: Article
    pairs: Sequence[CopyPair]
    compared: Collection[int]


@transaction.atomic
def file_copies(matched: Sequence[Matched], *, now: datetime) -> None:
    """File the pairs that were found; make the articles due for their stories.

    Only pairs with compared articles are touched: one that was matched at the same time may
    have filed its pair with this article a moment ago. Raises LeaseLost, and has filed none.
    """
    finish_all([(one.article, {"step": "assign", "due_at": now}) for one in matched])
    found: dict[tuple[int, int], Copy | None] = {}  # None: compared, and nothing shared
    for one in matched:
        found |= {_key(one.article.pk, other): None for other in one.compared}
        rows = [Copy(**copy_columns(pair)) for pair in one.pairs]
        found |= {(row.a_id, row.b_id): row for row in rows}
    if not found:
        return
    _drop_copies([key for key, row in found.items() if row is None])
    Copy.objects.bulk_create(
        [row for row in found.values() if row is not None],
        update_conflicts=True,
        unique_fields=["a", "b"],
        update_fields=_COLUMNS,
    )


def _key(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _drop_copies(keys: Collection[tuple[int, int]]) -> None:
    pairs = Copy.objects.filter(a__in={a for a, _ in keys}, b__in={b for _, b in keys})
    wanted = set(keys)
    gone = [pk for pk, a, b in pairs.values_list("pk", "a_id", "b_id") if (a, b) in wanted]
    if gone:
        Copy.objects.filter(pk__in=gone).delete()


def forget_copies(article: Article) -> None:
    """Drop the pairs of an article whose text has changed: it is matched again."""
    Copy.objects.filter(Q(a=article) | Q(b=article)).delete()
