"""One entry of an XML tree, read as feedparser would read it."""

import re
from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.entries import web_url
from wireroom.engine.feeds.feedparser_bounds import MOST_TAGS, can_hold_address, has_scheme
from wireroom.engine.feeds.raw_entry import Attributes, RawEntry, Text
from wireroom.engine.feeds.tree_links import is_page, is_plain_link, own_link, read_link, with_href
from wireroom.engine.feeds.tree_names import Names, NotOursError, attributes_of, check_ignored
from wireroom.engine.feeds.tree_text import (
    Scope,
    mended,
    mended_text,
    raw_text,
    resolved,
    text_construct,
)
from wireroom.engine.urls import is_canonical

_ADDRESS: Final = re.compile(
    r"(([a-zA-Z0-9\_\-\.\+]+)@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.)|(([a-zA-Z0-9\-]+\.)+))"
    r"([a-zA-Z]{2,4}|[0-9]{1,3})(\]?))(\?subject=\S+)?"
)
_PERSON: Final = frozenset(("name", "email", "uri", "url", "homepage"))
_SOURCE: Final = frozenset(
    [
        "title",
        "id",
        "updated",
        "link",
        "author",
        "contributor",
        "rights",
        "icon",
        "logo",
        "subtitle",
        "generator",
        "category",
    ]
)
_NO_TITLE: Final = -1
_MEDIA_DEPTH: Final = 4  # a picture in a content in a group, and one to spare
_MEDIA_SCHEME: Final = "http://search.yahoo.com/mrss/category_schema"
_ITUNES_SCHEME: Final = "http://www.itunes.com/"


class EntryReader:
    """Walks through a feed's entries, one after the other, as feedparser does."""

    __slots__ = (
        "_had_content", "_level", "_named_in_text", "_names", "_raw", "_rules", "_scope",
        "_title_level", "_url",
    )  # fmt: skip

    def __init__(self, names: Names, url: str | None) -> None:
        """Take the names of the feed's elements, and its address."""
        self._names = names
        self._url = url
        self._rules: dict[str, _Rule] = {}

    def read(self, element: Element, scope: Scope, *, had_content: bool) -> RawEntry:
        """Return what an item or entry states; raises NotOursError where that is uncertain.

        `scope` is what it inherits, `had_content` what feedparser carries over from before it.
        """
        self._raw = raw = RawEntry()
        self._level = 0
        self._title_level = _NO_TITLE
        self._had_content = had_content
        self._named_in_text = False
        self._scope = self._scope_of(element, scope) if element.items() else scope
        rules = self._rules
        for child in element:
            name, handler = rules.get(child.tag) or self._learn(child)
            if handler is not None:
                handler(self, child, name, attributes_of(child) if child.items() else {})
            elif len(child):
                check_ignored(child, self._names, FOLLOWED)
        return raw

    def _scope_of(self, element: Element, outer: Scope) -> Scope:
        attributes = attributes_of(element)
        if "href" in attributes or "lastmod" in attributes:
            raise NotOursError  # a channel of Microsoft's CDF
        self._raw.guid = attributes.get("rdf:about", "")
        return outer.inside(attributes)

    def _walk_media(self, parent: Element) -> None:
        self._level += 1
        for child in parent:
            name, handler = self._rules.get(child.tag) or self._learn(child)
            if handler is None:
                if len(child):
                    check_ignored(child, self._names, FOLLOWED)
            elif name not in _IN_MEDIA or self._level >= _MEDIA_DEPTH:
                raise NotOursError
            else:
                handler(self, child, name, attributes_of(child))
        self._level -= 1

    def _learn(self, element: Element) -> "_Rule":
        """Return what to do with an element of this name, and keep it for the next one."""
        name = self._names(element)
        handler = _HANDLERS.get(name)
        if handler is None and self._names.writes(name):
            raise NotOursError
        rule = self._rules[element.tag] = (name, handler)
        return rule

    def _title(self, element: Element, name: str, attributes: Attributes) -> None:
        text = self._text(element, attributes, "text/plain")
        if self._level and not text[0]:
            raise NotOursError  # whether it takes the place of another hangs on their depths
        if _NO_TITLE < self._title_level <= self._level:
            return
        self._raw.title = text
        if text[0] and name != "media:title":
            self._title_level = self._level

    def _link(self, element: Element, name: str, attributes: Attributes) -> None:
        stated = raw_text(element)
        if not attributes:
            self._raw.link = self._own_link(stated, self._scope.base)
            return
        base = self._scope.inside(attributes).base
        if is_plain_link(attributes):
            if attributes.get("rel", "alternate") == "alternate":
                href = attributes["href"]
                self._raw.link = href if is_canonical(href) else self._address(resolved(href, base))
            return
        link = read_link(attributes, base)
        if "href" not in link:
            link["href"] = own_link(stated, base)
            self._raw.link = self._address(link["href"])
        elif is_page(link):
            self._raw.link = self._address(link["href"])
        if link["rel"] == "enclosure":  # nobody asks for the others
            self._enclose(link)

    def _own_link(self, stated: str, base: str) -> str:
        return stated if is_canonical(stated) else self._address(own_link(stated, base))

    def _address(self, stated: str) -> str:
        return web_url(stated, self._url) or ""

    def _guid(self, element: Element, name: str, attributes: Attributes) -> None:
        stated = raw_text(element)
        is_link = attributes.get("ispermalink", "true") == "true"
        guid = mended(stated)
        if is_link and (self._raw.link is None or not has_scheme(guid)):
            address = resolved(guid, self._scope.inside(attributes).base)
            if self._raw.link is None:
                self._raw.link = self._address(address)
            guid = guid if has_scheme(guid) else address
        self._raw.guid = guid

    def _description(self, element: Element, name: str, attributes: Attributes) -> None:
        raw = self._raw
        if raw.teaser is not None and not self._had_content:
            self._content(element, name, attributes)
            return
        is_summary = name in ("summary", "itunes:summary")
        text = self._text(element, attributes, "text/plain" if is_summary else "text/html")
        if self._level and not text[0]:
            raise NotOursError  # whether it takes the place of another hangs on their depths
        raw.teaser = text[0]
        raw.summary = text

    def _subtitle(self, element: Element, name: str, attributes: Attributes) -> None:
        self._raw.subtitle = self._text(element, attributes, "text/plain")

    def _content(self, element: Element, name: str, attributes: Attributes) -> None:
        is_plain = name not in ("content:encoded", "fullitem")
        self._had_content = True
        text = self._text(element, attributes, "text/plain" if is_plain else "text/html")
        raw = self._raw
        if raw.contents is None:
            raw.contents = []
        raw.contents.append(text)
        if raw.teaser is None:
            raw.teaser = text[0]

    def _text(self, element: Element, attributes: Attributes, default: str) -> Text:
        return text_construct(element, attributes, default, self._scope, self._names)

    def _person(self, element: Element, name: str, attributes: Attributes) -> None:
        if self._raw.authors is None:
            self._raw.authors = []
        authors = self._raw.authors
        if len(element) == 0:
            authors.append(_without_address(mended((element.text or "").strip())) or None)
            self._named_in_text = True
            return
        person = self._name_in_parts(element)
        if self._named_in_text or (authors and person is None):
            raise NotOursError  # feedparser mixes the names of one with those of the one before
        authors.append(person)

    def _name_in_parts(self, element: Element) -> str | None:
        person = None
        if element.text and not element.text.isspace():
            raise NotOursError
        for part in element:
            name = self._names(part)
            if len(part) or name not in _PERSON or (part.tail and not part.tail.isspace()):
                raise NotOursError
            if name == "name":
                person = (part.text or "").strip()
        return person

    def _category(self, element: Element, name: str, attributes: Attributes) -> None:
        if name == "itunes:category":
            self._add_tag(attributes.get("text"), _ITUNES_SCHEME, None)
        elif attributes or name == "media:category":
            default = _MEDIA_SCHEME if name == "media:category" else attributes.get("domain")
            scheme = attributes.get("scheme", default)
            self._add_tag(attributes.get("term"), scheme, attributes.get("label"))
        value = mended_text(element)
        tags = self._raw.tags
        if value and tags and not tags[-1][0]:
            tags[-1] = (value, *tags[-1][1:])
        elif value:
            self._add_tag(value, None, None)

    def _keywords(self, element: Element, name: str, attributes: Attributes) -> None:
        if attributes:
            raise NotOursError
        scheme = _ITUNES_SCHEME if name == "itunes:keywords" else None
        for term in mended_text(element).split(","):
            if term.strip():
                self._add_tag(term.strip(), scheme, None)

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        if self._raw.tags is None:
            self._raw.tags = []
        tags = self._raw.tags
        tag = (term, scheme, label)
        if (term or scheme or label) and len(tags) < MOST_TAGS and tag not in tags:
            tags.append(tag)

    def _date(self, element: Element, name: str, attributes: Attributes) -> None:
        stated = mended_text(element)
        found = read_date(stated)
        if stated and found is None:
            raise NotOursError  # feedparser knows more ways to write a date
        setattr(self._raw, _DATES[name], found)

    def _enclosure(self, element: Element, name: str, attributes: Attributes) -> None:
        if len(element):
            raise NotOursError
        self._enclose(with_href(attributes))

    def _enclose(self, link: Attributes) -> None:
        if self._raw.enclosures is None:
            self._raw.enclosures = []
        self._raw.enclosures.append(link)

    def _media(self, element: Element, name: str, attributes: Attributes) -> None:
        if name == "media:content":
            if self._raw.media is None:
                self._raw.media = []
            self._raw.media.append(attributes)
        if len(element):
            outer, self._scope = self._scope, self._scope.inside(attributes)
            self._walk_media(element)
            self._scope = outer

    def _thumbnail(self, element: Element, name: str, attributes: Attributes) -> None:
        url = mended(resolved(raw_text(element), self._scope.inside(attributes).base))
        if url.strip():
            attributes.setdefault("url", url)
        if self._raw.thumbnails is None:
            self._raw.thumbnails = []
        self._raw.thumbnails.append(attributes)

    def _transcript(self, element: Element, name: str, attributes: Attributes) -> None:
        if len(element):
            raise NotOursError
        if self._raw.transcripts is None:
            self._raw.transcripts = []
        self._raw.transcripts.append(attributes)

    def _spoken(self, element: Element, name: str, attributes: Attributes) -> None:
        if said := mended_text(element):
            attributes["text"] = said
        if self._raw.spoken is None:
            self._raw.spoken = []
        self._raw.spoken.append(attributes)

    def _picture(self, element: Element, name: str, attributes: Attributes) -> None:
        if len(element):
            raise NotOursError
        self._raw.picture = attributes.get("href") or attributes.get("url") or self._raw.picture

    def _first_link(self, element: Element, name: str, attributes: Attributes) -> None:
        if attributes:
            raise NotOursError
        self._raw.first_link = self._address(mended_text(element))

    def _source(self, element: Element, name: str, attributes: Attributes) -> None:
        self._title_level = _NO_TITLE
        for part in element:
            inside = self._names(part)
            if inside not in _SOURCE:
                raise NotOursError
            if inside == "title" and (len(part) or (part.text or "").strip()):
                self._title_level = 1


def _without_address(person: str) -> str:
    """Return the name in "desk@gazette.example (Mina Farouk)" and its like."""
    found = _ADDRESS.search(person) if can_hold_address(person) else None
    if found is None:
        return person
    for part in (found[0], "()", "<>", "&lt;&gt;"):
        person = person.replace(part, "")
    person = person.strip().removeprefix("(")
    return person.removesuffix(")").strip()


_Handler = Callable[[EntryReader, Element, str, Attributes], None]
_Rule = tuple[str, _Handler | None]
_DATES: Final = {
    "published": "published", "issued": "published", "pubdate": "published",
    "dcterms:issued": "published", "updated": "updated", "modified": "updated",
    "lastbuilddate": "updated", "dc:date": "updated", "dcterms:modified": "updated",
    "created": "created", "dcterms:created": "created",
}  # fmt: skip
_HANDLERS: Final[dict[str, _Handler]] = {
    **dict.fromkeys(("title", "dc:title", "media:title"), EntryReader._title),
    "link": EntryReader._link,
    **dict.fromkeys(("guid", "id"), EntryReader._guid),
    **dict.fromkeys(
        ("description", "dc:description", "media:description", "summary", "itunes:summary"),
        EntryReader._description,
    ),
    **dict.fromkeys(("subtitle", "tagline", "itunes:subtitle"), EntryReader._subtitle),
    **dict.fromkeys(("content", "content:encoded", "fullitem"), EntryReader._content),
    **dict.fromkeys(("author", "dc:author", "dc:creator", "itunes:author"), EntryReader._person),
    **dict.fromkeys(
        ("category", "keywords", "dc:subject", "media:category", "itunes:category"),
        EntryReader._category,
    ),
    **dict.fromkeys(("media:keywords", "itunes:keywords"), EntryReader._keywords),
    **dict.fromkeys(_DATES, EntryReader._date),
    "enclosure": EntryReader._enclosure,
    **dict.fromkeys(("media:content", "media:group"), EntryReader._media),
    "media:thumbnail": EntryReader._thumbnail,
    "media:text": EntryReader._spoken,
    "podcast:transcript": EntryReader._transcript,
    "itunes:image": EntryReader._picture,
    "feedburner:origlink": EntryReader._first_link,
    "source": EntryReader._source,
}
FOLLOWED: Final = frozenset(_HANDLERS)
_IN_MEDIA: Final = frozenset(
    [
        "media:content",
        "media:group",
        "media:thumbnail",
        "media:text",
        "media:title",
        "media:description",
        "media:category",
        "media:keywords",
    ]
)
