"""Counts that are too uneven for chance, and those that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.perspectives.chance import Table, chance_of, find_uneven, least_chance


@st.composite
def tables(draw: st.DrawFn) -> Table:
    of, others = draw(st.integers(1, 30)), draw(st.integers(1, 30))
    return Table(draw(st.integers(0, of)), of, draw(st.integers(0, others)), others)


@pytest.mark.parametrize(
    ("table", "chance"),
    [
        (Table(3, 3, 0, 3), 0.05),  # one table of twenty, both ways, itself counted half
        (Table(5, 5, 0, 5), 1 / 252),
        (Table(2, 4, 2, 4), 1.0),
        (Table(0, 4, 0, 4), 1.0),
    ],
)
def test_known_values(table: Table, chance: float) -> None:
    assert chance_of(table) == pytest.approx(chance)


@given(tables())
def test_a_chance_is_one_and_the_same_from_both_sides(table: Table) -> None:
    mirrored = Table(table.others_having, table.others, table.having, table.of)
    assert 0 < least_chance(table) <= chance_of(table) <= 1
    assert chance_of(mirrored) == pytest.approx(chance_of(table))


@given(st.lists(tables(), max_size=40), st.sampled_from((0.01, 0.05, 0.2)))
def test_what_is_uneven_is_less_likely_than_the_level(given_: list[Table], level: float) -> None:
    found = find_uneven(given_, level=level)
    assert all(chance_of(given_[number]) <= level for number in found)


def test_one_clear_table_stands_out_of_many_that_cannot_be_uneven() -> None:
    clear, rare = Table(9, 9, 0, 9), Table(1, 9, 0, 9)
    assert find_uneven([rare] * 500 + [clear], level=0.05) == {500}
    assert find_uneven([Table(4, 9, 4, 9)] * 50, level=0.05) == set()
    assert find_uneven([], level=0.05) == set()
