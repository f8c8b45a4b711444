"""From a feed's answer to its entries: one task of a worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.pace import Pace, read_pace
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FetchResult, ParsedFeed

NOT_MODIFIED: Final = 304


@dataclass(frozen=True, slots=True)
class Polled:
    """An answer without its body, and what it held; `feed` is None where nothing new was sent.

    `pace` is what the feed itself asks for. Of a sitemap index, `children` is what each sitemap
    that was asked gave to ask it on conditions, `unseen` the addresses of those read first now.
    """

    answer: FetchResult
    feed: ParsedFeed | None
    pace: Pace | None = None
    children: Mapping[str, tuple[str, str]] | None = None
    unseen: frozenset[str] = frozenset()


def read_answer(answer: FetchResult) -> Polled:
    """Parse a good answer; any other status comes back as it is. Raises NotAFeed."""
    headers = replace(answer, body=b"")
    if answer.status == NOT_MODIFIED or not 200 <= answer.status < 300:
        return Polled(headers, None)
    content_type = answer.headers.get("content-type")
    feed = parse_feed(answer.body, url=answer.url, content_type=content_type)
    return Polled(headers, feed, read_pace(answer.body, ttl_s=feed.ttl_s))


def read_listing_answer(answer: FetchResult, known: Sequence[tuple[str, bool]]) -> Polled:
    """Read a good answer as a listing, by what the outlet's pages taught. Raises NotAFeed."""
    headers = replace(answer, body=b"")
    if answer.status == NOT_MODIFIED or not 200 <= answer.status < 300:
        return Polled(headers, None)
    content_type = answer.headers.get("content-type")
    # Imported here: numpy is a third of a worker's memory, and most feeds have no need of it.
    from wireroom.engine.listings.read import read_listing

    feed = read_listing(answer.body, url=answer.url, content_type=content_type, known=known)
    if not feed.entries:
        raise NotAFeed("no link of this page looks like one to a report; its site may be rebuilt")
    return Polled(headers, feed)
