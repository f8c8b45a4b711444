"""Words: folded the same whatever the spelling, with offsets into the text as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.text.words import WORD, find_words, first_word, fold, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s the U.S., at 5 a.m.", ["it's", "the", "us", "at", "5", "am"]),
        ("full-scale x--y _snake_", ["full-scale", "x", "y", "snake"]),
        ("مُحَمَّد: الحكومة ١٢", ["محمد", "الحكومه", "12"]),
        ("news\u00adpaper e\u0301te\u0301", ["newspaper", "été"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("東京で", ["東", "京", "で"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(alphabet=st.sampled_from("aB.'’-é\u0301\u064b\u00adمة中 \n“\ud800"), max_size=40))
def test_offsets_rise_and_agree_with_the_words(text: str) -> None:
    spans = word_spans(text)
    borders = [border for _, start, end in spans for border in (start, end)]
    assert borders == sorted(borders)
    assert all(0 <= start < end <= len(text) for _, start, end in spans)
    assert [word for word, _, _ in spans] == words(text)


@given(st.text(alphabet=st.sampled_from("aBßа1.'’-‐_ \n,é\u0301\u00adمة中"), max_size=40))
def test_the_quick_way_finds_the_same_words(text: str) -> None:
    assert find_words(text) == WORD.findall(text)


@given(
    st.text(alphabet=st.sampled_from("aB.1'’-ـﷺ_ \n,é\u0301\u064b\u00adمة中"), max_size=60),
    st.integers(0, 45),
)
def test_the_first_word_is_found_without_the_others(text: str, size: int) -> None:
    text = "a" * size + text
    assert first_word(text) == (words(text) or [""])[0]


def test_whoever_asks_for_words_may_change_them() -> None:
    words("Port Varda").append("ferry")
    assert words("Port Varda") == ["port", "varda"]


@given(
    st.text(alphabet=st.characters() | st.sampled_from("أةىی‘’`“«»–٣۴\u064bـ\u00ad"), max_size=20)
)
def test_a_text_is_folded_sign_by_sign(text: str) -> None:
    signs = unicodedata.normalize("NFKC", text)
    assert fold(text + "é") == "".join(fold(f"{sign}é")[:-1] for sign in signs) + "é"
