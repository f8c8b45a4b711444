"""Filing what polls found: feeds, their entries, and the pages these announce."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from wireroom.engine.feeds.rhythm import observe_push, unpack_rhythm
from wireroom.engine.feeds.rules import Sifted, sift
from wireroom.engine.feeds.sameness import News
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import url_identity
from wireroom.news.models import Feed, Outlet, OutletState
from wireroom.news.queries.rules import rules_of
from wireroom.news.queries.take_downs import taken_keys
from wireroom.news.services.entries import FoundEntry, file_entries, find_news
from wireroom.news.services.leases import finish

URL_LENGTH: Final = 2000
LISTING: Final = "listing"  # the kind of a feed that is a page of links
# A feed's step while its outlet is paused or blocked: no stage claims it.
RESTING: Final = "paused"


def first_due(outlet: Outlet, *, now: datetime) -> dict[str, Any]:
    """Return the columns of a feed that is new: due, or at rest with its outlet's others."""
    is_asked = outlet.state == OutletState.ON
    return {"step": "poll", "due_at": now} if is_asked else {"step": RESTING, "due_at": None}


def add_feed(outlet: Outlet, url: str, *, now: datetime, kind: str = "") -> tuple[Feed, bool]:
    """Make the feed due for its first poll, unless it is known; the second value says so.

    The feed of an outlet that is paused or blocked rests with the others. A page of links is
    read as one only where its `kind` is "listing".
    """
    defaults = {"outlet": outlet, "kind": kind, **first_due(outlet, now=now)}
    return Feed.objects.get_or_create(url=url, defaults=defaults)


def sift_entries(feed: Feed, entries: Sequence[FeedEntry]) -> Sifted:
    """Apply the outlet's filters and rewrites to what its feed announced."""
    return sift(entries, rules_of(feed.outlet_id))


def look_for_news(feed: Feed, entries: Sequence[FeedEntry]) -> list[FoundEntry]:
    """Tell what of a poll's entries is new or changed, without filing any."""
    return find_news(feed, usable_entries(entries))


@transaction.atomic
def file_poll(
    feed: Feed,
    entries: Sequence[FeedEntry],
    *,
    now: datetime,
    due_at: datetime | None,
    spacing_s: float = 0.0,
    passed: Collection[str] = (),
    **state: Any,
) -> int:
    """File a poll's entries and the feed's new state; return how many pages became due.

    Entries come sifted; pages at `passed` addresses are known from now on, but not fetched.

    New pages fall due `spacing_s` apart: a feed's pages mostly stand on one host, which is
    asked slowly, and other outlets' pages go in between. Filing the same entries again changes
    nothing. Raises LeaseLost.
    """
    finish(feed, step="poll" if due_at else "", due_at=due_at, spacing_s=spacing_s, **state)
    found = find_news(feed, usable_entries(entries)) if entries else []
    return file_entries(feed, found, now=now, spacing_s=spacing_s, passed=passed)


@transaction.atomic
def file_push(feed: Feed, entries: Sequence[FeedEntry], *, now: datetime) -> int:
    """File what a hub sent between two polls; return how many pages became due.

    The feed counts as one that brings news, when they came: a poll will find them known.
    """
    held = Feed.objects.select_for_update().get(pk=feed.pk)  # the same may be sent twice at once
    found = look_for_news(held, sift_entries(held, entries).entries)
    new = [one.told.entry.published_at for one in found if one.told.news is News.NEW]
    if new:
        rhythm = unpack_rhythm(bytes(held.rhythm))
        held.rhythm = observe_push(rhythm, new, since=held.ok_at, now=now).pack()
        held.news_at = now
        held.save(update_fields=["rhythm", "news_at"])
    return file_entries(held, found, now=now, spacing_s=held.spacing_s)


def usable_entries(entries: Sequence[FeedEntry]) -> list[FeedEntry]:
    """Return the entries that can be kept, each address once, without those taken down."""
    by_url = {one.url: one for one in entries if len(one.url) <= URL_LENGTH}
    keys = {url: url_identity(url) for url in by_url}
    taken = taken_keys(keys.values())
    return [one for url, one in by_url.items() if keys[url] not in taken]
