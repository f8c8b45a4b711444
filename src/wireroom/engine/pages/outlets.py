"""Who publishes a report and on whose page it was found."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.blocks import HEADINGS, blocks_of
from wireroom.engine.pages.dom import class_words, seen_text
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.site import publisher_of
from wireroom.engine.pages.structured import Node
from wireroom.engine.text.when import find_times
from wireroom.engine.text.words import words

_SOURCE_WORDS: Final = frozenset(["source", "publisher", "outlet", "provider"])
_AUTHOR_WORDS: Final = frozenset(["author", "byline", "writer", "reporter"])
_LEAD_IN: Final = re.compile(
    r"^\W*(?:source|from|via|published by|by|المصدر|نقلا عن|quelle)\s*:?\s+", re.IGNORECASE
)
_EDGES: Final = " \t·•|,،;:–—-/()[]"
_LONGEST_OUTLET: Final = 50
_HEADER_BLOCKS: Final = 6


def find_platform(page: Page) -> str | None:
    """Return the site on whose page the articles were found."""
    return page.site


def find_outlet(
    page: Page, tree: LexborHTMLParser, node: Node | None, *, is_main: bool
) -> str | None:
    """Return who publishes the report: JSON-LD, a visible source, else the site itself."""
    stated = publisher_of(node, page.structured) if node else None
    if stated and not _same(stated, page.site):
        return stated
    seen = _seen_outlet(tree)
    if seen:
        return seen
    beside_time = _beside_time(tree, is_main=is_main)
    return beside_time or stated or page.site


def _same(name: str, other: str | None) -> bool:
    return words(name) == words(other or "")


def _seen_outlet(tree: LexborHTMLParser) -> str | None:
    for node in tree.css('[class*="source" i], [class*="outlet" i], [class*="publisher" i], '
                         '[class*="provider" i]')[:20]:  # fmt: skip
        if node.tag in ("body", "html", "main", "article", "section", "a", "div") and (
            node.css_first("p, h1, h2, h3, div") is not None
        ):
            continue
        if class_words(node) & _SOURCE_WORDS and (name := _outlet_in(seen_text(node))):
            return name
    return None


def _outlet_in(text: str) -> str | None:
    for span in reversed(find_times(text)):
        text = text[: span.start] + " | " + text[span.end :]
    name = _LEAD_IN.sub("", text.split("|")[0]).strip(_EDGES)
    count = len(name.split())
    if not name or len(name) > _LONGEST_OUTLET or count > 6 or "http" in name:
        return None
    return name if any(sign.isalpha() for sign in name) and not name.endswith(".") else None


def _beside_time(tree: LexborHTMLParser, *, is_main: bool) -> str | None:
    """Read "Outlet · 3 hours ago" under a headline: a name beside a time, called no writer."""
    if is_main and tree.css_first("[class*=author i], [class*=byline i], [rel~=author]"):
        return None
    body = tree.body
    row = blocks_of(body) if body is not None else []
    head = next((block.place for block in row if block.tag in HEADINGS), None)
    if head is None:
        return None
    header = []
    for block in row[head + 1 : head + 1 + _HEADER_BLOCKS]:
        if block.is_prose or block.tag in HEADINGS:
            break
        header.append(block)
    for block in header:
        name = _named_beside_time(block.node, block.text)
        if name:
            return name
    return None


def _named_beside_time(node: LexborNode, text: str) -> str | None:
    spans = find_times(text)
    if not spans or len(text) > 90 or class_words(node) & _AUTHOR_WORDS:
        return None
    if re.match(
        r"^\W*(?:by|von|par|por|بقلم|كتب|published|updated|posted|last|نشر|آخر)\b", text, re.I
    ):
        return None
    before = _outlet_in(text[: spans[0].start])
    return before or _outlet_in(text[spans[-1].end :])
