"""Datelines and wire credits: what opens or closes a report without being part of its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.agencies import AMBIGUOUS_ALONE, canonical_agency, stands_alone
from wireroom.engine.pages.places import is_known_place
from wireroom.engine.text.when import looks_like_time

# "WASHINGTON/JERUSALEM/RAMALLAH, West Bank, 20 August 2025 (Reuters) -" is as long as they get.
_LONGEST_OPENING: Final = 110
_LONGEST_PLACE: Final = 60
_MOST_PLACE_WORDS: Final = 7
# A report's first sentence; what is shorter behind a colon is a caption or a label.
_SHORTEST_LEAD: Final = 40

_BRACKETED: Final = re.compile(
    r"(?:\((?P<round>[^()]{2,60})\)|\[(?P<square>[^\[\]]{2,60})\]|«(?P<angle>[^«»]{2,60})»"
    r"|/\s?(?P<slash>[^/\s][^/]{0,40}?)\s?/)"
    r"\.?\s*(?P<sep>\.?\s?[-‐‑‒–—―ـ]+|:|،|\||\Z)?\s*"
)
_BRACKETS: Final = ("round", "square", "angle", "slash")
_SEPARATOR: Final = re.compile(
    r"\s+[-‐‑‒–—―ـ|]+\s*|[‐‑‒–—―ـ]+\s*|\s?-{2,}\s*|:(?=\s|[«“\"])\s*|\s*/\s+"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_PARTICLES: Final = _words(
    "of the and de la le el al du des del di da am an der den im upon sur les y e i bin"
)
# Words in capitals that open a line and are no place.
_LABEL_WORDS: Final = _words(
    "warning update updated breaking q a analysis exclusive watch opinion note live video photo "
    "photos pictures gallery factbox explainer interview review correction corrections "
    "clarification timeline question answer host reporter moderator speaker anchor caller what "
    "why how who when where key points related read more also editor editors disclaimer "
    "spoiler alert podcast background context summary topline factfile facts fact comment letter "
    "profile report reports column feature preview recap result results score scores weather sport "
    "sports business news latest trending poll quiz listen see tip tips step must "
    "nato nasa opec unesco unicef covid brexit ceo caption image source sources credit by advert "
    "advertisement sponsored ad newsletter subscribe sign male female voice narrator man woman "
    "crowd audience president minister senator judge lawyer mr mrs ms dr rep sen gov "
    "chapter table figure total verdict rating price time venue "
    "location phone email tel fax attention caution important urgent reminder notice "
    "développement éclairage reportage entretien analyse attention eilmeldung kommentar"
)
_NOT_A_CREDIT: Final = _words(
    "r d cdu csu spd fdp afd ldp labour labor tory conservative democrat republican independent "
    "photo photos video file end ends continued updated update live right left center centre "
    "pictured above below sic usa us uk uae eu un m f jr sr انتهى صورة فيديو تحديث"
)
_SPOKEN: Final = re.compile(
    r"(?:I|I'm|I’m|We|You|Yes|No|Well|Thank|Thanks|Hi|Hello|Okay|OK|Oh|Right|Sure)\b"
)
_ARABIC_VERBS: Final = re.compile(
    r"(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|كشف|كشفت|يقول|في|من|عن)\b"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph taken apart: `rest` is its text without dateline and credit."""

    dateline: str | None
    wire_credit: str | None
    rest: str


@dataclass(frozen=True, slots=True)
class Closing:
    """A paragraph taken apart at its end: `rest` is empty when it was nothing but a credit."""

    wire_credit: str | None
    rest: str


@lru_cache(maxsize=64)
def read_opening(paragraph: str) -> Opening:
    """Split "MOSCOW, March 3 (Reuters) - text" into dateline, credit and text.

    Agencies come out in canonical spelling, strangers in brackets as written; a date between
    place and credit is dropped. A paragraph that opens with neither comes back whole.
    """
    text = paragraph.strip()
    return _bracketed_opening(text) or _separated_opening(text) or Opening(None, None, text)


def _bracketed_opening(text: str) -> Opening | None:
    for match in _BRACKETED.finditer(text[:_LONGEST_OPENING]):
        place = text[: match.start()].strip(" ,،:-–—ـ.")
        credit = next(inside for inside in match.group(*_BRACKETS) if inside).strip()
        rest = text[match.end() :].lstrip()
        agency = canonical_agency(credit)
        if agency or _may_be_stranger(match, place, credit, rest):
            return _placed(place, agency or credit, rest, is_agency=agency is not None)
    return None


def _placed(place: str, credit: str, rest: str, *, is_agency: bool) -> Opening | None:
    name = _without_date(place)
    if name and not _is_place(name, strict=not is_agency):
        return None
    opening = Opening(name or None, credit, rest)
    second = _separated_opening(rest) if not name and is_agency else None  # "(ANSA) - ROMA, …"
    if second and second.dateline and second.wire_credit is None:
        return replace(second, wire_credit=credit)
    return opening


def _may_be_stranger(match: re.Match[str], place: str, credit: str, rest: str) -> bool:
    """Tell whether brackets after a place may hold an outlet that the table does not know."""
    if not place or match["sep"] is None or match["slash"] or match["square"]:
        return False
    words = credit.split()
    if len(words) > 4 or credit.isdigit() or credit.casefold().strip(".") in _NOT_A_CREDIT:
        return False
    if len(words) > 1 and any(sign.isdigit() for sign in credit):
        return False
    if _ARABIC.search(credit):
        return len(words) <= 3 and not _ARABIC_VERBS.match(place)
    named = credit[0].isupper() or any(sign.isupper() for sign in credit)
    starts_anew = not rest or not _first_letter(rest).islower()
    return named and starts_anew


def _first_letter(text: str) -> str:
    letter = _LETTER.search(text)
    return letter.group() if letter else ""


def _separated_opening(text: str) -> Opening | None:
    """Read "REUTERS: text", "MOSCOW: text", "الرياض - واس - text": pieces before separators."""
    place: str | None = None
    credit: str | None = None
    rest = text
    while not (place and credit):
        match = _SEPARATOR.search(rest[: _LONGEST_PLACE + 10])
        head = (rest[: match.start()] if match else rest).strip(" ,،")
        if not head or len(head) > _LONGEST_PLACE:
            break
        after = rest[match.end() :] if match else ""
        found = _read_piece(head, match.group() if match else "", after, place)
        if found is None or (found.dateline and place) or (found.wire_credit and credit):
            break
        place, credit, rest = found.dateline or place, found.wire_credit or credit, after
    if place is None and credit is None:
        return None
    return Opening(place, credit, rest.strip())


def _read_piece(head: str, sep: str, after: str, place: str | None) -> Opening | None:
    """Say what one piece before a separator is; a separator is missing only at the end."""
    quoted = re.fullmatch(r"[«\"“](.{2,40})[»\"”]", head)
    if place and quoted and _ARABIC.search(head):
        return Opening(None, canonical_agency(quoted[1]) or quoted[1], after)
    agency = canonical_agency(head)
    if agency and (place or stands_alone(head)):
        return Opening(None, agency, after)
    before, comma, last = head.rpartition(",")
    closing = canonical_agency(last) if comma and place is None else None
    if closing and _is_place(_without_date(before), strict=True):
        return Opening(_without_date(before), closing, after)
    if place is None and sep and _opens_as_place(head, sep.strip(), after):
        return Opening(_without_date(head), None, after)
    return None


def _opens_as_place(head: str, sep: str, after: str) -> bool:
    name = _without_date(head)
    if not name or canonical_agency(name) in AMBIGUOUS_ALONE:
        return False
    if is_known_place(name):
        return len(after) >= _SHORTEST_LEAD or _separated_credit(after)
    if _ARABIC.search(name):
        return len(name.split()) <= 3 and _separated_credit(after) and sep != ":"
    if not _is_capitals(name) or len(re.sub(r"\W", "", name)) <= 3:
        return False
    if sep in ("/", "|") or len(after) < _SHORTEST_LEAD or _SPOKEN.match(after):
        return False
    return not _first_letter(after).islower() and _is_place(name, strict=True)


def _separated_credit(after: str) -> bool:
    head = _SEPARATOR.split(after[:_LONGEST_PLACE], maxsplit=1)[0].strip(" .،,")
    return canonical_agency(head) is not None


def _is_capitals(name: str) -> bool:
    """Tell whether the place itself, before any region, is written in capitals."""
    first = re.split(r"[,،]", name)[0]
    letters = [sign for sign in first if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters)


def _is_place(name: str, *, strict: bool) -> bool:
    """Tell whether a name reads as a place: few words, each with a capital or a particle."""
    words = re.findall(r"[^\W_]+", name)
    if not words or len(name) > _LONGEST_PLACE or len(words) > _MOST_PLACE_WORDS:
        return False
    if words[0].casefold() in _LABEL_WORDS or words[-1].casefold() in _LABEL_WORDS:
        return False
    if strict and any(word.isdigit() for word in words):
        return False
    if _ARABIC.search(name):
        return len(words) <= 4 and not _ARABIC_VERBS.match(name)
    return all(word[0].isupper() or word in _PARTICLES or word.isdigit() for word in words)


def _without_date(place: str) -> str:
    """Return "PARIS" of "PARIS, March 3": the date is the report's, not the place's."""
    words = re.sub(r"\s*\[[^\]]*\]", "", place).split()
    for count in range(len(words)):
        if looks_like_time(" ".join(words[count:]).strip(" .,،/")):
            words = words[:count]
            break
    kept = re.sub(r"[\s,-]+\d{1,2}(?:\s?-\s?\d{1,2})?\Z", "", " ".join(words))
    kept = kept.strip(" ,،-–—ـ/")
    return kept if "," in kept else kept.rstrip(".")


_CLOSING_BRACKET: Final = re.compile(r"\s*[(\[]\s*(?P<credit>[^()\[\]]{2,90}?)\s*[)\]]\s*\.?\s*\Z")
_CLOSING_DASH: Final = re.compile(
    r"(?:\A|(?<=[.!?؟”\"'»…])\s+)[-–—―ـ]+\s?(?P<credit>[^-–—―.]{2,40})\.?\s*\Z"
)
_WITH_INPUTS: Final = re.compile(
    r"\A[(\[*\s]*(?:(?:with|additional)(?:\s+additional)?"
    r"(?:\s+(?:inputs?|reporting|material|reports?|information|files?))?(?:\s+(?:from|by))?"
    r"|(?:source|quelle|fuente|fonte)\s*:|courtesy\s*:?|avec|mit(?:\s+material\s+(?:von|der))?"
    r"|con|compiled\s+from"
    r"|المصدر\s*:|بالتعاون مع|نقلا عن)\s+(?:the\s+)?(?P<credit>.{2,60}?)[)\]*.\s]*\Z",
    re.IGNORECASE,
)


def read_closing(paragraph: str) -> Closing:
    """Split "text. (Reuters)" or "— Reuters" into text and credit; strangers only alone."""
    text = paragraph.strip()
    whole = _WITH_INPUTS.match(text) if len(text) < 120 else None
    if whole:
        agency = _agency_in(whole["credit"])
        if agency:
            return Closing(agency, "")
    tail = text[-130:]
    for pattern, signs in ((_CLOSING_BRACKET, ")]"), (_CLOSING_DASH, "-–—―ـ")):
        # Few paragraphs end so: a look for one sign is faster than the pattern.
        match = pattern.search(tail) if any(sign in tail for sign in signs) else None
        if match:
            return _closed(text, match["credit"], len(text) - len(match.group()))
    if stands_alone(text):
        return Closing(canonical_agency(text), "")
    return Closing(None, text)


def _closed(text: str, credit: str, cut: int) -> Closing:
    rest = text[:cut].rstrip()
    inputs = _WITH_INPUTS.match(credit)
    agency = canonical_agency(credit) or (_agency_in(inputs["credit"]) if inputs else None)
    ends_before = not rest or rest[-1] in ".!?؟”\"'»…’"
    if agency and (ends_before or _ARABIC.search(rest)):
        return Closing(agency, rest)
    if agency is None and ends_before and _is_stranger_at_end(credit):
        return Closing(credit, rest)
    return Closing(None, text)


def _is_stranger_at_end(credit: str) -> bool:
    words = credit.split()
    if len(words) > 2 or credit.casefold() in _NOT_A_CREDIT or any(map(str.isdigit, credit)):
        return False
    return all(word[0].isupper() for word in words)


def _agency_in(text: str) -> str | None:
    """Return the agencies that a list names: "PTI and AFP", "وكالات"."""
    return canonical_agency(text) or canonical_agency(re.sub(r"\bnews agency\b", "", text.strip()))


_BY: Final = re.compile(r"\A(?:by|par|von|por|بقلم|كتب|كتبت|إعداد)\s*:?\s+", re.IGNORECASE)
# Credits that follow a report stand in its last lines.
_CLOSING_PARAGRAPHS: Final = 3


def find_credit(paragraphs: Sequence[str], byline: str | None) -> str | None:
    """Return the agency that a report credits at its head, in its byline or at its foot."""
    for paragraph in paragraphs[:2]:
        opening = read_opening(paragraph)
        if opening.wire_credit:
            return opening.wire_credit
    if byline:
        for part in re.split(r"\s*[,|;،·•]\s*|\s+[-–—]\s+", _BY.sub("", byline.strip())):
            agency = canonical_agency(part)
            if agency:
                return agency
    closings = (read_closing(text) for text in reversed(paragraphs[-_CLOSING_PARAGRAPHS:]))
    return next((closing.wire_credit for closing in closings if closing.wire_credit), None)
