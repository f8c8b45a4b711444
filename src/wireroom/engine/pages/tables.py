"""Tables of data in a report: taken whole or not at all."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.pages.sheet import Element, Sheet

# A table of data has several short cells; older pages lay out their prose in tables. Markup goes
# by the cells' average, for it only shows what was taken.
_FEWEST_CELLS: Final = 4
_LONGEST_CELL: Final = 120  # characters
# Of a table's blocks: where fewer were taken for the report, it is no part of it.
_SHARE: Final = 0.5


def with_whole_tables(sheet: Sheet, places: Sequence[int]) -> list[int]:
    """Return the places of a body with all cells of a table of data, or with none of them.

    A classifier that judges each cell by itself leaves holes, and a table with holes says
    something else than the outlet's.
    """
    taken = set(places)
    for table in _tables_of_data(sheet):
        cells = range(table.first_block, table.last_block)
        own = taken.intersection(cells)
        if len(own) >= _SHARE * len(cells):
            taken.update(cells)
        else:
            taken -= own
    return sorted(taken)


def _tables_of_data(sheet: Sheet) -> Iterator[Element]:
    """Yield the outermost tables of data."""
    end = 0
    for element in sheet.elements:
        if element.tag != "table" or element.place < end:
            continue
        blocks = sheet.blocks[element.first_block : element.last_block]
        if len(blocks) >= _FEWEST_CELLS and all(len(one.text) <= _LONGEST_CELL for one in blocks):
            end = element.end
            yield element
