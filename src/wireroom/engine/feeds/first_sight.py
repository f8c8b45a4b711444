"""What is not fetched of a listing or sitemap that is seen for the first time."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from wireroom.engine.types import FeedEntry, ParsedFeed

# A feed brings a day or two of reports; a front and a sitemap link months of them.
MOST_AT_FIRST: Final = 30
_RECENT: Final = timedelta(days=7)


def passed_over(
    feed: ParsedFeed, *, is_first: bool, unseen: Collection[str] = (), now: datetime
) -> frozenset[str]:
    """Return the addresses of entries that are known from now on, but not fetched.

    Of a listing that is read for the first time all but the first that it shows; of a sitemap all
    but the latest, and what is older than a week. `unseen` are addresses from those of an index's
    sitemaps that were not read before. Feeds are taken whole.
    """
    if feed.kind == "listing":
        return _addresses(feed.entries[MOST_AT_FIRST:]) if is_first else frozenset()
    if feed.kind != "sitemap":
        return frozenset()
    first = [one for one in feed.entries if is_first or one.url in unseen]
    dated = [(at, one) for one in first if (at := _at(one)) is not None]
    old = [one for at, one in dated if at < now - _RECENT]
    undated = [one for one in first if _at(one) is None]
    return _addresses([*old, *undated[MOST_AT_FIRST:]])


def _at(entry: FeedEntry) -> datetime | None:
    return entry.published_at or entry.updated_at


def _addresses(entries: Sequence[FeedEntry]) -> frozenset[str]:
    return frozenset(one.url for one in entries)
