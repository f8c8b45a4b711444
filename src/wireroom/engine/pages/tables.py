"""Tables of data in a report: taken whole or not at all, and no cell taken for furniture."""

from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.pages.sheet import Element, Sheet

# A table of data has several short cells; older pages lay out their prose in tables. Markup goes
# by the cells' average, for it only shows what was taken.
_FEWEST_CELLS: Final = 4
_LONGEST_CELL: Final = 120  # characters
# Of a table's blocks: where fewer were taken for the report, it is no part of it.
_SHARE: Final = 0.5
# Rows and columns below which a table may lay out a page's head: name above time.
_FEWEST_ROWS: Final = 2
_FEWEST_COLUMNS: Final = 2


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


def cells_of(sheet: Sheet, places: Sequence[int]) -> frozenset[str]:
    """Return what the cells say of the tables of data that a report holds.

    "Today", "Share" or "2 comments" is a line of furniture anywhere else.
    """
    taken = set(places)
    return frozenset(
        block.text
        for table in _tables_of_data(sheet)
        if taken.issuperset(range(table.first_block, table.last_block)) and _has_rows(sheet, table)
        for block in sheet.blocks[table.first_block : table.last_block]
    )


def _has_rows(sheet: Sheet, table: Element) -> bool:
    """Tell whether a table has several rows of several cells that say something."""
    cells: dict[int, int] = {}
    for element in sheet.elements[table.place + 1 : table.end]:
        if element.tag in ("td", "th") and element.first_block < element.last_block:
            cells[element.parent] = cells.get(element.parent, 0) + 1
    return sum(count >= _FEWEST_COLUMNS for count in cells.values()) >= _FEWEST_ROWS


def _tables_of_data(sheet: Sheet) -> Iterator[Element]:
    """Yield the outermost tables of data."""
    end = 0
    for element in [one for one in sheet.elements if one.tag == "table"]:
        if element.place < end:
            continue
        blocks = sheet.blocks[element.first_block : element.last_block]
        if len(blocks) >= _FEWEST_CELLS and all(len(one.text) <= _LONGEST_CELL for one in blocks):
            end = element.end
            yield element
