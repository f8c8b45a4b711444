"""The flat page shows what a reader sees, in reading order, and its ranges nest."""

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser
from tests.engine.pages_html.page_trees import BODIES, sheet_of, shown_letters

from wireroom.engine.pages.sheet import lay_out

DEEP = 5_000  # Python's recursion ends at 1,000


def letters(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("\u200b", "").split())


def lines(body: str) -> list[str]:
    return [block.text for block in sheet_of(body).blocks]


@given(BODIES)
def test_blocks_say_all_that_is_seen_and_in_its_order(body: str) -> None:
    tree = LexborHTMLParser(f"<html><body>{body}</body></html>")
    assert tree.body is not None
    seen = letters("".join(shown_letters(tree.body)))
    assert letters("".join(block.text for block in lay_out(tree).blocks)) == seen


@given(BODIES)
def test_blocks_stand_one_behind_the_other_without_space_at_their_edges(body: str) -> None:
    sheet = sheet_of(body)
    assert [block.place for block in sheet.blocks] == list(range(len(sheet.blocks)))
    ends = 0
    for block in sheet.blocks:
        assert ends <= block.first_piece < block.last_piece
        assert block.text
        assert block.text == " ".join(block.text.split())
        ends = block.last_piece


@given(BODIES)
def test_an_element_ends_behind_its_start_and_lies_inside_its_parent(body: str) -> None:
    sheet = sheet_of(body)
    for place, element in enumerate(sheet.elements):
        assert element.place == place < element.end <= len(sheet.elements)
        if place == 0:
            assert (element.tag, element.parent, element.depth) == ("body", -1, 0)
            continue
        above = sheet.elements[element.parent]
        assert above.place < place
        assert element.end <= above.end
        assert element.depth == above.depth + 1
        assert above.first_block <= element.first_block
        assert element.last_block <= above.last_block
        assert above.first_piece <= element.first_piece <= element.last_piece <= above.last_piece


@given(BODIES)
def test_a_block_stands_in_its_home_and_counts_no_more_than_its_signs(body: str) -> None:
    sheet = sheet_of(body)
    for block in sheet.blocks:
        home = sheet.elements[block.home]
        assert home.first_block <= block.place < home.last_block
        assert 0 <= block.linked <= len(block.text)
        assert 0 <= block.bold <= len(block.text)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("One<br>and the same", ["One and the same"]),
        ("One<br><br>and another", ["One", "and another"]),
        ("One<br> \n <br>and another", ["One", "and another"]),
        ("One<br>word<br>a line", ["One word a line"]),
        ("<p>One</p>loose<p>three</p>", ["One", "loose", "three"]),
        ("one <b>bold <i>and</i></b> <span>more</span>", ["one bold and more"]),
        ("so\u00adft and zero\u200bwidth", ["soft and zerowidth"]),
        ("<nav>Menu</nav><p>Text</p><footer>Imprint</footer>", ["Text"]),
        ("<article><p>Text</p><footer>By Jo Fall</footer></article>", ["Text", "By Jo Fall"]),
        ("<main><div><footer>By Jo Fall</footer></div></main>", ["By Jo Fall"]),
        ("<div>a<script>b</script><style>c</style><template>d</template>e</div>", ["ae"]),
        ("<noscript>a</noscript><button>b</button><!-- c -->", []),
        ("", []),
    ],
)
def test_lines_begin_and_end_where_a_reader_sees_them_do(body: str, shown: list[str]) -> None:
    assert lines(body) == shown


def test_signs_in_links_and_in_bold_type_are_counted_apart() -> None:
    (block,) = sheet_of("<p>By <a href='/jo'>Jo <b>Fall</b></a>, Varda</p>").blocks
    assert (block.linked, block.bold) == (len("Jo Fall"), len("Fall"))


def test_a_page_without_a_body_is_empty() -> None:
    sheet = lay_out(LexborHTMLParser("<html><frameset><frame src=a></frameset></html>"))
    assert (sheet.elements, sheet.blocks) == ([], [])


def test_a_page_nested_deeper_than_calls_may_be_is_laid_flat() -> None:
    sheet = sheet_of("<span>" * DEEP + "down here" + "</span>" * DEEP)
    assert [block.text for block in sheet.blocks] == ["down here"]
    assert sheet.elements[-1].depth == DEEP
