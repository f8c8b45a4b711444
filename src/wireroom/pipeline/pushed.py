"""What a hub sends: a feed with its news, filed as a poll's entries are."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FeedEntry
from wireroom.news.models import Feed, OutletState, Subscription
from wireroom.news.services.feeds import file_push
from wireroom.news.services.subscriptions import believe

_LEAST_APART: Final = timedelta(seconds=60)  # polls of a feed whose hub tells that, but not what


def take_push(row: Subscription, body: bytes, content_type: str, *, now: datetime) -> int:
    """File the entries of a push whose signature is right; return how many pages became due.

    What is no feed is taken for a hint: the feed is polled soon.
    """
    feed = row.feed
    if feed.step != "poll" or feed.outlet.state != OutletState.ON:
        return 0
    try:
        entries = parse_feed(body, url=feed.url, content_type=content_type).entries
    except NotAFeed:
        _poll_soon(feed, now=now)
        return 0
    return _file(row, entries, now=now)


@transaction.atomic
def _file(row: Subscription, entries: tuple[FeedEntry, ...], *, now: datetime) -> int:
    believe(row, now=now)
    return file_push(row.feed, entries, now=now)


def _poll_soon(feed: Feed, *, now: datetime) -> None:
    soon = max(now, feed.polled_at + _LEAST_APART) if feed.polled_at else now
    Feed.objects.filter(pk=feed.pk, step="poll", lease="", due_at__gt=soon).update(due_at=soon)
