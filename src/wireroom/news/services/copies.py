"""Filing the passages that an article shares with others."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from wireroom.engine.types import CopyPair
from wireroom.news.mapping import copy_columns
from wireroom.news.models import Article, Copy
from wireroom.news.services.leases import finish
from wireroom.news.services.shards import fence


@transaction.atomic
def file_copies(
    article: Article, pairs: Sequence[CopyPair], *, lang: str, holder: str, now: datetime
) -> None:
    """Replace the article's pairs by those of its latest text; make it due for its story.

    Raises LeaseLost.
    """
    fence(lang, holder)
    finish(article, step="assign", due_at=now)
    Copy.objects.filter(Q(a=article) | Q(b=article)).delete()
    Copy.objects.bulk_create([Copy(**copy_columns(pair)) for pair in pairs])
