"""News agencies by their canonical name, with the spellings that credits use."""

import re
from functools import lru_cache
from typing import Final

from wireroom.engine.text.words import fold

# Spellings are separated by "|"; case, dots, spaces and hamza forms do not matter.
_SPELLINGS: Final[dict[str, str]] = {
    "Reuters": "로이터|Рейтерс|Thomson Reuters|Reuters News|Reuters News Agency|رويترز"
    "|وكالة رويترز|路透社|ロイター|Рейтер",
    "AFP": "АФП|法新社|AFP通信|Agence France-Presse|Agence France Presse|أ ف ب"
    "|ا ف ب|فرانس برس|وكالة فرانس برس"
    "|الفرنسية|وكالة الصحافة الفرنسية|ا.ف.ب",
    "AP": "АП|美联社|AP通信|Associated Press|The Associated Press|أسوشيتد برس"
    "|أسوشييتد برس|اسوشيتدبرس|أ ب"
    "|وكالة أسوشيتد برس|الأسوشيتد برس|أسوشيتدبرس",
    "dpa": "ДПА|德新社|Deutsche Presse-Agentur|German Press Agency|د ب أ|د.ب.أ|الوكالة الألمانية"
    "|وكالة الأنباء الألمانية|الألمانية",
    "EFE": "Agencia EFE|إفي|وكالة إفي",
    "ANSA": "آنسا|وكالة أنسا",
    "Xinhua": "Xinhua News Agency|شينخوا|وكالة شينخوا|新华社|新華社|Синьхуа",
    "TASS": "タス|タス通信|塔斯社|ITAR-TASS|ТАСС|تاس|وكالة تاس",
    "RIA Novosti": "РИА|俄新社|RIA|РИА Новости|ريا نوفوستي|نوفوستي",
    "Interfax": "Интерфакс-Украина|INTERFAX.RU|Интерфакс|إنترفاكس|انترفاكس",
    "Sputnik": "سبوتنيك|وكالة سبوتنيك",
    "Belta": "БелТА|BelTA|БЕЛТА|بيلتا",
    "Ukrinform": "Укринформ",
    "SPA": "Saudi Press Agency|واس|وكالة الأنباء السعودية",
    "WAM": "Emirates News Agency|وام|وكالة أنباء الإمارات",
    "KUNA": "Kuwait News Agency|كونا|وكالة الأنباء الكويتية",
    "QNA": "Qatar News Agency|قنا|وكالة الأنباء القطرية",
    "BNA": "Bahrain News Agency|بنا|وكالة أنباء البحرين",
    "ONA": "Oman News Agency|العمانية|وكالة الأنباء العمانية",
    "MENA": "Middle East News Agency|أ ش أ|أ.ش.أ|وكالة أنباء الشرق الأوسط",
    "Petra": "Jordan News Agency|بترا|وكالة الأنباء الأردنية",
    "INA": "Iraqi News Agency|واع|وكالة الأنباء العراقية",
    "SANA": "Syrian Arab News Agency|سانا|وكالة سانا",
    "NNA": "National News Agency|الوكالة الوطنية للإعلام|الوطنية للإعلام",
    "WAFA": "Palestinian News Agency|وفا|وكالة وفا",
    "SABA": "سبأ|وكالة سبأ",
    "SUNA": "Sudan News Agency|سونا",
    "LANA": "Libyan News Agency|وال",
    "TAP": "Tunis Afrique Presse|وات|وكالة تونس إفريقيا للأنباء",
    "APS": "Algérie Presse Service|Algeria Press Service|واج|وكالة الأنباء الجزائرية",
    "MAP": "Maghreb Arabe Presse|و م ع|وكالة المغرب العربي للأنباء",
    "Anadolu": "Anadolu Agency|Anadolu Ajansı|AA|الأناضول|وكالة الأناضول",
    "DHA": "Demirören Haber Ajansı",
    "IRNA": "إرنا|وكالة إرنا",
    "Tasnim": "Tasnim News Agency|تسنيم|وكالة تسنيم",
    "Fars": "Fars News Agency|وكالة فارس",
    "ISNA": "إسنا",
    "Mehr": "MNA|Mehr News Agency|وكالة مهر",
    "PTI": "Press Trust of India",
    "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service",
    "UNI": "United News of India",
    "APP": "Associated Press of Pakistan",
    "BSS": "Bangladesh Sangbad Sangstha",
    "Kyodo": "Kyodo News|共同|共同通信|كيودو|共同社|共同通信社",
    "Jiji": "时事社|Jiji Press|時事通信|時事|时事社",
    "Yonhap": "聯合ニュース|韩联社|韓聯社|Yonhap News Agency|연합뉴스|يونهاب",
    "KCNA": "朝鮮中央通信|朝中社|Korean Central News Agency",
    "CNA": "中央社|Central News Agency",
    "UPI": "United Press International|يو بي آي",
    "PA": "PA Media|Press Association|PA Wire",
    "AAP": "Australian Associated Press",
    "CP": "The Canadian Press|Canadian Press|La Presse Canadienne",
    "Bernama": "برناما",
    "Antara": "ANTARA News",
    "VNA": "Vietnam News Agency",
    "PNA": "Philippine News Agency",
    "Lusa": "Agência Lusa",
    "Europa Press": "EP",
    "APA": "Austria Presse Agentur",
    "SDA": "Keystone-SDA|ATS|Keystone-ATS",
    "AWP": "",
    "Belga": "",
    "ANP": "",
    "TT": "TT Nyhetsbyrån",
    "NTB": "",
    "Ritzau": "",
    "STT": "",
    "PAP": "Polska Agencja Prasowa",
    "ČTK": "CTK",
    "MTI": "",
    "Agerpres": "",
    "BTA": "",
    "Tanjug": "",
    "Hina": "",
    "AMNA": "ANA-MPA",
    "Adnkronos": "",
    "AGI": "",
    "SID": "",
    "KNA": "",
    "epd": "",
    "Bloomberg": "Bloomberg News|بلومبرغ|بلومبرج",
    "UNB": "United News of Bangladesh",
    "BNS": "Baltic News Service",
    "ETA": "",
    "LETA": "",
    "ELTA": "",
    "TASR": "",
    "STA": "Slovenska tiskovna agencija|Slovenian Press Agency",
    "UNIAN": "УНИАН|УНІАН",
    "Azertac": "AZƏRTAC|AZERTAG",
    "Trend": "Trend News Agency",
    "Armenpress": "Арменпресс",
    "Interpressnews": "",
    "Kazinform": "КАЗИНФОРМ|Казинформ",
    "UzA": "",
    "Maan": "Ma'an News Agency|وكالة معا",
    "GNA": "Ghana News Agency",
    "NAN": "News Agency of Nigeria",
    "SAnews": "SAnews.gov.za",
    "ENA": "Ethiopian News Agency",
    "Télam": "Telam",
    "Prensa Latina": "",
    "Agência Brasil": "Agencia Brasil",
    "Notimex": "",
    "IPS": "Inter Press Service",
    "Dow Jones": "Dow Jones Newswires",
    "CNS": "中新社|中新网|中新網|中国新闻社|China News Service|Catholic News Service",
    "askanews": "",
    "Italpress": "",
    "İHA": "IHA|İhlas Haber Ajansı",
    "KazTAG": "КазТАГ",
    "BelaPAN": "БелаПАН",
    "Newsis": "뉴시스",
    "News1": "뉴스1",
    "Agencies": "مع الوكالات|with agencies|from wire reports"
    "|avec agences|con agencias|Agenturmaterial|mit Agenturmaterial"
    "|agency reports|Агентства|agencies|wires|wire reports"
    "|wire services|news agencies|agences|Agenturen"
    "|agencias|وكالات|الوكالات|وكالات الأنباء",
}

# Letters that are more often something else when no place or bracket stands beside them.
_AMBIGUOUS: Final = (
    "PA MENA CP TT AA EP TAP MAP APP UNI Fars Mehr Sputnik SID APA APS INA ONA CNA PAP SDA AGI "
    "Antara Petra UNB BNS ETA LETA ELTA STA Trend UzA Maan GNA NAN ENA IPS CNS "
    "KNA SABA MTI SPA BNA NNA BTA BSS PNA VNA"
)
AMBIGUOUS_ALONE: Final = frozenset(_AMBIGUOUS.split())
_ALONE_ARABIC: Final = frozenset(("قنا", "بنا", "وال", "وات", "وفا", "سبا", "تاس", "الفرنسيه"))


# "Joint" and "current affairs" in Chinese and Japanese, "Central" of more than one house.
_WORDS_TOO: Final = frozenset(("共同", "時事", "时事", "中央社", "ап"))
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
# "Корр. БЕЛТА", "Корреспондент ТАСС".
_CORRESPONDENT: Final = re.compile(
    r"\A(?:соб\.\s?)?(?:спец)?корр?(?:еспондент)?\.?\s+(?=\S)", re.IGNORECASE
)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


_CANONICAL: Final[dict[str, str]] = {
    _key(spelling): canonical
    for canonical, listing in _SPELLINGS.items()
    for spelling in (canonical, *listing.split("|"))
    if spelling
}
# What ends words with a full stop (not "varda.example") or holds a mark of a sentence is none.
_DESK: Final = re.compile(r"(?!.*\w\w\.(?![a-z]))[^!?؟…。，、「」\n]{1,30}")
# An agency named with a stranger ("dpa/bb" is dpa's Brandenburg desk) is still the agency.
_JOINS: Final = re.compile(r"\s*(?:/|,|&|\+|\band\b|\bund\b|\bet\b|\by\b|\s-\s|(?<=\s)و(?=\w))\s*")


@lru_cache(maxsize=4096)
def canonical_agency(name: str) -> str | None:
    """Return the agency's canonical name ("Reuters", "Reuters/AFP"), None for strangers."""
    name = _CORRESPONDENT.sub("", name)
    whole = _CANONICAL.get(_key(name))
    if whole or len(name) > 80:
        return whole
    parts = _JOINS.split(name)
    found = [_CANONICAL.get(_key(part)) for part in parts]
    known = list(dict.fromkeys(part for part in found if part))
    strangers = [part for part, agency in zip(parts, found, strict=True) if agency is None]
    if not known or len(strangers) > 1 or (strangers and "/" not in name):
        return None
    if strangers and not _DESK.fullmatch(strangers[0]):  # a sentence before "/ AFP"
        return None
    return "/".join(known)


def spellings_of(agency: str) -> tuple[str, ...]:
    """Return an agency's canonical name and the spellings that credits use for it."""
    return (agency, *_SPELLINGS.get(agency, "").split("|"))


def stands_alone(name: str) -> bool:
    """Tell whether the name means the agency even without a place or bracket beside it."""
    canonical = canonical_agency(name)
    if canonical is None or canonical in AMBIGUOUS_ALONE:
        return False
    if _key(name) in _ALONE_ARABIC or is_word_too(name):
        return False
    return len(_key(name)) > 3 or name.strip() == name.strip().upper() or name == canonical


def is_word_too(name: str) -> bool:
    """Tell whether an agency's short name is a word of its language, too."""
    return fold(name).strip() in _WORDS_TOO


def east_asian_names() -> tuple[str, ...]:
    """Return the spellings in Han letters, kana and Hangul, the longest first."""
    names = {spelling for listing in _SPELLINGS.values() for spelling in listing.split("|")}
    return tuple(sorted(filter(_EAST_ASIAN.match, names), key=lambda name: (-len(name), name)))
