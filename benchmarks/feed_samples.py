"""Invented feeds, sitemaps, lists and pages, clean or strange as a seed has it."""

import json
import random
from collections.abc import Callable, Sequence
from typing import Final

_MODULES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "atom": "http://www.w3.org/2005/Atom", "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "georss": "http://www.georss.org/georss", "slash": "http://purl.org/rss/1.0/modules/slash/",
    "podcast": "https://podcastindex.org/namespace/1.0", "odd": "https://gazette.example/ns",
}  # fmt: skip
_DECLARED: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _MODULES.items())
_RDF: Final = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
_NAMES: Final = [
    "title",
    "link",
    "guid",
    "id",
    "description",
    "summary",
    "content",
    "author",
    "category",
    "keywords",
    "pubDate",
    "published",
    "updated",
    "modified",
    "issued",
    "created",
    "enclosure",
    "source",
    "ttl",
    "language",
    "image",
    "textInput",
    "subtitle",
    "rights",
    "contributor",
    "date",
    "url",
    "name",
    "managingEditor",
    "lastBuildDate",
    "comments",
    "generator",
    "fullitem",
    "dc:title",
    "dc:creator",
    "dc:date",
    "dc:description",
    "dc:subject",
    "dc:language",
    "dc:publisher",
    "content:encoded",
    "media:content",
    "media:thumbnail",
    "media:title",
    "media:description",
    "media:group",
    "media:keywords",
    "media:category",
    "media:credit",
    "media:text",
    "itunes:author",
    "itunes:summary",
    "itunes:subtitle",
    "itunes:image",
    "itunes:keywords",
    "itunes:category",
    "itunes:owner",
    "feedburner:origLink",
    "atom:link",
    "atom:author",
    "atom:summary",
    "sy:updatePeriod",
    "sy:updateFrequency",
    "georss:point",
    "slash:comments",
    "dcterms:modified",
    "odd:link",
    "odd:title",
    "podcast:transcript",
]
_DATED: Final = frozenset(
    [
        "pubDate",
        "published",
        "updated",
        "modified",
        "issued",
        "created",
        "dc:date",
        "dcterms:modified",
    ]
)
_PEOPLE: Final = frozenset(("author", "contributor", "atom:author"))
_HOLDERS: Final = frozenset(
    ("media:group", "media:content", "source", "image", "textInput", "odd:link", "itunes:owner")
)
# What feeds put into a group of media; with anything else, feedparser reads the feed.
_MEDIA: Final = tuple(name for name in _NAMES if name.startswith("media:"))
_SCOPED: Final = (
    "xml:lang='fr'", "xml:lang=''", "xml:base='https://tide.example/c/'",
    "url='https://gazette.example/u.jpg' xml:base='https://tide.example/c/' lang='de_AT'",
)  # fmt: skip
_DATES: Final = ("2031-03-02T10:00:00Z", "Sun, 02 Mar 2031 10:00:00 GMT", "2031-03-02", "", "soon")
_TEXTS: Final = (
    "", "  ", "Ferry", "<b>x</b>", "&lt;b&gt;x&lt;/b&gt; &amp;amp;", "&amp;lt;", "café", "cafÃ©",
    "https://gazette.example/x?a=1&amp;b=2", "/rel/x", "../y", "http:////a//b", "tag:x,1:2",
    "mina@tide.example (Mina Farouk)", "Mina (mina@tide.example)", "a,b, ,c", "مرحبا", "x\x85y",
    "<![CDATA[<p>hi <a href='/x'>y</a></p><p>z</p>]]>", "https://gazette.example/?",
    "&#146;q&#148;",
    "HTTPS://Gazette.example/b;c#d", "&#xFFFD;", "&nbsp;", "a & b", "60", "hourly", "image/png",
)  # fmt: skip
_ATTRIBUTES: Final = (
    "type='html'", "type='text'", "type='xhtml'", "type='application/octet-stream'",
    "mode='base64'", "href='/h'", "href='https://gazette.example/h?x=1'",
    "rel='enclosure' type='image/png' href='https://gazette.example/i.png'",
    "rel='hub' href='https://hub.example/'", "isPermaLink='false'", "isPermaLink='True'",
    "url='https://gazette.example/u.jpg' medium='image' width='90'", "xml:lang='fr'",
    "lang='de_AT'", "xml:lang=''", "xml:base='https://tide.example/c/'", "xml:base='d/'",
    "domain='https://gazette.example/s'", "term='t'", "term='t' scheme='s' label='l'",
    "url='/t.vtt' type='text/vtt'", "url='t.srt' type='Application/SRT' language='fr'",
    "text='Sea'", "src='https://gazette.example/'", "odd:type='q'",
)  # fmt: skip
_XHTML: Final = (
    '<div xmlns="http://www.w3.org/1999/xhtml" class="q">a &amp; b <p>c<br/>d</p> {}</div>'
)


def element(rng: random.Random, depth: int = 0, names: Sequence[str] = _NAMES) -> str:
    """Return an element that some feed may hold somewhere, one of `names`."""
    name = rng.choice(names)
    stated = f" {rng.choice(_ATTRIBUTES)}" if rng.random() < 0.3 else ""
    if name in ("media:group", "media:content") and depth < 3 and rng.random() < 0.5:
        inside = "".join(element(rng, depth + 1, _MEDIA) for _ in range(rng.randint(1, 3)))
        return f"<{name} {rng.choice(_SCOPED)}>{inside}</{name}>"
    if name in _PEOPLE and rng.random() < 0.6:
        parts = rng.sample(("name", "email", "uri", "url"), 2)
        inside = "".join(f"<{part}>{rng.choice(_TEXTS)}</{part}>" for part in parts)
    elif name in _HOLDERS and depth < 3:
        inside = "".join(element(rng, depth + 1) for _ in range(rng.randint(0, 3)))
    elif "xhtml" in stated:
        inside = _XHTML.format(rng.choice(_TEXTS))
    else:
        inside = rng.choice(_DATES if name in _DATED and rng.random() < 0.97 else _TEXTS)
    return f"<{name}{stated}>{inside}</{name}>"


def xml_feed(rng: random.Random) -> str:
    """Return RSS 2.0, RSS 1.0 or Atom, with up to three entries of up to six elements."""
    stated = rng.choice(("", "", " xml:lang='en_GB'"))
    kind = rng.choice(("rss", "rss", "atom", "atom", "old atom", "rdf"))
    if kind == "rss":
        inside = f"<channel>{_some(rng, 4)}{_entries(rng, 'item')}</channel>"
        return f'<rss version="2.0" {_DECLARED}{stated}>{inside}</rss>'
    if kind == "rdf":
        declared = _DECLARED.replace(f'xmlns:atom="{_MODULES["atom"]}"', _RDF)
        inside = f"<channel>{_some(rng, 4)}</channel>{_entries(rng, 'item')}"
        text = f'<rdf:RDF xmlns="http://purl.org/rss/1.0/" {declared}{stated}>{inside}</rdf:RDF>'
        return text.replace("atom:", "odd:")
    uri = _MODULES["atom"] if kind == "atom" else "http://purl.org/atom/ns#"
    inside = f"{_some(rng, 4)}{_entries(rng, 'entry')}"
    return f'<feed xmlns="{uri}" {_DECLARED}{stated}>{inside}</feed>'


def json_feed(rng: random.Random) -> str:
    """Return a JSON Feed whose values are of any kind."""
    values: tuple[object, ...] = (
        "x",
        "https://gazette.example/j",
        "2031-03-02",
        7,
        1.5,
        None,
        True,
        [],
        {},
        "<p>a</p>",
    )
    names = "id url title summary content_html content_text image date_published tags authors lang"
    items = [
        {name: rng.choice(values) for name in names.split() if rng.random() < 0.8} for _ in "abc"
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def sitemap(rng: random.Random) -> str:
    """Return a news sitemap or an index of sitemaps."""
    news = (
        "<news:news><news:publication><news:name>Tide</news:name><news:language>en"
        "</news:language></news:publication><news:publication_date>{}</news:publication_date>"
        "<news:title>{}</news:title></news:news>"
    )
    is_index = rng.random() < 0.3
    name, root = ("sitemap", "sitemapindex") if is_index else ("url", "urlset")
    rows = "".join(
        f"<{name}><loc>{rng.choice(_TEXTS)}</loc><lastmod>{rng.choice(_DATES)}</lastmod>"
        f"{'' if is_index else news.format(rng.choice(_DATES), rng.choice(_TEXTS))}</{name}>"
        for _ in range(3)
    )
    return (
        f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</{root}>'
    )


def opml(rng: random.Random) -> str:
    """Return a list of feeds in folders."""
    feed = '<outline text="{}" xmlUrl="https://tide.example/{}" htmlUrl="/x"/>'
    inside = "".join(feed.format(rng.choice(("Sea", "ميناء")), n) for n in range(rng.randint(0, 4)))
    depth = rng.randint(0, 3)
    folders = '<outline text="F">' * depth + inside + "</outline>" * depth
    return f'<opml version="2.0"><head><title>T</title></head><body>{folders}</body></opml>'


def page(rng: random.Random) -> str:
    """Return a page that names feeds."""
    link = '<link rel="alternate" type="application/{}+xml" href="{}" title="{}">'
    head = "".join(
        link.format(rng.choice(("rss", "atom")), rng.choice(_TEXTS), rng.choice(_TEXTS))
        for _ in range(3)
    )
    base = rng.choice(("", '<base href="https://tide.example/b/">'))
    return f"<html><head>{base}{head}</head><body><a href='/feed.xml'>RSS</a></body></html>"


MAKERS: Final[dict[str, Callable[[random.Random], str]]] = {
    "feed": xml_feed, "json": json_feed, "sitemap": sitemap, "opml": opml, "page": page,
}  # fmt: skip


def _some(rng: random.Random, most: int) -> str:
    return "".join(element(rng) for _ in range(rng.randint(0, most)))


def _entries(rng: random.Random, name: str) -> str:
    link = "<link>{}</link>" if name == "item" else "<link href='{}'/>"
    entries = ""
    for number in range(rng.randint(1, 3)):
        own = "" if rng.random() < 0.2 else link.format(f"https://gazette.example/{number}")
        entries += f"<{name}>{own}{_some(rng, 6)}</{name}>"
    return entries
