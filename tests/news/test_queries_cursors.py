"""Positions in lists: they survive the way through an address, and refuse nonsense."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.news.queries.cursors import (
    RankCursor,
    TimeCursor,
    read_rank_cursor,
    read_time_cursor,
)


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 10**17))
def test_rank_survives_the_address(rank: float, number: int) -> None:
    assert read_rank_cursor(str(RankCursor(rank, number))) == RankCursor(rank, number)


@given(st.datetimes(timezones=st.just(UTC)), st.integers(0, 10**17))
def test_time_survives_the_address(at: datetime, number: int) -> None:
    assert read_time_cursor(str(TimeCursor(at, number))) == TimeCursor(at, number)


@pytest.mark.parametrize("text", ["", "x", "nan_1", "1", "_", "1_-1", "1e999_1", "9" * 400, "1_ ٣"])
def test_nonsense_is_the_head_of_the_list(text: str) -> None:
    assert read_rank_cursor(text) is None
    assert read_time_cursor(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    read_rank_cursor(text)
    read_time_cursor(text)


def test_a_time_beyond_the_calendar_is_none() -> None:
    assert read_time_cursor(f"{10**25}_1") is None
