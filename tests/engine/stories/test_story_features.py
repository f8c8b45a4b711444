"""Features: small, exact through bytes, at home in every script, calm on hostile input."""

import pickle
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.errors import WireroomError
from wireroom.engine.stories.features import NAME, NUMBER, TITLE, Features, extract_features
from wireroom.engine.stories.language import guess_language
from wireroom.engine.stories.terms import find_numbers, split_terms, split_words
from wireroom.engine.types import ArticleText

AT = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


def article(title: str = "", body: str = "", lang: str = "en") -> ArticleText:
    return ArticleText(id="a", title=title, body=body, published_at=AT, lang=lang)


def flagged(features: Features, flag: int) -> int:
    return sum(bool(value & flag) for value in features.flags)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200),
    st.text(max_size=600),
    st.sampled_from(["en", "ar", "und", "", "zh-Hant", "xx-😀", "EN_us"]),
    st.none() | st.datetimes(timezones=st.just(UTC)),
)
def test_any_text_survives_packing(title: str, body: str, lang: str, at: datetime | None) -> None:
    found = extract_features(
        ArticleText(id="a", title=title, body=body, lang=lang, published_at=at)
    )
    again = Features.unpack(found.pack())
    assert again.keys == found.keys
    assert again.weights == found.weights
    assert again.flags == found.flags
    assert again.name_keys == found.name_keys
    assert (again.published_at is None) == (at is None)
    if at and again.published_at:
        assert abs(again.published_at - at) < timedelta(milliseconds=1)


def test_features_are_picklable_and_the_same_each_time() -> None:
    written = article("Dam breaks above Oststadt", "The dam above Oststadt broke on Monday.")
    found = extract_features(written)
    assert pickle.loads(pickle.dumps(found)) == found == extract_features(written)


def test_long_articles_stay_below_two_kilobytes() -> None:
    body = "\n\n".join(
        f"In Town{n} the Mayor{n} spoke of {n} bridges and word{n}s." for n in range(900)
    )
    assert len(extract_features(article("Bridges of Vellmark", body)).pack()) < 2048


def test_a_huge_body_costs_no_more_than_its_opening() -> None:
    assert len(extract_features(article("x", "ab c " * 2_000_000)).keys) < 10


@pytest.mark.parametrize("packed", [b"", b"F1", b"XX" + b"\0" * 40, b"F1" + b"\xff" * 9])
def test_broken_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(WireroomError):
        Features.unpack(packed)


def test_names_numbers_and_headline_are_marked() -> None:
    found = extract_features(
        article("Dam breaks above Oststadt", "Rescuers said Ada Quill saved 1,200 people there.")
    )
    assert set(found.names) >= {"Ada", "Quill"}
    assert flagged(found, NAME) >= 2
    assert flagged(found, NUMBER) == 1
    assert flagged(found, TITLE) >= 4


def test_names_open_no_sentence_and_stand_in_no_word() -> None:
    body = (
        "Minister Quill met (Ada) Vail and McDoran. They left, said O'Nell's aide.\n"
        "Later iPhone sales rose in 3Dland, 'Tuna' said;  Twice spaced."
    )
    assert set(extract_features(article("", body)).names) == {"Quill", "Vail", "McDoran", "O'Nell"}


def test_a_mark_that_stands_alone_is_no_word() -> None:
    assert len(extract_features(article("خبر ـ عاجل", "ـ ـ", lang="ar")).keys) == 2
    assert split_terms("خبر ـ", "ar") == split_terms("خبر", "ar")


def test_arabic_forms_of_one_word_meet() -> None:
    forms = ["الحكومة", "حكومة", "والحكومة", "بالحكومة", "الحكومه"]
    assert len({split_terms(form, "ar")[0] for form in forms}) == 1


def test_unspaced_scripts_become_pairs_of_letters() -> None:
    assert split_words("新华社消息") == ["新华", "华社", "社消", "消息"]
    assert split_words("水 iphone 发布") == ["水", "iphone", "发布"]


def test_unspaced_alphabets_become_threes_of_letters() -> None:
    assert split_words("บ้านเรา 12 คน")[:3] == ["บ้า", "้าน", "านเ"]
    assert split_words("บ้านเรา 12 คน")[-2:] == ["12", "คน"]


def test_numbers_are_the_same_in_every_script() -> None:
    assert find_numbers("١٬٢٠٠ و ۳۴ و १२") == ["1200", "34", "12"]


def test_numbers_lose_their_separators_only() -> None:
    assert find_numbers("1,200 and 3.5 and 1.234.567") == ["1200", "3.5", "1234567"]


@pytest.mark.parametrize(
    ("body", "lang"),
    [
        ("أعلنت الحكومة اليوم", "ar"),
        ("人民代表大会今天举行会议", "zh"),
        ("きょうの天気は晴れです", "ja"),
        ("The minister resigned on Monday after a long dispute with parliament.", "en"),
        ("12345 -- !!", "und"),
    ],
)
def test_language_is_guessed_only_when_nobody_said(body: str, lang: str) -> None:
    assert guess_language(article(body=body, lang="und")) == lang
    assert guess_language(article(body=body, lang="fr-CA")) == "fr"
