"""Sitemaps (sitemaps.org), their news, image and index forms."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from wireroom.engine.feeds.dates import read_date
from wireroom.engine.feeds.entries import (
    MAX_TITLE,
    clean_names,
    cut_warning,
    drop_doubles,
    lang_tag,
    web_url,
)
from wireroom.engine.feeds.sanitise import fold_space
from wireroom.engine.feeds.xml_walk import walk_xml
from wireroom.engine.types import FeedEntry, ParsedFeed

_NEWS: Final = re.compile(r"news|latest|noticias|akhbar|nachrichten|actu", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[0-9]{1,12}")
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
_MEDIA: Final = re.compile(r"sitemap-(image|video)/")


def read_sitemap(text: str, *, url: str | None = None, cut: bool = False) -> ParsedFeed:
    """Read a sitemap without its prolog; what stands before broken XML is kept, with a warning."""
    entries: list[FeedEntry] = []
    warnings = list(cut_warning(cut))
    sitemaps: list[tuple[str, str | None]] = []
    outlet: str | None = None
    try:
        for element in _elements(text):
            fields = _fields(element)
            address = web_url(fields.get("loc"), url)
            if address is None:
                continue
            if _local(element) == "sitemap":
                sitemaps.append((address, fields.get("lastmod")))
            else:
                entries.append(_entry(fields, address))
                outlet = outlet or fields.get("name")
    except ParseError as error:
        warnings.append(f"the XML breaks off: {error}")
    return ParsedFeed(
        kind="sitemap",
        title=fold_space(outlet or "")[:MAX_TITLE] or None,
        entries=drop_doubles(entries),
        sitemaps=_best_first(sitemaps),
        warnings=tuple(warnings),
    )


def is_named_for_news(url: str) -> bool:
    """Tell whether a sitemap's address says that it is of news."""
    return _NEWS.search(urlsplit(url).path) is not None


def _best_first(sitemaps: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """Return a site's sitemaps, those named for news first, then those changed last.

    Where no times tell, the highest number does: years, months and parts are counted up.
    """
    dated = [(url, read_date(stated)) for url, stated in dict(sitemaps).items()]
    dated.sort(key=lambda pair: _numbers_in(pair[0]), reverse=True)
    dated.sort(key=lambda pair: pair[1] or _LONG_AGO, reverse=True)
    dated.sort(key=lambda pair: not is_named_for_news(pair[0]))
    return tuple(url for url, _ in dated)


def _numbers_in(url: str) -> list[int]:
    return [int(digits) for digits in _DIGITS.findall(url)]


def _elements(text: str) -> Iterator[Element]:
    """Yield each url and sitemap element, and empty it: its memory then serves the entries."""
    for _, element in walk_xml(text, "end"):
        if _local(element) in ("url", "sitemap"):
            yield element
            element.clear()


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _fields(element: Element) -> dict[str, str]:
    """Return the first text of each element inside; pictures' fields begin with "image_"."""
    fields: dict[str, str] = {}
    for child in element.iter():
        media = _MEDIA.search(child.tag)
        name = f"{media[1]}_{_local(child)}" if media else _local(child)
        if child.text and child.text.strip():
            fields.setdefault(name, child.text.strip())
    return fields


def _entry(fields: dict[str, str], url: str) -> FeedEntry:
    return FeedEntry(
        guid=url,
        url=url,
        title=fold_space(fields.get("title", ""))[:MAX_TITLE],
        published_at=read_date(fields.get("publication_date")),
        updated_at=read_date(fields.get("lastmod")),
        tags=clean_names(fields.get("keywords", "").split(",")),
        image_url=web_url(fields.get("image_loc"), url),
        lang=lang_tag(fields.get("language")),
    )
