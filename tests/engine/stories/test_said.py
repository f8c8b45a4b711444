"""What reports say of each other, found from either side and forgotten from both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.stories.said import Said

REPORTS = st.integers(1, 8)
STEPS = st.lists(
    st.tuples(REPORTS, st.none() | st.dictionaries(REPORTS, st.floats(-9, 9))), max_size=30
)


@given(STEPS)
def test_both_sides_know_the_same(steps: list[tuple[int, dict[int, float] | None]]) -> None:
    said = Said()
    for article, odds in steps:
        if odds is None:
            said.forget(article)
            assert said.near(article) == {}
        else:
            said.say(article, {other: value for other, value in odds.items() if other != article})
    for one in range(1, 9):
        for other, value in said.near(one).items():
            assert said.near(other)[one] == pytest.approx(value)


def test_the_mean_counts_where_both_say_something() -> None:
    said = Said()
    said.say(1, {2: 3.0})
    said.say(2, {1: 1.0, 3: -1.0})
    assert said.near(1) == {2: 2.0}
    assert said.near(3) == {2: -1.0}


def test_what_is_said_anew_stands_for_what_was_said() -> None:
    said = Said()
    said.say(1, {2: 3.0})
    said.say(1, {3: 2.0})
    assert said.near(2) == {}
    assert said.near(1) == {3: 2.0}


def test_strangers_and_the_thirteenth_are_not_kept() -> None:
    said = Said()
    said.say(1, {2: -6.5})
    said.say(20, {other: float(other) for other in range(2, 16)})
    assert said.near(1) == {}
    assert set(said.near(20)) == set(range(4, 16))
