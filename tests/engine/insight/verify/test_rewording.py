"""What a claim may tell in other words, and whose words it may not exchange in doing so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.engine.insight.verify.complements import are_complements
from wireroom.engine.text.numbers import find_numbers, number_tokens

ENGLISH = (
    "Thieves took a silver cup from the museum in Orrin on Monday, but two smaller cups were left "
    'behind. "Nobody was in the building," director Una Brask told reporters. '
    "Rovers were ahead through Ivo Stane's header after 12 minutes, but lost defender Jan Pell."
)
ARABIC = (
    "فاز فيلم للمخرجة نادين الحلو بالجائزة الكبرى، بينما ذهبت جائزة أفضل ممثل إلى وسيم الشامي. "
    "ولم يحضر الشامي الحفل. واستمر المهرجان أسبوعين."
)


def passes(claim: str, text: str) -> bool:
    return verify(Claim(claim, [Span("a", 1, 0, len(text))]), [CitedArticle("a", 1, text)]).passed


@pytest.mark.parametrize(
    "claim",
    [
        "Two smaller cups were not taken.",
        "Una Brask, the director, told reporters that nobody had been in the building.",
    ],
)
def test_a_contrary_denied_and_a_quote_reported_pass(claim: str) -> None:
    assert passes(claim, ENGLISH)


@pytest.mark.parametrize(
    "claim",
    [
        "Two smaller cups were not left behind.",
        "Nobody was in the building.",
        "Rovers took the lead through a header from Jan Pell after 12 minutes.",
    ],
)
def test_what_the_text_does_not_say_is_withheld(claim: str) -> None:
    assert not passes(claim, ENGLISH)


def test_arabic_names_keep_their_clause() -> None:
    assert passes("غاب الشامي عن الحفل.", ARABIC)
    assert not passes("حصل نادين الحلو على جائزة أفضل ممثل.", ARABIC)


@given(st.sampled_from(["open shut", "attend miss", "guilty acquit", "حضر غاب", "وافق رفض"]))
def test_complements_hold_both_ways(pair: str) -> None:
    one, other = pair.split()
    assert are_complements(one, other)
    assert are_complements(other, one)
    assert not are_complements(one, one)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("استمر أسبوعين", 2, "week"),
        ("within half an hour", 0.5, "hour"),
        ("by a quarter of a percentage point", 0.25, "pp"),
        ("أعضاء المجلس التسعة", 9, ""),
        ("فاز بخمسة أصوات", 5, ""),
    ],
)
def test_numbers_are_read_with_what_leads_them(text: str, value: float, unit: str) -> None:
    (number,) = find_numbers(number_tokens(text))
    assert float(number.value) == value
    assert number.unit == unit


def test_a_sunday_is_no_one() -> None:
    assert not find_numbers(number_tokens("يوم الأحد"))
