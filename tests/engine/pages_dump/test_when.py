"""Times as pages write them, in six languages."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.text.when import find_times, looks_like_time, resolve_time
from wireroom.engine.types import TimeFrom

CAPTURED = datetime(2025, 8, 21, 6, tzinfo=UTC)

STATED = {
    "2025-08-20T14:05:00+03:00": "2025-08-20T11:05",
    "2025-08-20 14:05": "2025-08-20T14:05",
    "20250820T140500Z": "2025-08-20T14:05",
    "Wed, 20 Aug 2025 14:05:00 +0300": "2025-08-20T11:05",
    "Wed Aug 20 14:05:00 +0000 2025": "2025-08-20T14:05",
    "20 August 2025 14:05 GMT": "2025-08-20T14:05",
    "August 20, 2025, 2:05 PM EDT": "2025-08-20T18:05",
    "Aug. 20, 2025 at 2:05 p.m. ET": "2025-08-20T18:05",
    "Jan. 20, 2025 at 2:05 p.m. ET": "2025-01-20T19:05",
    "14:05 GMT, 20 August 2025": "2025-08-20T14:05",
    "20/08/2025 - 14:05": "2025-08-20T14:05",
    "الأربعاء، 20 أغسطس 2025 - 14:05": "2025-08-20T14:05",
    "٢٠ آب/أغسطس ٢٠٢٥ ٢:٠٥ مساءً": "2025-08-20T14:05",
    "26 صفر 1447 هـ - 20 كانون الثاني 2025 م": "2025-01-20T00:00",
    "نُشر في: 20 يناير 2025: 02:05 م بتوقيت غرينتش": "2025-01-20T14:05",
    "آخر تحديث: 20 أغسطس 2025 14:05 بتوقيت مكة المكرمة": "2025-08-20T11:05",
    "20 août 2025 à 14h05": "2025-08-20T14:05",
    "1er mars 2025": "2025-03-01T00:00",
    "20. August 2025, 14:05 Uhr": "2025-08-20T14:05",
    "3. März 2025": "2025-03-03T00:00",
    "20 de agosto de 2025": "2025-08-20T00:00",
    "1755756000": "2025-08-21T06:00",
    "1755756000000": "2025-08-21T06:00",
}

RELATIVE = {
    "15 hours ago": "2025-08-20T15:00",
    "Al Manar15 hours ago": "2025-08-20T15:00",
    "time3 hours ago": "2025-08-21T03:00",
    "3h": "2025-08-21T03:00",
    "an hour ago": "2025-08-21T05:00",
    "1 hour 20 minutes ago": "2025-08-21T04:40",
    "just now": "2025-08-21T06:00",
    "2 days ago": "2025-08-19T06:00",
    "yesterday": "2025-08-20T06:00",
    "Yesterday at 14:05": "2025-08-20T14:05",
    "last Wednesday": "2025-08-20T06:00",
    "قبل 3 ساعات": "2025-08-21T03:00",
    "منذ ساعتين": "2025-08-21T04:00",
    "منذ ٥ دقائق": "2025-08-21T05:55",
    "منذ ثلاث ساعات": "2025-08-21T03:00",
    "قبل نصف ساعة": "2025-08-21T05:30",
    "منذ ساعة و20 دقيقة": "2025-08-21T04:40",
    "المرسىمنذ ٣ ساعات": "2025-08-21T03:00",
    "أمس": "2025-08-20T06:00",
    "منذ يوم": "2025-08-20T06:00",
    "منذ أسبوعين": "2025-08-07T06:00",
    "منذ شهرين": "2025-06-21T06:00",
    "il y a 3 heures": "2025-08-21T03:00",
    "vor 3 Stunden": "2025-08-21T03:00",
    "hace 2 horas": "2025-08-21T04:00",
}

NO_TIME = [
    "0001-01-01",
    "9999-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "2025-13-45",
    "31 février 2025",
    "5 min read",
    "Police arrested 3 people yesterday in Orrin",
    "قبل يومين من الانتخابات",
    "May 5 be with you",
    "",
]


@pytest.mark.parametrize("text", STATED)
def test_stated_times(text: str) -> None:
    time = resolve_time(text, captured_at=None)
    assert time is not None
    assert time.at.isoformat()[:16] == STATED[text]
    assert time.at.tzinfo is UTC
    assert time.time_from is TimeFrom.STATED


@pytest.mark.parametrize("text", RELATIVE)
def test_relative_times_rest_on_the_capture(text: str) -> None:
    time = resolve_time(text, captured_at=CAPTURED)
    assert time is not None
    assert time.at.isoformat()[:16] == RELATIVE[text]
    assert time.time_from is TimeFrom.RELATIVE
    assert resolve_time(text, captured_at=None) is None


@pytest.mark.parametrize("text", NO_TIME)
def test_what_states_no_time(text: str) -> None:
    assert resolve_time(text, captured_at=CAPTURED) is None


def test_an_order_that_two_readings_fit_needs_a_language() -> None:
    assert resolve_time("03/04/2025", captured_at=None) is None
    american = resolve_time("03/04/2025", captured_at=None, lang="en-US")
    british = resolve_time("03/04/2025", captured_at=None, lang="en-GB")
    assert american is not None
    assert british is not None
    assert (american.at.month, british.at.month) == (3, 4)


def test_last_wednesday_on_a_wednesday_is_a_week_ago() -> None:
    time = resolve_time("last Wednesday", captured_at=datetime(2025, 8, 20, tzinfo=UTC))
    assert time is not None
    assert time.at.day == 13


def test_a_day_without_a_clock_says_so() -> None:
    day = resolve_time("20 August 2025", captured_at=None)
    hour = resolve_time("20 August 2025 10:00", captured_at=None)
    assert day is not None
    assert day.day_only
    assert hour is not None
    assert not hour.day_only


def test_an_update_is_told_from_a_publication() -> None:
    line = "Published 20 August 2025 10:00 GMT | Updated 21 August 2025 09:00 GMT"
    assert [span.is_update for span in find_times(line)] == [False, True]


@pytest.mark.parametrize("line", ["time3 hours ago", "Updated: 20 August 2025", "منذ ساعتين", "3h"])
def test_lines_that_are_times(line: str) -> None:
    assert looks_like_time(line)


@pytest.mark.parametrize("line", ["Tidewire15 hours ago", "5 min read", "Back in 2 days", "hello"])
def test_lines_that_are_more_than_times(line: str) -> None:
    assert not looks_like_time(line)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="0123456789:-/ TZ+.amp منذقبلساعة", max_size=40))
def test_any_text_gives_an_aware_sane_time_or_none(text: str) -> None:
    time = resolve_time(text, captured_at=CAPTURED)
    assert time is None or (time.at.tzinfo is UTC and 1850 <= time.at.year <= 2100)
    assert all(0 <= span.start < span.end <= len(text) for span in find_times(text))
