"""Agencies by name, in their scripts, and short codes that are words as often."""

import pytest

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import read_opening

LEAD = "The ministry of works said on Monday that the bridge would open in spring."
NAMES = {
    "新華社": "Xinhua", "路透社": "Reuters", "共同通信社": "Kyodo",
    "Рейтер": "Reuters", "УНИАН": "UNIAN",
    "Telam": "Télam", "Agencia Brasil": "Agência Brasil", "Prensa Latina": "Prensa Latina",
    "Slovenian Press Agency": "STA", "with agencies": "Agencies", "مع الوكالات": "Agencies",
    "avec agences": "Agencies", "con agencias": "Agencies", "mit Agenturmaterial": "Agencies",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_an_agency_has_one_name(name: str) -> None:
    assert canonical_agency(name) == NAMES[name]


@pytest.mark.parametrize("form", ["Tallinn, March 3 (BNS) — {}", "Ljubljana (STA) – {}"])
def test_a_short_code_after_a_place_is_a_credit(form: str) -> None:
    opening = read_opening(form.format(LEAD))
    assert opening.wire_credit in ("BNS", "STA")
    assert opening.rest == LEAD


@pytest.mark.parametrize("word", ["sta", "ana", "map", "tap", "tt", "un", "trend", "ETA", "nan"])
def test_a_short_word_alone_is_none(word: str) -> None:
    assert read_closing(word).wire_credit is None


@pytest.mark.parametrize(
    "line", ["From wire reports", "مع الوكالات", "Mit Agenturmaterial", "Compiled from agencies"]
)
def test_a_line_that_credits_agencies_goes(line: str) -> None:
    closing = read_closing(line)
    assert (closing.wire_credit, closing.rest) == ("Agencies", "")


@pytest.mark.parametrize("line", ["Quelle: dpa", "Fuente: dpa", "Mit Material der dpa"])
def test_a_source_line_names_its_agency(line: str) -> None:
    assert read_closing(line).wire_credit == "dpa"


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("dpa/vd", "dpa"),
        ("varda.example/Agenturen", "Agencies"),
        ("Корр. БЕЛТА", "Belta"),
        ("The bridge was closed. / AFP", None),
        ("AFP/The bridge is closed, and it will not open.", None),
        ("桥已关闭。/AFP", None),
    ],
)
def test_a_desk_may_stand_beside_an_agency_and_a_sentence_may_not(
    name: str, agency: str | None
) -> None:
    assert canonical_agency(name) == agency
