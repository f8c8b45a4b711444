"""What a feed's rhythm remembers, and what a feed asks for itself."""

from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.feeds.pace import Pace, after_skips, read_pace
from wireroom.engine.feeds.rhythm import (
    Rhythm,
    observe,
    observe_push,
    rate_at,
    unpack_rhythm,
    wait_by,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOURS = st.lists(st.integers(0, 23), max_size=24).map(tuple)
DAYS = st.lists(st.integers(0, 6), max_size=7).map(tuple)


def watched(per_hour: int, days: int) -> Rhythm:
    rhythm = Rhythm()
    for hour in range(days * 24):
        at = NOW - timedelta(hours=days * 24 - hour)
        rhythm = observe(rhythm, [None] * per_hour, since=at, now=at + timedelta(hours=1))
    return rhythm


def test_an_even_rate_is_found_again_and_the_wait_falls_with_its_root() -> None:
    slow, fast = watched(1, 28), watched(4, 28)
    assert rate_at(slow, NOW) == pytest.approx(1, rel=0.05)
    assert rate_at(fast, NOW) == pytest.approx(4, rel=0.05)
    slow_s, fast_s = (wait_by(one, NOW, most_s=86_400) for one in (slow, fast))
    assert slow_s == pytest.approx(2 * fast_s, rel=0.1)


def test_a_feeds_own_dates_teach_its_rhythm_at_first_sight() -> None:
    stated = [NOW - timedelta(hours=3 * n) for n in range(20)]
    first = observe(Rhythm(), stated, since=None, now=NOW)
    assert first.is_known
    rates = [rate_at(first, NOW + timedelta(hours=n)) for n in range(24)]
    assert sum(rates) / 24 == pytest.approx(1 / 3, rel=0.1)
    future = [NOW + timedelta(days=900), None]
    assert observe(Rhythm(), future, since=None, now=NOW) == Rhythm()


def test_entries_that_a_hub_told_of_count_as_those_that_a_look_finds() -> None:
    since, known = NOW - timedelta(hours=6), watched(1, 7)
    stated = [NOW - timedelta(hours=2), NOW - timedelta(minutes=5)]
    looked = observe(known, stated, since=since, now=NOW)
    told = known
    for time in stated:
        told = observe_push(told, [time], since=since, now=time)
    told = observe(told, [], since=since, now=NOW)
    assert told.watched_s == looked.watched_s
    assert told.hours == pytest.approx(looked.hours, abs=0.02)
    assert told.days == pytest.approx(looked.days, abs=0.04)
    late = observe_push(known, [None, NOW + timedelta(days=900)], since=since, now=NOW)
    assert late.hours[NOW.hour] == known.hours[NOW.hour] + 2
    assert observe_push(known, stated, since=None, now=NOW) == known


def test_old_habits_fade() -> None:
    rhythm = watched(6, 28)
    for day in range(56):
        at = NOW + timedelta(days=day)
        rhythm = observe(rhythm, [], since=at, now=at + timedelta(days=1))
    assert rate_at(rhythm, NOW) < 0.5


@given(
    st.lists(st.none() | st.timedeltas(timedelta(days=-900), timedelta(days=900)), max_size=9),
    st.none() | st.timedeltas(timedelta(0), timedelta(days=4000)),
    st.integers(1, 10**6),
)
def test_always_finite_and_as_large_as_before(
    stated: list[timedelta | None], since: timedelta | None, most_s: int
) -> None:
    times = [None if one is None else NOW + one for one in stated]
    rhythm = observe(watched(1, 2), times, since=None if since is None else NOW - since, now=NOW)
    again = unpack_rhythm(rhythm.pack())
    assert len(rhythm.pack()) == 128
    assert again.watched_s == pytest.approx(rhythm.watched_s)
    assert 0 <= rate_at(again, NOW) < 10**6
    assert 0 < wait_by(again, NOW, most_s=most_s) <= most_s


@given(st.binary(max_size=140) | st.binary(min_size=128, max_size=128))
def test_any_bytes_are_some_rhythm(packed: bytes) -> None:
    assert 0 < wait_by(unpack_rhythm(packed), NOW, most_s=3_600) <= 3_600


def test_what_a_channel_asks_for() -> None:
    raw = b"""<rss><channel><ttl>60</ttl><skipHours><hour>0</hour><hour> 23 </hour><hour>24</hour>
    <hour>77</hour></skipHours><SkipDays><day>Sunday</day><day>someday</day></SkipDays>"""
    assert read_pace(raw, ttl_s=3_600) == Pace(ttl_s=3_600, skip_hours=(0, 23), skip_days=(6,))
    assert read_pace(b"<rss/>", ttl_s=None) == Pace()
    stated = b'<skipDays xmlns="x"><day lang="en">Friday</day></skipDays>'
    assert read_pace(stated, ttl_s=None) == Pace(skip_days=(4,))


def test_the_time_for_skips_grows_with_the_bytes() -> None:
    def seconds(tags: int) -> float:
        started = process_time()
        read_pace(b"<skipDays " * tags, ttl_s=None)
        return process_time() - started

    # Eight times the bytes: 8 where time is linear, 64 where it is quadratic; less is noise.
    assert min(seconds(6_400) for _ in "abc") < 24 * max(min(map(seconds, [800] * 3)), 0.0005)


@given(HOURS, DAYS, st.integers(0, 10**6))
def test_skips_end(hours: tuple[int, ...], days: tuple[int, ...], later_s: int) -> None:
    at = NOW + timedelta(seconds=later_s)
    free = after_skips(at, Pace(skip_hours=hours, skip_days=days))
    assert at <= free <= at + timedelta(days=4)
    assert free == at or (free.hour not in hours and free.weekday() not in days)
