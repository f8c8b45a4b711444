"""The feed reader's front: finds out what the bytes are and has the right reader read them."""

import re
from typing import Final

from wireroom.engine.errors import NotAFeed
from wireroom.engine.feeds.decode import decode_feed, trim_entries
from wireroom.engine.feeds.entities import Entities
from wireroom.engine.feeds.json_feed import read_json_feed
from wireroom.engine.feeds.servers_language import with_servers_language
from wireroom.engine.feeds.sitemap import read_sitemap
from wireroom.engine.feeds.xml_feed import read_xml_feed
from wireroom.engine.types import ParsedFeed

_FEED_ROOTS: Final = frozenset({"rss", "feed", "rdf", "channel"})
_SITEMAP_ROOTS: Final = frozenset({"urlset", "sitemapindex"})
_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,20000}\]\s*)?>", re.IGNORECASE)
_MAX_PROLOG: Final = 50  # declarations and comments before the root; real feeds have up to 5
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_WEB_PAGE: Final = (
    "this is a web page; add it with ./wireroom add {url} and its feed will be looked for"
)


def parse_feed(
    raw: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    content_language: str | None = None,
    by_tree: bool = True,
) -> ParsedFeed:
    """Read RSS 0.9 to 2.0, Atom, JSON Feed 1.x, a sitemap or a sitemap index.

    `url` is where the bytes came from: relative links are resolved against it. Entries come
    in the feed's order, each once; at most MAX_ENTRIES (a warning says when some were left).
    A sitemap index has no entries, but `sitemaps`. `content_language` is what the server calls
    the language, the last resort of a feed that states none. Without `by_tree` feedparser reads
    RSS and Atom: to compare.

    Raises NotAFeed, whose message says what the bytes are instead.
    """
    feed = _read(raw, url=url, content_type=content_type, by_tree=by_tree)
    return feed if content_language is None else with_servers_language(feed, content_language)


def _read(raw: bytes, *, url: str | None, content_type: str | None, by_tree: bool) -> ParsedFeed:
    text = decode_feed(raw, content_type).lstrip("\ufeff \t\r\n")
    if text.startswith(("{", "[")):
        return read_json_feed(text, url=url)
    at, root = _find_root(text, url)
    entities = Entities(text[:at])
    text = text[at:]  # the prolog, and with it every DOCTYPE and entity trick, is dropped
    if root in _SITEMAP_ROOTS:
        text, cut = trim_entries(text, "url", "sitemap")
        return read_sitemap(text, url=url, cut=cut)
    text, cut = trim_entries(text, "item", "entry")
    return read_xml_feed(text, entities, url=url, cut=cut, by_tree=by_tree)


def _find_root(text: str, url: str | None) -> tuple[int, str]:
    start = _after_prolog(text)
    match = _ROOT.match(text, start)
    root = match[1].lower() if match else ""
    if root in _FEED_ROOTS or root in _SITEMAP_ROOTS:
        return start, root
    raise NotAFeed(_what_instead(text, root, url))


def _after_prolog(text: str) -> int:
    """Return where the root element begins: past declarations, comments and white space."""
    at = max(text.find("<"), 0)
    for _ in range(_MAX_PROLOG):
        if not text.startswith(("<?", "<!"), at):
            return at
        if text.startswith("<!--", at):
            end = text.find("-->", at) + 2
        elif (doctype := _DOCTYPE.match(text, at)) is not None:
            end = doctype.end() - 1
        else:
            end = text.find(">", at)
        following = text.find("<", end + 1)
        if end < at or following < 0:
            return len(text)
        at = following
    return len(text)


def _what_instead(text: str, root: str, url: str | None) -> str:
    head = text[:3000].lower()
    if root in ("html", "head", "body", "div", "script", "meta") or "<html" in head:
        return _WEB_PAGE.format(url=url or "URL")
    if root == "opml":
        return "this is an OPML list of feeds; import the list instead of adding it as a feed"
    if root:
        return f"this is XML, but no feed: its root element is <{root[:40]}>"
    return "this is text, but no feed: no RSS, Atom, JSON Feed or sitemap begins here"
