"""What a translated sentence has to keep, and what is shown where it does not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.insight.translation.check import Pair, Problem, find_problem
from wireroom.engine.insight.translation.cut import cut_sentences
from wireroom.engine.insight.translation.verify import keep_verified, sentences_of

_FR = Pair(source="fr", target="en")
_AR = Pair(source="en", target="ar")
_AT = datetime(2031, 6, 3, tzinfo=UTC)
_ORIGINAL = "Le maire, Odile Garrand, a promis 3,5 millions d'euros pour 14 écoles le 2 mai 2031."
_FAITHFUL = "The mayor, Odile Garrand, promised 3.5 million euros for 14 schools on May 2, 2031."


def _problem(translated: str, original: str = _ORIGINAL, pair: Pair = _FR) -> Problem | None:
    return find_problem(original, translated, pair, published_at=_AT)


def test_a_faithful_translation_has_no_problem() -> None:
    assert _problem(_FAITHFUL) is None


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("3.5", "35", Problem.NUMBER),
        ("for 14 schools", "for schools", Problem.NUMBER),
        ("May 2, 2031", "May 3, 2031", Problem.DATE),
        ("Garrand", "Bellamy", Problem.NAME),
        ("Odile Garrand", "she", Problem.NAME),
        ("The mayor", "<b>The mayor</b>", Problem.MARKUP),
        ("promised", '"promised', Problem.QUOTE),
        (_FAITHFUL, "", Problem.EMPTY),
        (_FAITHFUL, _ORIGINAL, Problem.UNTRANSLATED),
        (_FAITHFUL, "The mayor promised.", Problem.LENGTH),
    ],
)
def test_what_is_not_kept_is_told(before: str, after: str, problem: Problem) -> None:
    assert _problem(_FAITHFUL.replace(before, after)) is problem


def test_another_language_is_none() -> None:
    german = "Die Feuerwehr rückte am frühen Morgen mit mehreren Fahrzeugen zu dem Brand aus."
    original = "Les pompiers sont intervenus tôt dans la matinée avec plusieurs véhicules."
    assert _problem(german, original) is Problem.LANGUAGE


def test_digits_of_every_script_and_clocks_of_every_country_are_the_same() -> None:
    told = "The 1,240 tickets go on sale at 9:30 pm."
    assert _problem("تطرح التذاكر وعددها ١٢٤٠ تذكرة للبيع في الساعة 21:30.", told, _AR) is None
    assert _problem("تطرح التذاكر وعددها ١٢٥٠ تذكرة للبيع في الساعة 21:30.", told, _AR) is not None


def test_names_are_known_by_their_sound_and_places_by_their_names() -> None:
    told = "Verity Strand flew from London to Cairo."
    assert _problem("سافرت فيريتي ستراند من لندن إلى القاهرة.", told, _AR) is None
    assert _problem("سافرت فيريتي ستراند من باريس إلى القاهرة.", told, _AR) is Problem.NAME


def test_a_quote_of_two_sentences_stays_in_one_piece() -> None:
    text = 'He said: "We waited. Nobody came." Then he left. It was over.'
    assert cut_sentences(text) == (
        'He said: "We waited. Nobody came."',
        "Then he left.",
        "It was over.",
    )


def test_an_ordinal_s_point_ends_no_sentence() -> None:
    assert cut_sentences("Er kam am 3. Januar an. Es war kalt.") == (
        "Er kam am 3. Januar an.",
        "Es war kalt.",
    )


def test_a_sentence_that_fails_stands_in_the_original_and_says_why() -> None:
    paragraph = f"{_ORIGINAL} Il pleuvait."
    told = {_ORIGINAL: _FAITHFUL.replace("14", "41"), "Il pleuvait.": "It was raining."}
    pieces = keep_verified(paragraph, told, _FR, published_at=_AT)
    assert [(piece.text, piece.problem) for piece in pieces] == [
        (_ORIGINAL, Problem.NUMBER),
        ("It was raining.", None),
    ]


def test_a_sentence_nobody_translated_stands_in_the_original() -> None:
    assert [piece.problem for piece in keep_verified("Il pleuvait.", {}, _FR)] == [Problem.EMPTY]


@given(st.lists(st.text(max_size=120), max_size=4))
def test_cutting_loses_no_word(paragraphs: list[str]) -> None:
    for paragraph in paragraphs:
        assert " ".join(cut_sentences(paragraph)).split() == paragraph.split()
    assert len(sentences_of(paragraphs)) == len(set(sentences_of(paragraphs)))


@settings(deadline=None)  # the first call loads tables
@given(st.text(max_size=150), st.text(max_size=150), st.sampled_from(["en", "ar", "de", "zh"]))
def test_any_two_texts_can_be_compared(original: str, translated: str, source: str) -> None:
    find_problem(original, translated, Pair(source=source, target="en"), published_at=_AT)


@given(st.integers(3, 9_999_999))
def test_a_number_left_out_is_always_seen(number: int) -> None:
    told = f"In the valley the river took away {number} trees and a bridge."
    kept = f"Dans la vallée, la rivière a emporté {number} arbres et un pont."
    lost = "Dans la vallée, la rivière a emporté des arbres et un pont."
    pair = Pair(source="en", target="fr")
    assert find_problem(told, kept, pair) is None
    assert find_problem(told, lost, pair) is Problem.NUMBER
