"""Reading content files: faults are named, copies are derived, days are filled in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.sample import BadContent, Newsroom, load_newsroom
from wireroom.sample.clock import ZONE, ago, fill_days, moment
from wireroom.sample.copytext import derive_paragraphs
from wireroom.sample.reading import paragraphs_of, pin_days
from wireroom.sample.telling import set_quotes, tell

EPOCH = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)  # a Wednesday
OUTLETS = """
[[outlet]]
slug = "wire"
name = "Wire"
lang = "en"
country = "GB"
owner_type = "private"
policy = "full"
layout = "tidewire"
feed_kind = "rss"
feed_path = "feed.xml"
tagline = "t"
colour = "#000"
opening_credited = "{place} ({credit}) — "
"""
WIRE = """
[[report]]
outlet = "wire"
slug = "first"
hours_before = 30
headline = "H"
dateline = "TOWN"
body = '''
One on {{weekday}}.

Two said so.

Three.
'''
"""


def write(folder: Path, reports: str) -> Newsroom:
    (folder / "events").mkdir()
    (folder / "outlets.toml").write_text(OUTLETS, encoding="utf-8")
    event = f'id = "e"\nsection = "S"\n{reports}'
    (folder / "events" / "en-e.toml").write_text(event, encoding="utf-8")
    return load_newsroom(folder)


def carrier(carry: str) -> str:
    return (
        '\n[[report]]\noutlet = "wire"\nslug = "second"\nhours_before = 2\nheadline = "H2"\n'
        f"carry = {carry}\n"
    )


def test_copy_is_cut_edited_and_keeps_the_day_of_the_agency(tmp_path: Path) -> None:
    edits = 'replace = [["said", "stated"]], lead = "L."'
    carry = f'{{of = "wire/first", keep = [2, 1], {edits}, credit = "W"}}'
    newsroom = write(tmp_path, WIRE + carrier(carry))
    told = tell(newsroom, newsroom.reports["wire/second"], epoch=EPOCH)
    assert told.paragraphs == ("L.", "Two stated so.", "One on Tuesday.")
    assert told.opening == "TOWN (W) — "


@pytest.mark.parametrize(
    ("reports", "fault"),
    [
        (WIRE + WIRE, "there twice"),
        (WIRE.replace('outlet = "wire"', 'outlet = "none"'), "no outlet named"),
        (WIRE.replace("headline", "headlin"), "unknown field headlin"),
        (WIRE.replace('headline = "H"\n', ""), "headline"),
        (WIRE.replace('slug = "first"', 'slug = "First!"'), "a slug has only"),
        (WIRE.replace("hours_before = 30", "hours_before = -1"), "hours_before"),
        (WIRE.replace("body", 'kind = "video"\nbody'), "needs no body"),
        (WIRE.replace("body", 'kind = "song"\nbody'), "is none of"),
        (WIRE + carrier('{of = "wire/none"}'), "is not there"),
        (WIRE + carrier('{of = "wire/second"}'), "carries itself"),
        (WIRE + carrier('{of = "wire/first", keep = [9]}'), "keeps paragraph 9 of 3"),
        (WIRE + carrier('{of = "wire/first", replace = [["x9", "y"]]}'), "does not occur"),
        (WIRE + "[report.correction]\nnote = 'n'\nreplace = [['x9', 'y']]", "does not occur"),
    ],
)
def test_a_fault_names_file_or_report(tmp_path: Path, reports: str, fault: str) -> None:
    with pytest.raises(BadContent, match=fault) as caught:
        write(tmp_path, reports)
    assert "en-e.toml" in str(caught.value) or "wire/" in str(caught.value)


def test_broken_toml_is_bad_content(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match=r"en-e\.toml"):
        write(tmp_path, "[[report]\n")


def test_whole_copy_is_the_same_text(tmp_path: Path) -> None:
    newsroom = write(tmp_path, WIRE + carrier('{of = "wire/first"}'))
    first, second = newsroom.reports.values()
    assert derive_paragraphs(newsroom, first) == derive_paragraphs(newsroom, second)


def test_days_are_named_in_the_language() -> None:
    assert fill_days("{{weekday:24}} {{date:24}}", epoch=EPOCH, lang="en") == "Tuesday 4 March"
    assert fill_days("{{weekday:0}} {{date:0}}", epoch=EPOCH, lang="ar") == "الأربعاء 5 مارس"
    assert fill_days("{{weekday:-20}}", epoch=EPOCH, lang="en") == "Thursday"


def test_bare_days_are_pinned_everywhere() -> None:
    assert pin_days({"a": ["{{date}}"], "b": 3}, 2.5) == {"a": ["{{date:2.5}}"], "b": 3}


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0.0, "just now"), (0.01, "1 minute ago"), (5.5, "5 hours ago"), (24, "1 day ago")],
)
def test_ages_are_said_in_words(hours: float, words: str) -> None:
    when = moment(EPOCH, hours)
    assert ago(when, EPOCH) == words
    assert when.tzinfo is ZONE


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), max_size=5))
def test_paragraphs_come_back_from_their_joined_text(paragraphs: list[str]) -> None:
    assert paragraphs_of("\n\n".join(paragraphs)) == tuple(paragraphs)


@given(st.text(st.sampled_from("ab \"'")), st.sampled_from(["curly", "single"]))
def test_house_quotes_keep_every_other_letter(text: str, style: str) -> None:
    set_text = set_quotes(text, style)
    assert len(set_text) == len(text)
    assert set_text.count('"') == text.count('"') % 2
