"""What is read of a model's words: an object of the schema, or that there is none."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from wireroom.adapters.ai.answers import NoAnswer, find_fault, read_answer, without_thoughts
from wireroom.engine.insight.written.request import SCHEMA, read_points

_PIECES = st.sampled_from(
    ["<think>", "</think>", "{", "}", '"points"', ":", "[", "]", '"text"', '"sentences"', "1", ",",
     "<|channel|>", "final", "```", "\n", "null", '"', "\\", "[THINK]"]
)  # fmt: skip


@given(st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_any_words_give_an_answer_of_the_schema_or_none(said: str) -> None:
    with contextlib.suppress(NoAnswer):
        assert find_fault(read_answer(said, SCHEMA), SCHEMA) == ""


_POINT = st.fixed_dictionaries(
    {"text": st.text(max_size=900), "sentences": st.lists(st.integers(), max_size=5)}
)


@given(st.fixed_dictionaries({"points": st.lists(_POINT, max_size=12)}))
def test_any_points_are_read_in_one_line_each(answer: dict[str, object]) -> None:
    for point in read_points(answer):
        assert "\n" not in point.text


def test_what_no_table_holds_is_left_out() -> None:
    said = '{"points": [{"text": "A\\u0000\\ud800.", "sentences": [1], "x": NaN}], "y": Infinity}'
    assert read_answer(said, SCHEMA) == {"points": [{"text": "A?.", "sentences": [1]}]}


def test_nested_objects_are_seen() -> None:
    said = 'They are {"count": 2} points: {"points": [{"text": "A.", "sentences": [1]}]}'
    assert read_answer(said, SCHEMA)["points"][0]["text"] == "A."


def test_thoughts_within_thoughts_of_another_kind_are_cut() -> None:
    assert without_thoughts("<thinking>a <b>c</b></thinking> d") == "d"
