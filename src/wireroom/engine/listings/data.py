"""Links that a page holds as data: JSON-LD, and the state from which scripts make its lists."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeGuard

from wireroom.engine.listings.links import Link, Place, Said, size_of
from wireroom.engine.pages.sheet import fold_space
from wireroom.engine.pages.structured import load_block, types_of
from wireroom.engine.urls import canonical_url

# Sites call the same two things by these names, the surest first.
_ADDRESSES: Final = (
    "url", "link", "href", "canonicalUrl", "canonical_url", "canonicalURL", "canonical",
    "permalink", "webUrl", "websiteUrl", "websiteURL", "website_url", "fullUrl", "articleUrl",
    "path", "pathname", "uri", "@id",
)  # fmt: skip
_HEADLINES: Final = (
    "headline", "title", "webTitle", "headlines", "displayTitle", "displayHeadline",
    "articleTitle", "headlineText",
)  # fmt: skip
_WORDS_OF: Final = ("rendered", "basic", "text", "main", "default", "short")  # of a headline's
_NAMED: Final = "name"  # what schema.org calls a headline in lists; elsewhere people and sections
_NO_REPORTS: Final = frozenset(
    ("BreadcrumbList", "Person", "Organization", "NewsMediaOrganization", "ImageObject", "Brand",
     "SiteNavigationElement", "WebSite", "SearchAction", "Place", "VideoObject", "AudioObject")
)  # fmt: skip
_STATE: Final = re.compile(r"\b__[A-Z][A-Z0-9_]{2,40}__\s*=\s*(?=[{\[])")
_TAG: Final = re.compile(r"<[^<>]{0,300}>")
_MOST_CHARS: Final = 5_000_000  # of all scripts of a page; states of large fronts have two million
_MOST_VALUES: Final = 300_000
_MOST_LINKS: Final = 1_000
_LONGEST_TITLE: Final = 1_000
_LONGEST_ADDRESS: Final = 2_000


def read_data_links(scripts: Iterable[tuple[str, str]], *, base: str) -> list[Link]:
    """Return the addresses that a page's scripts hold with a headline, in their order.

    `scripts` are types (lower case, empty where none is stated) and texts. Which of the links
    lead to reports is not decided here.
    """
    found: dict[str, Link] = {}
    for node in _objects(_values(scripts)):
        link = _link_of(node, base)
        if link is not None:
            found.setdefault(link.url, link)
        if len(found) >= _MOST_LINKS:
            break
    return list(found.values())


def _values(scripts: Iterable[tuple[str, str]]) -> Iterator[object]:
    room = _MOST_CHARS
    for kind, text in scripts:
        if len(text) > room:
            continue
        if kind.endswith("json"):
            room -= len(text)
            yield load_block(text)
        elif kind in ("", "text/javascript", "module") and (state := _STATE.search(text)):
            room -= len(text)
            yield _state_of(text[state.end() :])


def _state_of(text: str) -> object:
    try:
        value, _end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return value


def _objects(values: Iterable[object]) -> Iterator[Mapping[str, Any]]:
    """Yield every object of some data in the order in which it stands, however deep."""
    left = _MOST_VALUES
    for value in values:
        waiting = [value]
        while waiting and left:
            left -= 1
            one = waiting.pop()
            if isinstance(one, list):
                waiting.extend(reversed(one))
            elif isinstance(one, dict) and _NO_REPORTS.isdisjoint(types_of(one)):
                yield one
                waiting.extend(reversed(one.values()))


def _link_of(node: Mapping[str, Any], base: str) -> Link | None:
    headline = _headline_of(node)
    if not headline:
        return None
    stated = filter(_is_address, map(node.get, _ADDRESSES))
    found = (canonical_url(one, base) for one in stated)
    url = next((one for one in found if one is not None), None)
    if url is None:
        return None
    return Link(
        url=url,
        headline=headline,
        said=Said.HEADLINE,
        size=size_of(headline),
        place=Place.MIDST,
        paid=bool(node.get("sponsored") or node.get("isSponsored")),
    )


def _is_address(value: object) -> TypeGuard[str]:
    """Tell whether a value is an address, whole or from the site's root."""
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST_ADDRESS
        and value.startswith(("/", "https://", "http://"))
    )


def _headline_of(node: Mapping[str, Any]) -> str:
    names = (*_HEADLINES, _NAMED) if "@type" in node else _HEADLINES
    for name in names:
        value = node.get(name)
        if isinstance(value, dict):
            value = next((value[one] for one in _WORDS_OF if value.get(one)), None)
        if isinstance(value, str) and 0 < len(value) <= _LONGEST_TITLE:
            return fold_space(html.unescape(_TAG.sub("", value)))
    return ""
