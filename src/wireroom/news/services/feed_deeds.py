"""What the desk does to one feed: asking it again, giving it another address, removing it."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.engine.urls import canonical_url
from wireroom.news.models import Feed
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.feeds import URL_LENGTH, first_due
from wireroom.news.services.leases import BEGUN_ANEW

# A poll that begins anew knows neither failures nor what the address answered before.
_AFRESH: Final[Mapping[str, Any]] = {
    **BEGUN_ANEW, "retired_at": None, "error_count": 0, "etag": "", "last_modified": "",
    "moved_to": "", "moved_seen": 0, "reason": "",
}  # fmt: skip


@transaction.atomic
def ask_feed_again(feed_id: int, *, by: By) -> Feed:
    """Make a feed due now, given up for good or not. Raises BadInput.

    Of an outlet that is paused or blocked it rests with the others, and is asked with them.
    """
    feed = _feed(feed_id)
    _update(feed, first_due(feed.outlet, now=by.now))
    _log("feed-again", feed, by, {}, {"feed": feed.url})
    return feed


@transaction.atomic
def replace_feed(feed_id: int, url: str, *, by: By) -> Feed:
    """Give a feed another address, to be asked now; its entries stay. Raises BadInput."""
    feed = _feed(feed_id)
    there = canonical_url(url if "://" in url else f"https://{url}") if url else None
    if there is None or len(there) > URL_LENGTH:
        raise BadInput("this is no web address; give one that starts with https://")
    if Feed.objects.filter(url=there).exists():
        raise BadInput("a feed of this address is polled already")
    before, feed.url = feed.url, there
    # What kind it is tells its first answer; a page of links is one because somebody said so.
    kind = {} if feed.kind == "listing" else {"kind": ""}
    _update(feed, {"url": there, "children": {}, **kind, **first_due(feed.outlet, now=by.now)})
    _log("feed-replace", feed, by, {"feed": before}, {"feed": there})
    return feed


@transaction.atomic
def remove_feed(feed_id: int, *, by: By) -> Feed:
    """Poll a feed no more and forget what it announced; the reports stay. Raises BadInput."""
    feed = _feed(feed_id)
    _log("feed-remove", feed, by, {"feed": feed.url}, {})
    Feed.objects.filter(pk=feed_id).delete()
    return feed


def _feed(feed_id: int) -> Feed:
    feed = Feed.objects.select_for_update(of=("self",)).select_related("outlet").filter(
        pk=feed_id
    ).first()  # fmt: skip
    if feed is None:
        raise BadInput("this feed was removed meanwhile")
    return feed


def _update(feed: Feed, columns: Mapping[str, Any]) -> None:
    Feed.objects.filter(pk=feed.pk).update(**_AFRESH, **columns)


def _log(
    deed: str, feed: Feed, by: By, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    done = Done(
        deed=f"outlet.{deed}", subject=feed.outlet_id, name=feed.outlet.name,
        before=before, after=after,
    )  # fmt: skip
    log_deed(done, by=by)
