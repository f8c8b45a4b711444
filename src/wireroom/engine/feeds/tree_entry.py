"""One entry of an XML tree as the fields that feedparser would give for it."""

import re
from collections.abc import Callable
from typing import Any, Final
from xml.etree.ElementTree import Element

from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.feedparser_bounds import MOST_TAGS, can_hold_address
from wireroom.engine.feeds.tree_names import Names, NotOursError, attributes_of, check_ignored
from wireroom.engine.feeds.tree_text import (
    Scope,
    mended,
    mended_text,
    raw_text,
    resolved,
    text_construct,
)

Fields = dict[str, Any]
_Attributes = dict[str, str]
# A query's parameters that feedparser takes back from having been read as references.
_REFERENCE: Final = re.compile("&([A-Za-z0-9_]+);")
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
_MEDIA_DEPTH: Final = 4  # a picture in a content in a group, and one to spare
_MEDIA_SCHEME: Final = "http://search.yahoo.com/mrss/category_schema"
_ITUNES_SCHEME: Final = "http://www.itunes.com/"


class EntryReader:
    """Walks through a feed's entries, one after the other, as feedparser does."""

    __slots__ = (
        "_depth", "_had_content", "_named_in_text", "_names", "_rules", "_scope", "_title_depth",
        "fields",
    )  # fmt: skip

    def __init__(self, names: Names) -> None:
        """Take the names of the feed's elements."""
        self._names = names
        self._rules: dict[str, _Rule] = {}

    def read(self, element: Element, scope: Scope, *, depth: int, had_content: bool) -> Fields:
        """Return the fields of an item or entry; raises NotOursError where they might be others.

        `scope` is what it inherits, `depth` counts from 1 at the root, as it does for titles;
        `had_content` is what feedparser carries over from before the entry.
        """
        self.fields: Fields = {}
        self._depth = depth
        self._title_depth = -1
        self._had_content = had_content
        self._named_in_text = False
        attributes = attributes_of(element)
        if "href" in attributes or "lastmod" in attributes:
            raise NotOursError  # a channel of Microsoft's CDF
        if attributes.get("rdf:about"):
            self.fields["id"] = attributes["rdf:about"]
        self._scope = scope.inside(attributes)
        self._walk(element, depth + 1)
        return self.fields

    def _walk(self, parent: Element, depth: int) -> None:
        rules, is_inside = self._rules, depth > self._depth + 1
        for element in parent:
            name, handler = rules.get(element.tag) or self._learn(element)
            if handler is None:
                if len(element):
                    check_ignored(element, self._names, FOLLOWED)
            elif is_inside and (name not in _IN_MEDIA or depth > self._depth + _MEDIA_DEPTH):
                raise NotOursError
            else:
                attributes = attributes_of(element) if element.items() else {}
                handler(self, element, name, attributes, depth)

    def _learn(self, element: Element) -> "_Rule":
        """Return what to do with an element of this name, and keep it for the next one."""
        name = self._names(element)
        handler = _HANDLERS.get(name)
        if handler is None and self._names.writes(name):
            raise NotOursError
        rule = self._rules[element.tag] = (name, handler)
        return rule

    def _title(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        text = self._construct(element, attributes, "text/plain")
        if depth > self._depth + 1 and not text["value"]:
            raise NotOursError  # whether it takes the place of another hangs on their depths
        if -1 < self._title_depth <= depth:
            return
        self.fields["title_detail"] = text
        if text["value"] and name != "media:title":
            self._title_depth = depth

    def _link(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        stated = raw_text(element)
        if not attributes:
            self.fields["link"] = _own_link(stated, self._scope.base)
            return
        base = self._scope.inside(attributes).base
        link = read_link(attributes, base)
        if "href" not in link:
            self.fields["link"] = link["href"] = _own_link(stated, base)
        elif is_page(link):
            self.fields["link"] = link["href"]
        if link["rel"] == "enclosure":  # nobody asks for the others
            self.fields.setdefault("links", []).append(link)

    def _guid(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        stated = raw_text(element)
        is_link = attributes.get("ispermalink", "true") == "true"
        if is_link:
            stated = resolved(stated, self._scope.inside(attributes).base)
        self.fields["id"] = mended(stated)
        if is_link:
            self.fields.setdefault("link", self.fields["id"])

    def _description(
        self, element: Element, name: str, attributes: _Attributes, depth: int
    ) -> None:
        if "summary" in self.fields and not self._had_content:
            self._content(element, name, attributes, depth)
            return
        is_summary = name in ("summary", "itunes:summary")
        text = self._construct(element, attributes, "text/plain" if is_summary else "text/html")
        if depth > self._depth + 1 and not text["value"]:
            raise NotOursError  # whether it takes the place of another hangs on their depths
        self.fields["summary"] = text["value"]
        self.fields["summary_detail"] = text

    def _subtitle(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        self.fields["subtitle_detail"] = self._construct(element, attributes, "text/plain")

    def _content(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        is_plain = name not in ("content:encoded", "fullitem")
        self._had_content = True
        text = self._construct(element, attributes, "text/plain" if is_plain else "text/html")
        self.fields.setdefault("content", []).append(text)
        self.fields.setdefault("summary", text["value"])

    def _construct(self, element: Element, attributes: _Attributes, default: str) -> Fields:
        scope = self._scope.inside(attributes) if attributes else self._scope
        return text_construct(element, attributes, default, scope, self._names)

    def _person(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        authors = self.fields.setdefault("authors", [])
        if len(element) == 0:
            called = _without_address(mended((element.text or "").strip()))
            authors.append({"name": called} if called else {})
            self._named_in_text = True
            return
        person = self._person_in_parts(element)
        if self._named_in_text or (authors and "name" not in person):
            raise NotOursError  # feedparser mixes the names of one with those of the one before
        authors.append(person)

    def _person_in_parts(self, element: Element) -> Fields:
        person: Fields = {}
        around = [element.text, *(part.tail for part in element)]
        if any(text and text.strip() for text in around):
            raise NotOursError
        for part in element:
            name = self._names(part)
            if len(part) or name not in _PERSON:
                raise NotOursError
            if name == "name":
                person["name"] = (part.text or "").strip()
        return person

    def _category(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        tags = self.fields.setdefault("tags", [])
        if name == "itunes:category":
            self._add_tag(attributes.get("text"), _ITUNES_SCHEME, None)
        elif attributes or name == "media:category":
            default = _MEDIA_SCHEME if name == "media:category" else attributes.get("domain")
            scheme = attributes.get("scheme", default)
            self._add_tag(attributes.get("term"), scheme, attributes.get("label"))
        value = mended_text(element)
        if value and tags and not tags[-1]["term"]:
            tags[-1]["term"] = value
        elif value:
            self._add_tag(value, None, None)

    def _keywords(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        if attributes:
            raise NotOursError
        scheme = _ITUNES_SCHEME if name == "itunes:keywords" else None
        for term in mended_text(element).split(","):
            if term.strip():
                self._add_tag(term.strip(), scheme, None)

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        tags = self.fields.setdefault("tags", [])
        if (term or scheme or label) and len(tags) < MOST_TAGS:
            tag = {"term": term, "scheme": scheme, "label": label}
            if tag not in tags:
                tags.append(tag)

    def _date(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        stated = mended_text(element)
        if stated and read_date(stated) is None:
            raise NotOursError  # feedparser knows more ways to write a date
        self.fields[_DATES[name]] = stated

    def _enclosure(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        if len(element):
            raise NotOursError
        attributes["rel"] = "enclosure"
        self.fields.setdefault("links", []).append(with_href(attributes))

    def _media(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        if name == "media:content":
            self.fields.setdefault("media_content", []).append(attributes)
        if len(element):
            outer, self._scope = self._scope, self._scope.inside(attributes)
            self._walk(element, depth + 1)
            self._scope = outer

    def _thumbnail(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        url = mended(resolved(raw_text(element), self._scope.inside(attributes).base))
        if url.strip():
            attributes.setdefault("url", url)
        self.fields.setdefault("media_thumbnail", []).append(attributes)

    def _transcript(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        if len(element):
            raise NotOursError
        self.fields.setdefault("podcast_transcript", []).append(attributes)

    def _text(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        if said := mended_text(element):
            attributes["text"] = said
        self.fields.setdefault("media_text", []).append(attributes)

    def _picture(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        href = attributes.get("href") or attributes.get("url")
        if len(element):
            raise NotOursError
        if href:
            self.fields["image"] = {"href": href}

    def _first_address(
        self, element: Element, name: str, attributes: _Attributes, depth: int
    ) -> None:
        if attributes:
            raise NotOursError
        self.fields["feedburner_origlink"] = mended_text(element)

    def _source(self, element: Element, name: str, attributes: _Attributes, depth: int) -> None:
        self._title_depth = -1
        for part in element:
            inside = self._names(part)
            if inside not in _SOURCE:
                raise NotOursError
            if inside == "title" and (len(part) or (part.text or "").strip()):
                self._title_depth = depth + 1


def read_link(attributes: _Attributes, base: str) -> _Attributes:
    """Return a link's attributes with what is left out of them: an alternate page in HTML."""
    link = {"rel": "alternate", **attributes}
    link.setdefault("type", "application/atom+xml" if link["rel"] == "self" else "text/html")
    link = with_href(link)
    if "href" in link:
        link["href"] = resolved(link["href"], base)
    return link


def is_page(link: _Attributes) -> bool:
    """Whether a link leads to what the feed or entry tells of."""
    return link["rel"] == "alternate" and link["type"] in (
        "html", "text/html", "xhtml", "application/xhtml+xml",
    )  # fmt: skip


def with_href(attributes: _Attributes) -> _Attributes:
    """Return attributes whose address, called "url", "uri" or "href", is called "href"."""
    href = attributes.get("url", attributes.get("uri"))
    if not href:
        return attributes
    link = {**attributes, "href": href}
    link.pop("url", None)
    link.pop("uri", None)
    return link


def page_link(text: str) -> str:
    """Return the address in a feed's own link element."""
    return _REFERENCE.sub(r"&\1", text) if ";" in text else text


def _own_link(stated: str, base: str) -> str:
    """Return the address in an entry's own link element."""
    address = mended(resolved(stated, base))
    return page_link(address.replace("&amp;", "&")) if "&" in address else address


def _without_address(person: str) -> str:
    """Return the name in "desk@gazette.example (Mina Farouk)" and its like."""
    found = _ADDRESS.search(person) if can_hold_address(person) else None
    if found is None:
        return person
    for part in (found[0], "()", "<>", "&lt;&gt;"):
        person = person.replace(part, "")
    person = person.strip().removeprefix("(")
    return person.removesuffix(")").strip()


_Handler = Callable[[EntryReader, Element, str, _Attributes, int], None]
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
    "media:text": EntryReader._text,
    "podcast:transcript": EntryReader._transcript,
    "itunes:image": EntryReader._picture,
    "feedburner:origlink": EntryReader._first_address,
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
