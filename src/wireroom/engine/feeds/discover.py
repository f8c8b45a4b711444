"""The feeds that a page names, best first; guesses last."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.feeds.entries import without_feed
from wireroom.engine.feeds.sanitise import fold_space
from wireroom.engine.feeds.sitemap import is_named_for_news
from wireroom.engine.urls import canonical_url

_MAX_BYTES: Final = 3_000_000  # feeds are named in the head or the foot of a page
_ELEMENTS: Final = re.compile(r"<(?:base|link|a)\s[^<>]{1,4000}>[^<]{0,200}", re.IGNORECASE)
_MAX_CANDIDATES: Final = 200
_MAX_LINKS: Final = 50
_KINDS: Final = {
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
    "application/rdf+xml": "rss",
    "text/rss+xml": "rss",
    "application/x.atom+xml": "atom",
    "application/json": "json",
    "application/xml": "rss",
    "text/xml": "rss",
}
# An oEmbed, API or manifest address may call itself alternate JSON or XML, too.
_UNSURE: Final = frozenset({"application/json", "application/xml", "text/xml"})
_NO_FEED: Final = re.compile(r"oembed|wp-json|manifest|opensearch|xmlrpc|osd\.xml", re.IGNORECASE)
_FEED_PATH: Final = re.compile(
    r"(?:^|[/._-])(?:rss\d?|atom|feeds?|rdf)(?:$|[/._-])|\.(?:rss|atom|rdf)$", re.IGNORECASE
)
_COMMENTS: Final = re.compile(r"comment|replies|تعليق", re.IGNORECASE)
# Where the common publishing systems (WordPress, Drupal, Arc, Ghost, Hugo ...) keep theirs.
_USUAL_PATHS: Final = (
    "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json",
    "/arc/outboundfeeds/rss/",
)  # fmt: skip
# Where sites keep their news sitemap; others name it in robots.txt (sitemaps.org).
_USUAL_SITEMAPS: Final = (
    "/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap/news.xml"
)  # fmt: skip
_SITEMAP_LINE: Final = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2000})", re.I | re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """An address that may be a feed: `kind` "rss", "atom" or "json"; `guessed` = not named."""

    url: str
    title: str | None = None
    kind: str = "rss"
    guessed: bool = False


def discover_feeds(raw: bytes, *, url: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a page, web addresses only, each once, best first.

    First what the page declares (link rel=alternate), then anchors that look like feeds,
    feeds of comments after all of these, and last the usual addresses of the page's site.
    """
    # Only the elements that matter: a tree of all would cost the square of a page's nesting.
    text = raw[:_MAX_BYTES].decode("utf-8", "replace")
    tree = LexborHTMLParser("</a>".join(_ELEMENTS.findall(text)))
    base = _base(tree, url)
    named = [
        *islice(_declared(tree, base), _MAX_CANDIDATES),
        *islice(_anchors(tree, base), _MAX_CANDIDATES),
    ]
    articles = [link for link in named if not _is_comments(link)]
    comments = [link for link in named if _is_comments(link)]
    return _each_once([*articles, *comments, *_guesses(url)], but=url)


def news_sitemaps(robots: bytes, *, url: str) -> tuple[str, ...]:
    """Return where the news sitemap of a page's site may be: what robots.txt names, then guesses.

    `robots` is what stands there, empty where nothing does.
    """
    text = robots[:500_000].decode("utf-8", "replace")
    stated = (canonical_url(one, url) for one in _SITEMAP_LINE.findall(text))
    named = [one for one in stated if one and is_named_for_news(one)]
    usual = [one for path in _USUAL_SITEMAPS if (one := canonical_url(path, url))]
    return tuple(dict.fromkeys((*named, *usual)))


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return (canonical_url(node.attributes.get("href") or "", url) if node else None) or url


def _declared(tree: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    for node in tree.css("link[rel][href]"):
        rels = (node.attributes.get("rel") or "").lower().split()
        mime = (node.attributes.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" not in rels and "feed" not in rels:
            continue
        kind = _KINDS.get(mime) or ("rss" if "feed" in rels else None)
        link = _link(node, base, node.attributes.get("title"), kind)
        if link is not None and not (mime in _UNSURE and _NO_FEED.search(link.url)):
            yield link


def _anchors(tree: LexborHTMLParser, base: str) -> Iterator[FeedLink]:
    for node in tree.css("a[href]"):
        href = node.attributes.get("href") or ""
        parts = _path_of(href)
        if parts is None or not _FEED_PATH.search(parts):
            continue
        path = parts.lower()
        kind = "atom" if "atom" in path else "json" if path.endswith(".json") else "rss"
        link = _link(node, base, node.text(strip=True), kind)
        if link is not None:
            yield link


def _path_of(href: str) -> str | None:

    try:
        return urlsplit(href).path
    except ValueError:
        return None


def _link(node: LexborNode, base: str, title: str | None, kind: str | None) -> FeedLink | None:
    href = (node.attributes.get("href") or "").strip()
    url = canonical_url(without_feed(href), base)
    if url is None or kind is None:
        return None
    return FeedLink(url=url, title=fold_space(title or "")[:200] or None, kind=kind)


def _is_comments(link: FeedLink) -> bool:
    return _COMMENTS.search(f"{urlsplit(link.url).path} {link.title or ''}") is not None


def _guesses(url: str) -> Iterator[FeedLink]:
    for path in _USUAL_PATHS:
        guess = canonical_url(path, url)
        if guess is not None:
            kind = "json" if path.endswith("json") else "atom" if "atom" in path else "rss"
            yield FeedLink(url=guess, kind=kind, guessed=True)


def _each_once(links: Iterable[FeedLink], *, but: str) -> tuple[FeedLink, ...]:
    kept: dict[str, FeedLink] = {}
    for link in links:
        if link.url != canonical_url(but):
            kept.setdefault(link.url, link)
    return tuple(kept.values())[:_MAX_LINKS]
