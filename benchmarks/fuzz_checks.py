"""What holds of every value that a reader of foreign bytes gives back, whatever the bytes."""

import math
import pickle
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from benchmarks.fuzz_kind import expect
from wireroom.engine.feeds.decode import MAX_ENTRIES
from wireroom.engine.feeds.entries import MAX_GUID, MAX_NAMES, MAX_SUMMARY, MAX_TITLE
from wireroom.engine.feeds.sanitise import MAX_MARKUP
from wireroom.engine.types import FeedEntry, ParsedFeed
from wireroom.engine.urls import canonical_url

_CODE: Final = (
    "script, style, iframe, object, embed, svg, math, form, input, button, base, link, meta, "
    "template, noscript, textarea, select, frame, frameset, applet"
)
_SCHEMES: Final = ("http:", "https:", "mailto:")
_LINKS: Final = ("href", "src", "cite", "action", "srcset", "poster", "data", "formaction")
_LONGEST_ENTRY: Final = 4 * MAX_MARKUP  # escaped, every "&" takes five characters


def check_value(value: object) -> None:
    """Hold a value to what every border asks: it can be sent, kept in a database, and told."""
    _check_inside(value)
    expect(pickle.loads(pickle.dumps(value)) == value, "changes on its way from a worker")


def _check_inside(value: Any) -> None:
    if value is None or isinstance(value, bool | int | bytes):
        return
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, float):
        expect(math.isfinite(value), f"a number is {value}")
    elif isinstance(value, datetime):
        expect(value.tzinfo is not None, "a time without a zone")
    elif isinstance(value, Mapping):
        _check_inside((*value.keys(), *value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            _check_inside(one)
    else:
        expect(is_dataclass(value), f"{type(value).__name__} is no value that can be told")
        for field in fields(value):
            _check_inside(getattr(value, field.name))


def _check_text(text: str) -> None:
    if text.isprintable():
        return
    expect("\0" not in text, "a text holds NUL")
    expect(text.encode("utf-8", "replace").decode() == text, "a text holds a lone surrogate")


def check_html(markup: str) -> None:
    """Hold sanitised HTML to what a browser would make of it: no code, no other schemes."""
    if "<" not in markup:
        return
    tree = LexborHTMLParser(markup)
    # A tree has a head, in which nothing of the markup may stand.
    expect(tree.body is not None, "markup without a body")
    found = tree.css_first(_CODE)
    expect(found is None, f"markup holds <{found.tag if found else ''}>")
    for node in tree.css("body *"):
        for name, value in node.attributes.items():
            told = "".join((value or "").split()).lower()
            expect(not name.startswith("on") and name != "style", f"markup holds {name}=")
            relative = ":" not in told.partition("/")[0]
            is_link = name in _LINKS
            expect(not is_link or relative or told.startswith(_SCHEMES), f"{name}={told[:80]}")


def check_address(url: str) -> None:
    """Hold a web address that is kept to its canonical form."""
    expect(canonical_url(url) == url, f"the address is not canonical: {url[:200]!r}")


def check_feed(feed: ParsedFeed) -> None:
    """Hold what was read of a feed, sitemap or listing to what its columns and pages promise."""
    check_value(feed)
    expect(len(feed.entries) <= MAX_ENTRIES, "more entries than are read")
    for told in (feed.title, feed.lang, *feed.warnings):
        expect(len(told or "") <= MAX_TITLE, "a text of the feed has no bound")
    for url in (feed.home_url, feed.hub_url, *feed.sitemaps):
        if url is not None:
            check_address(url)
    expect(feed.ttl_s is None or 0 < feed.ttl_s <= 2_592_000, "a ttl out of bounds")
    for name in ("guid", "url"):
        known = {getattr(entry, name) for entry in feed.entries}
        expect(len(known) == len(feed.entries), f"two entries of one {name}")
    for entry in feed.entries:
        _check_entry(entry)


def _check_entry(entry: FeedEntry) -> None:
    expect(entry.guid and len(entry.guid) <= max(MAX_GUID, len(entry.url)), "a guid out of bounds")
    expect(len(entry.title) <= MAX_TITLE, "a title out of bounds")
    expect(len(entry.summary or "") <= MAX_SUMMARY, "a summary out of bounds")
    expect(max(len(entry.authors), len(entry.tags)) <= MAX_NAMES, "more names than are kept")
    expect(all(len(name) <= 200 for name in (*entry.authors, *entry.tags)), "a name out of bounds")
    expect(len(entry.content_html or "") <= _LONGEST_ENTRY, "content out of bounds")
    for url in filter(None, (entry.url, entry.image_url)):
        check_address(url)
    for at in filter(None, (entry.published_at, entry.updated_at)):
        expect(1971 <= at.year <= 2100, f"a time out of bounds: {at}")
    check_html(entry.content_html or "")
