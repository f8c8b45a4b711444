"""Subscriptions at hubs: noted, asked for, confirmed, believed and no longer believed."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from wireroom.engine.feeds.hub import HubLinks, lease_end, renewal
from wireroom.news.models import Feed, Subscription
from wireroom.news.services.leases import finish

# A hub that does not confirm is asked again after an hour, then ever more rarely.
_ASK_AGAIN_S: Final = 3_600
_MOST_DOUBLED: Final = 5
_CONFIRMED_WITHIN: Final = timedelta(days=1)
_AFTER_DENIAL: Final = timedelta(days=7)


def note_hub(feed: Feed, links: HubLinks | None, *, now: datetime) -> None:
    """Have a feed's hub asked, where it is new or rested; forget one that is named no more."""
    known = Subscription.objects.filter(feed=feed).first()
    if known is not None and links == HubLinks(known.hub_url, known.topic_url):
        resting = Subscription.objects.filter(pk=known.pk, due_at=None, dead_at=None)
        resting.update(due_at=now)
        return
    if known is not None:
        known.delete()
        Feed.objects.filter(pk=feed.pk).update(push_until=None)
    if links is not None:
        Subscription.objects.get_or_create(
            feed=feed,
            defaults={
                "hub_url": links.hub_url,
                "topic_url": links.topic_url,
                "name": secrets.token_urlsafe(32),
                "secret": secrets.token_hex(32),
                "step": "hub",
                "due_at": now,
            },
        )


def let_rest(rows: Sequence[Subscription]) -> list[Subscription]:
    """Return the claimed rows whose feeds are polled; the others' hubs wait until theirs are."""
    polled = []
    for row in rows:
        if row.feed.step == "poll" and row.feed.retired_at is None:
            polled.append(row)
        else:
            held = Subscription.objects.filter(pk=row.pk, lease=row.lease)
            held.update(due_at=None, lease="", attempts=0)
    return polled


@transaction.atomic
def file_asked(row: Subscription, *, now: datetime) -> None:
    """Note that the hub took the request. Raises LeaseLost.

    Many hubs confirm before they answer: then the next thing due is the renewal.
    """
    lease_until = Subscription.objects.values_list("lease_until", flat=True).get(pk=row.pk)
    tries = min(row.tries + 1, _MOST_DOUBLED)
    due_at = now + timedelta(seconds=_ASK_AGAIN_S * 2 ** (tries - 1))
    if lease_until is not None and lease_until != row.lease_until:
        tries, due_at = 0, renewal(lease_until, now=now)
    finish(row, step="hub", due_at=due_at, tries=tries)


def note_asking(row: Subscription, *, now: datetime) -> None:
    """Note that the hub is being asked: only what was asked for is confirmed."""
    Subscription.objects.filter(pk=row.pk).update(asked_at=now)


@transaction.atomic
def confirm(name: str, topic: str, lease_s: str, *, now: datetime) -> bool:
    """Confirm what the hub says was asked of it; False where it was not, or not lately."""
    row = Subscription.objects.filter(name=name, topic_url=topic).select_related("feed").first()
    if row is None or row.asked_at is None or now - row.asked_at > _CONFIRMED_WITHIN:
        return False
    if row.feed.retired_at is not None or row.feed.step != "poll":
        return False
    until = lease_end(lease_s, now=now)
    Subscription.objects.filter(pk=row.pk).update(lease_until=until)
    waiting = Subscription.objects.filter(pk=row.pk, lease="")
    waiting.update(step="hub", due_at=renewal(until, now=now), tries=0, attempts=0, dead_at=None)
    if row.pushed_at is not None:
        Feed.objects.filter(pk=row.feed_id).update(push_until=until)
    return True


@transaction.atomic
def deny(name: str, topic: str, reason: str, *, now: datetime) -> bool:
    """Note that the hub refuses, and go on polling; False where there is no such subscription."""
    row = Subscription.objects.filter(name=name, topic_url=topic).first()
    if row is None:
        return False
    Subscription.objects.filter(pk=row.pk).update(
        step="hub", due_at=now + _AFTER_DENIAL, lease="", lease_until=None, pushed_at=None,
        last_error=f"the hub refuses: {reason}"[:1000],
    )  # fmt: skip
    Feed.objects.filter(pk=row.feed_id).update(push_until=None)
    return True


def believe(row: Subscription, *, now: datetime) -> None:
    """Note that the hub told of news: while its lease lasts the feed is polled rarely."""
    Subscription.objects.filter(pk=row.pk).update(pushed_at=now)
    Feed.objects.filter(pk=row.feed_id).update(push_until=row.lease_until)


def doubt(feed: Feed) -> None:
    """Note that a poll found news that the hub had not told of: polls have to find them again."""
    Subscription.objects.filter(feed=feed).update(pushed_at=None)
    Feed.objects.filter(pk=feed.pk).update(push_until=None)
