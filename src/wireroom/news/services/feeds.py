"""Filing what polls found: feeds, their entries, and the pages these announce."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.engine.types import FeedEntry
from wireroom.news.identity import key_of, url_identity
from wireroom.news.models import Entry, Feed, Outlet, OutletState, Page
from wireroom.news.queries.take_downs import taken_keys
from wireroom.news.services.leases import finish

URL_LENGTH: Final = 2000


def add_feed(outlet: Outlet, url: str, *, now: datetime) -> tuple[Feed, bool]:
    """Make the feed due for its first poll, unless it is known; the second value says so.

    The feed of an outlet that is paused or blocked rests with the others.
    """
    is_asked = outlet.state == OutletState.ON
    due = {"step": "poll", "due_at": now} if is_asked else {"step": "paused", "due_at": None}
    return Feed.objects.get_or_create(url=url, defaults={"outlet": outlet, **due})


def count_news(feed: Feed, entries: Sequence[FeedEntry]) -> int:
    """Return how many entries are new or changed, without filing them."""
    known = {
        row.guid_key: row
        for row in Entry.objects.filter(feed=feed, guid_key__in=[key_of(e.guid) for e in entries])
    }
    return sum(
        (row := known.get(key_of(entry.guid))) is None or _is_revised(row, entry)
        for entry in entries
    )


@transaction.atomic
def file_poll(
    feed: Feed,
    entries: Sequence[FeedEntry],
    *,
    now: datetime,
    due_at: datetime | None,
    spacing_s: float = 0.0,
    **state: Any,
) -> int:
    """File a poll's entries and the feed's new state; return how many pages became due.

    New pages fall due `spacing_s` apart: a feed's pages mostly stand on one host, which is
    asked slowly, and other outlets' pages go in between. Filing the same entries again changes
    nothing. Raises LeaseLost.
    """
    finish(feed, step="poll" if due_at else "", due_at=due_at, **state)
    usable = _usable(entries)
    pages = _announce(feed, list(usable.values()), now=now, spacing_s=spacing_s)
    return _file_entries(feed, list(usable.values()), pages, now=now)


def _usable(entries: Sequence[FeedEntry]) -> dict[str, FeedEntry]:
    """Return by address the entries that can be kept and were not taken down."""
    keys = {url_identity(one.url): one for one in entries if len(one.url) <= URL_LENGTH}
    taken = taken_keys(keys)
    return {one.url: one for key, one in keys.items() if key not in taken}


def _announce(
    feed: Feed, entries: Sequence[FeedEntry], *, now: datetime, spacing_s: float
) -> dict[str, Page]:
    """Return a page row for every entry's address, making those that are new."""
    urls = [entry.url for entry in entries]
    known = set(Page.objects.filter(url__in=urls).values_list("url", flat=True))
    Page.objects.bulk_create(
        [
            _page(feed, entry, now=now, due_at=now + timedelta(seconds=place * spacing_s))
            for place, entry in enumerate(e for e in entries if e.url not in known)
        ],
        ignore_conflicts=True,  # another feed's poll may have made it meanwhile
    )
    return {page.url: page for page in Page.objects.filter(url__in=urls)}


def _page(feed: Feed, entry: FeedEntry, *, now: datetime, due_at: datetime) -> Page:
    return Page(
        outlet_id=feed.outlet_id,
        url=entry.url,
        title=entry.title[:1000],
        summary=entry.summary or "",
        announced_at=entry.published_at or entry.updated_at,
        seen_at=now,
        step="fetch",
        due_at=due_at,
    )


def _file_entries(
    feed: Feed, entries: Sequence[FeedEntry], pages: dict[str, Page], *, now: datetime
) -> int:
    keys = {key_of(entry.guid): entry for entry in entries}
    known = {row.guid_key: row for row in Entry.objects.filter(feed=feed, guid_key__in=keys)}
    fresh = [
        Entry(
            feed=feed,
            page=pages[entry.url],
            guid_key=key,
            title=entry.title[:1000],
            published_at=entry.published_at,
            updated_at=entry.updated_at,
            seen_at=now,
        )
        for key, entry in keys.items()
        if key not in known
    ]
    Entry.objects.bulk_create(fresh, ignore_conflicts=True)
    changed = [
        pages[entry.url].pk
        for key, entry in keys.items()
        if key in known and _revised(known[key], entry)
    ]
    _refetch(changed, now=now)
    return len(fresh) + len(changed)


def _is_revised(row: Entry, entry: FeedEntry) -> bool:
    newer = entry.updated_at is not None and entry.updated_at != row.updated_at
    return newer or entry.title[:1000] != row.title


def _revised(row: Entry, entry: FeedEntry) -> bool:
    """Note a changed announcement on its row; its page is worth another fetch."""
    if not _is_revised(row, entry):
        return False
    row.title, row.updated_at = entry.title[:1000], entry.updated_at or row.updated_at
    row.save(update_fields=["title", "updated_at"])
    return True


def _refetch(page_ids: Sequence[int], *, now: datetime) -> None:
    # A page that waits for its first fetch or reading stays as it is: it will see the new state
    # anyway; an ended or dead one starts again. The emptied lease drops results under way.
    waiting = Q(step="fetch", due_at__isnull=False, lease="")
    Page.objects.filter(pk__in=page_ids).exclude(waiting).update(
        step="fetch", due_at=now, lease="", attempts=0, dead_at=None
    )
