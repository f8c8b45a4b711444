"""Datelines and wire credits at the head and the foot of reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import find_credit, read_opening

LEAD = "The ministry of works said on Monday that the bridge would open in spring."
AR_LEAD = "أعلنت وزارة الأشغال يوم الاثنين أن الجسر سيفتح في الربيع المقبل."

OPENINGS = {
    "REUTERS: {}": (None, "Reuters"),
    "MOSCOW: {}": ("MOSCOW", None),
    "WASHINGTON (AP) — {}": ("WASHINGTON", "AP"),
    "ABILENE, Texas (KTAB) – {}": ("ABILENE, Texas", "KTAB"),
    "PARIS, March 3 (Reuters) - {}": ("PARIS", "Reuters"),
    "(Reuters) - {}": (None, "Reuters"),
    "Aug 20 (Reuters) - {}": (None, "Reuters"),
    "Paris (AFP) – {}": ("Paris", "AFP"),
    "Berlin (dpa/bb) - {}": ("Berlin", "dpa"),
    "MOSCOW, August 20. /TASS/. {}": ("MOSCOW", "TASS"),
    "New Delhi [India], August 20 (ANI): {}": ("New Delhi", "ANI"),
    "New Delhi, Aug 20 (PTI) {}": ("New Delhi", "PTI"),
    "(ANSA) - ROMA, 20 AGO - {}": ("ROMA", "ANSA"),
    "Madrid, 3 mar (EFE).- {}": ("Madrid", "EFE"),
    "Riyadh, March 3, 2025, SPA -- {}": ("Riyadh", "SPA"),
    "WASHINGTON/LONDON, Aug 20 (Reuters) - {}": ("WASHINGTON/LONDON", "Reuters"),
    "NEW YORK — {}": ("NEW YORK", None),
    "JERUSALEM (Agencies): {}": ("JERUSALEM", "Agencies"),
    "PORT ALDERNE (Tidewire) — {}": ("PORT ALDERNE", "Tidewire"),
    "Port Alderne (Tidewire) – {}": ("Port Alderne", "Tidewire"),
    "PORT ALDERNE: {}": ("PORT ALDERNE", None),
}
AR_OPENINGS = {
    "القاهرة: {}": ("القاهرة", None),
    "باريس (أ ف ب) - {}": ("باريس", "AFP"),
    "دبي - رويترز: {}": ("دبي", "Reuters"),
    "الدوحة - قنا - {}": ("الدوحة", "QNA"),
    "الرياض في 20 أغسطس / واس / {}": ("الرياض", "SPA"),
    "الكويت - 3 - 3 (كونا) -- {}": ("الكويت", "KUNA"),
    "القاهرة ـ أ ش أ: {}": ("القاهرة", "MENA"),
    "عمّان 20 آب (بترا)- {}": ("عمّان", "Petra"),
    "بندر سلوى (وكالة مرسى) - {}": ("بندر سلوى", "وكالة مرسى"),
    "الأناضول - {}": (None, "Anadolu"),
}
ORDINARY = [
    "{}",
    "WARNING: {}",
    "UPDATE: {}",
    "Q: {}",
    "Analysis: {}",
    "BREAKING — {}",
    "NATO: {}",
    "MENA: {}",
    "Quill: {}",
    "COX: I think that the council should have done more for us, and {}",
    "The company said (Reuters) - {}",
    "Ali (34) - {}",
    "Sarah Jones (pictured) - {}",
    "By 2030 - {}",
    "كويل: {}",
]


@pytest.mark.parametrize("form", OPENINGS)
def test_openings(form: str) -> None:
    opening = read_opening(form.format(LEAD))
    assert (opening.dateline, opening.wire_credit, opening.rest) == (*OPENINGS[form], LEAD)


@pytest.mark.parametrize("form", AR_OPENINGS)
def test_arabic_openings(form: str) -> None:
    opening = read_opening(form.format(AR_LEAD))
    assert (opening.dateline, opening.wire_credit, opening.rest) == (*AR_OPENINGS[form], AR_LEAD)


@pytest.mark.parametrize("form", ORDINARY)
def test_ordinary_sentences_keep_their_heads(form: str) -> None:
    text = form.format(LEAD)
    opening = read_opening(text)
    assert (opening.dateline, opening.wire_credit, opening.rest) == (None, None, text)


def test_a_line_of_dateline_and_credit_alone() -> None:
    assert read_opening("الرياض - واس").rest == ""
    assert read_opening("(Reuters)").wire_credit == "Reuters"


CLOSINGS = {
    "— Reuters": "Reuters",
    "(AFP)": "AFP",
    "(With inputs from agencies)": "Agencies",
    "(With inputs from PTI)": "PTI",
    "With Reuters and AFP": "Reuters/AFP",
    "Additional reporting by AFP": "AFP",
    "المصدر: رويترز": "Reuters",
    f"{LEAD} (رويترز)": "Reuters",
    f"{AR_LEAD[:-1]} (أ ف ب)": "AFP",
    f"{LEAD} (Tidewire)": "Tidewire",
    "Additional reporting by Jane Roe in London.": None,
    "He spoke to Reuters.": None,
    f"{LEAD} (pictured above)": None,
    "He works for the union (USW)": None,
}


@pytest.mark.parametrize("text", CLOSINGS)
def test_closings(text: str) -> None:
    assert read_closing(text).wire_credit == CLOSINGS[text]


def test_a_credit_is_found_at_head_byline_or_foot() -> None:
    assert find_credit([f"REUTERS: {LEAD}", LEAD], None) == "Reuters"
    assert find_credit([LEAD, LEAD], "By Jane Roe, Associated Press") == "AP"
    assert find_credit([LEAD, LEAD, "— شينخوا"], None) == "Xinhua"
    assert find_credit([LEAD], "By Jane Roe") is None
    assert find_credit([], None) is None


def test_agencies_have_one_name() -> None:
    spellings = ["reuters", "REUTERS", "Thomson Reuters", "رويترز", "وكالة رويترز"]
    assert {canonical_agency(name) for name in spellings} == {"Reuters"}
    assert {canonical_agency(name) for name in ["أ ف ب", "أ.ف.ب", "A.F.P."]} == {"AFP"}
    assert canonical_agency("Tidewire") is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_paragraph_ends_with_its_rest(text: str) -> None:
    assert text.strip().endswith(read_opening(text).rest)
    assert text.strip().startswith(read_closing(text).rest)
