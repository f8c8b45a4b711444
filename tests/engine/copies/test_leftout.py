"""Which paragraphs of an original its carrier left out."""

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.copies.leftout import find_left_out

FIRST = "The harbour ferry Grey Heron caught fire off Brinehaven early on Tuesday."
SECOND = "Forty passengers were brought ashore by two fishing boats from the mole."
BODY = f"{FIRST}\n\nWhat is known\n\n{SECOND}"
AT = BODY.index(SECOND)


def test_a_paragraph_that_no_passage_reaches_was_left_out() -> None:
    found = find_left_out(BODY, [(0, len(FIRST))])
    assert [BODY[start:end] for start, end in found.spans] == [SECOND]
    assert found.total == 2  # a subhead does not count


def test_a_paragraph_that_was_cut_short_was_not_left_out() -> None:
    assert find_left_out(BODY, [(0, len(FIRST)), (AT, AT + 30)]).spans == ()
    assert len(find_left_out(BODY, [(0, len(FIRST)), (AT, AT + 6)]).spans) == 1


def test_passages_in_any_order_that_overlap_count_once() -> None:
    spans = [(AT, AT + 10), (-5, 30), (20, len(FIRST) + 3), (AT, AT + 9), (AT, 9000)]
    assert find_left_out(BODY, spans).spans == ()
    assert len(find_left_out(BODY, [(AT, AT + 10), (AT, AT + 10)]).spans) == 2


@given(
    st.text(st.sampled_from("ab \n")),
    st.lists(st.tuples(st.integers(-9, 200), st.integers(-9, 200)), max_size=9),
)
def test_what_was_left_out_are_paragraphs_of_the_body(
    body: str, spans: list[tuple[int, int]]
) -> None:
    found = find_left_out(body, spans)
    assert len(found.spans) <= found.total
    for start, end in found.spans:
        assert "\n\n" not in body[start:end]
        assert body[start:end] == body[start:end].rstrip()
    assert find_left_out(body, []).total == len(find_left_out(body, []).spans)
