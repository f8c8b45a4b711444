"""When a report is looked at again, and what is no change of it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.pages.noise import is_noise
from wireroom.engine.pages.revisit import decide_visit

NOW = datetime(2031, 3, 5, 9, 0, tzinfo=UTC)


def test_half_a_dozen_looks_at_a_quiet_report() -> None:
    at = NOW
    ages: list[float] = []
    while (again := decide_visit(NOW, at, quiet_looks=len(ages) + 1)) is not None:
        ages.append((again - NOW) / timedelta(hours=1))
        at = again
    assert ages[:3] == [0.5, 1.5, 6]
    assert len(ages) <= 7
    assert sum(age <= 24 for age in ages) >= 4


def test_a_report_that_changed_is_looked_at_sooner() -> None:
    out = NOW - timedelta(hours=4)
    changed, quiet = (decide_visit(out, NOW, quiet_looks=looks) for looks in (0, 3))
    assert changed == NOW + timedelta(hours=4)
    assert quiet == NOW + timedelta(hours=12)


@given(st.timedeltas(timedelta(days=-9), timedelta(days=9000)), st.integers(0, 10**6))
def test_ever_later_and_it_ends(age: timedelta, looks: int) -> None:
    again = decide_visit(NOW - age, NOW, quiet_looks=looks)
    if age > timedelta(days=14):
        assert again is None
    else:
        assert again is not None
        assert timedelta(minutes=30) <= again - NOW <= timedelta(days=7)


TEXT = ("The ferry burned for nine hours.", "A tug reached it at dawn.")


@pytest.mark.parametrize(
    "after",
    [
        ("The ferry  burned for nine hours.", "A tug reached it at dawn. "),
        (*TEXT, "Updated 5 minutes ago"),
        (*TEXT, "17 comments"),
        ("Read more: Old clock strikes", *TEXT),
        (*TEXT, "March 5, 2031"),
    ],
)
def test_noise(after: tuple[str, ...]) -> None:
    assert is_noise((*TEXT, "12 comments"), after)


@pytest.mark.parametrize(
    "after",
    [
        ("The ferry burned for ten hours.", TEXT[1]),
        TEXT[:1],
        (*TEXT, "Dead: 9"),
        (*TEXT, "Lions 3 Tigers 2"),
        (*TEXT, "On Tuesday the port reopened."),
    ],
)
def test_changes(after: tuple[str, ...]) -> None:
    assert not is_noise(TEXT, after)
