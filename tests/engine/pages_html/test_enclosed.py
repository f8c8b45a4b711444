"""Lists, tables and subheads between a report's blocks belong to it; linked lists do not."""

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import BODIES, sheet_of

from wireroom.engine.pages.enclosed import with_enclosed

ABOVE = "<p>The passengers of the night boat may choose between two things:</p>"
BELOW = "<p>Those who do neither will hear from the company by the end of the week.</p>"
LIST = "<ul><li>have their money back</li><li>sail a week later</li></ul>"
TABLE = "<table><tr><th>Class</th><th>Fare</th></tr><tr><td>Deck</td><td>12</td></tr></table>"


def kept(body: str) -> list[str]:
    """Return the texts of a page of which the paragraphs alone were taken, added ones first."""
    sheet = sheet_of(body)
    taken = [block.place for block in sheet.blocks if len(block.text) > 60]
    found = with_enclosed(sheet, taken)
    return [sheet.blocks[place].text for place in found if place not in taken]


def test_a_list_between_two_paragraphs_is_the_report_s() -> None:
    wanted = ["have their money back", "sail a week later"]
    assert kept(ABOVE + LIST + BELOW) == wanted
    assert kept(f"{ABOVE}<div class='wp-list'>{LIST}</div>{BELOW}") == wanted
    assert kept(f"{ABOVE}{LIST}<p>Advertisement</p>{BELOW}") == wanted


def test_lines_taken_already_are_completed() -> None:
    sheet = sheet_of(ABOVE + LIST + BELOW)
    assert with_enclosed(sheet, [0, 2, 3]) == [0, 1, 2, 3]


def test_a_table_of_data_between_two_paragraphs_is_there_whole() -> None:
    found = kept(f"{ABOVE}<figure class='wp-block-table'>{TABLE}</figure>{BELOW}")
    assert found == ["Class", "Fare", "Deck", "12"]


def test_a_list_at_the_end_or_in_another_box_stays_out() -> None:
    assert kept(ABOVE + BELOW + LIST) == []
    assert kept(f"<div>{ABOVE}{LIST}</div><div>{BELOW}</div>") == []


def test_links_to_other_reports_stay_out() -> None:
    linked = LIST.replace("<li>", "<li><a href='/x'>").replace("</li>", "</a></li>")
    assert kept(ABOVE + linked + BELOW) == []


def test_boxes_of_another_name_and_galleries_stay_out() -> None:
    assert kept(f"{ABOVE}<div class='share-bar'>{LIST}</div>{BELOW}") == []
    assert kept(f"{ABOVE}{LIST.replace('<li>', '<li><img src=x>')}{BELOW}") == []


def test_a_subhead_over_a_paragraph_is_the_report_s_but_a_label_is_not() -> None:
    assert kept(f"{ABOVE}<h3>What comes next</h3>{BELOW}") == ["What comes next"]
    assert kept(f"{ABOVE}<h3>Related</h3>{BELOW}") == []
    assert kept(f"{ABOVE}<h3><a href='/x'>Another report</a></h3>{BELOW}") == []
    assert kept(f"{ABOVE}<div><h3>In another box</h3></div>{BELOW}") == []


@given(BODIES, st.sets(st.integers(0, 40)))
def test_nothing_taken_is_lost_and_order_holds(body: str, chosen: set[int]) -> None:
    sheet = sheet_of(body)
    places = sorted(place for place in chosen if place < len(sheet.blocks))
    found = with_enclosed(sheet, places)
    assert set(places) <= set(found) <= set(range(len(sheet.blocks)))
    assert found == sorted(set(found))
    assert with_enclosed(sheet, []) == []


@given(BODIES, st.sets(st.integers(0, 40)))
def test_what_is_added_stands_between_what_was_taken(body: str, chosen: set[int]) -> None:
    sheet = sheet_of(body)
    places = sorted(place for place in chosen if place < len(sheet.blocks))
    added = set(with_enclosed(sheet, places)) - set(places)
    assert all(places[0] < place < places[-1] for place in added)
