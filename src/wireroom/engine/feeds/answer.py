"""From a feed's answer to its entries: one task of a worker."""

from dataclasses import dataclass, replace
from typing import Final

from wireroom.engine.feeds.pace import Pace, read_pace
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FetchResult, ParsedFeed

NOT_MODIFIED: Final = 304


@dataclass(frozen=True, slots=True)
class Polled:
    """An answer without its body, and what it held; `feed` is None where nothing new was sent.

    `pace` is what the feed itself asks for.
    """

    answer: FetchResult
    feed: ParsedFeed | None
    pace: Pace | None = None


def read_answer(answer: FetchResult) -> Polled:
    """Parse a good answer; any other status comes back as it is. Raises NotAFeed."""
    headers = replace(answer, body=b"")
    if answer.status == NOT_MODIFIED or not 200 <= answer.status < 300:
        return Polled(headers, None)
    content_type = answer.headers.get("content-type")
    feed = parse_feed(answer.body, url=answer.url, content_type=content_type)
    return Polled(headers, feed, read_pace(answer.body, ttl_s=feed.ttl_s))
