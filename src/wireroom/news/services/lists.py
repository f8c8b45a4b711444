"""Filing whole lists of outlets, and taking the sample newsroom away."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from wireroom.news.models import Outlet, Shard, Story, Storyline
from wireroom.news.services.feeds import add_feed
from wireroom.news.services.outlets import OutletFacts, file_outlet
from wireroom.news.services.search import forget_outlets


@transaction.atomic
def file_outlets(
    listed: Iterable[tuple[OutletFacts, Sequence[str]]], *, now: datetime
) -> tuple[int, int]:
    """File outlets with their feeds; return how many outlets and feeds are new."""
    new_outlets = new_feeds = 0
    for facts, feeds in listed:
        outlet, is_new = file_outlet(facts)
        new_outlets += is_new
        new_feeds += sum(add_feed(outlet, url, now=now)[1] for url in feeds)
    return new_outlets, new_feeds


@transaction.atomic
def remove_sample() -> int:
    """Delete the sample newsroom and every story it alone told; return how many outlets went."""
    outlets = list(Outlet.objects.filter(is_sample=True).values_list("pk", flat=True))
    if outlets:
        forget_outlets(outlets)
        Outlet.objects.filter(is_sample=True).delete()
        # One that was merged stays while the other stands: it leads there, and may have comments.
        while Story.objects.filter(memberships=None, merged_into=None).delete()[0]:
            pass
        Storyline.objects.filter(stories=None).delete()
        # Who has these stories in an index at work builds it anew from the tables.
        Shard.objects.exclude(holder="").update(holder="", held_until=None)
    return len(outlets)
