"""Filing the passages that an article shares with others."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.types import CopyPair
from wireroom.news.mapping import copy_columns
from wireroom.news.models import Article, Copy
from wireroom.news.services.leases import finish

_COLUMNS: Final = ("direction", "containment_a", "containment_b", "passages", "why")


@transaction.atomic
def file_copies(
    article: Article,
    pairs: Sequence[CopyPair],
    *,
    compared: Collection[int],
    now: datetime,
) -> None:
    """File the pairs found among the `compared` articles; make the article due for its story.

    Only pairs with compared articles are touched: one that was matched at the same time may
    have filed its pair with this article a moment ago. Raises LeaseLost.
    """
    finish(article, step="assign", due_at=now)
    if not compared:
        return
    rows = [Copy(**copy_columns(pair)) for pair in pairs]
    kept = {row.b_id if row.a_id == article.pk else row.a_id for row in rows}
    gone = [other for other in compared if other not in kept]
    Copy.objects.filter(Q(a=article, b__in=gone) | Q(b=article, a__in=gone)).delete()
    Copy.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["a", "b"], update_fields=_COLUMNS
    )


def forget_copies(article: Article) -> None:
    """Drop the pairs of an article whose text has changed: it is matched again."""
    Copy.objects.filter(Q(a=article) | Q(b=article)).delete()
