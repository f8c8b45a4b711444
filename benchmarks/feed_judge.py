"""Two readers before the same cases: feedparser as it comes, and ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import feedparser
import feedparser.api

from benchmarks.feed_corpus import Case, Path_, field_kind, readings
from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.parse import parse_feed
from wireroom.engine.types import FeedEntry, ParsedFeed

_PARSERS: Final = ("StrictFeedParser", "LooseFeedParser")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether each reader found all that a case expects of it."""

    name: str
    theirs: bool
    ours: bool


def judge(case: Case) -> Verdict:
    """Have both read a case."""
    return Verdict(case.name, _passes_theirs(case), _passes_ours(case))


@contextmanager
def _as_it_comes() -> Iterator[None]:
    """Take our bounds from feedparser for a while."""
    bounded = {name: getattr(feedparser.api, name) for name in _PARSERS}
    for name, parser in bounded.items():
        setattr(feedparser.api, name, parser.__base__)
    try:
        yield
    finally:
        for name, parser in bounded.items():
            setattr(feedparser.api, name, parser)


def _passes_theirs(case: Case) -> bool:
    headers = {"content-type": "text/xml", **case.headers, "content-location": case.url}
    try:
        with _as_it_comes():
            found: Any = feedparser.parse(BytesIO(case.raw), response_headers=headers)
    except Exception:  # noqa: BLE001 - whatever it raises, it has not read the case
        return False
    return all(
        not set(readings(path, _followed(found, path), case.url)).isdisjoint(
            readings(path, value, case.url)
        )
        for path, value in case.expected
    )


def _followed(found: Any, path: Path_) -> Any:
    try:
        for part in path:
            found = found[part]
    except (KeyError, IndexError, TypeError, AttributeError):
        return None
    return found


def _passes_ours(case: Case) -> bool:
    try:
        feed = parse_feed(
            case.raw,
            url=case.url,
            content_type=case.headers.get("content-type"),
            content_language=case.headers.get("content-language"),
        )
    except NotAFeed:
        return False
    return all(_has(feed, path, value, case.url) for path, value in case.expected)


def _has(feed: ParsedFeed, path: Path_, value: object, url: str) -> bool:
    wanted = readings(path, value, url)
    if path[0] == "feed":
        ours: object = {"title": feed.title, "title_detail": feed.title, "link": feed.home_url}.get(
            str(path[1]), feed.lang
        )
        return ours in wanted
    at = path[1] if isinstance(path[1], int) else 0
    return at < len(feed.entries) and _entry_has(feed.entries[at], path, wanted)


def _entry_has(entry: FeedEntry, path: Path_, wanted: tuple[object, ...]) -> bool:
    name = str(path[2])
    if field_kind(path) == "date":
        dates = (entry.published_at, entry.updated_at)
        return any(date is not None and tuple(date.timetuple()[:6]) in wanted for date in dates)
    if name in ("author_detail", "authors"):
        return None in wanted or not {*wanted}.isdisjoint(entry.authors)
    if name == "tags":
        return None in wanted or not {*wanted}.isdisjoint(entry.tags)
    if name == "content" and entry.content_html is None:
        return entry.summary in readings(("entries", 0, "summary"), wanted[-1], "")
    if name == "content":
        return not {*wanted}.isdisjoint(readings(path, entry.content_html or "", ""))
    ours = {
        "title": entry.title or None, "title_detail": entry.title or None, "link": entry.url,
        "id": entry.guid, "guid": entry.guid,
    }.get(name, entry.summary)  # fmt: skip
    return ours in wanted
