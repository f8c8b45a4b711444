"""Texts and queries meet in the same terms, and a snippet shows where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.search.snippet import find_snippet
from wireroom.engine.search.terms import MOST_TERMS, index_text, search_terms


@pytest.mark.parametrize(
    ("written", "typed", "lang"),
    [
        ("The ferries were running", "ferry run", "en"),
        ("Wi-Fi on board", "wi fi", "en"),
        ("The minister’s word", "minister s word", "en"),
        ("Zürich and São Paulo", "zurich sao paulo", "en"),
        ("والحكومة الجديدة", "حكومة جديدة", "ar"),
        ("الأخبار", "اخبار", "ar"),
        ("٢٠٣١", "2031", "ar"),
        ("Straßenbahnen", "strassenbahn", "de"),
        ("夜行船", "夜行船", "zh"),
    ],
)
def test_a_text_is_found_by_other_forms_of_its_words(written: str, typed: str, lang: str) -> None:
    found = search_terms(written, lang)
    assert [term for term in search_terms(typed, lang) if term not in found] == []


@given(st.text(max_size=200), st.sampled_from(["en", "ar", "ru", "hi", "th", "und", ""]))
def test_terms_are_letters_and_digits_and_the_same_each_time(text: str, lang: str) -> None:
    terms = search_terms(text, lang)
    assert all(term.isalnum() for term in terms)
    assert terms == search_terms(text, lang)


def test_a_body_of_megabytes_is_cut() -> None:
    assert len(index_text("h", "", "word " * 1_000_000, "en").body.split()) == MOST_TERMS


def test_a_snippet_shows_where_most_of_the_words_stand() -> None:
    text = "A ferry left. " + "Nothing else came to pass here. " * 20 + "The night ferry ran late."
    snippet = find_snippet(text, {"night", "ferri"}, "en")
    assert snippet is not None
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["night", "ferry"]
    assert snippet.text == "The night ferry ran late."
    assert not snippet.is_cut_before
    assert not snippet.is_cut_behind


@pytest.mark.parametrize(
    ("text", "typed", "lang", "marked"),
    [
        ("نشرت الصحف الأخبار أمس.", "اخبار", "ar", "الأخبار"),
        ("Trams of ZÜRICH run.", "zurich", "en", "ZÜRICH"),
        ("In İzmir runs a ferry.", "ferry", "en", "ferry"),
    ],
)
def test_words_are_marked_as_the_text_writes_them(
    text: str, typed: str, lang: str, marked: str
) -> None:
    snippet = find_snippet(text, set(search_terms(typed, lang)), lang)
    assert snippet is not None
    assert [snippet.text[a:b] for a, b in snippet.marks] == [marked]


def test_no_snippet_where_no_word_stands() -> None:
    assert find_snippet("Nothing of the kind.", {"ferri"}, "en") is None
    assert find_snippet("", set(), "en") is None


@given(st.text(max_size=400), st.sets(st.sampled_from(["ferri", "a", "0", "ب"]), max_size=3))
def test_marks_stand_in_order_inside_the_snippet(text: str, terms: set[str]) -> None:
    snippet = find_snippet(text, terms, "en")
    if snippet is None:
        return
    assert snippet.text in text
    end = 0
    for start, stop in snippet.marks:
        assert end <= start < stop <= len(snippet.text)
        end = stop
