"""What stands above a report's headline or in a list of others is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import sheet_of

from wireroom.engine.pages.strays import without_strays

OWN = "The night boat to Port Alderne will run again from Monday, its owners said. " * 5
OTHER = "Councillors in Northgate voted to close the old bridge for the whole of the winter."


def kept(body: str, headline: int) -> list[str]:
    """Return the texts left of a page whose every block was taken for its body."""
    sheet = sheet_of(body)
    places = [block.place for block in sheet.blocks if block.place != headline]
    return [sheet.blocks[place].text for place in without_strays(sheet, places, headline)]


def test_teasers_above_the_headline_are_no_part_of_the_report() -> None:
    body = f"<div><p>{OTHER}</p></div><h1>Night boat to run again</h1><p>{OWN}</p>"
    assert kept(body, 1) == [OWN.strip()]


def test_a_report_above_its_headline_stays_where_little_follows() -> None:
    body = f"<p>{OWN}</p><h1>Night boat to run again</h1><p>Timetables follow.</p>"
    assert kept(body, 1) == [OWN.strip(), "Timetables follow."]


@pytest.mark.parametrize(
    "label",
    ["You may also like", "Related articles", "Você pode gostar...", "Más noticias",
     "Articles similaires", "Das könnte Sie auch interessieren", "مواضيع ذات صلة", "قد يعجبك أيضا",
     "Most read", "More from Northgate"],
)  # fmt: skip
def test_a_box_that_opens_with_a_label_of_other_reports_goes(label: str) -> None:
    box = f"<section><h3>{label}</h3><p>{OTHER}</p><p>{OTHER}</p></section>"
    after = "<p>Fares stay as they are.</p>"
    assert kept(f"<h1>Boat</h1><p>{OWN}</p>{box}{after}", 0) == [
        OWN.strip(), "Fares stay as they are."
    ]  # fmt: skip


def test_an_aside_so_labelled_takes_no_neighbour_with_it() -> None:
    side = f"<aside><p>Most read</p><p>{OTHER}</p></aside>"
    body = f"<h1>Boat</h1><p>{OWN}</p><div>{side}<p>{OWN}</p></div>"
    assert kept(body, 0) == [OWN.strip(), OWN.strip()]


@pytest.mark.parametrize("line", ["Read more", "Related to the strike are two more cases", "More"])
def test_lines_that_only_sound_like_a_label_end_nothing(line: str) -> None:
    body = f"<h1>Boat</h1><p>{OWN}</p><div><p>{line}</p><p>{OTHER}</p></div>"
    assert kept(body, 0)[-1] == OTHER


def test_a_list_under_a_label_stays_where_no_report_comes_before_it() -> None:
    body = f"<h1>Our stories</h1><section><h3>Related articles</h3><p>{OTHER}</p></section>"
    assert kept(body, 0) == ["Related articles", OTHER]


@given(st.lists(st.sampled_from([f"<p>{OWN}</p>", "<p>Most read</p>", "<h2>Boat</h2>"])))
def test_nothing_is_added_and_order_is_kept(parts: list[str]) -> None:
    sheet = sheet_of("<div>".join(parts))
    places = list(range(len(sheet.blocks)))
    for headline in (-1, *places):
        found = without_strays(sheet, places, headline)
        assert found == sorted(set(found) & set(places))
