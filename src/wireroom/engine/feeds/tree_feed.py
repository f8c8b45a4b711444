"""The fast way through RSS and Atom: a compiled parser's tree, read as feedparser would read it."""

from typing import Final
from xml.etree.ElementTree import Element, ParseError

from wireroom.engine.feeds.raw_entry import Fields, RawEntry, RawFeed
from wireroom.engine.feeds.tree_entry import FOLLOWED, EntryReader
from wireroom.engine.feeds.tree_links import is_page, page_link, read_link
from wireroom.engine.feeds.tree_names import Names, NotOursError, attributes_of, check_ignored
from wireroom.engine.feeds.tree_text import (
    Scope,
    is_steady,
    mended,
    mended_text,
    raw_text,
    resolved,
    text_construct,
)
from wireroom.engine.feeds.xml_walk import walk_xml

_ATOM_1: Final = "http://www.w3.org/2005/atom"
_RDF_FEEDS: Final = frozenset(
    ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
)
_BASES: Final = frozenset(("base", "{http://www.w3.org/XML/1998/namespace}base"))
_SUMMARIES: Final = frozenset(("description", "dc:description", "summary", "itunes:summary"))
_SETTINGS: Final = {
    "ttl": "ttl", "sy:updateperiod": "sy_updateperiod", "sy:updatefrequency": "sy_updatefrequency",
}  # fmt: skip
# What may stand in a box beside the channel's own words; it says nothing that we keep.
_BOXES: Final = {
    "image": frozenset(["url", "title", "link", "width", "height", "description", "href"]),
    "textinput": frozenset(["title", "link", "description", "name"]),
}
# Of an entry's elements those that mean nothing to us where they speak of a feed.
_PASSED_OVER: Final = frozenset(
    [
        "author",
        "dc:author",
        "dc:creator",
        "itunes:author",
        "category",
        "keywords",
        "dc:subject",
        "media:category",
        "itunes:category",
        "media:keywords",
        "itunes:keywords",
        "published",
        "issued",
        "pubdate",
        "dcterms:issued",
        "updated",
        "modified",
        "lastbuilddate",
        "dc:date",
        "dcterms:modified",
        "created",
        "dcterms:created",
        "enclosure",
        "media:thumbnail",
        "media:text",
        "podcast:transcript",
        "itunes:image",
        "subtitle",
        "tagline",
        "itunes:subtitle",
        "feedburner:origlink",
    ]
)
_ELSEWHERE: Final = _PASSED_OVER | {"itunes:owner", "managingeditor"}
_TOLD: Final = (
    (FOLLOWED - _PASSED_OVER) | {"language", "dc:language", "item", "entry"} | {*_SETTINGS, *_BOXES}
)


def read_tree(text: str, *, url: str | None = None) -> RawFeed | None:
    """Return what feedparser would give for a feed, in the fields that we keep.

    None where it might differ, or where the XML is broken: feedparser has to read it then.
    Neither document types nor entities are there to be followed: the prolog is gone.
    """
    try:
        return _FeedReader(text, url).read()
    except (NotOursError, ParseError):
        return None


class _FeedReader:
    __slots__ = (
        "_entries", "_feed", "_had_content", "_names", "_reader", "_root", "_scope", "_title_depth",
    )  # fmt: skip

    def __init__(self, text: str, url: str | None) -> None:
        self._root, declared = _parsed(text)
        self._names = Names(declared)
        self._reader = EntryReader(self._names, url)
        if url is not None and not is_steady(url):
            raise NotOursError
        if not url and any(_BASES & element.attrib.keys() for element in self._root.iter()):
            raise NotOursError
        is_atom = self._names(self._root) == "feed"
        is_atom_1 = self._root.tag.lower() == f"{{{_ATOM_1}}}feed"
        if is_atom and not is_atom_1 and _ATOM_1 in self._names.uris:
            raise NotOursError
        self._scope = Scope(None, url or "", is_atom, is_atom_1)
        self._feed: Fields = {}
        self._entries: list[RawEntry] = []
        self._had_content = False
        self._title_depth = -1

    def read(self) -> RawFeed:
        version = self._version()
        attributes = attributes_of(self._root)
        self._scope = self._scope.inside(attributes)
        if version != "rdf" and self._scope.lang:
            self._feed["language"] = self._scope.lang
        if version == "atom":
            self._channel(self._root, attributes, 1)
        else:
            self._rss()
        return RawFeed(version, self._feed, self._entries)

    def _version(self) -> str:
        root, uris = self._names(self._root), self._names.uris
        if root == "rdf:rdf" and _RDF_FEEDS & uris and _ATOM_1 not in uris:
            return "rdf"
        if root == "rss":
            return "rss"
        if root == "feed" and not _RDF_FEEDS & uris:
            return "atom"
        raise NotOursError

    def _rss(self) -> None:
        channels = 0
        for element in self._root:
            name = self._names(element)
            if name == "channel":
                channels += 1
                self._channel(element, attributes_of(element), 2)
            elif name == "item" and channels and self._names(self._root) == "rdf:rdf":
                self._entry(element)
            elif name in _BOXES and channels:
                self._box(element, name, 2)
            else:
                self._pass_over(element, name)
        if channels != 1:
            raise NotOursError

    def _channel(self, channel: Element, attributes: dict[str, str], depth: int) -> None:
        if "href" in attributes or "lastmod" in attributes:
            raise NotOursError
        outer, self._scope = self._scope, self._scope.inside(attributes)
        for element in channel:
            name = self._names(element)
            if name in ("item", "entry"):
                self._entry(element)
            else:
                self._about(element, name, depth + 1)
        self._scope = outer

    def _entry(self, element: Element) -> None:
        read = self._reader.read(element, self._scope, had_content=self._had_content)
        self._entries.append(read)
        self._had_content = False
        self._title_depth = -1

    def _about(self, element: Element, name: str, depth: int) -> None:
        """Take what an element says of the feed as a whole."""
        if name in ("title", "dc:title"):
            self._title(element, depth)
        elif name == "link":
            self._link(element)
        elif name in ("guid", "id"):
            self._id(element)
        elif name in ("language", "dc:language"):
            self._feed["language"] = mended_text(element)
        elif name in _SETTINGS:
            self._setting(element, name)
        elif name in _SUMMARIES:
            self._summary(element, name)
        elif name in _BOXES:
            self._box(element, name, depth)
        else:
            self._pass_over(element, name)

    def _title(self, element: Element, depth: int) -> None:
        attributes = attributes_of(element)
        text = text_construct(element, attributes, "text/plain", self._scope, self._names)
        if -1 < self._title_depth <= depth:
            return
        self._feed["title"] = text[0]
        self._feed["title_detail"] = {"value": text[0], "type": text[1]}
        if text[0]:
            self._title_depth = depth

    def _link(self, element: Element) -> None:
        scope = self._scope.inside(attributes := attributes_of(element))
        stated = raw_text(element)
        link = read_link(attributes, scope.base)
        self._feed.setdefault("links", []).append(link)
        if "href" not in link:
            link["href"] = self._feed["link"] = page_link(mended(resolved(stated, scope.base)))
        elif is_page(link):
            self._feed["link"] = link["href"]

    def _id(self, element: Element) -> None:
        scope = self._scope.inside(attributes := attributes_of(element))
        stated = raw_text(element)
        if attributes.get("ispermalink", "true") == "true":
            self._feed.setdefault("link", resolved(mended(stated), scope.base))

    def _setting(self, element: Element, name: str) -> None:
        if element.attrib:
            raise NotOursError
        self._feed[_SETTINGS[name]] = mended_text(element)

    def _summary(self, element: Element, name: str) -> None:
        """Follow feedparser's count: a second summary of a feed is content to it."""
        if len(element):
            raise NotOursError
        if "summary" in self._feed and not self._had_content:
            self._had_content = True
        elif name in ("summary", "itunes:summary"):
            self._feed["summary"] = ""

    def _box(self, element: Element, name: str, depth: int) -> None:
        self._title_depth = -1
        for part in element:
            inside = self._names(part)
            if len(part) or inside not in _BOXES[name]:
                raise NotOursError
            if inside == "title" and (part.text or "").strip():
                self._title_depth = depth + 1

    def _pass_over(self, element: Element, name: str) -> None:
        if name in _TOLD:
            raise NotOursError
        check_ignored(element, self._names, _TOLD, but=_ELSEWHERE)


def _parsed(text: str) -> tuple[Element, list[tuple[str, str]]]:
    """Parse XML; return its root and every namespace that it declares."""
    walk = walk_xml(text, "start-ns")
    declared = [namespace for _, namespace in walk]
    return walk.root, declared
