"""Times, directions, names and plots: what pages say in a reader's language."""

import sys
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from wireroom.engine.stories.explain import (
    explain_copy,
    explain_linked,
    explain_new,
    explain_too_short,
)
from wireroom.engine.text.direction import direction_of
from wireroom.news.queries.cards import StoryCard
from wireroom.web.direction import plain_text, text_direction
from wireroom.web.editions import preferred_edition
from wireroom.web.front_layout import lay_out
from wireroom.web.jinja import compiled_templates
from wireroom.web.parts import tongue
from wireroom.web.plots import ShareBar, plot_coverage
from wireroom.web.reasons import say_reason
from wireroom.web.times import absolute_time, machine_time, relative_time, weekday
from wireroom.web.wording import country_name, health_note, language_name, owner_words

NOW = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "english", "arabic"),
    [
        (timedelta(seconds=20), "just now", "الآن"),
        (timedelta(seconds=-200), "just now", "الآن"),
        (timedelta(minutes=1), "1 minute ago", "قبل دقيقة"),
        (timedelta(minutes=2), "2 minutes ago", "قبل دقيقتين"),
        (timedelta(minutes=3), "3 minutes ago", "قبل 3 دقائق"),
        (timedelta(minutes=11), "11 minutes ago", "قبل 11 دقيقة"),
        (timedelta(hours=2), "2 hours ago", "قبل ساعتين"),
        (timedelta(hours=10), "10 hours ago", "قبل 10 ساعات"),
        (timedelta(days=1), "1 day ago", "قبل يوم"),
        (timedelta(days=12), "12 days ago", "قبل 12 يومًا"),
        (timedelta(days=62), "2 months ago", "قبل شهرين"),
        (timedelta(days=365 * 100), "100 years ago", "قبل 100 سنة"),
        (timedelta(days=-2), "", ""),
    ],
)
def test_relative_times_with_duals_and_plurals(age: timedelta, english: str, arabic: str) -> None:
    with translation.override("en"):
        assert relative_time(NOW - age, NOW) == english
    with translation.override("ar"):
        assert relative_time(NOW - age, NOW) == arabic


def test_the_year_of_now_is_not_repeated() -> None:
    at = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    with translation.override("en"):
        assert absolute_time(at, read_at=at + timedelta(days=3)) == "22 November, 14:05 UTC"
        assert absolute_time(at, read_at=at + timedelta(days=60)) == "22 November 2026, 14:05 UTC"


def test_absolute_times_in_utc_with_month_names() -> None:
    cairo = NOW.astimezone(tz=None)
    with translation.override("en"):
        assert absolute_time(cairo) == "22 November 2026, 14:05 UTC"
        assert weekday(NOW) == "Sunday 22 November 2026"
    with translation.override("ar"):
        assert absolute_time(NOW) == "22 نوفمبر 2026، 14:05 بالتوقيت العالمي"
        assert weekday(NOW) == "الأحد 22 نوفمبر 2026"
    assert machine_time(cairo) == "2026-11-22T14:05:00Z"


@pytest.mark.parametrize(
    ("text", "lang", "direction"),
    [
        ("Plain words", "ar", "ltr"),
        ("كلمات", "en", "rtl"),
        ("Reuters: كلمات عربية كثيرة في الجملة", "", "rtl"),
        ("2026", "ar", "rtl"),
        ("2026 – 2027", "he-IL", "rtl"),
        ("«…»", "en", "ltr"),
        ("", "und", "ltr"),
        ("Ünlü sözler", "tr", "ltr"),
    ],
)
def test_direction_follows_the_letters_then_the_language(
    text: str, lang: str, direction: str
) -> None:
    assert text_direction(text, lang) == direction


def test_all_that_runs_right_to_left_is_found_by_where_unicode_keeps_it() -> None:
    for code in range(sys.maxunicode + 1):
        if unicodedata.bidirectional(chr(code)) in ("R", "AL"):
            assert direction_of(chr(code)) == "rtl", hex(code)


@given(st.text(alphabet="ab1 —«كلمה\u200f", max_size=40))
def test_direction_is_that_of_most_letters(text: str) -> None:
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    right, left = sum(kind in ("R", "AL") for kind in kinds), kinds.count("L")
    assert direction_of(text) == ("rtl" if right > left else "ltr")


@given(st.text(max_size=60), st.text(max_size=12))
def test_attributes_of_any_text_are_well_formed(text: str, lang: str) -> None:
    assert tongue(lang, text).count('"') in (0, 2, 4)
    assert text_direction(text, lang) in ("ltr", "rtl")
    assert "\u202e" not in plain_text(text)


def test_unknown_languages_are_left_out() -> None:
    assert tongue("und", "abc") == ' dir="ltr"'
    assert tongue('"><b>') == ""
    assert tongue("ar-EG", "نص") == ' lang="ar-EG" dir="rtl"'


def test_names_of_countries_languages_and_owners() -> None:
    with translation.override("ar"):
        assert country_name("jo") == "الأردن"
        assert language_name("en-GB") == "الإنجليزيّة"
        assert owner_words("agency") == "وكالة أنباء"
    with translation.override("en"):
        assert country_name("QQ") == "QQ"
        assert language_name("tlh") == "tlh"
        assert owner_words("guild") == "guild"
        assert health_note("timeout") == "The page could not be read."


@given(st.text(max_size=40))
def test_any_accept_language_finds_an_edition(header: str) -> None:
    assert preferred_edition(header).code in ("en", "ar")


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=40))
def test_plot_counts_every_report_inside_its_box(moments: list[datetime]) -> None:
    plot = plot_coverage(sorted(moments))
    if plot is None:
        assert len(set(moments)) < 2
        return
    assert sum(bar.count for bar in plot.bars) == len(moments)
    for bar in plot.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= plot.width
        assert 0 < bar.height <= plot.height


@given(st.integers(0, 500), st.integers(0, 500))
def test_shares_say_none_and_all_only_when_exact(part: int, rest: int) -> None:
    share = ShareBar(part=part, whole=part + rest)
    assert 0 <= share.percent <= 100
    if part and rest:
        assert 0 < share.percent < 100


SECTIONS = st.sampled_from(["Economy", "economy ", "Sport", "", "Culture"])


@given(st.lists(SECTIONS, max_size=40))
def test_front_holds_each_story_once(sections: list[str]) -> None:
    stories = [_story(number, section) for number, section in enumerate(sections)]
    layout = lay_out(stories)
    placed = [*([layout.lead] if layout.lead else []), *layout.seconds, *layout.briefs]
    placed += [story for section in layout.sections for story in section.stories]
    assert sorted(story.id for story in placed) == list(range(len(stories)))
    assert all(len(section.stories) > 1 for section in layout.sections)


def _story(number: int, section: str) -> StoryCard:
    return StoryCard(
        id=number, headline="", lang="en", section=section, articles_count=1, outlets_count=1,
        independent_count=1, outlets_json="[]", first_at=None, last_at=None, lead=None,
    )  # fmt: skip


def test_pages_are_made_without_a_folder_for_compiled_templates(tmp_path: Path) -> None:
    kept = tmp_path / "file" / "templates"
    (tmp_path / "file").touch()
    assert compiled_templates(kept, "en") is None
    cache = compiled_templates(tmp_path / "gone", "en")
    assert cache is not None
    (tmp_path / "gone").rmdir()
    env = Environment(autoescape=True, bytecode_cache=cache, loader=DictLoader({"a": "text"}))
    assert env.get_template("a").render() == "text"


@pytest.mark.parametrize(
    "why",
    [
        explain_new(in_storyline=True),
        explain_new(in_storyline=False),
        explain_too_short(),
        explain_linked(1),
        explain_linked(12),
        explain_copy({7: 0.92}, 7, "31 min apart"),
        explain_copy([7], 7, "3 days apart"),
        "1 name (Corran, Ilsabet), 2 headline words shared, time between them unknown",
        "subject shared, 1 h apart",
        "12 rare words shared, 4 h apart",
    ],
)
def test_every_reason_of_the_engine_has_words(why: str) -> None:
    for language in ("en", "ar"):
        with translation.override(language):
            assert say_reason(why)


@given(st.text(max_size=60))
def test_unknown_reasons_are_left_to_the_original(why: str) -> None:
    assert say_reason(f"moved by an editor {why}, 4 h apart") == ""
