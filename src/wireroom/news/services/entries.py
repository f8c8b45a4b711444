"""A feed's entries: which are new, and the filing of what they announce."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q

from wireroom.engine.feeds.sameness import News
from wireroom.engine.types import FeedEntry
from wireroom.news.models import Entry, Feed, OutletState, Page
from wireroom.news.models.held import HELD
from wireroom.news.models.pages import PASSED_OVER
from wireroom.news.services.known_entries import FoundEntry, KnownEntry, page_ids, pieces
from wireroom.news.services.rows import insert_new, set_rows
from wireroom.news.services.transcripts import ToldTranscript, announce_transcripts

CATEGORIES_LENGTH: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNews:
    """What was found in a feed; its new pages fall due `spacing_s` apart.

    Pages at `passed` addresses are known from now on, but not fetched.
    """

    feed: Feed
    found: Sequence[FoundEntry]
    spacing_s: float
    passed: Collection[str] = ()

    @property
    def fresh(self) -> list[FeedEntry]:
        """The entries that the feed announced for the first time."""
        return [one.told.entry for one in self.found if one.is_new]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Entries of an outlet whose pages are to be there, as FeedNews has them."""

    outlet_id: int
    entries: Sequence[FeedEntry]
    spacing_s: float
    passed: Collection[str] = ()


def file_entries(polled: Sequence[FeedNews], *, now: datetime) -> int:
    """File feeds' entries and the pages that they announce; return how many pages became due."""
    fresh = [(news, one) for news in polled for one in news.found if one.is_new]
    pages: dict[str, int] = {}
    if fresh:
        known_pages = {
            one.told.entry.url: one.page_id for _, one in fresh if one.page_id is not None
        }
        pages = announce_pages([_announced(news) for news in polled], now=now, known=known_pages)
        told = [_entry(of.feed, one, pages[one.told.entry.url], now=now) for of, one in fresh]
        insert_new(Entry, told)
    known = [(one, one.row) for news in polled for one in news.found if one.row is not None]
    _keep(known)
    changed = [row.page_id for one, row in known if one.told.news is News.CHANGED]
    if changed:
        _refetch(changed, now=now)
    announce_transcripts(list(_transcripts(polled, pages)), now=now)
    return sum(one.told.entry.url not in of.passed for of, one in fresh) + len(changed)


def _transcripts(polled: Sequence[FeedNews], pages: Mapping[str, int]) -> Iterator[ToldTranscript]:
    """Yield what feeds give of the pages that they announce, but for those passed over."""
    for news in polled:
        for one in news.found:
            entry = one.told.entry
            if entry.transcript is None or entry.url in news.passed:
                continue
            yield ToldTranscript(
                feed=news.feed,
                page_id=one.row.page_id if one.row is not None else pages[entry.url],
                told=entry.transcript,
                is_new=one.told.news is News.CHANGED,
            )


def _announced(news: FeedNews) -> Announcement:
    return Announcement(
        outlet_id=news.feed.outlet_id,
        entries=news.fresh,
        spacing_s=news.spacing_s,
        passed=news.passed,
    )


def announce_pages(
    told: Sequence[Announcement], *, now: datetime, known: Mapping[str, int] | None = None
) -> dict[str, int]:
    """Return a page's id for every entry's address, making those that are new.

    `known` are those at such addresses, where the caller has looked for them just now.
    """
    if known is None:
        known = page_ids([entry.url for one in told for entry in one.entries])
    _take_up([url for one in told for url in _wanted(one) if url in known], now=now)
    made: dict[str, dict[str, Any]] = {}
    for one in told:
        unknown = [e for e in one.entries if e.url not in known and e.url not in one.passed]
        for place, entry in enumerate(unknown):
            due_at = now + timedelta(seconds=place * one.spacing_s)
            made.setdefault(entry.url, _page(one, entry, now=now, due_at=due_at))
    for one in told:  # what one listing passes over, another may want
        for entry in one.entries:
            if entry.url not in known:
                made.setdefault(entry.url, _page(one, entry, now=now, due_at=None))
    if made:
        # Another coordinator may make some of them meanwhile: in one order, so that the two never
        # wait for each other's rows in a circle.
        insert_new(Page, [made[url] for url in sorted(made)])
        return {**known, **page_ids(list(made))}
    return dict(known)


def _wanted(told: Announcement) -> Iterator[str]:
    return (one.url for one in told.entries if one.url not in told.passed)


def _take_up(urls: Sequence[str], *, now: datetime) -> None:
    """Have pages fetched that a listing passed over: a feed or another listing calls them news."""
    for some in pieces(urls):
        over = Page.objects.filter(url__in=some, health=PASSED_OVER)
        over = over.exclude(outlet__state=OutletState.BLOCKED)
        over.update(step="fetch", due_at=now, health="")


def _page(
    told: Announcement, entry: FeedEntry, *, now: datetime, due_at: datetime | None
) -> dict[str, Any]:
    """Return the columns of a new page; without a time it is passed over."""
    return {
        "outlet_id": told.outlet_id,
        "url": entry.url,
        "title": entry.title[:1000],
        "summary": entry.summary or "",
        "announced_at": entry.published_at or entry.updated_at,
        "seen_at": now,
        "step": "fetch" if due_at else "",
        "due_at": due_at,
        "health": "" if due_at else PASSED_OVER,
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
        "categories": "\n".join(entry.tags)[:CATEGORIES_LENGTH],
    }


def _keep(known: Sequence[tuple[FoundEntry, KnownEntry]]) -> None:
    """Note on the rows what announcements say by now, and take their pages to new addresses."""
    changed: list[tuple[int, dict[str, Any]]] = []
    for one, row in known:
        entry = one.told.entry
        told = (one.key, entry.title[:1000], entry.updated_at or row.updated_at)
        if told != (row.guid_key, row.title, row.updated_at):
            changed.append((row.pk, dict(zip(_KEPT, told, strict=True))))
    set_rows(Entry, changed)
    for one, row in known:
        if one.told.is_moved:
            _move(row, one.told.entry.url)


_KEPT: Final = ("guid_key", "title", "updated_at")


def _move(row: KnownEntry, url: str) -> None:
    """Take the page to its new address; where one stands there already, the entry tells of that."""
    there = Page.objects.filter(url=url).values_list("pk", flat=True).first()
    if there is not None:
        Entry.objects.filter(pk=row.pk).update(page=there)
    else:
        # Its validators are of the old address; a reader's marks hang on the article.
        Page.objects.filter(pk=row.page_id).update(url=url, etag="", last_modified="")


def _refetch(page_ids: Sequence[int], *, now: datetime) -> None:
    # A page that waits for its first fetch, for its host or for its reading stays as it is: it
    # will see the new state anyway; an ended or dead one, or one that waits for its next look,
    # starts again. The emptied lease drops results under way. Another outlet's page may be one of
    # a blocked outlet.
    waiting = Q(step="fetch", due_at__isnull=False, lease="")
    to_come = Q(step=HELD) | waiting & (Q(fetched_at=None) | Q(due_at__lte=now))
    again = Page.objects.filter(pk__in=page_ids).exclude(outlet__state=OutletState.BLOCKED)
    again.exclude(to_come).update(step="fetch", due_at=now, lease="", attempts=0, dead_at=None)
