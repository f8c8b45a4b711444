"""A feed's entries: which are new, and the filing of what they announce."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from wireroom.engine.feeds.sameness import News
from wireroom.news.models import Entry, Feed, OutletState, Page
from wireroom.news.services.known_entries import FoundEntry, KnownEntry, page_ids
from wireroom.news.services.rows import insert_new


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNews:
    """What was found in a feed; its new pages fall due `spacing_s` apart."""

    feed: Feed
    found: Sequence[FoundEntry]
    spacing_s: float


def file_entries(polled: Sequence[FeedNews], *, now: datetime) -> int:
    """File feeds' entries and the pages that they announce; return how many pages became due."""
    fresh = [(news.feed, one) for news in polled for one in news.found if one.is_new]
    if fresh:
        pages = _announce(polled, now=now)
        told = [_entry(feed, one, pages[one.told.entry.url], now=now) for feed, one in fresh]
        insert_new(Entry, told)
    known = [(one, one.row) for news in polled for one in news.found if one.row is not None]
    for one, row in known:
        _keep(one, row)
    changed = [row.page_id for one, row in known if one.told.news is News.CHANGED]
    if changed:
        _refetch(changed, now=now)
    return len(fresh) + len(changed)


def _announce(polled: Sequence[FeedNews], *, now: datetime) -> dict[str, int]:
    """Return a page's id for every new entry's address, making those that are new."""
    urls = [one.told.entry.url for news in polled for one in news.found if one.is_new]
    known = page_ids(urls)
    made: dict[str, dict[str, Any]] = {}
    for news in polled:
        unknown = [one for one in news.found if one.is_new and one.told.entry.url not in known]
        for place, one in enumerate(unknown):
            due_at = now + timedelta(seconds=place * news.spacing_s)
            made.setdefault(one.told.entry.url, _page(news.feed, one, now=now, due_at=due_at))
    if made:
        insert_new(Page, list(made.values()))  # another coordinator may have made one meanwhile
        known |= page_ids(list(made))
    return known


def _page(feed: Feed, one: FoundEntry, *, now: datetime, due_at: datetime) -> dict[str, Any]:
    entry = one.told.entry
    return {
        "outlet_id": feed.outlet_id,
        "url": entry.url,
        "title": entry.title[:1000],
        "summary": entry.summary or "",
        "announced_at": entry.published_at or entry.updated_at,
        "seen_at": now,
        "step": "fetch",
        "due_at": due_at,
    }


def _entry(feed: Feed, one: FoundEntry, page_id: int, *, now: datetime) -> dict[str, Any]:
    entry = one.told.entry
    return {
        "feed_id": feed.pk,
        "page_id": page_id,
        "guid_key": one.key,
        "title": entry.title[:1000],
        "published_at": entry.published_at,
        "updated_at": entry.updated_at,
        "seen_at": now,
    }


def _keep(one: FoundEntry, row: KnownEntry) -> None:
    """Note on the row what its announcement says by now, and take its page to a new address."""
    entry = one.told.entry
    told = (one.key, entry.title[:1000], entry.updated_at or row.updated_at)
    if told != (row.guid_key, row.title, row.updated_at):
        key, title, updated_at = told
        Entry.objects.filter(pk=row.pk).update(guid_key=key, title=title, updated_at=updated_at)
    if one.told.is_moved and not Page.objects.filter(url=entry.url).exists():
        # Its validators are of the old address; a reader's marks hang on the article.
        Page.objects.filter(pk=row.page_id).update(url=entry.url, etag="", last_modified="")


def _refetch(page_ids: Sequence[int], *, now: datetime) -> None:
    # A page that waits for its first fetch or reading stays as it is: it will see the new state
    # anyway; an ended or dead one, or one that waits for its next look, starts again. The emptied
    # lease drops results under way. Another outlet's page may be one of a blocked outlet.
    waiting = Q(step="fetch", due_at__isnull=False, lease="")
    to_come = waiting & (Q(fetched_at=None) | Q(due_at__lte=now))
    again = Page.objects.filter(pk__in=page_ids).exclude(outlet__state=OutletState.BLOCKED)
    again.exclude(to_come).update(step="fetch", due_at=now, lease="", attempts=0, dead_at=None)
