"""The part of a page that one of its articles owns: its elements and its blocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from wireroom.engine.pages.sheet import Block, Element, Sheet

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The elements and blocks of one article, in document order; equal to itself alone."""

    sheet: Sheet
    elements: Sequence[Element]
    blocks: Sequence[Block]


def whole(sheet: Sheet) -> Region:
    """Return the region of a page that holds one article."""
    return Region(sheet, sheet.elements, sheet.blocks)


def part(sheet: Sheet, blocks: Span) -> Region:
    """Return the region of a row of blocks, from its first to before its last place."""
    first, last = blocks
    elements = [
        element
        for element in sheet.elements
        if element.first_block >= first and element.last_block <= last
    ]
    return Region(sheet, elements, sheet.blocks[first:last])


def without(sheet: Sheet, spans: Sequence[Span]) -> Region:
    """Return the region of a page without the rows of blocks that belong to other articles."""
    if not spans:
        return whole(sheet)
    taken = [False] * len(sheet.blocks)
    for first, last in spans:
        taken[first:last] = [True] * (last - first)
    gone = [0]
    for is_taken in taken:
        gone.append(gone[-1] + is_taken)
    elements = [element for element in sheet.elements if not _is_gone(element, gone)]
    return Region(sheet, elements, [block for block in sheet.blocks if not taken[block.place]])


def _is_gone(element: Element, gone: Sequence[int]) -> bool:
    size = element.last_block - element.first_block
    return size > 0 and gone[element.last_block] - gone[element.first_block] == size


def as_sheet(region: Region) -> Sheet:
    """Return a sheet of the region alone, as if the page held nothing else.

    An element that the region does not own gives what it holds of the region to the nearest
    one above that it does own, in the end to the body.
    """
    sheet = region.sheet
    if len(region.blocks) == len(sheet.blocks):
        return sheet
    owned = [False] * len(sheet.elements)
    for element in (sheet.elements[0], *region.elements):
        owned[element.place] = True
    places = list(accumulate(owned, initial=0))
    taken = [False] * len(sheet.blocks)
    for block in region.blocks:
        taken[block.place] = True
    rows = list(accumulate(taken, initial=0))
    nearest = [0] * len(sheet.elements)
    kept: list[Element] = []
    for element in sheet.elements:
        above = nearest[element.parent] if element.place else -1
        if not owned[element.place]:
            nearest[element.place] = above
            continue
        nearest[element.place] = len(kept)
        kept.append(
            replace(
                element,
                place=len(kept),
                parent=above,
                end=places[element.end],
                depth=kept[above].depth + 1 if element.place else 0,
                first_block=rows[element.first_block],
                last_block=rows[element.last_block],
            )
        )
    blocks = [
        replace(block, place=n, home=nearest[block.home]) for n, block in enumerate(region.blocks)
    ]
    return Sheet(kept, blocks, sheet.pieces)
