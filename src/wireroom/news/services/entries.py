"""A feed's entries: which are new, and the filing of what they announce."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from wireroom.engine.feeds.sameness import Announced, News, Recognised, recognise
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import key_of
from wireroom.news.models import Entry, Feed, OutletState, Page
from wireroom.news.services.transcripts import ToldTranscript, announce_transcripts


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry as recognised, and the row of its earlier announcement."""

    told: Recognised
    row: Entry | None

    @property
    def key(self) -> str:
        """The key to keep the entry under."""
        known = self.told.known
        if self.row is not None and known is not None and self.told.guid == known.guid:
            return self.row.guid_key
        return key_of(self.told.guid)


def find_news(feed: Feed, entries: Sequence[FeedEntry]) -> list[FoundEntry]:
    """Tell of each entry whether its feed announced the report before: two queries."""
    guids = {key_of(name): name for one in entries for name in (one.url, one.guid)}
    rows = {
        row.pk: row
        for found in (
            Entry.objects.filter(feed=feed, guid_key__in=guids),
            Entry.objects.filter(feed=feed, page__url__in=[one.url for one in entries]),
        )
        for row in found.select_related("page")
    }
    known = {pk: _announced(row, guids) for pk, row in rows.items()}
    told = recognise(
        entries,
        by_guid={one.guid: one for one in known.values()},
        by_url={one.url: one for one in known.values()},
    )
    of = {id(one): rows[pk] for pk, one in known.items()}
    return [FoundEntry(one, of.get(id(one.known))) for one in told]


def _announced(row: Entry, guids: Mapping[str, str]) -> Announced:
    return Announced(
        guid=guids.get(row.guid_key, row.guid_key),
        url=row.page.url,
        title=row.title,
        published_at=row.published_at,
        updated_at=row.updated_at,
    )


def file_entries(
    feed: Feed, found: Sequence[FoundEntry], *, now: datetime, spacing_s: float
) -> int:
    """File entries and the pages that they announce; return how many pages became due."""
    fresh = [one for one in found if one.told.news is News.NEW]
    told = [one.told.entry for one in fresh]
    pages = announce_pages(feed.outlet_id, told, now=now, spacing_s=spacing_s)
    Entry.objects.bulk_create(
        [_entry(feed, one, pages[one.told.entry.url], now=now) for one in fresh],
        ignore_conflicts=True,
    )
    changed = [one for one in found if one.told.news is News.CHANGED]
    for one in found:
        if one.row is not None:
            _keep(one, one.row)
    _refetch([one.row.page_id for one in changed if one.row is not None], now=now)
    announce_transcripts(list(_transcripts(feed, found, pages)), now=now)
    return len(fresh) + len(changed)


def _transcripts(
    feed: Feed, found: Sequence[FoundEntry], pages: Mapping[str, Page]
) -> Iterator[ToldTranscript]:
    for one in found:
        entry = one.told.entry
        page_id = one.row.page_id if one.row is not None else pages[entry.url].pk
        if entry.transcript is not None:
            is_new = one.told.news is News.CHANGED
            yield ToldTranscript(feed=feed, page_id=page_id, told=entry.transcript, is_new=is_new)


def announce_pages(
    outlet_id: int, entries: Sequence[FeedEntry], *, now: datetime, spacing_s: float
) -> dict[str, Page]:
    """Return a page row for every entry's address, making those that are new."""
    urls = [entry.url for entry in entries]
    known = set(Page.objects.filter(url__in=urls).values_list("url", flat=True))
    Page.objects.bulk_create(
        [
            _page(outlet_id, entry, now=now, due_at=now + timedelta(seconds=place * spacing_s))
            for place, entry in enumerate(e for e in entries if e.url not in known)
        ],
        ignore_conflicts=True,  # another feed's poll may have made it meanwhile
    )
    return {page.url: page for page in Page.objects.filter(url__in=urls)}


def _page(outlet_id: int, entry: FeedEntry, *, now: datetime, due_at: datetime) -> Page:
    return Page(
        outlet_id=outlet_id,
        url=entry.url,
        title=entry.title[:1000],
        summary=entry.summary or "",
        announced_at=entry.published_at or entry.updated_at,
        seen_at=now,
        step="fetch",
        due_at=due_at,
    )


def _entry(feed: Feed, one: FoundEntry, page: Page, *, now: datetime) -> Entry:
    entry = one.told.entry
    return Entry(
        feed=feed,
        page=page,
        guid_key=one.key,
        title=entry.title[:1000],
        published_at=entry.published_at,
        updated_at=entry.updated_at,
        seen_at=now,
    )


def _keep(one: FoundEntry, row: Entry) -> None:
    """Note on the row what its announcement says by now, and take its page to a new address."""
    entry = one.told.entry
    told = (one.key, entry.title[:1000], entry.updated_at or row.updated_at)
    if told != (row.guid_key, row.title, row.updated_at):
        row.guid_key, row.title, row.updated_at = told
        row.save(update_fields=["guid_key", "title", "updated_at"])
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
