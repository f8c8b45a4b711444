"""The timeline: days that sentences are about, told or announced, one entry a day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from wireroom.engine.insight.key_points.reading import read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.timeline.about import When
from wireroom.engine.insight.timeline.build import Entry, build_timeline

WEDNESDAY = datetime(2031, 3, 5, 12, tzinfo=UTC)
_BRIDGE = " The bridge of Orme spans the river Lowen between the old town and the harbour."


def _timeline(*bodies: str, lang: str = "en") -> tuple[Entry, ...]:
    reports = [
        Report(
            id=str(number),
            title="Bridge of Orme" if lang == "en" else "",
            body=body,
            lang=lang,
            published_at=WEDNESDAY + timedelta(hours=number),
        )
        for number, body in enumerate(bodies)
    ]
    return build_timeline(read_story(reports))


def _days(*bodies: str, lang: str = "en") -> list[tuple[int, str]]:
    return [(entry.day.day, entry.when.value) for entry in _timeline(*bodies, lang=lang)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge of Orme fell into the river Lowen on Tuesday, killing five people.",
        "On Tuesday the bridge of Orme fell into the river Lowen and killed five people.",
        "Engineers said Tuesday that the bridge of Orme had lost two of its cables.",
        "After a night of rain, the bridge of Orme fell into the river Lowen on Tuesday.",
        "The bridge of Orme was closed yesterday after two cables of it had snapped.",
        "The council of Orme closed the bridge over the Lowen on March 4, 2031, by nine votes.",
    ],
)
def test_what_happened_on_a_day_is_told(text: str) -> None:
    assert _days(text + _BRIDGE) == [(4, "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge of Orme is expected to open to traffic again on Friday, the council said.",
        "Engineers will test the cables of the bridge of Orme on Friday, the council said.",
    ],
)
def test_what_is_announced_for_a_day_is_kept_apart(text: str) -> None:
    assert _days(text + _BRIDGE) == [(7, "announced")]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge of Orme had been closed since Tuesday because of the rust in its cables.",
        "Engineers wanted the bridge of Orme repaired by Tuesday, as the council had asked.",
        "The council spoke of Tuesday's fall of the bridge of Orme for nine hours.",
        "The council, which met on Tuesday in Orme, blamed the rust in the bridge's cables.",
        "The bridge of Orme fell after two of the cables had snapped on Tuesday in the wind.",
        "The bridge of Orme might have been saved on Tuesday if the council had listened.",
        "Engineers praised the 2019 law on bridges that Orme and its council had opposed.",
        "The tuesday market on the bridge of Orme moved to the harbour of the old town.",
        "The mayor wrote “come to the bridge on Tuesday” to the engineers of Orme.",
        "The bridge of Orme could open to traffic again on Friday, engineers of the town hoped.",
        "Tests of the bridge of Orme had been planned from Tuesday until the end of winter.",
        "The council of Orme was scheduled on Friday to fly to the bridge of the islands.",
        "Engineers at the bridge of Orme have hurried as the looming deadline at midnight Tuesday "
        "added to their haste.",
    ],
)
def test_a_day_that_is_only_mentioned_is_no_entry(text: str) -> None:
    assert _days(text + _BRIDGE) == []


def test_one_entry_a_day_counts_the_others() -> None:
    first = "The bridge of Orme fell into the river Lowen on Tuesday, killing five people."
    other = "Five people died on Tuesday in the fall of the bridge of Orme into the Lowen."
    entries = _timeline(f"{first}{_BRIDGE}", f"{other}{_BRIDGE}")
    assert [(entry.day, entry.others) for entry in entries] == [(date(2031, 3, 4), 1)]


def test_what_happened_takes_the_place_of_what_was_announced() -> None:
    before = "The council of Orme will vote on the new bridge over the Lowen on Friday."
    after = "The council of Orme voted for the new bridge over the Lowen on Friday."
    reports = [
        Report(id="a", body=before, lang="en", published_at=WEDNESDAY),
        Report(id="b", body=after, lang="en", published_at=WEDNESDAY + timedelta(days=3)),
    ]
    (entry,) = build_timeline(read_story(reports))
    assert (entry.when, entry.text) == (When.HAPPENED, after)


def test_a_clock_with_its_zone_gives_the_moment() -> None:
    told = "The bridge of Orme fell into the river Lowen on Tuesday at 9:30 p.m. GMT, police said."
    assert _timeline(told + _BRIDGE)[0].at == datetime(2031, 3, 4, 21, 30, tzinfo=UTC)


def test_days_far_before_the_story_are_background() -> None:
    told = "The bridge of Orme opened to traffic on March 4, 1931, before a crowd of thousands."
    assert _days(told + _BRIDGE) == []


def test_arabic_days_are_told() -> None:
    told = "سقط جسر أورم القديم في نهر لوين الثلاثاء وقُتل خمسة أشخاص، بحسب الشرطة."
    coming = "وستفتح البلدية جسرًا مؤقتًا فوق نهر لوين في أورم يوم الجمعة، بحسب المجلس."
    since = "والجسر القديم في أورم مغلق أمام السيارات منذ الاثنين بسبب صدأ في الحبال."
    assert _days(f"{told}\n\n{coming}\n\n{since}", lang="ar") == [
        (4, "happened"),
        (7, "announced"),
    ]


def test_without_a_time_or_a_table_nothing_is_told() -> None:
    told = "The bridge of Orme fell into the river Lowen on Tuesday, killing five people."
    assert build_timeline(read_story([Report(id="a", body=told, lang="en")])) == ()
    assert _days(told, lang="fi") == []
    assert build_timeline(read_story([])) == ()
