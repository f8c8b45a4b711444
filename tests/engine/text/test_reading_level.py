"""Minutes and level: what a published formula gives, on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.text.reading_level import Level, lix, read_level
from wireroom.engine.text.words import find_words

_SHORT = "The cat sat on the mat. It was wet. "
_LONG = (
    "Notwithstanding considerable parliamentary opposition, the administration's comprehensive "
    "reorganisation of municipal infrastructure financing proceeded throughout successive "
    "legislative sessions, notably including supplementary appropriations. "
)


def test_lix_is_words_a_sentence_and_the_share_of_long_words() -> None:
    text = "The harbour opened. Ferries sailed again today."
    assert lix(text, text.split()) == 7 / 2 + 100 * 2 / 7  # "harbour", "Ferries"


def test_short_words_are_easy_and_long_ones_hard() -> None:
    easy, hard = read_level(_SHORT * 20, "en-GB"), read_level(_LONG * 10, "en")
    assert easy is not None
    assert hard is not None
    assert (easy.level, hard.level) == (Level.EASY, Level.HARD)


def test_a_level_is_told_of_long_texts_in_known_languages_alone() -> None:
    few, unknown = read_level(_SHORT, "en"), read_level(_SHORT * 20, "fr")
    assert few is not None
    assert unknown is not None
    assert (few.level, unknown.level) == (None, None)


def test_minutes_are_the_language_s_own() -> None:
    english, arabic = read_level("word " * 690, "en"), read_level("كلمة " * 690, "ar")
    assert english is not None
    assert arabic is not None
    assert (english.minutes, arabic.minutes) == (3, 5)


def test_nothing_has_no_level() -> None:
    assert read_level(" …\n", "en") is None


@given(st.text(max_size=400), st.sampled_from(["en", "ar", "zh-Hans", "und", ""]))
def test_any_text_has_a_level_or_none(text: str, lang: str) -> None:
    found = read_level(text, lang)
    assert found is None or found.minutes >= 1


@given(st.integers(1, 40))
def test_a_longer_text_takes_no_less_time(times: int) -> None:
    shorter, longer = read_level(_LONG * times, "en"), read_level(_LONG * (times + 1), "en")
    assert shorter is not None
    assert longer is not None
    assert longer.minutes >= shorter.minutes


def test_of_a_book_the_beginning_is_read_and_the_rest_told_by_its_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def count(text: str) -> list[str]:
        read.append(len(text))
        return find_words(text)

    monkeypatch.setattr("wireroom.engine.text.reading_level.find_words", count)
    book = read_level(_LONG * 3_000, "en")
    assert book is not None
    assert max(read) <= 20_000
    assert book.level is Level.HARD
    words = 3_000 * len(_LONG.split())
    assert abs(book.minutes - words / 228) < 0.02 * words / 228
