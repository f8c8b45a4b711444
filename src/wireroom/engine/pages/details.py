"""What else a page tells of an article: standfirst, key points, picture, section, tags, links."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.head import Head, first_meta
from wireroom.engine.pages.lookup import (
    HEADINGS,
    Lookup,
    inside_of,
    look_up,
    name_words,
    spaced_text,
    text_size,
)
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.pictures import find_picture
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element, Sheet
from wireroom.engine.pages.site import host_of, web_url
from wireroom.engine.pages.structured import Node, text_of, texts_of, url_of
from wireroom.engine.text.words import words
from wireroom.engine.types import Image

_KEY_WORDS: Final = frozenset(
    [
        "key",
        "keypoints",
        "keypoint",
        "highlights",
        "highlight",
        "takeaways",
        "takeaway",
        "summary",
        "bullets",
        "bullet",
        "points",
        "tldr",
        "glance",
    ]
)
_CHROME: Final = frozenset(["nav", "footer", "aside", "header", "form"])
_SHORT_URL: Final = re.compile(r"^https?://(?P<host>[\w.-]{3,25})/[\w-]{2,14}/?$")
_COUNT: Final = re.compile(
    r"(\d[\d,. ]*)\s*(?:comments?|kommentare|commentaires|تعليق(?:ات|ا)?)\b", re.I
)
_TEXT_TAGS: Final = frozenset(["p", "ul", "ol"])
_MOST_TAGS: Final = 30
_LONGEST_TAG: Final = 80
_LONGEST_STANDFIRST: Final = 500
_FEWEST_WORDS: Final = 4
_FEWEST_SIGNS: Final = 20
_GLANCE: Final = 60  # characters that tell whether a text may be the one described
_MOST_STANDFIRSTS: Final = 16
_FULL_PARAGRAPH: Final = 120
_DIVS_OF_TEXT: Final = 2
_MOST_POINTS: Final = 8
_LONGEST_SHORT_URL: Final = 50
_LONGEST_COUNT: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The smaller facts of one article."""

    standfirst: str | None
    key_points: tuple[str, ...]
    canonical_url: str | None
    short_url: str | None
    image: Image | None
    section: str | None
    tags: tuple[str, ...]
    comments_count: int | None
    byline: str | None


def read_details(
    page: Page,
    region: Region,
    *,
    head: Head,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    title: str,
) -> Details:
    """Collect the smaller facts; `region` is the article's own part of the page."""
    lookup = look_up(region)
    heading = _heading(lookup, title)
    canonical = web_url(url_of(node), base=page.url) if node else None
    own = page.url if head is page.head else canonical or _linked_from(lookup, heading, page.url)
    return Details(
        standfirst=_standfirst(lookup, meta, node, title),
        key_points=_key_points(lookup, heading),
        canonical_url=own,
        short_url=_short_url(lookup, head, own or page.url),
        image=find_picture(lookup, meta=meta, node=node, base=page.url, structured=page.structured),
        section=_section(meta, node),
        tags=_tags(meta, node),
        comments_count=_comments(lookup, node),
        byline=_byline(lookup, node, meta),
    )


def _heading(lookup: Lookup, title: str) -> Element | None:
    heads = lookup.tagged(*HEADINGS)[:60]
    texts: list[str] = []
    for head in heads:  # nearly always one says it: no need of the texts and words of all
        texts.append(lookup.sheet.text(head))
        if texts[-1] == title:
            return head
    wanted = words(title)
    same = (head for head, text in zip(heads, texts, strict=True) if words(text) == wanted)
    return next(same, heads[0] if heads else None)


def _linked_from(lookup: Lookup, heading: Element | None, base: str | None) -> str | None:
    if heading is None:
        return None
    around = [up for up in lookup.sheet.ancestors(heading.place) if up.tag == "a"]
    links = [*inside_of(lookup.sheet, heading, "a"), *around]
    address = next((link.attribute("href") for link in links if link.attribute("href")), None)
    return web_url(address, base=base)


def _standfirst(
    lookup: Lookup,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    title: str,
) -> str | None:
    described = text_of(node.get("description")) if node else None
    described = described or first_meta(
        meta, "og:description", "description", "twitter:description"
    )
    if not described:
        return None
    sheet = lookup.sheet
    told = set(words(described))
    stated = lookup.holding("description", "alternativeHeadline")
    for element in (*stated, *lookup.marked("standfirst")[:_MOST_STANDFIRSTS]):
        if not _FEWEST_SIGNS <= text_size(sheet, element) <= 3 * _LONGEST_STANDFIRST:
            continue
        text = spaced_text(sheet, element)
        if told.isdisjoint(words(text[:_GLANCE])):
            continue
        if _FEWEST_SIGNS <= len(text) <= _LONGEST_STANDFIRST and _agree(text, told):
            return text
    if len(described) > 2 * _LONGEST_STANDFIRST:
        return None
    # A section's or the site's name, or the headline again, describes nothing.
    is_told = len(words(described)) >= _FEWEST_WORDS and words(described) != words(title)
    return described if is_told else None


def _agree(text: str, theirs: set[str]) -> bool:
    own = set(words(text))
    return len(own & theirs) * 10 >= 6 * max(1, min(len(own), len(theirs)))


def _key_points(lookup: Lookup, heading: Element | None) -> tuple[str, ...]:
    """Return the bullets that stand between the headline and the first paragraph."""
    if heading is None:
        return ()
    sheet = lookup.sheet
    for element in islice(sheet.elements, heading.place, None):
        if element.tag not in _TEXT_TAGS:
            continue
        if element.tag != "p":
            if points := _points(lookup, element):
                is_text = _is_below_text(sheet, heading, element)
                return () if is_text and not _is_named_points(sheet, element) else points
        elif len(sheet.text(element)) > _FULL_PARAGRAPH and not _in_list(lookup, element):
            return ()
    return ()


def _is_below_text(sheet: Sheet, heading: Element, element: Element) -> bool:
    """Tell whether paragraphs without a <p> stand above a list, in the box that it stands in.

    One may be the standfirst.
    """
    around = {parent.place for parent in sheet.ancestors(element.place)}
    blocks = islice(sheet.blocks, heading.last_block, element.first_block)
    homes = (sheet.elements[block.home] for block in blocks if len(block.text) > _FULL_PARAGRAPH)
    divs = (home for home in homes if home.tag == "div" and home.parent in around)
    return sum(1 for _ in islice(divs, _DIVS_OF_TEXT)) == _DIVS_OF_TEXT


def _in_list(lookup: Lookup, element: Element) -> bool:
    return any(parent.tag in ("ul", "ol") for parent in lookup.sheet.ancestors(element.place))


def _is_named_points(sheet: Sheet, element: Element) -> bool:
    around = (element, *islice(sheet.ancestors(element.place), 2))
    return any(name_words(one) & _KEY_WORDS for one in around)


def _points(lookup: Lookup, element: Element) -> tuple[str, ...]:
    sheet = lookup.sheet
    if any(parent.tag in _CHROME for parent in sheet.ancestors(element.place)):
        return ()
    items = [inner for inner in inside_of(sheet, element, "li") if inner.parent == element.place]
    if not 1 <= len(items) <= _MOST_POINTS:
        return ()
    texts = [spaced_text(sheet, item) for item in items]
    linked = sum(len(sheet.text(link)) for link in inside_of(sheet, element, "a"))
    named = _is_named_points(sheet, element)
    long_enough = all(len(text) >= 25 for text in texts)
    if linked * 2 > sum(map(len, texts)) or not (named or long_enough):
        return ()
    if any(len(text) > 400 or len(words(text)) < 3 for text in texts) or (
        len(texts) < 2 and not named
    ):
        return ()
    return tuple(texts)


def _short_url(lookup: Lookup, head: Head, url: str | None) -> str | None:
    stated = web_url(head.link("shortlink"))
    if stated and "?p=" not in stated:
        return stated
    shown = [spaced_text(lookup.sheet, element) for element in lookup.marked("short")[:10]
             if text_size(lookup.sheet, element) <= _LONGEST_SHORT_URL]  # fmt: skip
    for text in (*head.copied[:10], *shown):
        if _SHORT_URL.match(text):
            return text
    pieces = lookup.sheet.pieces
    for block in lookup.region.blocks:
        if "http" not in block.text:
            continue
        for piece in pieces[block.first_piece : block.last_piece]:
            text = piece.strip()
            match = _SHORT_URL.match(text) if 12 < len(text) < _LONGEST_SHORT_URL else None
            if match and match["host"] != host_of(url):
                return text
    return None


def _section(meta: Mapping[str, tuple[str, ...]], node: Node | None) -> str | None:
    stated = text_of(node.get("articleSection")) if node else None
    found = stated or first_meta(
        meta, "article:section", "parsely-section", "section", "og:section", "cxenseparse:section"
    )
    return found if found and len(found) <= 60 and not urlsplit(found).scheme else None


def _tags(meta: Mapping[str, tuple[str, ...]], node: Node | None) -> tuple[str, ...]:
    found = list(meta.get("article:tag", ())) + texts_of(node.get("keywords") if node else None)
    if not found:
        stated = first_meta(meta, "news_keywords", "parsely-tags", "keywords")
        found = texts_of(stated)
    parts = [part.strip() for tag in found for part in re.split(r"[,،;]", tag)]
    kept = [part for part in parts if part and len(part) <= _LONGEST_TAG and ":" not in part]
    return tuple(dict.fromkeys(kept))[:_MOST_TAGS]


def _comments(lookup: Lookup, node: Node | None) -> int | None:
    stated = node.get("commentCount") if node else None
    if isinstance(stated, int) or (isinstance(stated, str) and stated.isdigit()):
        return int(stated)
    for element in lookup.marked("comment")[:15]:
        if text_size(lookup.sheet, element) > 4 * _LONGEST_COUNT:
            continue
        text = spaced_text(lookup.sheet, element)
        match = _COUNT.search(text) if len(text) < _LONGEST_COUNT else None
        if match:
            digits = re.sub(r"\D", "", match[1])
            return int(digits) if digits and len(digits) < 8 else None
    return None


def _byline(lookup: Lookup, node: Node | None, meta: Mapping[str, tuple[str, ...]]) -> str | None:
    stated = texts_of(node.get("author")) if node else []
    marked = lookup.marked("byline")[:1]
    shown = spaced_text(lookup.sheet, marked[0]) if marked else ""
    parts = [*stated, *meta.get("author", ())[:1], shown if len(shown) < 100 else ""]
    return " | ".join(part for part in parts if part) or None
