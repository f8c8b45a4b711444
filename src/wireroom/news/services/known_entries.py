"""Which of polls' entries are new: many feeds at once, by the rows of earlier announcements."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from django.db.models import Exists, OuterRef

from wireroom.engine.feeds.sameness import Announced, News, Recognised, recognise
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import key_of
from wireroom.news.models import Entry, Feed, Page

T = TypeVar("T")

# Addresses or rows in one statement: SQLite takes 32,766 values, a sitemap alone has 1,000 entries.
AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """The row of an earlier announcement, and its page's address."""

    url: str
    pk: int
    feed_id: int
    page_id: int
    guid_key: str
    title: str
    published_at: datetime | None
    updated_at: datetime | None


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry as recognised, and the row of its earlier announcement."""

    told: Recognised
    row: KnownEntry | None

    @property
    def is_new(self) -> bool:
        """Whether its feed announced the report for the first time."""
        return self.told.news is News.NEW

    @property
    def key(self) -> str:
        """The key to keep the entry under."""
        known = self.told.known
        if self.row is not None and known is not None and self.told.guid == known.guid:
            return self.row.guid_key
        return key_of(self.told.guid)


def find_news(
    polls: Sequence[tuple[Feed, Sequence[FeedEntry]]],
) -> list[list[FoundEntry]]:
    """Tell of each feed's entries whether it announced the reports before.

    Three queries for all that stands where it stood and for feeds that are new, one more for
    each other feed with entries that are not known by their addresses.
    """
    placed = _placed(polls)
    unplaced = {
        feed.pk: names
        for feed, entries in polls
        if (names := _unplaced_names(entries, placed.get(feed.pk, ())))
    }
    for feed_id in _with_entries(unplaced):
        placed[feed_id].extend(_named(feed_id, unplaced[feed_id]))
    return [_recognised(entries, placed.get(feed.pk, ())) for feed, entries in polls]


def page_ids(urls: Sequence[str]) -> dict[str, int]:
    """Return the ids of the pages at these addresses, where there are some."""
    found: dict[str, int] = {}
    for some in pieces(urls):
        found |= Page.objects.filter(url__in=some).values_list("url", "pk")
    return found


def _placed(polls: Sequence[tuple[Feed, Sequence[FeedEntry]]]) -> dict[int, list[KnownEntry]]:
    """Return by feed the announcements of pages that stand at the entries' addresses."""
    feeds = {feed.pk for feed, _ in polls}
    urls = {pk: url for url, pk in page_ids([e.url for _, told in polls for e in told]).items()}
    placed: dict[int, list[KnownEntry]] = defaultdict(list)
    for some in pieces(list(urls)):
        for row in Entry.objects.filter(page__in=some).values_list(*_COLUMNS):
            if row[1] in feeds:
                placed[row[1]].append(KnownEntry(urls[row[2]], *row))
    return placed


_COLUMNS: Final = (
    "pk", "feed_id", "page_id", "guid_key", "title", "published_at", "updated_at",
)  # fmt: skip


def _unplaced_names(entries: Sequence[FeedEntry], placed: Sequence[KnownEntry]) -> list[str]:
    """Return the names under which entries may be known that their addresses do not tell of."""
    urls, keys = {one.url for one in placed}, {one.guid_key for one in placed}
    names = {one.guid for one in entries} | {one.url for one in entries if one.url not in urls}
    return [key for name in names if (key := key_of(name)) not in keys]


def _with_entries(feeds: Collection[int]) -> list[int]:
    if not feeds:
        return []
    entries = Entry.objects.filter(feed=OuterRef("pk"))
    return list(Feed.objects.filter(Exists(entries), pk__in=feeds).values_list("pk", flat=True))


def _named(feed_id: int, keys: Sequence[str]) -> Iterator[KnownEntry]:
    for some in pieces(keys):
        rows = Entry.objects.filter(feed=feed_id, guid_key__in=some)
        for row in rows.values_list("page__url", *_COLUMNS):
            yield KnownEntry(*row)


def _recognised(entries: Sequence[FeedEntry], rows: Sequence[KnownEntry]) -> list[FoundEntry]:
    if not rows:
        told = recognise(entries, by_guid={}, by_url={})
        return [FoundEntry(one, None) for one in told]
    guids = {key_of(name): name for one in entries for name in (one.url, one.guid)}
    # In order: where a feed announced one address twice, its latest announcement counts.
    known = {row.pk: _announced(row, guids) for row in sorted(rows, key=lambda row: row.pk)}
    told = recognise(
        entries,
        by_guid={one.guid: one for one in known.values()},
        by_url={one.url: one for one in known.values()},
    )
    of = {id(known[row.pk]): row for row in rows}
    return [FoundEntry(one, of.get(id(one.known))) for one in told]


def _announced(row: KnownEntry, guids: Mapping[str, str]) -> Announced:
    return Announced(
        guid=guids.get(row.guid_key, row.guid_key),
        url=row.url,
        title=row.title,
        published_at=row.published_at,
        updated_at=row.updated_at,
    )


def pieces(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the values, so many at a time as a statement takes."""
    for first in range(0, len(values), AT_ONCE):
        yield values[first : first + AT_ONCE]
