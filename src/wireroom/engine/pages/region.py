"""The part of a page that one of its articles owns: its own elements and blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

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
