"""Any lines of a report's HTML can be shown by themselves, in the boxes that they stand in."""

import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.engine.pages_html.page_trees import BODIES, sheet_of

from wireroom.engine.pages.markup import article_html, is_clean_html, plain_html
from wireroom.engine.pages.markup_lines import lines_of, write_lines

TEXT = (
    "<p>The council met.</p><h2>A vote</h2><p>It <em>voted</em>:</p>"
    "<ul><li>eleven for it</li><li>nine <strong>against</strong></li></ul>"
    '<blockquote lang="fr"><p>Non.</p><p>Jamais.</p></blockquote>'
    "<table><tr><th>Boat</th><th>Fare</th></tr><tr><td>Heron</td><td>12</td></tr></table>"
)


def test_each_paragraph_is_a_line() -> None:
    assert [html.unescape(line.markup) for line in lines_of(TEXT)] == [
        "The council met.", "A vote", "It <em>voted</em>:", "eleven for it",
        "nine <strong>against</strong>", "Non.", "Jamais.", "Boat", "Fare", "Heron", "12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "end", "written"),
    [
        (0, 0, ""),
        (0, 2, "<p>The council met.</p><h2>A vote</h2>"),
        (4, 6, '<ul><li>nine <strong>against</strong></li></ul><blockquote lang="fr"><p>Non.</p>'
         "</blockquote>"),
        (8, 10, "<table><tr><th>Fare</th></tr><tr><td>Heron</td></tr></table>"),
        (0, 11, TEXT),
    ],
)  # fmt: skip
def test_lines_keep_their_boxes(first: int, end: int, written: str) -> None:
    assert write_lines(lines_of(TEXT)[first:end]) == written


@given(BODIES, st.data())
def test_lines_of_any_page_parted_and_joined_are_what_they_were(
    body: str, data: st.DataObject
) -> None:
    sheet = sheet_of(body)
    whole = article_html(sheet, range(len(sheet.blocks)))
    lines = lines_of(whole)
    assert write_lines(lines) == whole
    cut = data.draw(st.integers(0, len(lines)))
    parts = [write_lines(lines[:cut]), write_lines(lines[cut:])]
    assert [line.markup for part in parts for line in lines_of(part)] == [
        line.markup for line in lines
    ]
    for part in parts:
        assert is_clean_html(part)
        parsed = LexborHTMLParser(f"<body>{part}</body>").body
        assert parsed is not None
        assert parsed.html == f"<body>{part}</body>"  # no box is left open


@given(st.lists(st.text(alphabet="a<>&ص \"'", min_size=1).filter(str.strip), max_size=6))
def test_plain_paragraphs_are_a_line_each(paragraphs: list[str]) -> None:
    lines = lines_of(plain_html(paragraphs))
    assert [html.unescape(line.markup) for line in lines] == paragraphs


@pytest.mark.parametrize("broken", ["</p></p>a", "<p>a", "</ul><li>a</p></p>", "<p><p><p>"])
def test_tags_that_do_not_pair_are_closed(broken: str) -> None:
    written = write_lines(lines_of(broken))
    assert written.count("<") - 2 * written.count("</") == 0


def test_a_long_text_is_parted_in_linear_time() -> None:
    started = time.process_time()
    write_lines(lines_of("<blockquote>" * 8 + "<p>a</p>" * 100_000))
    assert time.process_time() - started < 5
