"""Lists, tables and subheads that a report's own text encloses, however short their lines."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.pages.boxes import is_labelled_furniture
from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.sheet import Element, Sheet

_HOLDERS: Final = frozenset(("ul", "ol", "table"))
_SUBHEADS: Final = frozenset(("h2", "h3", "h4"))
_PICTURES: Final = frozenset(("img", "figcaption", "video"))
_OTHERS: Final = bit_of(
    "related", "popular", "newsletter", "ad", "social", "comment", "bio", "video", "consent",
    "login", "search", "tags", "paywall", "picture", "product", "byline", "nav", "follow",
    "tools", "caption", "popup", "download", "forum", "hidden",
)  # fmt: skip
_FEWEST: Final = 2  # lines or cells
_MOST: Final = 400  # of them; a longer one is what the page is about
# Of a list's characters. Of 110 lists and tables that the shared pages' reports enclose and the
# classifier left out, those with fewer links are the report's but for captions and galleries;
# those with more are lists of other reports and contents of the page.
_MOST_LINKED: Final = 0.15
_LONGEST_CELL: Final = 120  # characters on the average: older pages lay out prose in tables
# Blocks: a fact box or a link to another report may stand above a list, an advertisement below.
_ABOVE, _BELOW = 8, 2
_WRAPPED: Final = 4  # boxes around a list that hold nothing else


def with_enclosed(sheet: Sheet, places: Sequence[int]) -> list[int]:
    """Return the places of a body with the lists, tables and subheads between its blocks.

    A classifier that judges each line by itself leaves out short ones, though the paragraph
    above ends in a colon and the one below goes on. One counts that stands close between blocks
    taken, the nearest box around it holding them; linked lines, galleries and boxes named as
    something else do not. Time is linear in the page.
    """
    taken = set(places)
    subheads: list[Element] = []
    for element in _in_row(sheet, places):
        rows = range(element.first_block, element.last_block)
        if taken.issuperset(rows):
            continue
        if element.tag in _SUBHEADS:
            subheads.append(element)
        elif _is_of_size(rows) and _is_between(sheet, element, taken) and _is_text(sheet, element):
            taken.update(rows)
    for subhead in subheads:
        if _is_subhead(sheet, subhead, taken):
            taken.add(subhead.first_block)
    return sorted(taken)


def _is_of_size(rows: range) -> bool:
    return _FEWEST <= len(rows) <= _MOST


def _in_row(sheet: Sheet, places: Sequence[int]) -> Iterator[Element]:
    """Yield lists, tables and headings in the row of a report's blocks, none inside another."""
    if not places:
        return
    start = sheet.blocks[places[0]].home
    end = sheet.elements[sheet.blocks[places[-1]].home].end
    last = 0
    for element in sheet.elements[start:end]:
        if element.place >= last and (element.tag in _HOLDERS or element.tag in _SUBHEADS):
            last = element.end
            yield element


def _is_subhead(sheet: Sheet, heading: Element, taken: set[int]) -> bool:
    """Tell whether a heading stands over a block taken and below another, in the same box."""
    first, last = heading.first_block, heading.last_block
    if last - first != 1 or last not in taken or heading.kinds & _OTHERS:
        return False
    block = sheet.blocks[first]
    if block.linked or is_labelled_furniture(block.text) or not _beside(sheet, heading, last):
        return False
    above = range(max(sheet.elements[heading.parent].first_block, first - _ABOVE), first)
    return any(place in taken and _beside(sheet, heading, place) for place in above)


def _beside(sheet: Sheet, element: Element, place: int) -> bool:
    """Tell whether a block's text stands in the box that holds an element, not deeper."""
    home = sheet.elements[sheet.blocks[place].home]
    return element.parent in (home.place, home.parent)


def _is_between(sheet: Sheet, holder: Element, taken: set[int]) -> bool:
    """Tell whether blocks taken stand on both sides of a list, in the nearest box around it."""
    first, last = holder.first_block, holder.last_block
    for count, box in enumerate((holder, *sheet.ancestors(holder.place))):
        if (box.first_block, box.last_block) != (first, last):
            above = range(max(box.first_block, first - _ABOVE), first)
            below = range(last, min(box.last_block, last + _BELOW))
            return not (taken.isdisjoint(above) or taken.isdisjoint(below))
        if count > _WRAPPED or box.kinds & _OTHERS:
            break
    return False


def _is_text(sheet: Sheet, holder: Element) -> bool:
    """Tell whether a list holds words of the report: no links, no pictures, a table no prose."""
    blocks = sheet.blocks[holder.first_block : holder.last_block]
    size = sum(len(block.text) for block in blocks)
    if sum(block.linked for block in blocks) > _MOST_LINKED * size:
        return False
    if holder.tag == "table" and size > _LONGEST_CELL * len(blocks):
        return False
    return not any(element.tag in _PICTURES for element in sheet.inside(holder))
