"""Which entries of a feed are new: guids change, addresses change, and guids are given twice."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wireroom.engine.feeds.announced import Announced, is_same_report
from wireroom.engine.feeds.same_moment import find_restated
from wireroom.engine.types import FeedEntry


class News(StrEnum):
    """What an entry is to a feed that was read before."""

    NEW = "new"
    CHANGED = "changed"  # of a report that is known, its headline or time of update
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """An entry, the announcement that it repeats, and the guid to keep it under.

    `guid` is the feed's own unless that is another report's: then the address serves.
    """

    entry: FeedEntry
    news: News
    guid: str
    known: Announced | None = None

    @property
    def is_moved(self) -> bool:
        """Whether the report now stands at another address."""
        return self.known is not None and self.known.url != self.entry.url


def recognise(
    entries: Sequence[FeedEntry],
    *,
    by_guid: Mapping[str, Announced],
    by_url: Mapping[str, Announced],
    told_at: Mapping[datetime, Sequence[Announced]],
) -> tuple[Recognised, ...]:
    """Tell of each entry whether its feed announced the report before.

    Entries have guids and addresses each once. The address is believed before the guid: a feed
    that gives a new guid at every change, or at every poll, announces nothing new. A guid at
    another address is the same report only where the old address is not announced any more, and
    headline or time of publication agree: broken feeds give one guid to everything. Of entries
    that neither tells of, `told_at` has all that the feed announced before at their times: see
    find_restated.
    """
    known = _find_known(entries, by_guid, by_url)
    if told_at:
        known |= find_restated(entries, known, told_at)
    found: list[Recognised] = []
    taken = {one.guid for one in by_guid.values()} | {one.guid for one in by_url.values()}
    taken |= {one.guid for told in told_at.values() for one in told}
    for entry in entries:
        one = _recognised(entry, known.get(entry.url), taken)
        if one is not None:
            taken.add(one.guid)
            found.append(one)
    return tuple(found)


def _find_known(
    entries: Sequence[FeedEntry],
    by_guid: Mapping[str, Announced],
    by_url: Mapping[str, Announced],
) -> dict[str, Announced]:
    """Return by address the announcements that entries repeat."""
    urls = frozenset(entry.url for entry in entries)
    known: dict[str, Announced] = {}
    for entry in entries:
        one = by_url.get(entry.url)
        if one is None:
            named = by_guid.get(entry.guid)
            if named is not None and named.url not in urls and _is_moved(named, entry):
                one = named
        if one is not None:
            known[entry.url] = one
    return known


def _recognised(
    entry: FeedEntry, known: Announced | None, taken: Collection[str]
) -> Recognised | None:
    if known is not None:
        guid = known.guid if entry.guid in taken else entry.guid
        news = News.CHANGED if _is_changed(known, entry) else News.SAME
        return Recognised(entry=entry, news=news, guid=guid, known=known)
    names = (entry.guid, entry.url, f"{entry.guid} {entry.url}")
    free = next((name for name in names if name not in taken), None)
    return Recognised(entry=entry, news=News.NEW, guid=free) if free else None


def _is_moved(named: Announced, entry: FeedEntry) -> bool:
    return is_same_report(named.title, entry.title, named.published_at, entry.published_at)


def _is_changed(known: Announced, entry: FeedEntry) -> bool:
    newer = entry.updated_at is not None and entry.updated_at != known.updated_at
    return newer or known.url != entry.url or known.title != entry.title
