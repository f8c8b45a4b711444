"""Muted words: in all their forms, within one text, and excused by exceptions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.search.muted import Mute, MutedWords

WORD = st.text("abcdefgh", min_size=4, max_size=8)


@pytest.mark.parametrize(
    ("words", "exceptions", "texts", "lang", "hides"),
    [
        ("football", (), ("Footballs on sale", ""), "en", True),
        ("Zürich", (), ("Quiet days in ZURICH", ""), "en", True),
        ("cup final", (), ("The final cup of tea", ""), "en", False),
        ("cup final", (), ("It is the cup", "final call"), "en", False),
        ("cup final", (), ("Tonight: cup-final", ""), "en", True),
        ("election", ("Ostvik",), ("Elections", "A vote in Ostvik"), "en", False),
        ("election", ("Ostvik",), ("Elections", "A vote elsewhere"), "en", True),
        ("الانتخابات", (), ("انتخابات مبكرة في أوستفيك", ""), "ar", True),
        ("إنتخابات", ("أوستفيك",), ("الانتخابات", "في اوستفيك"), "ar", False),
        ("مُباراة", (), ("المباراة الليلة", ""), "ar", True),
        ("Tesla", (), ("سيارات Tesla الجديدة", ""), "ar", True),
        ("?!", (), ("?!", ""), "en", False),
    ],
)  # fmt: skip
def test_what_is_hidden(
    words: str, exceptions: tuple[str, ...], texts: tuple[str, str], lang: str, hides: bool
) -> None:
    assert MutedWords([Mute(words, exceptions)]).hides(texts, lang) is hides


@settings(max_examples=50, deadline=None)
@given(st.lists(WORD, min_size=1, max_size=12), st.data())
def test_words_of_a_text_hide_it_and_their_exception_shows_it(
    text: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words, excuse = " ".join(text[start:end]), data.draw(st.sampled_from(text))
    told = (" ".join(text), "")
    assert MutedWords([Mute("zzzz"), Mute(words)]).hides(told, "en")
    assert not MutedWords([Mute(words, (excuse,))]).hides(told, "en")
    assert not MutedWords([Mute("zzzz")]).hides(told, "en")
    assert not MutedWords([]).hides(told, "en")
