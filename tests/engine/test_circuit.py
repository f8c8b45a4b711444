"""When a server that fails is left alone: after a few failures, longer each time, within bounds."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.circuit import FAILURES_TO_OPEN, open_until
from wireroom.engine.writing import Price, Spent

NOW = datetime(2031, 5, 5, tzinfo=UTC)
LONGEST = timedelta(minutes=15)


def test_a_few_failures_leave_it_closed() -> None:
    assert open_until(FAILURES_TO_OPEN - 1, now=NOW) is None
    assert open_until(FAILURES_TO_OPEN, now=NOW) is not None


@given(st.integers(FAILURES_TO_OPEN, 10_000))
def test_rests_grow_within_bounds(failed: int) -> None:
    first, second = open_until(failed, now=NOW), open_until(failed + 1, now=NOW)
    assert first is not None
    assert second is not None
    assert NOW < first <= second <= NOW + LONGEST


@given(st.integers(0, 10), st.floats(1, 1e9))
def test_a_server_that_asks_for_rest_gets_it_within_bounds(failed: int, asked_s: float) -> None:
    until = open_until(failed, now=NOW, asked_s=asked_s)
    assert until is not None
    assert NOW + min(timedelta(seconds=asked_s), LONGEST) <= until <= NOW + LONGEST


def test_money_is_rounded_up() -> None:
    assert Price(0.15, 0.6).micros(Spent(tokens_in=1, tokens_out=1)) == 1
    assert Price(2, 8).micros(Spent(tokens_in=1_000_000, tokens_out=500_000)) == 6_000_000
    assert Price().micros(Spent(tokens_in=10**9)) == 0
