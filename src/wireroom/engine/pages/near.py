"""The lines that stand right around a headline, where bylines and times are."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.head import Head
from wireroom.engine.pages.lookup import Lookup, look_up, spaced_text
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Block
from wireroom.engine.text.words import words

_LONGEST_LINE: Final = 140
_BEFORE: Final = 4
_AFTER: Final = 14
# State that pages embed for their scripts: {"datePublished":"2026-03-01T06:00:00Z"}.
_EMBEDDED_DATE: Final = re.compile(
    r"""\\?["'](?:datePublished|date_published|publishedAt|published_at|publishedDate|"""
    r"""published_date|publishDate|publish_date|publicationDate|firstPublished\w*|"""
    r"""first_published\w*|pubDate|displayDate|postDate|publishedOn|datePosted)\\?["']"""
    r"""\s*:\s*\\?["'](\d{4}-\d{2}-\d{2}[^"'\\]{0,20})"""
)
# What each of the names above holds: most scripts are passed over by it.
_DATED: Final = ("ublish", "ublication", "pubDate", "displayDate", "postDate", "datePosted")


def lines_near_headline(region: Region, title: str) -> list[str]:
    """Return the short lines after the headline, then those just before it, the nearest first.

    Elements that stand bare beside each other ("<time>…</time><i>By …</i>") are lines too.
    """
    lookup = look_up(region)
    row = lookup.lines()
    head = _headline_at(lookup, row, title)
    after = row[head + 1 : head + 1 + _AFTER]
    before = row[max(0, head - _BEFORE) : max(0, head)][::-1]
    lines = [line for block in (*after, *before) for line in _lines_of(lookup, block)]
    return [line for line in lines if len(line) <= _LONGEST_LINE]


def _headline_at(lookup: Lookup, row: Sequence[Block], title: str) -> int:
    """Return the place of the headline in a row of lines: the same words, an h1, most words."""
    wanted = words(title)
    heads = [place for place, block in enumerate(row) if lookup.is_heading(block)]
    for place in heads:
        if words(row[place].text) == wanted:
            return place
    for place in heads:
        if lookup.home_of(row[place]).tag == "h1":
            return place
    for place in heads:
        if len(set(wanted) & set(words(row[place].text))) * 2 > len(wanted):
            return place
    return -1


def _lines_of(lookup: Lookup, block: Block) -> list[str]:
    """Return a short block's text, then its bare inline elements where it holds several."""
    if len(block.text) > _LONGEST_LINE:
        return []
    sheet = lookup.sheet
    elements = sheet.elements
    home = lookup.home_of(block)
    found: list[str] = []
    place = home.place + 1
    while place < home.end:
        child = elements[place]
        if child.first_piece >= block.last_piece:
            break
        if child.first_piece >= block.first_piece and (text := spaced_text(sheet, child)):
            found.append(text)
        place = child.end
    return [block.text, *found] if len(found) > 1 else [block.text]


def embedded_date(head: Head) -> str | None:
    """Return the publication date in the state that a page embeds for its scripts.

    Only where there is one: states list other articles too. JSON-LD is read elsewhere.
    """
    found: set[str] = set()
    for script in head.scripts:
        text = script.text() or ""
        if any(name in text for name in _DATED):
            found.update(_EMBEDDED_DATE.findall(text))
        if len(found) > 1:
            return None
    return found.pop() if found else None
