"""Whatever reports hold is read in bounded time, and the spans of differences are right."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.report import Report

_PIECES = st.sampled_from(
    [
        "12", "killed", "people", ".", "\n\n", "٣٥", "قتل", "و", "-", "$", "million", "of", "and",
        "from", "to", "more than", "19", "1e999", "9" * 30, "2026", "Lohm", "said", "police", ",",
        "(", ")", '"', "“", "at 25:61", "at 3:15 pm", "Monday", "yesterday", "%", "°F", "a dozen",
        "\u202e", "\x00", "\ud800", "🙂", "عشرات", "0", "-5", "first", "half", "3-1", "won", "in",
    ]
)  # fmt: skip
_BODIES = st.lists(_PIECES | st.text(max_size=8), max_size=40).map(" ".join)
_TIMES = st.none() | st.datetimes(timezones=st.just(UTC))


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_BODIES, _TIMES, st.sampled_from(["en", "ar", "und", ""])), max_size=5))
def test_anything_is_read_and_spans_are_true(told: list[tuple[str, datetime | None, str]]) -> None:
    reports = [
        Report(str(n), 1, f"outlet {n}", body, lang, at, copy_of=str(n - 1) if n % 3 == 2 else None)
        for n, (body, at, lang) in enumerate(told)
    ]
    for difference in differences(reports):
        assert len(difference.values) > 1
        for value in difference.values:
            body = reports[int(value.span.article)].body
            assert body[value.span.start : value.span.end] == value.shown
    assert differences(reports) == differences(reports)


@pytest.mark.slow
def test_two_thousand_reports_take_seconds() -> None:
    reports = [
        Report(
            str(n), 1, f"outlet {n}",
            f"A blast in Lohm killed {n % 40} people and injured {n % 97} of the workers. " * 30,
            "en", datetime(2026, 3, 2, n % 24, tzinfo=UTC),
        )
        for n in range(2000)
    ]  # fmt: skip
    started = time.process_time()
    assert differences(reports)
    assert time.process_time() - started < 10  # a second and a half on a quiet machine
