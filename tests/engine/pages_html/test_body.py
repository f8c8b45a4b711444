"""Which blocks are taken: the best cut by trying all, in order, and each text once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.pages_html.page_trees import BODIES, sheet_of

from wireroom.engine.pages.body import Body, best_cut, find_body, texts_of_blocks
from wireroom.engine.pages.line_features import Hints
from wireroom.engine.pages.sheet import Sheet

# The cut is held between these, however sure or unsure a page is.
LOWEST, HIGHEST = 0.1, 0.5
PROSE = [
    "The ferry company of Port Varda said on Monday that it would run night boats from April.",
    "Its director told the council that three boats had been refitted over the winter months.",
    "The council is to vote on the plan next week; two of its members have said they oppose it.",
    "A fourth boat, the oldest of the fleet, is to be sold to a museum on the northern shore.",
    "Crossings will cost what they cost by day, and holders of a season ticket pay nothing more.",
]
BLOCKS = st.lists(st.tuples(st.floats(0, 1, width=32), st.integers(1, 900)), min_size=1)


def expected_f1(blocks: list[tuple[float, int]], cut: float) -> float:
    """Return the F1 to expect of taking each block whose chance is at least `cut`."""
    hits = sum(chance * size for chance, size in blocks if chance >= cut)
    taken = sum(size for chance, size in blocks if chance >= cut)
    return 2 * hits / max(1.0, taken + sum(chance * size for chance, size in blocks))


@given(BLOCKS)
def test_no_other_cut_promises_more(blocks: list[tuple[float, int]]) -> None:
    chances, sizes = (np.array(column, np.float32) for column in zip(*blocks, strict=True))
    cut, promised = best_cut(chances, sizes)
    best = max(expected_f1(blocks, chance) for chance, _ in blocks)
    assert abs(promised - best) < 1e-3
    assert LOWEST <= cut <= HIGHEST
    if LOWEST < cut < HIGHEST:
        assert abs(expected_f1(blocks, cut) - best) < 1e-3


def test_a_sure_page_takes_what_is_likelier_than_not_and_no_more() -> None:
    chances = np.array([0.99, 0.98, 0.02, 0.01], np.float32)
    cut, promised = best_cut(chances, np.array([500, 400, 50, 300], np.float32))
    assert (chances >= cut).tolist() == [True, True, False, False]
    assert promised > 0.95


def test_a_page_in_doubt_gives_more_rather_than_nothing() -> None:
    chances = np.array([0.3, 0.3, 0.01], np.float32)
    cut, _ = best_cut(chances, np.array([500, 400, 300], np.float32))
    assert (chances >= cut).tolist() == [True, True, False]


@given(BODIES)
def test_the_places_found_ascend_and_are_on_the_page(body: str) -> None:
    sheet = sheet_of(body)
    found = find_body(sheet, Hints())
    assert list(found.places) == sorted(set(found.places))
    assert all(0 <= place < len(sheet.blocks) for place in found.places)
    assert 0 <= found.confidence <= 1.001


def test_an_empty_page_gives_nothing() -> None:
    assert find_body(Sheet(), Hints()) == Body((), 0.0)
    assert find_body(sheet_of("<script>x</script>"), Hints()) == Body((), 0.0)
    assert texts_of_blocks(Sheet(), []) == []


def said(*texts: str) -> list[str]:
    sheet = sheet_of("".join(f"<p>{text}</p>" for text in texts))
    return texts_of_blocks(sheet, range(len(sheet.blocks)))


def said_beside(texts: list[str], again: str) -> list[str]:
    """Return what is taken of paragraphs and of one that a box of its own says again."""
    report = "".join(f"<p>{text}</p>" for text in texts)
    sheet = sheet_of(f"<div>{report}</div><section><aside><p>{again}</p></aside></section>")
    return texts_of_blocks(sheet, range(len(sheet.blocks)))


def test_a_paragraph_that_another_box_says_again_is_kept_where_it_is_said_first() -> None:
    assert said_beside(PROSE[:2], PROSE[0]) == PROSE[:2]


def test_what_is_said_twice_in_one_box_is_meant_so() -> None:
    assert said(PROSE[0], PROSE[1], PROSE[0]) == [PROSE[0], PROSE[1], PROSE[0]]


def test_a_short_line_may_be_said_twice() -> None:
    assert said("Yes.", PROSE[0], "Yes.") == ["Yes.", PROSE[0], "Yes."]


def test_a_block_that_says_the_others_in_one_piece_is_left_out() -> None:
    assert said(*PROSE, " ".join(PROSE)) == PROSE
    assert said(" ".join(PROSE), *PROSE) == PROSE


def test_a_long_paragraph_that_repeats_one_sentence_is_kept() -> None:
    long = " ".join(PROSE)
    assert said(PROSE[0], long) == [PROSE[0], long]


def test_texts_past_those_compared_with_each_other_are_still_said_once() -> None:
    many = [f"{place} {PROSE[place % 5]}" for place in range(501)]
    assert said_beside(many, many[0]) == many
