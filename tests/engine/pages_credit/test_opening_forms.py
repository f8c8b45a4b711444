"""Datelines and credits that open wire copy, in the forms of agencies of many languages."""

import pytest
from tests.engine.pages_credit.leads import AR, DE, EN, ES, FR, IT, JA, KO, RU, TR, ZH

from wireroom.engine.pages.credit import read_opening

FORMS: dict[str, dict[str, tuple[str | None, str | None]]] = {
    RU: {
        "МОСКВА, 3 марта. /ТАСС/. {}": ("МОСКВА", "TASS"),
        "МОСКВА, 3 марта 2026 года. /ТАСС/. {}": ("МОСКВА", "TASS"),
        "РИМ, 3 марта. /Корр. ТАСС/. {}": ("РИМ", "TASS"),
        "РОСТОВ-НА-ДОНУ, 3 марта. /ТАСС/. {}": ("РОСТОВ-НА-ДОНУ", "TASS"),
        "ТАСС, 3 марта. {}": (None, "TASS"),
        "Москва. 3 марта. ИНТЕРФАКС - {}": ("Москва", "Interfax"),
        "Москва. 3 марта. INTERFAX.RU - {}": ("Москва", "Interfax"),
        "МОСКВА, 3 мар - РИА Новости. {}": ("МОСКВА", "RIA Novosti"),
        "МОСКВА, 3 мар — РИА Новости, Иван Мостовой. {}": ("МОСКВА", "RIA Novosti"),
        "Минск, 3 марта /Корр. БЕЛТА/. {}": ("Минск", "Belta"),
        "3 марта, Минск /Корр. БЕЛТА/. {}": ("Минск", "Belta"),
        "КИЕВ. 3 марта. УНИАН. {}": ("КИЕВ", "UNIAN"),
        "КИЇВ. 3 березня. Укринформ. {}": ("КИЇВ", "Ukrinform"),
        "АСТАНА. КАЗИНФОРМ - {}": ("АСТАНА", "Kazinform"),
        "МОСКВА, 3 марта. {}": ("МОСКВА", None),
    },
    EN: {
        "BAKU, Azerbaijan, March 3. {}": ("BAKU, Azerbaijan", None),
        "Ganja, Azerbaijan, March 3. {}": ("Ganja, Azerbaijan", None),
        "TASHKENT, March 3. {}": ("TASHKENT", None),
        "PORT ALDERNE, 3 March 2026. {}": ("PORT ALDERNE", None),
        "Baku, March 3, AZERTAC — {}": ("Baku", "Azertac"),
        "MOSCOW, March 3 /TASS/. {}": ("MOSCOW", "TASS"),
        "BEIJING, March 3 (Xinhua) -- {}": ("BEIJING", "Xinhua"),
        "TEHRAN, Mar. 3 (MNA) – {}": ("TEHRAN", "Mehr"),
        "Tehran, IRNA – {}": ("Tehran", "IRNA"),
        "WASHINGTON, D.C. (AP) — {}": ("WASHINGTON, D.C.", "AP"),
    },
    DE: {
        "Berlin (dpa) - {}": ("Berlin", "dpa"),
        "Wien (APA) - {}": ("Wien", "APA"),
        "Frankfurt a.M. (epd). {}": ("Frankfurt a.M.", "epd"),
        "Rom (KNA) {}": ("Rom", "KNA"),
        "Budapest, 2026. március 3., kedd (MTI) - {}": ("Budapest", "MTI"),
        "Warszawa, 3 marca (PAP) - {}": ("Warszawa", "PAP"),
    },
    FR: {
        "Paris, 3 mars (AFP) - {}": ("Paris", "AFP"),
        "ALGER, 3 mars (APS)- {}": ("ALGER", "APS"),
        "ALGER- {}": ("ALGER", None),
    },
    ES: {
        "Madrid, 3 mar (EFE).- {}": ("Madrid", "EFE"),
        "MADRID 3 Mar. (EUROPA PRESS) - {}": ("MADRID", "Europa Press"),
    },
    IT: {
        "(ANSA) - ROMA, 03 MAR - {}": ("ROMA", "ANSA"),
        "(AGI) - Roma, 3 mar. - {}": ("Roma", "AGI"),
        "Roma, 3 mar. (askanews) - {}": ("Roma", "askanews"),
    },
    TR: {
        "ANKARA (AA) - {}": ("ANKARA", "Anadolu"),
        "İSTANBUL, 3 Mart (AA) - {}": ("İSTANBUL", "Anadolu"),
        "ANKARA (İHA) - {}": ("ANKARA", "İHA"),
    },
    AR: {
        "القاهرة - أ ش أ {}": ("القاهرة", "MENA"),
        "القاهرة - أ ش أ\n{}": ("القاهرة", "MENA"),
        "القاهرة- رويترز- {}": ("القاهرة", "Reuters"),
        "دبي: «بريد فاردا»\n{}": ("دبي", "بريد فاردا"),
        "موسكو - سبوتنيك. {}": ("موسكو", "Sputnik"),
        "الرياض (واس) - {}": ("الرياض", "SPA"),
        "أبوظبي في 3 مارس/ وام / {}": ("أبوظبي", "WAM"),
        "الكويت - 3 - 3 (كونا) -- {}": ("الكويت", "KUNA"),
        "لندن - (د ب أ) {}": ("لندن", "dpa"),
    },
    ZH: {
        "新华社北京3月3日电 {}": ("北京", "Xinhua"),
        "新华社北京2026年3月3日电　{}": ("北京", "Xinhua"),
        "（新华社北京3月3日电）{}": ("北京", "Xinhua"),
        "【新华社北京3月3日电】{}": ("北京", "Xinhua"),
        "新华社北京3月3日电（记者王某、李某）{}": ("北京", "Xinhua"),
        "据新华社电，{}": (None, "Xinhua"),
        "中新社北京3月3日电 {}": ("北京", "CNS"),
        "中新网3月3日电 {}": (None, "CNS"),
        "（中央社記者王小某台北3日電）{}": ("台北", "CNA"),
        "新华社呼和浩特3月3日电 {}": ("呼和浩特", "Xinhua"),
        "新华社北京、上海3月3日电 {}": ("北京、上海", "Xinhua"),
        "本报上海3月3日电 {}": ("上海", None),
    },
    JA: {
        "【AFP=時事】{}": (None, "AFP/Jiji"),
        "【3月3日 AFP】{}": (None, "AFP"),
        "【ロンドン共同】{}": ("ロンドン", "Kyodo"),
        "【モスクワ＝タス】{}": ("モスクワ", "TASS"),
        "［ロンドン　３日　ロイター］ - {}": ("ロンドン", "Reuters"),
        "【新華社北京3月3日】{}": ("北京", "Xinhua"),
        "【ソウル聯合ニュース】{}": ("ソウル", "Yonhap"),
    },
    KO: {
        "(서울=연합뉴스) {}": ("서울", "Yonhap"),
        "(서울=연합뉴스) 홍다리 기자 = {}": ("서울", "Yonhap"),
    },
}
WRITERS = {
    f"新华社北京3月3日电（记者王某、李某）{ZH}": ("王某", "李某"),
    f"（中央社記者王小某台北3日電）{ZH}": ("王小某",),
    f"МОСКВА, 3 мар — РИА Новости, Иван Мостовой. {RU}": ("Иван Мостовой",),
    f"(서울=연합뉴스) 홍다리 기자 = {KO}": ("홍다리",),
    f"新华社北京3月3日电 {ZH}": (),
}
ORDINARY = [
    f"Москва. Кремль. Утро. {RU}",
    f"Москва. 3 марта. Утро. {RU}",
    f"Москва, 3 марта, вечер. {RU}",
    f"Иван Мостовой, 3 марта. {RU}",
    f"По данным ТАСС, 3 марта. {RU}",
    f"ТАСС сообщил, что 3 марта. {RU}",
    "— Мост откроют, — сказал министр. — Весной, не раньше.",
    f"Paris, the capital of the north, waits. {EN}",
    "Alderne, March 3, was a quiet town until the ferry burned in its harbour.",
    f"On Monday, March 3. {EN}",
    f"ON MONDAY, March 3. {EN}",
    f"Anna Holm, Editor, March 3. {EN}",
    f"CONCERT, MARCH 3. {EN.lower()}",
    "LONDON, March 3. I woke early and walked along the river to the old bridge.",
    "Baku, Azerbaijan, March 3.",
    "Reuters reported on Monday, March 3. The bridge, it said, would open in spring.",
    "“It will open,” he said – “in spring, I hope, or in the summer after it.”",
    "Madrid, Paris y Roma (las tres capitales) - todas tienen puentes viejos.",
    "القاهرة، أكبر مدن البلاد، تنتظر الجسر الجديد منذ سنوات طويلة.",
    "«الجسر سيفتح في الربيع» - هكذا قال الوزير أمس.",
    f"据新华社报道，北京3月3日，{ZH}",
    f"新华社记者3月3日在北京获悉，{ZH}",
    f"新华社北京3月3日电文称{ZH}",
    f"新华社记者3月3日来电，{ZH}",
    f"本报电，{ZH}",
    f"【時事】{ZH}",
    f"【日米共同】{JA}",
    f"【今日の時事】{JA}",
    f"【ロンドン＝橋本太郎】{JA}",
    f"（共同）{JA}",
    f"(서울=홍다리) {KO}",
]


@pytest.mark.parametrize(
    ("form", "lead"), [(form, lead) for lead, forms in FORMS.items() for form in forms]
)
def test_dateline_and_credit_leave_the_text(form: str, lead: str) -> None:
    opening = read_opening(form.format(lead))
    assert (opening.dateline, opening.wire_credit) == FORMS[lead][form]
    assert opening.rest == lead


@pytest.mark.parametrize("text", WRITERS)
def test_who_signs_within_a_credit_is_told(text: str) -> None:
    assert read_opening(text).writers == WRITERS[text]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_stay_whole(text: str) -> None:
    opening = read_opening(text)
    assert (opening.dateline, opening.wire_credit, opening.rest) == (None, None, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "رويترز قالت إن الجسر سيفتح.",
        "الألمانية لينا فازت بالسباق.",
        "«الشركة» تفتح الجسر في الربيع.",
    ],
)
def test_an_agency_that_is_the_subject_stays_in_the_text(sentence: str) -> None:
    opening = read_opening(f"القاهرة - {sentence} {AR}")
    assert opening.wire_credit is None
    assert opening.rest.endswith(f"{sentence} {AR}")


@pytest.mark.parametrize("line", ["دبي: «بريد فاردا»", "القاهرة - أ ش أ", "新华社北京3月3日电"])
def test_a_line_of_its_own_leaves_nothing(line: str) -> None:
    opening = read_opening(line)
    assert opening.wire_credit
    assert opening.rest == ""
