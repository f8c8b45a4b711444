"""Numbers are read alike in every language, in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.engine.text.told_values import read_values


def values(text: str, lang: str) -> list[float]:
    return [float(told.value) for told in read_values(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "At least fourteen people and 2,300 homes, 4.25 per cent", [14, 2300, 4.25]),
        ("ar", "ثمانية وثمانون عاما و2300 منزل و٦٫١ درجات", [88, 2300, 6.1]),
        ("de", "zwölf Tote, dreiundzwanzig Verletzte, 2,3 Millionen Euro", [12, 23, 2_300_000]),
        ("fr", "vingt-deux blessés et 3 000 maisons", [22, 3000]),
        ("es", "treinta y cinco heridos, veintitrés graves, once mil casas", [35, 23, 11_000]),
        ("pt", "trinta e dois mortos", [32]),
        ("it", "venti feriti su 1.200 passeggeri", [20, 1200]),
        ("ru", "двадцать пять человек и 14 тыс. рублей", [25, 14_000]),
        ("tr", "yirmi beş yaralı, 3,5 milyon lira", [25, 3_500_000]),
        ("zh", "3.5万人撤离,二十三人受伤,一家工厂,两千三百栋", [35_000, 23, 2300]),
    ],
)
def test_a_number_has_one_value_in_every_language(
    lang: str, text: str, expected: list[float]
) -> None:
    assert values(text, lang) == expected


def test_number_words_of_one_language_are_none_in_another() -> None:
    assert values("once upon a time, due to rain", "en") == []
    assert values("il y a once ans", "fr") == []
    assert values("ten elf six", "de") == [11]


def test_places_in_an_order_are_no_counts() -> None:
    assert values("the third of 12 houses", "en") == [12]


@given(st.text(max_size=200), st.sampled_from(["en", "ar", "de", "fr", "ru", "zh", "und", ""]))
def test_any_text_is_read(text: str, lang: str) -> None:
    assert all(told.start >= 0 for told in read_values(text, lang))
