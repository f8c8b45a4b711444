"""Cards as pictures: which side letters stand on, what fonts lack, and what ends in time."""

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from wireroom.adapters.cards import press
from wireroom.adapters.cards.coverage import signs_of
from wireroom.adapters.cards.fonts import find_fonts
from wireroom.adapters.cards.press import Card, CardPress, draw
from wireroom.adapters.cards.setting import MOST_CHARS, ellipsis_of, set_text, tidy
from wireroom.engine.errors import PictureFailed

pytestmark = pytest.mark.once

ENGLISH = "Ferry fire in Port Lorne"
ARABIC = "حريق في عبّارة ميناء لورن"
LONG = ("The harbour of Port Lorne stays closed while crews search for sailors " * 5)[:300]
_HEADLINE = (64, 140, 1136, 505)  # between the hairlines


def card(headline: str, **parts: Any) -> Card:
    told = {"site": "Wireroom", "credit": "Headline: Gazette", "facts": "3 outlets", "day": "1 May"}
    return Card(headline=headline, is_rtl=False, **(told | parts))


def need(text: str) -> None:
    """Skip where this machine's fonts do not have a text's letters."""
    if set_text(text, find_fonts().headline) is None:
        pytest.skip("no font here has these letters")


def drawn(headline: str, **parts: Any) -> Image.Image:
    if not press.has_fonts():
        pytest.skip("there are no fonts here")
    png = draw(card(headline, **parts), find_fonts())
    assert len(png) <= 60_000
    with Image.open(BytesIO(png)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        return image.convert("L")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    return sum(image.crop(box).histogram()[:128])


def sides(image: Image.Image) -> tuple[int, int]:
    """Return how much ink the headline has in the left and the right third."""
    left, top, right, bottom = _HEADLINE
    third = (right - left) // 3
    return (
        ink(image, (left, top, left + third, bottom)),
        ink(image, (right - third, top, right, bottom)),
    )


def test_a_text_begins_where_its_readers_begin() -> None:
    need(ENGLISH)
    left, right = sides(drawn("Dam holds"))
    assert left > 1000
    assert right == 0
    need(ARABIC)
    left, right = sides(drawn("حريق"))
    assert left == 0
    assert right > 1000


def test_lines_of_two_directions_stand_whole() -> None:
    mixed = "شركة Lorne Ferries تلغي 12 رحلة بعد حريق MV Alder"
    need(mixed)
    apart = ink(drawn("Lorne Ferries MV Alder 12"), _HEADLINE)
    assert ink(drawn(mixed), _HEADLINE) > apart
    assert min(sides(drawn(mixed))) > 0


@pytest.mark.parametrize(
    "headline",
    [LONG, "W" * 300, "Пожар на пароме в порту Лорн", "洛恩港渡轮起火", "Φωτιά σε πλοίο",
     "लोर्न बंदरगाह पर आग", "שריפה במעבורת", "آتش‌سوزی در کشتی", "ไฟไหม้เรือข้ามฟาก" * 9],
)  # fmt: skip
def test_headlines_of_any_script_end_inside_the_lines_or_are_left_out(headline: str) -> None:
    image = drawn(headline)
    assert ink(image, _HEADLINE) > 1000  # the headline, or the newsroom's name in its place
    for margin in ((0, 60, 60, 630), (1140, 60, 1200, 630), (0, 514, 1200, 530)):
        assert ink(image, margin) == 0
    has_letters = set_text(headline, find_fonts().headline) is not None
    assert (ink(image, (64, 535, 600, 566)) > 0) == has_letters  # whose headline it is


def test_a_credit_runs_as_its_edition_does() -> None:
    told, rest = "العنوان: The Harbour Gazette", find_fonts().rest
    if (found := set_text(told, rest, stands_rtl=True)) is None:
        pytest.skip("no font here has these letters")
    assert found.is_rtl
    assert not set_text(told, rest).is_rtl  # type: ignore[union-attr] # as above


def test_what_no_font_has_is_never_drawn() -> None:
    hidden = "\U000f0000 \ue000 \U00012345\U0001f469\u200d\U0001f680"
    assert set_text("Private \U0001f9ff", find_fonts().headline) is None
    assert drawn(f"Fire {hidden}").tobytes() == drawn("", credit="").tobytes()


@pytest.mark.parametrize("font", find_fonts().headline[:4], ids=lambda font: font.name)
def test_a_font_has_the_signs_that_it_is_said_to_have(font: Path) -> None:
    face = ImageFont.truetype(str(font), 20)
    missing = bytes(face.getmask("\U0010fffd"))
    letters = [chr(sign) for sign in range(0x21, 0x6FF) if chr(sign).isalpha()]
    for letter in letters:
        if unicodedata.category(letter) == "Lo" or letter.isascii():
            is_box = bytes(face.getmask(letter)) == missing
            assert is_box == (ord(letter) not in signs_of(font)), hex(ord(letter))


def test_a_broken_font_has_no_signs(tmp_path: Path) -> None:
    good = find_fonts().headline[:1]
    whole = good[0].read_bytes() if good else b"\0\1\0\0"
    for number, content in enumerate((b"", b"ttcf", whole[:200], b"\xff" * 5000)):
        font = tmp_path / f"{number}.ttf"
        font.write_bytes(content)
        assert signs_of(font) == frozenset()
        assert ellipsis_of(font) == ""
    assert signs_of(tmp_path / "gone.ttf") == frozenset()


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=60),
    st.sampled_from(
        ["", "\u202e", "\u2066\u2067", "\u0301" * 10_000, "\0", "\ud800", "👩‍👩‍👧", "א"]
    ),
    st.text(st.characters(codec="utf-8"), max_size=60),
)
def test_hostile_headlines_are_tamed_or_left_out(before: str, trap: str, after: str) -> None:
    text = tidy(before + trap + after)
    assert len(text) <= MOST_CHARS + 1
    assert tidy(text) == text
    kinds = [unicodedata.category(sign) for sign in text if sign not in "\u200c\u200d"]
    assert not {"Cc", "Cf", "Cs", "Co", "Cn"} & set(kinds)
    assert "Mn" * 5 not in "".join(kinds)
    found = set_text(before + trap + after, find_fonts().headline)
    if found is not None:
        assert "".join(run.text for run in found.runs) == text
        for run in found.runs:
            signs = signs_of(run.font)
            assert all(ord(sign) in signs for sign in run.text if sign not in "\u200c\u200d")


def test_hostile_headlines_are_drawn_in_time() -> None:
    hostile = "\u202eevil\u2066 " + "Z" + "\u0301" * 10_000 + "\0" + "a\u200d" * 5000 + "\ud800"
    image = drawn(hostile, site=hostile, facts=hostile, day=hostile, credit=hostile)
    assert ink(image, _HEADLINE) > 0


def test_a_program_that_does_not_end_is_ended_and_not_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "endless.py").write_text("while True: pass")
    monkeypatch.setattr(press, "_PROGRAM", tmp_path / "endless.py")
    monkeypatch.setattr(press, "_LIMIT_S", 0.3)
    cards = CardPress(tmp_path / "cards")
    with pytest.raises(PictureFailed, match="too long"):
        cards.get("a" * 32, card(ENGLISH))
    monkeypatch.setattr(press, "_PROGRAM", tmp_path / "gone.py")
    with pytest.raises(PictureFailed, match="lately"):
        cards.get("a" * 32, card(ENGLISH))
    with pytest.raises(PictureFailed, match="broke"):
        cards.get("b" * 32, card(ENGLISH))


def test_a_card_is_drawn_once_for_all_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Card] = []

    def stand_in(one: Card, _fonts: object) -> bytes:
        made.append(one)
        return b"png"

    monkeypatch.setattr(press, "draw", stand_in)
    answers = [CardPress(tmp_path).get("a" * 32, card(ENGLISH)) for _ in range(3)]
    assert (answers, len(made)) == ([b"png"] * 3, 1)
    press.forget_cards(tmp_path)
    CardPress(tmp_path).get("a" * 32, card(ENGLISH))
    assert len(made) == 2
