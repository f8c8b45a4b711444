"""OPML 1.0 and 2.0 (opml.org): lists of feeds, as readers of feeds hand them on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from wireroom.engine.errors import BadInput, NotAFeed
from wireroom.engine.feeds.decode import decode_feed, is_bloated
from wireroom.engine.feeds.entries import lang_tag, short_text, web_url, without_feed
from wireroom.engine.feeds.xml_walk import walk_xml

MAX_BYTES: Final = 20_000_000  # 10,000 feeds take about 3 MB
MAX_FEEDS: Final = 50_000
# A feed has up to two tags, folders some more. Counted before the parser builds them all: twenty
# megabytes of "<a>" would take two gigabytes.
_MAX_TAGS: Final = 4 * MAX_FEEDS
_TOO_LARGE: Final = f"this list is larger than {MAX_BYTES // 1_000_000} MB; split it"
_MAX_DEPTH: Final = 50  # of folders; feed readers make two
_MAX_NAME: Final = 200
_DECLARATIONS: Final = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOG: Final = re.compile(r"<\?xml[^>]{0,500}\?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """A feed of a list: `folder` is the name of the folder that it lies in."""

    url: str
    title: str = ""
    home_url: str = ""
    lang: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds of a list, each address once, and how many have none that the web knows."""

    feeds: tuple[ListedFeed, ...]
    left_out: int


def read_opml(raw: bytes) -> FeedList:
    """Return the feeds of an OPML document, from folders however nested.

    Raises BadInput for what is no OPML, for broken XML, and for a document that declares a
    type or entities: no list needs them, and they are how XML is made to harm its reader.
    """
    text = _checked(raw)
    kept: dict[str, ListedFeed] = {}
    left_out = 0
    try:
        for feed in _feeds(text):
            if feed.url:
                kept.setdefault(feed.url, feed)
            else:
                left_out += 1
            if len(kept) > MAX_FEEDS:
                raise BadInput(f"this list has more than {MAX_FEEDS:,} feeds; split it")
    except ParseError as error:
        raise BadInput(f"this is no OPML that can be read: {error}") from error
    return FeedList(tuple(kept.values()), left_out)


def write_opml(feeds: Iterable[ListedFeed], *, title: str) -> str:
    """Return an OPML 2.0 document: feeds in a row with one folder's name stand in that folder."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    for folder, inside in groupby(feeds, key=lambda feed: feed.folder):
        parent = SubElement(body, "outline", text=folder, title=folder) if folder else body
        for feed in inside:
            SubElement(parent, "outline", _attributes(feed))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _checked(raw: bytes) -> str:
    """Return a list's text from its root on; raises BadInput where it might harm the parser."""
    if len(raw) > MAX_BYTES:
        raise BadInput(_TOO_LARGE)
    try:
        text = decode_feed(raw).lstrip("\ufeff \t\r\n")
    except NotAFeed as error:
        raise BadInput(f"this is no OPML: {error}") from error
    if len(text) > MAX_BYTES:  # it was packed
        raise BadInput(_TOO_LARGE)
    if (prolog := _PROLOG.match(text)) is not None:
        text = text[prolog.end() :]
    if _DECLARATIONS.search(text):
        raise BadInput("this list declares a document type or entities: it is not read")
    if text.count("<") > _MAX_TAGS:
        raise BadInput(f"this list has more than {_MAX_TAGS:,} tags; split it")
    if is_bloated(text):
        raise BadInput("this is no list of feeds: one of its elements has over 1,000 attributes")
    return text


def _feeds(text: str) -> Iterable[ListedFeed]:
    """Yield the feeds of a list; those whose address is none of the web have "" for it."""
    folders: list[str] = []
    for event, element in walk_xml(text, "start", "end"):
        if event == "end":
            folders.pop()
            element.clear()
            continue
        if not folders and _local(element) != "opml":
            raise BadInput(f"this is XML, but no OPML: its root element is <{_local(element)}>")
        stated = {name.lower(): value for name, value in element.attrib.items()}
        feed = _feed(stated, folders[-1] if folders else "")
        if feed is not None and _local(element) == "outline":
            yield feed
        name = _name(stated) if _local(element) == "outline" and feed is None else ""
        folders.append(name or (folders[-1] if folders else ""))
        if len(folders) > _MAX_DEPTH:
            raise BadInput("this list is nested too deep to be one of feeds")


def _feed(stated: dict[str, str], folder: str) -> ListedFeed | None:
    address = stated.get("xmlurl", "").strip()
    if not address:
        return None
    return ListedFeed(
        url=web_url(without_feed(address), None) or "",
        title=_name(stated),
        home_url=web_url(stated.get("htmlurl"), None) or "",
        lang=lang_tag(stated.get("language")) or "",
        folder=folder,
    )


def _name(stated: dict[str, str]) -> str:
    return short_text(stated.get("title") or stated.get("text"), _MAX_NAME) or ""


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()[:40]


def _attributes(feed: ListedFeed) -> dict[str, str]:
    stated = {
        "type": "rss", "text": feed.title or feed.url, "title": feed.title, "xmlUrl": feed.url,
        "htmlUrl": feed.home_url, "language": feed.lang,
    }  # fmt: skip
    return {name: value for name, value in stated.items() if value}
