"""The hour of a letter by the clocks of many places, through their changes of the clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.alerts.hours import Every, is_quiet, next_letter

ZONES = ("UTC", "Europe/London", "America/St_Johns", "Asia/Dubai", "Australia/Lord_Howe",
         "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo")  # fmt: skip
START = datetime(2010, 1, 2, tzinfo=UTC)
times = st.integers(0, 25 * 365 * 86_400).map(lambda seconds: START + timedelta(seconds=seconds))
hours = st.integers(0, 23)


@given(times, hours, st.integers(0, 6), st.sampled_from(ZONES), st.sampled_from(Every))
@settings(max_examples=150, deadline=None)
def test_a_letter_comes_at_its_hour_and_never_later_than_it_could(
    after: datetime, hour: int, weekday: int, name: str, every: Every
) -> None:
    zone = ZoneInfo(name)
    at = next_letter(every, hour=hour, weekday=weekday, zone=zone, after=after)
    if every is Every.OFF:
        assert at is None
        return
    assert at is not None
    days = 8 if every is Every.WEEK else 2
    # Apia and Lord Howe: a day left out, half an hour's change.
    assert after < at <= after + timedelta(days=days + 7 * (every is Every.WEEK), hours=2)
    shown = at.astimezone(zone)
    is_left_out = shown.replace(fold=0).hour != hour
    if is_left_out:  # in the gap of a spring: an hour or a day later by the clock
        assert (
            at.astimezone(zone).utcoffset() != (at - timedelta(days=1)).astimezone(zone).utcoffset()
        )
    elif every is Every.WEEK:
        assert shown.weekday() == weekday


@pytest.mark.parametrize(
    ("after", "hour", "expected"),
    [
        # Spring in London: there is no 01:00 on 29 March 2026.
        ("2026-03-28T12:00", 1, "2026-03-29T01:00"),
        ("2026-03-28T12:00", 7, "2026-03-29T06:00"),
        # Autumn: 01:00 comes twice on 25 October; one letter, the first time.
        ("2026-10-24T12:00", 1, "2026-10-25T00:00"),
        ("2026-10-25T00:00", 1, "2026-10-26T01:00"),
        ("2026-10-25T00:30", 1, "2026-10-26T01:00"),
    ],
)
def test_clocks_that_change(after: str, hour: int, expected: str) -> None:
    told = datetime.fromisoformat(after).replace(tzinfo=UTC)
    at = next_letter(Every.DAY, hour=hour, weekday=0, zone=ZoneInfo("Europe/London"), after=told)
    assert at == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@given(times, hours, hours, st.sampled_from(ZONES))
@settings(max_examples=100, deadline=None)
def test_quiet_hours_are_those_of_the_clock(at: datetime, first: int, end: int, name: str) -> None:
    hour = at.astimezone(ZoneInfo(name)).hour
    quiet = [(first + step) % 24 for step in range((end - first) % 24)]
    assert is_quiet(at, ZoneInfo(name), first=first, end=end) == (hour in quiet)
