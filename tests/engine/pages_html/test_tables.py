"""A report's table of data is there with all its cells, or not at all."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import BODIES, sheet_of

from wireroom.engine.pages.tables import with_whole_tables

PRICES = (
    "<table><tr><th>Class</th><th>Fare</th></tr><tr><td>Deck</td><td>12</td></tr>"
    "<tr><td>Cabin</td><td>40</td></tr></table>"
)


def kept(body: str, is_taken: Callable[[str], bool]) -> list[str]:
    sheet = sheet_of(body)
    taken = [block.place for block in sheet.blocks if is_taken(block.text)]
    return [sheet.blocks[place].text for place in with_whole_tables(sheet, taken)]


def test_holes_in_a_table_are_filled() -> None:
    found = kept(f"<p>The fares.</p>{PRICES}", lambda text: text not in ("12", "40"))
    assert found == ["The fares.", "Class", "Fare", "Deck", "12", "Cabin", "40"]


def test_a_table_of_which_little_was_taken_goes() -> None:
    assert kept(f"<p>The fares.</p>{PRICES}", lambda text: text in ("The fares.", "12")) == [
        "The fares."
    ]


def test_prose_laid_out_in_a_table_is_no_data() -> None:
    prose = "The night boat to Port Alderne will run again from Monday, its owners said. " * 2
    page = f"<table><tr><td>Menu</td><td>{prose}</td></tr>{PRICES[7:]}"
    assert kept(page, lambda text: text == prose.strip()) == [prose.strip()]


def test_a_table_in_a_table_goes_with_it() -> None:
    page = PRICES.replace("<td>40</td>", f"<td>{PRICES}</td>")
    assert kept(page, lambda text: text != "12").count("12") == 2


@given(BODIES, st.sets(st.integers(0, 40)))
def test_pages_without_tables_keep_what_was_taken(body: str, chosen: set[int]) -> None:
    sheet = sheet_of(body)
    places = sorted(place for place in chosen if place < len(sheet.blocks))
    assert with_whole_tables(sheet, places) == places
