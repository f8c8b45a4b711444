"""A brief of very many, very short or unreadable reports: bounded, and no failure."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wireroom.engine.insight.story_brief import StoryBrief, StoryReport, brief_story

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
_TOWNS = ("Ostvik", "Sandrey", "Lower Quell", "Marrin", "Tarnhill", "Port Emsa", "Greyford")
# CPU seconds, four times what it takes on the slowest machine seen: without its bounds it is more.
_MOST_S = 8.0


def report(number: int) -> StoryReport:
    """Return one of very many reports, each with quotes of its own and one that all carry."""
    town, toll = _TOWNS[number % len(_TOWNS)], number % 37 + 2
    body = "\n\n".join(
        (
            f"Some {toll} houses stood under water in {town} on Monday after the dam at Quell gave"
            f" way in the night, the district council said in its report number {number}.",
            "“We were warned of this for eleven years and nobody came,” said Ilsa Corran.",
            f"“House {number} in row {number % 91} had water to its second floor by dawn,” said"
            f" Omar Vell, who lives in {town}.",
            f"“There are {number} sandbags here and none of them is dry,” Mayor Ada Roth said.",
        )
    )
    at = NOON + timedelta(minutes=number)
    name = str(number)
    return StoryReport(name, 1, f"Outlet {number % 300}", name, body, "Dam at Quell", "en", at)


@pytest.mark.slow
def test_two_thousand_reports_are_read_in_bounded_time_and_the_same_each_time() -> None:
    reports = [report(number) for number in range(2000)]
    found = {one.article: one.quotes for one in brief_story(reports).found}
    known = [replace(one, quotes=found[one.article]) for one in reports]
    started = time.process_time()
    brief = brief_story(known)
    assert time.process_time() - started < _MOST_S
    assert brief == brief_story(known)
    assert brief.quotes[0].saying.text.startswith("We were warned of this")
    assert brief.quotes[0].independent == len(reports)


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("Flood", "en"),
        ("", "en"),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵎⵉⵔⵜ", "zgh"),
        ("Flood", ""),
        ("。", "ja"),
        ("\n\n", "x-!"),
    ],
)
def test_what_cannot_be_read_fails_nothing(body: str, lang: str) -> None:
    odd = StoryReport("9", 1, "Outlet", "9", body, "Dam", lang, NOON)
    assert isinstance(brief_story([odd]), StoryBrief)
    together = brief_story([report(1), odd, report(2)])
    assert {entry.saying.span.article for entry in together.quotes} <= {"1", "2"}
    assert together.brief is not None
    assert together.brief.key_points
