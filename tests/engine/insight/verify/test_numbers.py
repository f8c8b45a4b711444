"""Numbers as texts write them, in digits and in words."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.text.numbers import find_numbers, number_tokens


def numbers(text: str) -> list[tuple[Decimal, str, str]]:
    found = find_numbers(number_tokens(text))
    return [(number.value, number.unit, number.bound) for number in found]


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("thirty-one people", "31", "", ""),
        ("a hundred and twenty men", "120", "", ""),
        ("twenty-five thousand", "25000", "", ""),
        ("one million two hundred thousand", "1200000", "", ""),
        ("$5.2m", "5200000", "usd", ""),
        ("1.234.567 euros", "1234567", "eur", ""),
        ("1’250 people", "1250", "", ""),
        ("4,25 %", "4.25", "%", ""),
        ("0.25 percentage points", "0.25", "pp", ""),
        ("at least 31", "31", "", ">="),
        ("31 or more", "31", "", ">="),
        ("no more than 40", "40", "", "<="),
        ("in over two decades", "2", "decade", ">"),
        ("a limit over two years", "2", "year", ""),
        ("٣١ مصابًا", "31", "", ""),
        ("ثمانٍ وعشرين دقيقة", "28", "minute", ""),
        ("ثلاثمئة وخمسين ألف دولار", "350000", "usd", ""),
        ("خمسة عشر عامًا", "15", "year", ""),
        ("مئتي شخص", "200", "", ""),
        ("ما لا يقل عن ٤٠ قتيلا", "40", "", ">="),
    ],
)
def test_one_number_is_read(text: str, value: str, unit: str, bound: str) -> None:
    assert numbers(text) == [(Decimal(value), unit, bound)]


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    tokens = number_tokens(text)
    found = find_numbers(tokens)
    assert all(0 <= number.first < number.last <= len(tokens) for number in found)
