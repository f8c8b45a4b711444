"""When a feed is due again, and why."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.feeds.pace import Pace
from wireroom.engine.feeds.rhythm import Rhythm, observe
from wireroom.engine.feeds.schedule import (
    MAX_INTERVAL_S,
    MIN_INTERVAL_S,
    PollDecision,
    PollLimits,
    PollOutcome,
    PollState,
    decide_poll,
    retry_after_s,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
URL = "https://gazette.example/rss"
NEW_URL = "https://gazette.example/feed"
STATE = PollState(url=URL, etag='"old"', last_modified="Sun, 01 Mar 2026 10:00:00 GMT")


def decide(state: PollState = STATE, **outcome: object) -> PollDecision:
    return decide_poll(state, PollOutcome(**outcome), NOW)  # type: ignore[arg-type]


def wait_s(decision: PollDecision) -> float:
    return (decision.due_at - NOW).total_seconds()


def test_news_shortens_and_silence_lengthens() -> None:
    busy = decide(status=200, new_entries=3)
    quiet = decide(status=200)
    assert busy.interval_s == 1800
    assert quiet.interval_s == 5400
    assert 1800 <= wait_s(busy) <= 1980
    assert busy.reason == "3 new entries; next look in 30 min"
    assert decide(status=304).reason.startswith("nothing changed (304)")


def test_validators_come_in_pairs() -> None:
    fresh = decide(status=200, headers={"etag": '"new"'})
    assert (fresh.etag, fresh.last_modified) == ('"new"', None)
    same = decide(status=304, headers={})
    assert (same.etag, same.last_modified) == (STATE.etag, STATE.last_modified)
    failed = decide(status=500, headers={"etag": '"error page"'})
    assert (failed.etag, failed.last_modified) == (STATE.etag, STATE.last_modified)


@pytest.mark.parametrize(
    ("headers", "ttl_s", "at_least"),
    [
        ({"cache-control": "public, max-age=20000"}, None, 20_000),
        ({"cache-control": "max-age=20000", "age": "5000"}, None, 15_000),
        ({"cache-control": "no-cache, max-age=20000"}, None, 5_400),
        ({"cache-control": "s-maxage=20000"}, None, 5_400),
        ({"expires": "Mon, 02 Mar 2026 15:00:00 GMT"}, None, 18_000),
        ({"expires": "0"}, None, 5_400),
        ({}, 21_600, 21_600),
        ({"cache-control": "max-age=999999999"}, None, MAX_INTERVAL_S),
        ({"cache-control": "max-age=1"}, None, 5_400),
    ],
)
def test_what_server_and_feed_ask_for(
    headers: dict[str, str], ttl_s: int | None, at_least: int
) -> None:
    decision = decide(status=200, headers=headers, pace=Pace(ttl_s=ttl_s or 0))
    assert at_least <= wait_s(decision) <= at_least * 1.11
    assert decision.interval_s == 5_400


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("stated", ["7200", "Mon, 02 Mar 2026 12:00:00 GMT"])
def test_retry_after_is_kept(status: int, stated: str) -> None:
    decision = decide(status=status, headers={"retry-after": stated})
    assert 7200 <= wait_s(decision) <= 7200 * 1.11
    assert decision.reason == f"the server is busy ({status}) and asks to wait 2 h"
    assert decision.interval_s == STATE.interval_s


def test_failures_back_off() -> None:
    waits = [
        wait_s(decide(PollState(url=URL, error_count=count), error="no answer"))
        for count in range(30)
    ]
    assert 300 <= waits[0] <= 330
    assert 600 <= waits[1] <= 660
    assert waits[-1] == MAX_INTERVAL_S
    decision = decide(status=404)
    assert decision.error_count == 1
    assert decision.reason == "the server answered 404 (first failure); next try in 5 min"
    assert decide(PollState(url=URL, error_count=4), status=200).error_count == 0


def test_gone_is_retired() -> None:
    decision = decide(status=410)
    assert decision.retired
    assert "gone for good" in decision.reason


def test_a_move_is_believed_the_third_time() -> None:
    state = STATE
    for seen in (1, 2):
        decision = decide(state, status=200, moved_to=NEW_URL)
        assert (decision.url, decision.moved_to, decision.moved_seen) == (URL, NEW_URL, seen)
        state = PollState(url=URL, moved_to=decision.moved_to, moved_seen=decision.moved_seen)
    decision = decide(state, status=200, moved_to=NEW_URL)
    assert (decision.url, decision.moved_to, decision.moved_seen) == (NEW_URL, None, 0)
    assert decision.reason.startswith(f"moved to {NEW_URL}")


@pytest.mark.parametrize("status", [404, 410])
def test_redirects_that_end_early_are_believed_when_nothing_is_left_behind_them(
    status: int,
) -> None:
    state = PollState(url=URL, etag='"1"', moved_to=NEW_URL, moved_seen=1)
    decision = decide(state, status=status)
    assert (decision.url, decision.moved_to, decision.moved_seen) == (NEW_URL, None, 0)
    assert (decision.etag, decision.retired, decision.error_count) == (None, False, 1)
    assert f"led to {NEW_URL}" in decision.reason
    assert decision.due_at < NOW + timedelta(minutes=10)
    # What is missing is where they lead: there is nothing to follow.
    assert decide(state, status=404, moved_to=NEW_URL).url == URL
    assert decide(state, status=500).url == URL


def test_a_move_elsewhere_or_none_starts_over() -> None:
    state = PollState(url=URL, moved_to=NEW_URL, moved_seen=2)
    assert decide(state, status=200, moved_to=URL + "2").moved_seen == 1
    assert decide(state, status=200).moved_to is None
    kept = decide(state, status=500, moved_to=NEW_URL)
    assert (kept.moved_to, kept.moved_seen) == (NEW_URL, 2)


def test_a_feed_that_is_no_feed_is_a_failure() -> None:
    decision = decide(status=200, error="this is a web page")
    assert decision.reason.startswith("this is a web page (first failure)")
    assert decision.etag == STATE.etag


@pytest.mark.parametrize("stated", [None, "", "soon", "-5", "1e9", "٣"])
def test_retry_after_that_says_nothing(stated: str | None) -> None:
    assert retry_after_s(stated, now=NOW) is None


def test_a_wish_of_the_feed_outlives_a_304() -> None:
    daily = Pace(ttl_s=43_200)
    read = decide(status=200, pace=daily)
    assert read.pace == daily
    later = decide(replace(STATE, pace=read.pace), status=304)
    assert wait_s(later) >= 43_200
    assert "the feed asks for this pace" in later.reason


def test_hours_and_days_that_a_feed_leaves_out() -> None:
    nights = Pace(skip_hours=(11, 12, 13))  # NOW is ten o'clock on a Monday
    decision = decide(status=200, pace=nights)
    assert decision.due_at == NOW.replace(hour=14)
    assert "asks to be left alone" in decision.reason
    assert decide(status=200, pace=Pace(skip_days=(0, 1))).due_at == NOW.replace(day=4, hour=0)
    never = Pace(skip_days=tuple(range(7)))
    assert wait_s(decide(status=200, pace=never)) <= 5_400 * 1.11


def test_a_hub_that_pushes_makes_polls_rare() -> None:
    pushed = replace(STATE, push_until=NOW + timedelta(days=1))
    decision = decide(pushed, status=304)
    assert 21_600 <= wait_s(decision) <= 21_600 * 1.11
    assert "hub" in decision.reason
    assert wait_s(decide(replace(STATE, push_until=NOW), status=304)) < 21_600


def test_what_was_not_asked_is_no_failure() -> None:
    held = decide(replace(STATE, error_count=2), error="the host rests", held_s=900)
    assert held.error_count == 2
    assert 900 <= wait_s(held) <= 990
    assert held.reason == "the host rests; next try in 15 min"
    assert held.etag == STATE.etag


def test_a_known_rhythm_sets_the_pace() -> None:
    """Busy hours are looked into often, and where nothing comes at night nobody looks."""
    rhythm, at = Rhythm(), NOW
    for _ in range(14 * 24):
        came = 12 if 8 <= at.hour < 18 else 0
        rhythm = observe(rhythm, [None] * came, since=at, now=at + timedelta(hours=1))
        at += timedelta(hours=1)
    by_day = decide(replace(STATE, rhythm=rhythm), status=200)
    assert wait_s(by_day) < 1_200
    assert "an hour come at this time" in by_day.reason
    night = NOW.replace(hour=22)
    quiet = decide_poll(replace(STATE, rhythm=rhythm), PollOutcome(status=304), night)
    assert (quiet.due_at - night).total_seconds() > 4 * wait_s(by_day)


PACES = st.builds(
    Pace,
    ttl_s=st.integers(0, 10**9),
    skip_hours=st.lists(st.integers(0, 23), max_size=24).map(tuple),
    skip_days=st.lists(st.integers(0, 6), max_size=7).map(tuple),
)
COUNTS = st.floats(0, 1e6)
STATES = st.builds(
    PollState,
    rhythm=st.builds(
        Rhythm,
        watched_s=st.floats(0, 1e8),
        hours=st.lists(COUNTS, min_size=24, max_size=24).map(tuple),
        days=st.lists(COUNTS, min_size=7, max_size=7).map(tuple),
    ),
    ok_at=st.none() | st.just(NOW) | st.timedeltas().map(lambda one: NOW - one / 10**6),
    pace=PACES,
    url=st.text(max_size=20),
    interval_s=st.integers(-10, 10**9),
    error_count=st.integers(0, 10**6),
    moved_to=st.none() | st.text(max_size=5),
    moved_seen=st.integers(0, 5),
)
HEADER = st.text(max_size=20) | st.integers(-5, 10**12).map(str)
OUTCOMES = st.builds(
    PollOutcome,
    status=st.none() | st.sampled_from([200, 301, 304, 404, 410, 429, 500, 503]),
    headers=st.fixed_dictionaries(
        {},
        optional={
            "retry-after": HEADER,
            "expires": HEADER,
            "age": HEADER,
            "cache-control": HEADER.map("max-age={}".format),
        },
    ),
    new_entries=st.integers(0, 2_000),  # a feed's reader keeps no more
    pace=st.none() | PACES,
    held_s=st.none() | st.floats(-5, 1e9),
    error=st.none() | st.text(max_size=5),
)


@given(STATES, OUTCOMES)
def test_never_in_the_past_and_never_beyond_the_bounds(
    state: PollState, outcome: PollOutcome
) -> None:
    decision = decide_poll(state, outcome, NOW)
    assert decision == decide_poll(state, outcome, NOW)
    assert decision.due_at > NOW
    asked = outcome.status in (429, 503) and retry_after_s(
        outcome.headers.get("retry-after"), now=NOW
    )
    longest: float = 7 * 86_400 if asked else MAX_INTERVAL_S
    pace = outcome.pace or state.pace
    if pace.skip_hours or pace.skip_days:
        longest = max(longest, MAX_INTERVAL_S + 4 * 86_400)
    if outcome.held_s is not None:
        longest = 7 * 86_400 * 1.1
    assert decision.due_at <= NOW + timedelta(seconds=longest)
    assert decision.reason


@given(STATES, st.integers(0, 7 * 86_400), st.sampled_from([429, 503]))
def test_never_before_retry_after(state: PollState, seconds: int, status: int) -> None:
    outcome = PollOutcome(status=status, headers={"retry-after": str(seconds)})
    assert decide_poll(state, outcome, NOW).due_at >= NOW + timedelta(seconds=seconds)


@given(STATES, st.integers(0, 50), st.integers(1, 3600), st.integers(0, 86_400))
def test_the_interval_stays_within_the_hosts_bounds(
    state: PollState, new_entries: int, low: int, more: int
) -> None:
    limits = PollLimits(min_s=low, max_s=low + more)
    outcome = PollOutcome(status=200, new_entries=new_entries)
    decision = decide_poll(state, outcome, NOW, limits=limits)
    assert limits.min_s <= decision.interval_s <= limits.max_s


def test_steady_news_reaches_the_shortest_interval() -> None:
    state = STATE
    for _ in range(10):
        state = PollState(url=URL, interval_s=decide(state, status=200, new_entries=1).interval_s)
    assert state.interval_s == MIN_INTERVAL_S
