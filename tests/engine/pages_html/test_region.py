"""A part of a page is a page of its own: its lines, and elements that still nest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import BODIES, sheet_of

from wireroom.engine.pages.region import Region, Span, as_sheet, part, whole, without
from wireroom.engine.pages.sheet import Sheet

PAGE = "<main><h1>A</h1><section><p>B</p><p>C</p></section><div><p>D</p></div></main>"


@st.composite
def pages_and_spans(draw: st.DrawFn) -> tuple[Sheet, list[Span]]:
    """Draw a page and rows of its blocks that neither meet nor run backwards."""
    sheet = sheet_of(draw(BODIES))
    place = st.integers(0, len(sheet.blocks))
    borders = sorted(draw(st.sets(place, max_size=6)))
    return sheet, list(zip(borders[::2], borders[1::2], strict=False))


def texts(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks]


def check_nesting(sheet: Sheet) -> None:
    """Assert what code that walks a sheet relies on."""
    for place, element in enumerate(sheet.elements):
        assert element.place == place < element.end <= len(sheet.elements)
        assert 0 <= element.first_block <= element.last_block <= len(sheet.blocks)
        if place == 0:
            assert (element.parent, element.depth, element.end) == (-1, 0, len(sheet.elements))
            continue
        above = sheet.elements[element.parent]
        assert above.place < place
        assert element.end <= above.end
        assert element.depth == above.depth + 1
        assert above.first_block <= element.first_block
        assert element.last_block <= above.last_block
    for place, block in enumerate(sheet.blocks):
        home = sheet.elements[block.home]
        assert block.place == place
        assert home.first_block <= place < home.last_block


def check_end_is_subtree(sheet: Sheet) -> None:
    """Assert that `end` is behind the last element that hangs below, and no further."""
    for element in sheet.elements:
        below = {element.place}
        for other in sheet.elements[element.place + 1 :]:
            if other.parent in below:
                below.add(other.place)
        assert below == set(range(element.place, element.end))


@given(pages_and_spans())
def test_a_page_without_some_rows_holds_exactly_the_others(page: tuple[Sheet, list[Span]]) -> None:
    sheet, spans = page
    found = as_sheet(without(sheet, spans))
    gone = {place for first, last in spans for place in range(first, last)}
    assert texts(found) == [block.text for block in sheet.blocks if block.place not in gone]
    check_nesting(found)
    check_end_is_subtree(found)


@given(pages_and_spans())
def test_a_part_holds_exactly_its_row(page: tuple[Sheet, list[Span]]) -> None:
    sheet, spans = page
    for first, last in spans:
        found = as_sheet(part(sheet, (first, last)))
        assert texts(found) == texts(sheet)[first:last]
        check_nesting(found)
        check_end_is_subtree(found)


@given(pages_and_spans())
def test_a_part_owns_no_element_that_shows_lines_of_another(
    page: tuple[Sheet, list[Span]],
) -> None:
    sheet, spans = page
    for first, last in spans:
        for element in part(sheet, (first, last)).elements:
            assert first <= element.first_block
            assert element.last_block <= last


@given(BODIES)
def test_the_whole_page_is_the_same_page(body: str) -> None:
    sheet = sheet_of(body)
    every: list[Region] = [whole(sheet), without(sheet, []), part(sheet, (0, len(sheet.blocks)))]
    assert all(as_sheet(region) is sheet for region in every)


def test_what_hung_below_an_element_that_is_not_owned_hangs_below_the_next_above() -> None:
    sheet = sheet_of(PAGE)
    found = as_sheet(part(sheet, (1, 4)))
    assert texts(found) == ["B", "C", "D"]
    parents = [found.elements[one.parent].tag for one in found.elements[1:]]
    assert [one.tag for one in found.elements] == ["body", "section", "p", "p", "div", "p"]
    assert parents == ["body", "section", "section", "body", "div"]


def test_a_box_whose_lines_are_all_gone_is_gone() -> None:
    found = as_sheet(without(sheet_of(PAGE), [(1, 3)]))
    assert texts(found) == ["A", "D"]
    assert "section" not in [element.tag for element in found.elements]


@pytest.mark.parametrize("sign", ["&shy;", "&#8203;", " &shy; "])
def test_a_line_of_signs_that_are_not_seen_belongs_to_no_element(sign: str) -> None:
    sheet = sheet_of(f"<p>A</p><p>B</p><span>{sign}</span>")
    assert sheet.elements[-1].first_block == sheet.elements[-1].last_block == len(sheet.blocks)
    assert texts(as_sheet(without(sheet, [(0, 1)]))) == ["B"]
