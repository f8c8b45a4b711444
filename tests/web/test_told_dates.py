"""The days a paragraph speaks of, marked for the reader without a letter of it changed."""

import re
from datetime import UTC, datetime
from html import unescape

from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.web.told_dates import html_with_dates, with_dates

WEDNESDAY = datetime(2024, 11, 20, 12, tzinfo=UTC)


_DAY = re.compile(r'<span class="told-day"[^>]*>[^<]*</span>')


def words_of(markup: str) -> str:
    """Return markup without the days that were put behind a text's words."""
    return _DAY.sub("", markup)


def shown(text: str, lang: str = "en", edition: str = "en") -> str:
    with override(edition):
        return str(with_dates(text, lang, WEDNESDAY))


def test_a_weekday_tells_its_day() -> None:
    assert shown("He left on Tuesday.") == (
        'He left on <time class="told" datetime="2024-11-19" tabindex="0">Tuesday'
        '<span class="told-day" lang="en" dir="ltr"> (Tuesday 19 November 2024)</span></time>.'
    )


def test_months_years_and_weeks_tell_their_days() -> None:
    march, year, week, last = map(shown, [
        "It was sold in March.", "It was sold last year.", "It was sold last week.",
        "It was sold in the last three days.",
    ])  # fmt: skip
    assert 'datetime="2024-03"' in march
    assert " (March 2024)</span></time>" in march
    assert 'datetime="2023"' in year
    assert " (2023)</span></time>" in year
    assert 'datetime="2024-W46"' in week
    assert " (11 November 2024 – 17 November 2024)</span></time>" in week
    assert '<span class="told" tabindex="0">' in last


def test_the_readers_language_is_that_of_the_edition() -> None:
    assert "نوفمبر" in shown("غادر أمس.", "ar", "ar")
    arabic = shown("He left on Tuesday.", "en", "ar")
    assert '<span class="told-day" lang="ar" dir="rtl"> (' in arabic
    english = shown("غادر أمس.", "ar", "en")
    assert '<span class="told-day" lang="en" dir="ltr"> (Tuesday 19 November 2024)' in english


def test_a_day_is_in_no_attribute_that_is_neither_read_out_nor_seen_on_phones() -> None:
    assert "title=" not in shown("He left on Tuesday, and came back last week.")


def test_what_is_told_in_full_stays_as_it_is() -> None:
    assert shown("He was born on 3 March 1964.") == "He was born on 3 March 1964."
    assert str(with_dates("on Tuesday", "en", None)) == "on Tuesday"


def test_markup_in_a_text_stays_text() -> None:
    html = shown('<script>x</script> on Tuesday "<b>" & yesterday<img onerror=x>')
    assert "<script>" not in html
    assert "<img" not in html
    assert html.count("<time") == 2


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["on Tuesday", "<i>", "&amp;", '"', "'", "May", "3 March", "\n"])))
def test_the_text_is_shown_letter_for_letter(pieces: list[str]) -> None:
    text = " ".join(pieces)
    bare = re.sub(r"</?(?:time|span)[^>]*>", "", words_of(shown(text)))
    assert unescape(bare) == text


def marked(markup: str) -> str:
    with override("en"):
        return html_with_dates(markup, "en", WEDNESDAY)


def test_days_in_structured_text_are_marked_between_its_tags() -> None:
    found = marked("<h2>On Tuesday</h2><ul><li>He left on <em>Tuesday</em> &amp; slept.</li></ul>")
    assert found.count('datetime="2024-11-19"') == 2
    assert "&amp; slept" in found


def test_a_day_in_a_link_stays_as_it_is() -> None:
    link = '<p><a href="https://tidewire.example/1" rel="noopener">on Tuesday</a></p>'
    assert marked(link) == link


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<em>", "</em>", "on Tuesday", " &lt;b&gt; ", "x"]))
)
def test_structure_and_words_stay_letter_for_letter(parts: list[str]) -> None:
    markup = "".join(parts)
    assert re.sub(r"</?time[^>]*>", "", words_of(marked(markup))) == markup
