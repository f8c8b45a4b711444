"""Which entries of a feed are new: guids change, addresses change, and guids are given twice."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from wireroom.engine.text.words import words
from wireroom.engine.types import FeedEntry

# Of the words of the shorter headline: an editor's new headline keeps the names, two reports of
# one feed seldom share half.
_SHARED: Final = 0.5


class News(StrEnum):
    """What an entry is to a feed that was read before."""

    NEW = "new"
    CHANGED = "changed"  # of a report that is known, its headline or time of update
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What a feed's earlier announcement said."""

    guid: str
    url: str
    title: str
    published_at: datetime | None = None
    updated_at: datetime | None = None


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
) -> tuple[Recognised, ...]:
    """Tell of each entry whether its feed announced the report before.

    Entries have guids and addresses each once. The address is believed before the guid: a feed
    that gives a new guid at every change, or at every poll, announces nothing new. A guid at
    another address is the same report only where the old address is not announced any more, and
    headline or time of publication agree: broken feeds give one guid to everything.
    """
    urls = frozenset(entry.url for entry in entries)
    found: list[Recognised] = []
    taken = {one.guid for one in by_guid.values()} | {one.guid for one in by_url.values()}
    for entry in entries:
        one = _recognise(entry, by_guid.get(entry.guid), by_url.get(entry.url), urls, taken)
        if one is not None:
            taken.add(one.guid)
            found.append(one)
    return tuple(found)


def _recognise(
    entry: FeedEntry,
    named: Announced | None,
    placed: Announced | None,
    urls: frozenset[str],
    taken: Collection[str],
) -> Recognised | None:
    known = placed
    if known is None and named is not None and named.url not in urls and _is_moved(named, entry):
        known = named
    if known is not None:
        guid = known.guid if entry.guid in taken else entry.guid
        news = News.CHANGED if _is_changed(known, entry) else News.SAME
        return Recognised(entry=entry, news=news, guid=guid, known=known)
    names = (entry.guid, entry.url, f"{entry.guid} {entry.url}")
    free = next((name for name in names if name not in taken), None)
    return Recognised(entry=entry, news=News.NEW, guid=free) if free else None


def _is_moved(named: Announced, entry: FeedEntry) -> bool:
    return is_same_report(named.title, entry.title, named.published_at, entry.published_at)


def is_same_report(title: str, other: str, at: datetime | None, other_at: datetime | None) -> bool:
    """Tell whether two states found under one identifier are of one report.

    They are where they state the same time of publication, or half the shorter headline's words
    stand in the other.
    """
    if at is not None and at == other_at:
        return True
    first, second = set(words(title)), set(words(other))
    fewest = min(len(first), len(second))
    return bool(fewest) and len(first & second) >= fewest * _SHARED


def _is_changed(known: Announced, entry: FeedEntry) -> bool:
    newer = entry.updated_at is not None and entry.updated_at != known.updated_at
    return newer or known.url != entry.url or known.title != entry.title
