"""Reading content files: faults are named, copies are derived, days are filled in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.sample import BadContent, Newsroom, load_newsroom
from wireroom.sample.blocks import Block, Shape, block_of, paragraphs_of
from wireroom.sample.clock import ZONE, ago, fill_days, moment
from wireroom.sample.copytext import derive_paragraphs
from wireroom.sample.reading import pin_days
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


STRUCTURED = """
[[report]]
outlet = "wire"
slug = "built"
hours_before = 10
headline = "H"
body = '''
It opens
on two lines.

## Then a subhead

- one
- two

1. first
2. second

> Said so.

| A | B |
| 1 | 2 |
'''
[[report.fact_box]]
title = "Facts"
after = 2
body = "= Length: 9 km"
[[report.note]]
kind = "update"
hours_before = 8
text = "Update {{day}}: more."
[[report.entry]]
hours_before = 2
heading = "Later, {{weekday}}"
body = "It ended."
[[report.entry]]
hours_before = 9.5
body = "It began."
"""


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
        (WIRE.replace("Three.", "- Three\n* four"), "stands among bullets"),
        (WIRE.replace("Three.", "| a | b |\n| c |"), "a table has two rows or more"),
        (WIRE.replace("Three.", "## Three\n## Four"), "a subhead is one line"),
        (WIRE.replace("Three.", "= Three"), "an empty line or cell"),
        (WIRE + "[[report.note]]\nkind = 'rumour'\ntext = 'n'", "'rumour' is none of"),
        (WIRE + "[[report.fact_box]]\ntitle = 't'", "need a body"),
        (WIRE + "[[report.fact_box]]\nafter = 9\nbody = 'b'", "after block 9 of 3"),
        (WIRE + "[[report.entry]]\nhours_before = 31\nbody = 'b'", "newest first"),
        (WIRE + "[report.correction]\nnote = 'n'\nreplace = [['x9', 'y']]", "does not occur"),
    ],
)
def test_a_fault_names_file_or_report(tmp_path: Path, reports: str, fault: str) -> None:
    with pytest.raises(BadContent, match=fault) as caught:
        write(tmp_path, reports)
    assert "en-e.toml" in str(caught.value) or "wire/" in str(caught.value)


def test_structure_is_told_block_by_block(tmp_path: Path) -> None:
    newsroom = write(tmp_path, STRUCTURED)
    told = tell(newsroom, newsroom.reports["wire/built"], epoch=EPOCH)
    assert [(block.shape, block.rows) for block in told.blocks] == [
        (Shape.PARAGRAPH, (("It opens on two lines.",),)),
        (Shape.SUBHEAD, (("Then a subhead",),)),
        (Shape.BULLETS, (("one",), ("two",))),
        (Shape.NUMBERS, (("first",), ("second",))),
        (Shape.QUOTATION, (("Said so.",),)),
        (Shape.TABLE, (("A", "B"), ("1", "2"))),
    ]
    assert told.boxes_after(2) == told.fact_boxes
    assert told.fact_boxes[0].texts == ("Length", "9 km")
    assert [(note.text, str(note.day)) for note in told.notes] == [
        ("Update 5 March 2031: more.", "2031-03-05")
    ]
    assert [entry.heading for entry in told.entries] == ["Later, Wednesday", None]
    assert told.shown[-3:] == ("Later, Wednesday", "It ended.", "It began.")
    assert told.modified == told.entries[0].at


@given(
    st.sampled_from(Shape),
    st.lists(st.from_regex(r"[a-zع]+( [a-z]+)?", fullmatch=True), min_size=2),
)
def test_a_block_has_the_texts_of_its_lines(shape: Shape, texts: list[str]) -> None:
    signs = {Shape.BULLETS: "- {}", Shape.NUMBERS: "7. {}", Shape.QUOTATION: "> {}",
             Shape.TABLE: "| {} |", Shape.TERMS: "= {}: so"}  # fmt: skip
    if shape in signs:
        source = "\n".join(signs[shape].format(text) for text in texts)
        [folded] = paragraphs_of(source)
        block = block_of(folded, where="here")
        assert (block.shape, [row[0] for row in block.rows]) == (shape, texts)
    else:
        plain = Block(shape=Shape.PARAGRAPH, rows=((texts[0],),))
        assert block_of(texts[0], where="here") == plain


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
    assert fill_days("{{day:24}}", epoch=EPOCH, lang="ar") == "4 مارس 2031"
    assert fill_days("{{weekday:-20}}", epoch=EPOCH, lang="en") == "Thursday"


def test_bare_days_are_pinned_everywhere() -> None:
    assert pin_days({"a": ["{{date}}"], "b": 3}, 2.5) == {"a": ["{{date:2.5}}"], "b": 3}
    entry = {"hours_before": 1, "body": "{{weekday}}"}
    assert pin_days({"entry": [entry]}, 9)["entry"][0]["body"] == "{{weekday:1}}"


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
