"""Which of polls' entries are new: many feeds at once, by the rows of earlier announcements."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from django.db.models import Exists, OuterRef

from wireroom.engine.feeds.announced import Announced
from wireroom.engine.feeds.same_moment import is_moment
from wireroom.engine.feeds.sameness import News, Recognised, recognise
from wireroom.engine.types import FeedEntry
from wireroom.news.identity import key_of
from wireroom.news.models import Entry, Feed, Page
from wireroom.news.services.rows import find_pairs

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
    """An entry as recognised, the row of its earlier announcement, and the page at its address."""

    told: Recognised
    row: KnownEntry | None
    page_id: int | None

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

    Three queries for all that stands where it stood and for feeds that are new, three more for
    all entries together that are not known by their addresses.
    """
    pages = page_ids([one.url for _, entries in polls for one in entries])
    placed = _placed({feed.pk for feed, _ in polls}, {pk: url for url, pk in pages.items()})
    with_entries = placed.keys() | _with_entries([f.pk for f, _ in polls if f.pk not in placed])
    unplaced = {
        feed.pk: _unplaced(entries, placed.get(feed.pk, ()))
        for feed, entries in polls
        if feed.pk in with_entries
    }
    at_hand = {row.pk for rows in placed.values() for row in rows}
    for row in _told_before(unplaced, at_hand):
        placed[row.feed_id].append(row)
    return [_recognised(entries, placed.get(feed.pk, ()), pages) for feed, entries in polls]


def page_ids(urls: Sequence[str]) -> dict[str, int]:
    """Return the ids of the pages at these addresses, where there are some."""
    found: dict[str, int] = {}
    for some in pieces(urls):
        found |= Page.objects.filter(url__in=some).values_list("url", "pk")
    return found


def _placed(feeds: Collection[int], urls: Mapping[int, str]) -> dict[int, list[KnownEntry]]:
    """Return by feed the announcements of the pages that stand at these addresses, by id."""
    placed: dict[int, list[KnownEntry]] = defaultdict(list)
    for some in pieces(list(urls)):
        for row in Entry.objects.filter(page__in=some).values_list(*_COLUMNS):
            if row[1] in feeds:
                placed[row[1]].append(KnownEntry(urls[row[2]], *row))
    return placed


_COLUMNS: Final = (
    "pk", "feed_id", "page_id", "guid_key", "title", "published_at", "updated_at",
)  # fmt: skip


_Traces = list[tuple[str, datetime | None]]


def _unplaced(entries: Sequence[FeedEntry], placed: Sequence[KnownEntry]) -> _Traces:
    """Return the names under which entries may be known that their addresses do not tell of.

    With the names of one that stands at no known address, its moment: see find_restated.
    """
    urls, keys = {one.url for one in placed}, {one.guid_key for one in placed}
    traces: dict[str, datetime | None] = {}
    for one in entries:
        if one.url in urls:
            traces.setdefault(one.guid)
        else:
            at = one.published_at if is_moment(one.published_at) else None
            traces |= {one.guid: at, one.url: at}
    named = ((key_of(name), at) for name, at in traces.items())
    return [(key, at) for key, at in named if key not in keys or at is not None]


def _with_entries(feeds: Collection[int]) -> set[int]:
    if not feeds:
        return set()
    entries = Entry.objects.filter(feed=OuterRef("pk"))
    return set(Feed.objects.filter(Exists(entries), pk__in=feeds).values_list("pk", flat=True))


def _told_before(unplaced: Mapping[int, _Traces], at_hand: Collection[int]) -> Iterator[KnownEntry]:
    """Yield what feeds announced under these names, or at these moments, but for rows at hand."""
    named = [(feed, key) for feed, traces in unplaced.items() for key, _ in traces]
    timed = [(feed, at) for feed, traces in unplaced.items() for at in _moments(traces)]
    ids = {
        *(pk for some in pieces(named) for pk in find_pairs(Entry, ("feed", "guid_key"), some)),
        *(pk for some in pieces(timed) for pk in find_pairs(Entry, ("feed", "published_at"), some)),
    }
    for pks in pieces(sorted(ids.difference(at_hand))):
        told = Entry.objects.filter(pk__in=pks).values_list("page__url", *_COLUMNS)
        yield from (KnownEntry(*row) for row in told)


def _moments(traces: _Traces) -> set[datetime]:
    return {at for _, at in traces if at is not None}


def _recognised(
    entries: Sequence[FeedEntry], rows: Sequence[KnownEntry], pages: Mapping[str, int]
) -> list[FoundEntry]:
    if not rows:
        told = recognise(entries, by_guid={}, by_url={}, told_at={})
        return [FoundEntry(one, None, pages.get(one.entry.url)) for one in told]
    guids = {key_of(name): name for one in entries for name in (one.url, one.guid)}
    # In order: where a feed announced one address twice, its latest announcement counts.
    known = {row.pk: _announced(row, guids) for row in sorted(rows, key=lambda row: row.pk)}
    told = recognise(
        entries,
        by_guid={one.guid: one for one in known.values()},
        by_url={one.url: one for one in known.values()},
        told_at=_by_time(known.values()),
    )
    of = {id(known[row.pk]): row for row in rows}
    return [FoundEntry(one, of.get(id(one.known)), pages.get(one.entry.url)) for one in told]


def _by_time(told: Iterable[Announced]) -> dict[datetime, list[Announced]]:
    by_time: dict[datetime, list[Announced]] = defaultdict(list)
    for one in told:
        if one.published_at is not None:
            by_time[one.published_at].append(one)
    return by_time


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
