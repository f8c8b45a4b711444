"""Portions: as many rows a transaction as keep others waiting shortly, on any machine."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.pipeline.portions import LEAST, LONG_S, Portions


@settings(max_examples=50)
@given(
    row_s=st.floats(0.0001, 2.0),
    fixed_s=st.floats(0.0, 0.05),
    busier=st.floats(1.0, 40.0),
    most=st.integers(1, 128),
)
def test_a_portion_takes_not_much_longer_than_it_may_or_is_as_small_as_worth_it(
    row_s: float, fixed_s: float, busier: float, most: int
) -> None:
    portions = Portions()
    assert portions.fitting("assign", most=most) == most
    rows = most
    for turn in range(30):
        pace = busier if turn >= 10 else 1.0
        seconds = pace * (fixed_s + rows * row_s)
        portions.took("assign", rows=rows, seconds=seconds)
        rows = portions.fitting("assign", most=most)
        assert 1 <= rows <= most
    assert rows <= LEAST or rows * row_s * busier <= 1.2 * LONG_S
    assert portions.fitting("poll", most=most) == most  # each stage by itself


def test_a_machine_that_is_quiet_again_files_in_full_portions() -> None:
    portions = Portions()
    portions.took("assign", rows=64, seconds=12.0)
    assert portions.fitting("assign", most=64) == LEAST
    for _ in range(12):
        portions.took("assign", rows=4, seconds=0.008)
    assert portions.fitting("assign", most=64) == 64
