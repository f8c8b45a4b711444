"""A feed's entries: which are new, and the filing of what they announce."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q

from wireroom.engine.feeds.sameness import Announced, News, Recognised, recognise
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import key_of
from wireroom.news.models import Entry, Feed, OutletState, Page
from wireroom.news.models.pages import PASSED_OVER

CATEGORIES_LENGTH: Final = 500


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
    feed: Feed,
    found: Sequence[FoundEntry],
    *,
    now: datetime,
    spacing_s: float,
    passed: Collection[str] = (),
) -> int:
    """File entries and the pages that they announce; return how many pages became due.

    Pages at `passed` addresses are known from now on, but not fetched.
    """
    fresh = [one for one in found if one.told.news is News.NEW]
    wanted = [one.told.entry for one in fresh if one.told.entry.url not in passed]
    over = [one.told.entry for one in fresh if one.told.entry.url in passed]
    pages = announce_pages(feed.outlet_id, wanted, now=now, spacing_s=spacing_s)
    pages |= announce_pages(feed.outlet_id, over, now=now, spacing_s=0.0, is_passed=True)
    Entry.objects.bulk_create(
        [_entry(feed, one, pages[one.told.entry.url], now=now) for one in fresh],
        ignore_conflicts=True,
    )
    changed = [one for one in found if one.told.news is News.CHANGED]
    for one in found:
        if one.row is not None:
            _keep(one, one.row)
    _refetch([one.row.page_id for one in changed if one.row is not None], now=now)
    return len(wanted) + len(changed)


def announce_pages(
    outlet_id: int,
    entries: Sequence[FeedEntry],
    *,
    now: datetime,
    spacing_s: float,
    is_passed: bool = False,
) -> dict[str, Page]:
    """Return a page row for every entry's address, making those that are new."""
    if not entries:
        return {}
    work = {"step": "", "health": PASSED_OVER} if is_passed else {"step": "fetch"}
    urls = [entry.url for entry in entries]
    known = set(Page.objects.filter(url__in=urls).values_list("url", flat=True))
    Page.objects.bulk_create(
        [
            _page(
                outlet_id,
                entry,
                seen_at=now,
                due_at=None if is_passed else now + timedelta(seconds=place * spacing_s),
                **work,
            )
            for place, entry in enumerate(e for e in entries if e.url not in known)
        ],
        ignore_conflicts=True,  # another feed's poll may have made it meanwhile
    )
    if not is_passed:  # what one listing passed over, a feed or another listing may call news
        over = Page.objects.filter(url__in=urls, health=PASSED_OVER)
        over = over.exclude(outlet__state=OutletState.BLOCKED)
        over.update(step="fetch", due_at=now, health="")
    return {page.url: page for page in Page.objects.filter(url__in=urls)}


def _page(outlet_id: int, entry: FeedEntry, **columns: Any) -> Page:
    return Page(
        outlet_id=outlet_id,
        url=entry.url,
        title=entry.title[:1000],
        summary=entry.summary or "",
        announced_at=entry.published_at or entry.updated_at,
        **columns,
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
        categories="\n".join(entry.tags)[:CATEGORIES_LENGTH],
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
    again = again.exclude(health=PASSED_OVER)
    again.exclude(to_come).update(step="fetch", due_at=now, lease="", attempts=0, dead_at=None)
