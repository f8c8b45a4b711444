"""When a failed row is tried again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wireroom.pipeline.retry import JITTER, LONGEST_DELAY_S, MAX_ATTEMPTS, retry_at

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)


@given(key=st.text(max_size=20), attempts=st.integers(0, MAX_ATTEMPTS - 1))
def test_the_next_try_lies_ahead_within_bounds(key: str, attempts: int) -> None:
    at = retry_at(key=key, attempts=attempts, now=NOW)
    assert at is not None
    assert NOW < at <= NOW + timedelta(seconds=LONGEST_DELAY_S * (1 + JITTER))
    assert at == retry_at(key=key, attempts=attempts, now=NOW)


@given(st.integers(MAX_ATTEMPTS, 1000))
def test_it_gives_up(attempts: int) -> None:
    assert retry_at(key="a", attempts=attempts, now=NOW) is None


@given(st.floats(1, 86_400))
def test_what_the_other_side_asks_for_is_kept(seconds: float) -> None:
    at = retry_at(key="a", attempts=1, now=NOW, at_least_s=seconds)
    assert at is not None
    assert at >= NOW + timedelta(seconds=seconds)


def test_delays_grow_and_spread() -> None:
    delays = [retry_at(key="a", attempts=n, now=NOW) for n in range(1, 6)]
    assert delays == sorted(delays, key=lambda at: at or NOW)
    assert len({retry_at(key=str(n), attempts=3, now=NOW) for n in range(50)}) > 40
