"""Tolls that a report put right: what its copies still have of them is neither point nor news."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from wireroom.engine.insight.former import Former
from wireroom.engine.insight.key_points.choose import choose_points
from wireroom.engine.insight.key_points.reading import read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.since import find_new, log_news

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
_FIRST = (
    "Six people were killed when the old bridge of Orme fell into the river on Tuesday, police "
    "said.\n\nMayor Ada Quill closed the roads on both banks of the river Lowen."
)
_NOW = _FIRST.replace("Six", "Four")
_ORIGIN = Report(
    id="o",
    body=_NOW,
    revision=2,
    lang="en",
    outlet="Wire",
    published_at=NOON,
    former=(Former(_FIRST, NOON + timedelta(hours=4)),),
)
_COPY = Report(
    id="c",
    body=_FIRST.replace("Six people were killed", "At least six people were killed"),
    lang="en",
    outlet="Post",
    published_at=NOON + timedelta(hours=1),
    voice="o",
)
_OWN = Report(
    id="x",
    body="The fall of the old bridge of Orme on Tuesday killed six people, the council said.",
    lang="en",
    outlet="Day",
    published_at=NOON + timedelta(hours=2),
)


def _points(*reports: Report) -> str:
    return " ".join(one.text for one in choose_points(read_story(reports)).points)


def test_a_stale_copy_is_no_key_point_and_no_news() -> None:
    assert "Four people" in _points(_ORIGIN, _COPY)
    assert "six people" not in _points(_ORIGIN, _COPY)
    assert not any("six people" in one.text for one in log_news(read_story([_ORIGIN, _COPY])))
    assert not find_new([_ORIGIN, _COPY], NOON + timedelta(minutes=30))


def test_a_count_that_came_with_a_revision_is_as_late_as_that() -> None:
    assert "six people" not in _points(_ORIGIN, _OWN)
    assert "Four people" in _points(_ORIGIN, _OWN)


def test_a_later_voice_of_its_own_is_not_stale() -> None:
    late = replace(_OWN, published_at=NOON + timedelta(hours=6))
    assert "six people" in _points(_ORIGIN, late)


def test_a_copy_of_a_text_that_only_grew_keeps_its_count() -> None:
    grown = replace(_ORIGIN, body=f"{_FIRST}\n\nDivers searched the water until it was dark.")
    assert "ix people" in _points(grown, _COPY)
