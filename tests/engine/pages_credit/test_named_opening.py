"""Credits of agencies that no table knows: the page's own byline and outlet confirm them."""

import pytest

from wireroom.engine.pages.credit_parts import Opening
from wireroom.engine.pages.named_opening import read_named_opening

TEXT = "The ferry burned for nine hours before a tug reached it."
ARABIC = "اندلع حريق في عبّارة قبالة الميناء فجر الأحد."


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("TIDEWIRE: ", None),
        ("Tidewire — ", None),
        ("PORT ALDERNE, Tidewire — ", "PORT ALDERNE"),
        ("Tor Havn (Tidewire) - ", "Tor Havn"),
        ("TOR HAVN | TIDEWIRE: ", "TOR HAVN"),
    ],
)
def test_a_confirmed_name_is_a_credit(opening: str, place: str | None) -> None:
    found = read_named_opening(opening + TEXT, names=["Maren Holt", "Tidewire"])
    assert found == Opening(place, "Tidewire", TEXT)


def test_arabic_openings() -> None:
    found = read_named_opening(f"مرسى نور – صدى: {ARABIC}", names=["صدى"])
    assert found == Opening("مرسى نور", "صدى", ARABIC)


@pytest.mark.parametrize(
    "paragraph",
    [
        TEXT,
        "The minister told Tidewire: the ferry was old.",
        "He rang. Tidewire — which he owns — declined.",
        "Tidewire reported nine dead.",
        "",
    ],
)
def test_ordinary_sentences_stay_whole(paragraph: str) -> None:
    assert read_named_opening(paragraph, names=["Tidewire"]) is None


def test_a_stranger_is_no_credit() -> None:
    assert read_named_opening(f"PORT ALDERNE, Tidewire — {TEXT}", names=["Maren Holt"]) is None


def test_an_outlet_quotes_its_own_name_after_the_place() -> None:
    for opening in ("دبي: «بريد فاردا» ", "دبي - «بريد فاردا»: "):
        found = read_named_opening(opening + ARABIC, names=["بريد فاردا"])
        assert found == Opening("دبي", "بريد فاردا", ARABIC)
    assert read_named_opening(f"دبي: «الشركة» {ARABIC}", names=["بريد فاردا"]) is None
