"""Who publishes a report and on whose page it was found."""

import re
from collections.abc import Sequence
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.blocks import HEADINGS, Block, row_of
from wireroom.engine.pages.dom import class_words, seen_text
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.site import publisher_of
from wireroom.engine.pages.structured import Node
from wireroom.engine.text.when import find_times, looks_like_time
from wireroom.engine.text.words import words

_SOURCE_WORDS: Final = frozenset(["source", "publisher", "outlet", "provider"])
_AUTHOR_WORDS: Final = frozenset(["author", "byline", "writer", "reporter"])
_LEAD_IN: Final = re.compile(
    r"^\W*(?:source|from|via|published by|by|المصدر|نقلا عن|quelle)\s*:?\s+", re.IGNORECASE
)
_NO_OUTLET: Final = re.compile(
    r"^\W*(?:by|von|par|por|بقلم|كتب|published|updated|posted|last|نشر|آخر)\b", re.IGNORECASE
)
_LONGEST_LINE: Final = 90
_EDGES: Final = " \t·•|,،;:–—-/()[]"
_LONGEST_OUTLET: Final = 50
_HEADER_BLOCKS: Final = 6


def find_platform(page: Page) -> str | None:
    """Return the site on whose page the articles were found."""
    return page.site


def find_outlet(
    page: Page,
    tree: LexborHTMLParser,
    node: Node | None,
    *,
    aggregated: bool,
    authors: Sequence[str] = (),
) -> str | None:
    """Return who publishes the report: JSON-LD, a visible source, else the site itself.

    A bare name beside the time counts where the page is `aggregated` (it carries related
    reports in full): elsewhere it is the writer's.
    """
    stated = publisher_of(node, page.structured) if node else None
    if stated and not _same(stated, page.site):
        return stated
    seen = _seen_outlet(tree) or _beside_time(tree)
    if seen and not aggregated and not _seen_outlet(tree) and not _is_quoted(seen, tree):
        seen = None
    # Beside a time on an aggregator's page it is the outlet, even where it was read as a writer.
    if seen and (aggregated or not any(_same(seen, name) for name in authors)):
        return seen
    return stated or page.site


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


def _is_quoted(name: str, tree: LexborHTMLParser) -> bool:
    """Tell whether the text calls an outlet by the name, in the marks that Arabic has for it."""
    return bool(tree.body is not None and f"«{name}»" in tree.body.text_lexbor())


def _beside_time(tree: LexborHTMLParser) -> str | None:
    """Read "Outlet · 3 hours ago" under a headline, on one line or on two."""
    lines = _header_lines(tree)
    for place, block in enumerate(lines):
        if looks_like_time(block.text):
            beside = lines[place - 1 : place] + lines[place + 1 : place + 2]
            names = (_outlet_in(line.text) for line in beside if not _is_byline(line))
            name = next((name for name in names if name), None)
        else:
            name = _named_beside_time(block)
        if name:
            return name
    return None


def lines_beside_time(tree: LexborHTMLParser) -> list[str]:
    """Return the bare lines next to the time under a headline: a byline often has no mark."""
    lines = _header_lines(tree)
    found = []
    for place, block in enumerate(lines):
        if find_times(block.text):
            found += lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return [line.text for line in found if len(line.text) <= _LONGEST_OUTLET]


def _header_lines(tree: LexborHTMLParser) -> list[Block]:
    row = row_of(tree)
    head = next((block.place for block in row if block.tag in HEADINGS), len(row))
    lines = []
    for block in row[head + 1 : head + 1 + _HEADER_BLOCKS]:
        if block.is_prose or block.tag in HEADINGS:
            break
        lines.append(block)
    return lines


def _is_byline(block: Block) -> bool:
    return bool(class_words(block.node) & _AUTHOR_WORDS or _NO_OUTLET.match(block.text))


def _named_beside_time(block: Block) -> str | None:
    text = block.text
    spans = find_times(text)
    if not spans or len(text) > _LONGEST_LINE or _is_byline(block):
        return None
    return _outlet_in(text[: spans[0].start]) or _outlet_in(text[spans[-1].end :])
