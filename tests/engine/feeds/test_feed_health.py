"""Silence by a feed's own rhythm, and the kind of trouble that a reason tells of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wireroom.engine.feeds.rhythm import Rhythm
from wireroom.engine.feeds.schedule import PollLimits, PollOutcome, PollState, decide_poll
from wireroom.engine.feeds.silence import MISSED, is_silent, missed_since
from wireroom.engine.feeds.trouble import Trouble, trouble_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
WEEKS_S = 21 * 86_400.0
BY_DAY = Rhythm(
    watched_s=WEEKS_S,
    hours=tuple(40.0 if 7 <= hour < 19 else 0.0 for hour in range(24)),
    days=(480.0 / 7,) * 7,
)


def test_a_night_is_no_silence_and_a_morning_without_news_is() -> None:
    evening, morning = NOON.replace(hour=19), NOON.replace(hour=6) + timedelta(days=1)
    assert not is_silent(BY_DAY, evening, morning)
    assert is_silent(BY_DAY, evening, morning + timedelta(hours=9))
    assert not is_silent(Rhythm(watched_s=3_600.0, hours=(9.0,) * 24), NOON, NOON.replace(day=9))


@settings(max_examples=40)
@example(hours=[0.0] * 12 + [166.0] + [0.0] * 11, watched_s=600_000.0, gaps=(44, 3_601))
@given(
    hours=st.lists(st.floats(0, 500), min_size=24, max_size=24),
    watched_s=st.floats(0, 9e6),
    gaps=st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)),
)
def test_longer_silence_never_misses_less(
    hours: list[float], watched_s: float, gaps: tuple[int, int]
) -> None:
    rhythm = Rhythm(watched_s=watched_s, hours=tuple(hours))
    short, long = (timedelta(seconds=one) for one in sorted(gaps))
    most = timedelta(days=6)
    nearer = missed_since(rhythm, NOON - min(short, most), NOON)
    farther = missed_since(rhythm, NOON - min(long, most), NOON)
    assert 0 <= nearer <= farther + 1e-6 or farther >= MISSED


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (PollOutcome(status=404), Trouble.MISSING),
        (PollOutcome(status=403), Trouble.FORBIDDEN),
        (PollOutcome(status=429), Trouble.BUSY),
        (PollOutcome(status=500), Trouble.BROKEN),
        (PollOutcome(error="refused: 10.0.0.7 is a private address"), Trouble.REFUSED),
        (PollOutcome(error="cannot find x.example: its name leads to no address"), Trouble.NAME),
        (PollOutcome(error="the certificate of x.example is not valid"), Trouble.CERTIFICATE),
        (PollOutcome(error="x.example did not answer in full within 30 s"), Trouble.SLOW),
        (PollOutcome(error="this begins like a feed, but is too broken"), Trouble.NOT_A_FEED),
        (PollOutcome(error="x.example closed the connection"), Trouble.UNREACHABLE),
    ],
)
def test_a_poll_that_failed_leaves_a_reason_of_its_kind(outcome: PollOutcome, kind: str) -> None:
    state = PollState(url="https://x.example/feed")
    decision = decide_poll(state, outcome, NOON, limits=PollLimits())
    assert trouble_of(decision.reason) == kind
