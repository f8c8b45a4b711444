"""Writes each outlet's feed: RSS 2.0, Atom, JSON Feed or a news sitemap."""

import json
from collections.abc import Callable, Mapping
from email.utils import format_datetime
from html import escape
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from wireroom.sample.blocks import block_html
from wireroom.sample.content import Kind, Outlet
from wireroom.sample.layout import Moment
from wireroom.sample.site import FEED_TYPES, Site
from wireroom.sample.telling import Telling

_ATOM: Final = "http://www.w3.org/2005/Atom"
_CONTENT: Final = "http://purl.org/rss/1.0/modules/content/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_MAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
_SUMMARY_WORDS: Final = 40
_XML_NAMES: Final = {"content": _CONTENT, "dc": _DC, "news": _NEWS}


def write_feed(site: Site, outlet: Outlet, at: Moment) -> tuple[bytes, str]:
    """Return the feed of everything the outlet lists, and its content type."""
    tellings = [
        site.tell(report, corrected_at=at.corrected_at)
        for report in site.newsroom.listed(outlet.slug)
        if report.kind is not Kind.AUTHOR
    ]
    written = _WRITERS[outlet.feed_kind](site, outlet, tellings)
    return written, f"{FEED_TYPES[outlet.feed_kind]}; charset=utf-8"


def _rss(site: Site, outlet: Outlet, tellings: list[Telling]) -> bytes:
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _add(channel, "title", outlet.name)
    _add(channel, "link", site.home_url(outlet))
    _add(channel, "description", outlet.tagline)
    _add(channel, "language", outlet.lang)
    _add(channel, "ttl", "5")
    for telling in tellings:
        _rss_item(site, outlet, telling, SubElement(channel, "item"))
    return _xml(root)


def _rss_item(site: Site, outlet: Outlet, telling: Telling, item: Element) -> None:
    report = telling.report
    _add(item, "title", telling.headline)
    _add(item, "link", site.announced_url(report))
    _add(item, "guid", site.page_url(report), isPermaLink="true")
    _add(item, "pubDate", format_datetime(telling.published))
    _add(item, "description", _summary(telling))
    for name in telling.byline:
        _add(item, f"{{{_DC}}}creator", name)
    for word in (report.section, *report.tags):
        _add(item, "category", word)
    if report.image:
        _add(item, "enclosure", "", url=site.picture_url(report), type="image/jpeg", length="0")
    if outlet.feed_full and telling.shown:
        _add(item, f"{{{_CONTENT}}}encoded", _html(telling))


def _atom(site: Site, outlet: Outlet, tellings: list[Telling]) -> bytes:
    root = Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": outlet.lang})
    _add(root, f"{{{_ATOM}}}title", outlet.name)
    _add(root, f"{{{_ATOM}}}id", site.home_url(outlet))
    _add(root, f"{{{_ATOM}}}link", "", href=site.home_url(outlet), rel="alternate")
    _add(root, f"{{{_ATOM}}}link", "", href=site.feed_url(outlet), rel="self")
    newest = max((telling.modified for telling in tellings), default=site.epoch)
    _add(root, f"{{{_ATOM}}}updated", newest.isoformat())
    for telling in tellings:
        _atom_entry(site, outlet, telling, SubElement(root, f"{{{_ATOM}}}entry"))
    return _xml(root, default=_ATOM)


def _atom_entry(site: Site, outlet: Outlet, telling: Telling, entry: Element) -> None:
    report = telling.report
    _add(entry, f"{{{_ATOM}}}title", telling.headline)
    _add(entry, f"{{{_ATOM}}}id", f"tag:{outlet.slug},2031:{report.slug}")
    _add(entry, f"{{{_ATOM}}}link", "", href=site.announced_url(report), rel="alternate")
    _add(entry, f"{{{_ATOM}}}published", telling.published.isoformat())
    _add(entry, f"{{{_ATOM}}}updated", telling.modified.isoformat())
    for name in telling.byline or (outlet.name,):
        _add(SubElement(entry, f"{{{_ATOM}}}author"), f"{{{_ATOM}}}name", name)
    for word in (report.section, *report.tags):
        SubElement(entry, f"{{{_ATOM}}}category", {"term": word})
    _add(entry, f"{{{_ATOM}}}summary", _summary(telling))


def _json(site: Site, outlet: Outlet, tellings: list[Telling]) -> bytes:
    """JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": site.home_url(outlet),
        "feed_url": site.feed_url(outlet),
        "language": outlet.lang,
        "items": [_json_item(site, telling) for telling in tellings],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _json_item(site: Site, telling: Telling) -> dict[str, Any]:
    report = telling.report
    item: dict[str, Any] = {
        "id": site.page_url(report),
        "url": site.announced_url(report),
        "title": telling.headline,
        "summary": _summary(telling),
        "content_text": _summary(telling),
        "date_published": telling.published.isoformat(),
        "date_modified": telling.modified.isoformat(),
        "tags": [report.section, *report.tags],
        "authors": [{"name": name} for name in telling.byline],
        "language": telling.lang,
    }
    return item | ({"image": site.picture_url(report)} if report.image else {})


def _sitemap(site: Site, outlet: Outlet, tellings: list[Telling]) -> bytes:
    """A news sitemap: sitemaps.org 0.9 with the news extension."""
    root = Element(f"{{{_MAPS}}}urlset")
    for telling in tellings:
        place = SubElement(root, f"{{{_MAPS}}}url")
        _add(place, f"{{{_MAPS}}}loc", site.announced_url(telling.report))
        _add(place, f"{{{_MAPS}}}lastmod", telling.modified.isoformat())
        news = SubElement(place, f"{{{_NEWS}}}news")
        publication = SubElement(news, f"{{{_NEWS}}}publication")
        _add(publication, f"{{{_NEWS}}}name", outlet.name)
        _add(publication, f"{{{_NEWS}}}language", outlet.lang)
        _add(news, f"{{{_NEWS}}}publication_date", telling.published.isoformat())
        _add(news, f"{{{_NEWS}}}title", telling.headline)
    return _xml(root, default=_MAPS)


_WRITERS: Final[Mapping[str, Callable[[Site, Outlet, list[Telling]], bytes]]] = {
    "rss": _rss,
    "atom": _atom,
    "json": _json,
    "sitemap": _sitemap,
}


def _add(parent: Element, name: str, text: str, /, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text or None


def _xml(root: Element, *, default: str | None = None) -> bytes:
    for prefix, address in _XML_NAMES.items():
        register_namespace(prefix, address)
    if default:
        register_namespace("", default)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _summary(telling: Telling) -> str:
    if telling.standfirst:
        return telling.standfirst
    words = " ".join(telling.shown[:1]).split()
    cut = " …" if len(words) > _SUMMARY_WORDS else ""
    return " ".join(words[:_SUMMARY_WORDS]) + cut


def _html(telling: Telling) -> str:
    parts = [block_html(block) for block in telling.shown_blocks]
    for entry in telling.entries:
        parts += [f"<h3>{escape(entry.heading, quote=False)}</h3>"] if entry.heading else []
        parts += [block_html(block) for block in entry.blocks]
    said = [note.text for note in telling.notes] + ([telling.note] if telling.note else [])
    notes = "".join(f"<p>{escape(text, quote=False)}</p>" for text in said)
    opening = escape(telling.opening, quote=False)
    return "".join(parts).replace("<p>", f"<p>{opening}", 1) + notes
