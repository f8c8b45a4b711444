"""Who publishes a report and on whose page it was found."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.head_lines import may_tell_time
from wireroom.engine.pages.lookup import (
    Lookup,
    inside_of,
    look_up,
    name_words,
    spaced_text,
    text_size,
)
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Block
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
_LONGEST_BOX: Final = 400  # such a name with the spaces of its markup
_BOXES: Final = frozenset(["body", "main", "article", "section", "a", "div"])


def find_platform(page: Page) -> str | None:
    """Return the site on whose page the articles were found."""
    return page.site


def find_outlet(
    page: Page,
    region: Region,
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
    lookup = look_up(region)
    seen = _seen_outlet(lookup)
    if not seen:
        beside = _beside_time(lookup)
        seen = beside if beside and (aggregated or _is_quoted(beside, region)) else None
    # Beside a time on an aggregator's page it is the outlet, even where it was read as a writer.
    if seen and (aggregated or not any(_same(seen, name) for name in authors)):
        return seen
    return stated or page.site


def _same(name: str, other: str | None) -> bool:
    return words(name) == words(other or "")


def _seen_outlet(lookup: Lookup) -> str | None:
    sheet = lookup.sheet
    for element in lookup.marked("source")[:20]:
        if not name_words(element) & _SOURCE_WORDS or text_size(sheet, element) > _LONGEST_BOX:
            continue
        if element.tag in _BOXES and inside_of(sheet, element, "p", "h1", "h2", "h3", "div"):
            continue
        if name := _outlet_in(spaced_text(sheet, element)):
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


def _is_quoted(name: str, region: Region) -> bool:
    """Tell whether the text calls an outlet by the name, in the marks that Arabic has for it."""
    quoted = f"«{name}»"
    return any(quoted in block.text for block in region.blocks)


def _beside_time(lookup: Lookup) -> str | None:
    """Read "Outlet · 3 hours ago" under a headline, on one line or on two."""
    lines = _header_lines(lookup)
    for place, block in enumerate(lines):
        if looks_like_time(block.text):
            beside = lines[place - 1 : place] + lines[place + 1 : place + 2]
            names = (_outlet_in(line.text) for line in beside if not _is_byline(lookup, line))
            name = next((name for name in names if name), None)
        else:
            name = _named_beside_time(lookup, block)
        if name:
            return name
    return None


def lines_beside_time(region: Region) -> list[str]:
    """Return the bare lines next to the time under a headline: a byline often has no mark."""
    lines = _header_lines(look_up(region))
    found = []
    for place, block in enumerate(lines):
        if may_tell_time(block.text) and find_times(block.text):
            found += lines[max(0, place - 1) : place] + lines[place + 1 : place + 2]
    return [line.text for line in found if len(line.text) <= _LONGEST_OUTLET]


def _header_lines(lookup: Lookup) -> list[Block]:
    row = lookup.lines()
    head = next((place for place, block in enumerate(row) if lookup.is_heading(block)), len(row))
    lines = []
    for block in row[head + 1 : head + 1 + _HEADER_BLOCKS]:
        if lookup.is_prose(block) or lookup.is_heading(block):
            break
        lines.append(block)
    return lines


def _is_byline(lookup: Lookup, block: Block) -> bool:
    named = name_words(lookup.home_of(block)) & _AUTHOR_WORDS
    return bool(named or _NO_OUTLET.match(block.text))


def _named_beside_time(lookup: Lookup, block: Block) -> str | None:
    text = block.text
    spans = find_times(text)
    if not spans or len(text) > _LONGEST_LINE or _is_byline(lookup, block):
        return None
    return _outlet_in(text[: spans[0].start]) or _outlet_in(text[spans[-1].end :])
