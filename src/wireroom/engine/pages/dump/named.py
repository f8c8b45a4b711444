"""Whom a line names beside a headline: the outlet, its reporters, the agency behind it."""

import re
from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.dump.labels import label_of
from wireroom.engine.text.when import ResolvedTime

_SENTENCE_END: Final = re.compile(r"[.!?؟…][\"'”’»)]*$")
OUTLET_WORDS: Final = re.compile(
    r"\b(?:news|times|post|herald|gazette|daily|press|wire|tribune|courier|journal|chronicle|today|"
    r"telegraph|guardian|observer|tv|radio|channel|agency|media|report|review|weekly|star|sun|mail|"
    r"network|online|magazine|echo|clarion|standard|independent|argus|bulletin|dispatch|examiner|"
    r"sentinel|mirror|express|advertiser|broadcasting|television|zeitung|kurier|tagblatt|anzeiger|"
    r"gazetesi|haber|diario|gazzetta|corriere|giornale)\b|صحيفة|قناة|وكالة|جريدة|بوابة|موقع|مجلة|إذاعة|"
    r"تلفزيون|شبكة|برس|بريس|نيوز|تايمز|بوست|الإخبارية|الإخباري|اليوم",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What one line says of an article; `names` may be outlets or sections, not yet told apart."""

    names: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    byline: str | None = None
    published: ResolvedTime | None = None
    updated: ResolvedTime | None = None
    comments: int | None = None
    has_time: bool = False
    dateline: str | None = None
    wire_credit: str | None = None


_TWO_SOURCES: Final = re.compile(r"\s*[+＋&]\s*|\s*،\s*|\s+و(?=ال)")
# As voices that read pages aloud are told: "Author, Jane Roe", "Role, Harbour News".
_VOICED: Final = re.compile(
    r"^(?P<what>author|role|المؤلفة?|الكاتبة?)\s?[,،]\s(?P<told>.{2,60})$", re.I
)
_PERSON: Final = re.compile(
    r"^(?!(?:Al|El|The|La|Le|Der|Die)\b)[A-ZÀ-ÞА-ЯЁ][\w’'.-]*"
    r"(?: (?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*|de|van|von|al|el|bin|la)){1,3}$"
)
_ROLE: Final = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|analyst|producer|journalist|"
    r"bureau chief|contributor|korrespondent(?:in)?|redakteur(?:in)?|reporterin?|correspondante?|"
    r"envoyée? spéciale?|journaliste|corresponsal|enviad[oa] especial|redactora?|periodista|"
    r"inviat[oa]|corrispondente|correspondente|repórter|muhabiri?|editör(?:ü)?|verslaggever|redacteur|dziennikar(?:z|ka)|"
    r"correspondent(?:e)?|корреспондент|обозреватель|редактор|redaktor|संवाददाता|डेस्क)s?\b"
    r"|مراسلة?|محررة?|كاتبة?|记者|記者|编辑",
    re.IGNORECASE,
)
_FOR: Final = re.compile(r"(?:^|\s)(?:for|at|of)\s+(?P<outlet>\S.{1,40})$", re.IGNORECASE)
_PLACED: Final = re.compile(r"^(?P<outlet>[^,|.]{2,40})(?:, (?P<place>[A-Z][^,.]{1,40}))?$")
_BY_ALONE: Final = re.compile(
    r"(?:(?:(?:written|posted|published|reported|story|words|text|article) )?by|authors?|"
    r"(?:kommentar |text )?von|(?:écrit |publié )?par|بقلم|كتب|كتبها?)\s?:?",
    re.IGNORECASE,
)
_NAME_WORDS: Final = range(1, 5)
_HANDLE: Final = re.compile(r"@\w{2,30}")
_LONGEST_ROLE: Final = 60


def read_person_line(name: str, below: str) -> Header | None:
    """Return the byline of two lines: a person, and below their role, or outlet and place."""
    if _BY_ALONE.fullmatch(name) and len(below.split()) in _NAME_WORDS:
        agency = canonical_agency(below)
        return Header(authors=() if agency else (below,), byline=below, wire_credit=agency)
    if not is_person(name) or len(below) > _LONGEST_ROLE:
        return None
    if _HANDLE.fullmatch(below):
        return Header(authors=(name,), byline=name)
    placed = _PLACED.match(below)
    outlet = placed["outlet"] if placed and OUTLET_WORDS.search(placed["outlet"]) else None
    if outlet and below[0].isupper():
        return Header(names=(outlet,), authors=(name,), byline=name)
    if _ROLE.search(below) and not _SENTENCE_END.search(below):
        return Header(authors=(name,), byline=name)
    return None


def names_role(text: str) -> bool:
    """Tell whether a line speaks of what somebody is in a newsroom: "Lisbon correspondent"."""
    return bool(_ROLE.search(text))


_SIGNED_ROLE: Final = re.compile(
    r"^(?P<name>[^,|(]{4,40}?)\s?[,|(]\s?(?P<rest>in (?=[A-Z]).{2,40}|[^,|()]{4,60})\)?$"
)


# Scripts without capitals: two to four words over what a writer is, "كاتبة وروائية من سارين".
_ROLE_FIRST: Final = re.compile(
    r"^(?:كاتبة?|صح[اف]+ية?|روائية?|باحثة?|محللة?|أكاديمية?|إعلامية?|محررة?|مراسلة?|أستاذة?)\b"
)
_FROM: Final = re.compile(
    r"^(?P<name>.{4,40}?),? in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,1})$"
)


def read_life_line(name: str, below: str) -> Header | None:
    """Read a name over what its bearer is, in a script without capitals."""
    if not may_be_person(name) or not _ROLE_FIRST.match(below):
        return None
    return Header(authors=(name,), byline=name)


def read_placed(line: str) -> Header | None:
    """Read "Jane Roe in Port Alder", which is a byline where a time stands beside it."""
    placed = _FROM.match(line)
    if not placed or not is_person(placed["name"]):
        return None
    return Header(authors=(placed["name"],), byline=line)


def read_signed(line: str) -> Header | None:
    """Read "Jane Roe, Health correspondent" and "Jane Roe,in Port Alder"; None of other lines."""
    signed = _SIGNED_ROLE.match(line)
    if not signed or not is_person(signed["name"]) or _SENTENCE_END.search(line):
        return None
    rest = signed["rest"]
    works_for = read_role(rest)
    if works_for is None and not re.match(r"in [A-Z]", rest):
        return None
    name = signed["name"]
    return Header(names=(works_for,) if works_for else (), authors=(name,), byline=name)


def read_role(part: str) -> str | None:
    """Return whom "SENIOR REPORTER FOR THE CLARION" works for, "" for a role alone, else None."""
    works_for = _FOR.search(part)
    before = part[: works_for.start()] if works_for else part
    if not _ROLE.search(before) and not (works_for and not before.strip()):
        return None
    return works_for["outlet"].strip() if works_for else ""


_BESIDE: Final = re.compile(r"^(?P<a>.{2,40}?)\s+[-–—|/ـ]\s+(?P<b>.{2,40})$")
_PLACE_BEFORE: Final = re.compile(
    r"^(?P<place>[^:]{3,30}?)\s?:\s+[«“\"]?(?P<name>[^:«»“”\"]{3,40}?)[»”\"]?$"
)
_WITH_AGENCY: Final = re.compile(
    r"^(?P<name>.{2,40}?)\s+(?:with|avec|et|mit|und|con|y|و)\s?(?P<agency>\S.{1,30})$",
    re.IGNORECASE,
)
# "Harbour - agencies", "Harbour - follow-ups": nobody in particular.
_NOBODY: Final = re.compile(
    r"\s+[-–—|/ـ]\s+(?:متابعات|وكالات|خاص|agencies|web desk|staff|online)$", re.I
)
_PERSON_WORDS: Final = range(2, 5)


def read_name_line(text: str) -> Header:
    """Read the line beside a time: an outlet, with its place, its agency or its reporter.

    "Harbour News - Port Alder", "Port Alder: Harbour News", "Harbour News with AFP",
    "Port Alder - Jane Roe".
    """
    shared = _WITH_AGENCY.match(text)
    agency = canonical_agency(shared["agency"]) if shared else None
    if shared and agency:
        by = shared["name"]
        if is_person(by):
            return Header(authors=(by,), byline=text, wire_credit=agency)
        return Header(names=(by,), wire_credit=agency)
    before = _PLACE_BEFORE.match(text)
    if before and not OUTLET_WORDS.search(before["place"]):
        return Header(names=(before["name"],))
    text = _NOBODY.sub("", text)
    beside = _BESIDE.match(text)
    return _beside(text, beside["a"], beside["b"]) if beside else Header(names=(text,))


def _beside(text: str, first: str, second: str) -> Header:
    outlets = [part for part in (first, second) if _names_outlet(part)]
    if len(outlets) == 1:
        return Header(names=(outlets[0],))
    if not outlets and len(second.split()) in _PERSON_WORDS:
        return Header(authors=(second,), byline=text)
    return Header(names=(text,))


def _names_outlet(part: str) -> bool:
    return bool(OUTLET_WORDS.search(part)) or "." in part


def is_person(text: str) -> bool:
    """Tell whether a line looks like one person's name: two to four capitalised words."""
    return bool(_PERSON.match(text)) and not OUTLET_WORDS.search(text) and not label_of(text)


def may_be_person(text: str) -> bool:
    """Tell whether a line may be a name where the script has no capitals to tell by."""
    is_uncased = text.upper() == text.lower() and len(text.split()) in _PERSON_WORDS
    return is_uncased and not OUTLET_WORDS.search(text) and not label_of(text)


def read_voiced(line: str) -> Header | None:
    """Read "Author, Jane Roe" and "Role, Harbour News"; None of any other line."""
    voiced = _VOICED.match(line)
    if not voiced:
        return None
    what, told = voiced["what"].casefold(), voiced["told"].strip()
    if what == "role":
        return Header(names=(told,) if OUTLET_WORDS.search(told) else ())
    return Header(authors=(told,), byline=told)


def read_sources(listed: str) -> Header:
    """Read "Source: Harbour TV + Reuters": who publishes, and the agency whose copy it is."""
    parts = [part.strip(" \"'«»“”") for part in _TWO_SOURCES.split(listed) if part]
    agencies = [part for part in parts if canonical_agency(part)]
    own = [part for part in parts if part not in agencies]
    if len(parts) < 2 or not agencies or not own:
        return Header(names=(listed,))
    return Header(names=(own[0],), wire_credit=canonical_agency(agencies[0]))
