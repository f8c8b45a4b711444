"""Datelines and wire credits: what opens or closes a report without being part of its text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.agencies import AMBIGUOUS_ALONE, canonical_agency, stands_alone
from wireroom.engine.pages.arabic_opening import read_unparted_credit
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit_parts import NOT_A_CREDIT, Opening
from wireroom.engine.pages.dateline import (
    ABBREVIATED,
    ARABIC,
    ARABIC_VERBS,
    LONGEST_PLACE,
    SPOKEN,
    first_letter,
    is_capitals,
    is_place,
    without_date,
)
from wireroom.engine.pages.east_asian_opening import read_east_asian_opening
from wireroom.engine.pages.places import is_known_place
from wireroom.engine.pages.stopped_opening import read_stopped_opening

# "WASHINGTON/JERUSALEM/RAMALLAH, West Bank, 20 August 2025 (Reuters) -" is as long as they get.
_LONGEST_OPENING: Final = 110
# A report's first sentence; what is shorter behind a colon is a caption or a label.
_SHORTEST_LEAD: Final = 40

_BRACKETED: Final = re.compile(
    r"(?:\((?P<round>[^()]{2,60})\)|\[(?P<square>[^\[\]]{2,60})\]|«(?P<angle>[^«»]{2,60})»"
    r"|/\s?(?P<slash>[^/\s][^/]{0,40}?)\s?/)"
    r"\.?\s*(?P<sep>\.?\s?[-‐‑‒–—―ـ]+|:|،|\||\Z)?\s*"
)
_BRACKETS: Final = ("round", "square", "angle", "slash")
_SEPARATOR: Final = re.compile(
    r"\s+[-‐‑‒–—―ـ|]+\s*|[‐‑‒–—―ـ]+\s*|-\s+|\s?-{2,}\s*|:(?=\s|[«“\"])\s*|\s*/\s+"
)


@lru_cache(maxsize=64)
def read_opening(paragraph: str) -> Opening:
    """Split "MOSCOW, March 3 (Reuters) - text" into dateline, credit and text.

    Agencies come out in canonical spelling, strangers in brackets as written; a date between
    place and credit is dropped. A paragraph that opens with neither comes back whole.
    """
    text = paragraph.strip()
    return (
        read_east_asian_opening(text)
        or _bracketed_opening(text)
        or read_stopped_opening(text)
        or _separated_opening(text)
        or Opening(None, None, text)
    )


def is_credit_line(line: str) -> bool:
    """Tell whether a line is nothing but a place and an agency: "القاهرة - أ ش أ"."""
    opening = read_opening(line)
    return bool(opening.dateline and opening.wire_credit and not opening.rest)


def writers_in(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return those whom an agency names as its writers within the credit that opens a report."""
    return read_opening(paragraphs[0]).writers if paragraphs else ()


def _bracketed_opening(text: str) -> Opening | None:
    for match in _BRACKETED.finditer(text[:_LONGEST_OPENING]):
        place = text[: match.start()].strip(" ,،:-–—ـ")
        place = place if ABBREVIATED.search(place) else place.strip(" .")
        credit = next(inside for inside in match.group(*_BRACKETS) if inside).strip()
        rest = text[match.end() :].lstrip()
        agency = canonical_agency(credit)
        if agency or _may_be_stranger(match, place, credit, rest):
            return _placed(place, agency or credit, rest, is_agency=agency is not None)
    return None


def _placed(place: str, credit: str, rest: str, *, is_agency: bool) -> Opening | None:
    name = without_date(place)
    if name and not is_place(name, strict=not is_agency):
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
    if len(words) > 4 or credit.isdigit() or credit.casefold().strip(".") in NOT_A_CREDIT:
        return False
    if len(words) > 1 and any(sign.isdigit() for sign in credit):
        return False
    if ARABIC.search(credit):
        return len(words) <= 3 and not ARABIC_VERBS.match(place)
    named = credit[0].isupper() or any(sign.isupper() for sign in credit)
    starts_anew = not rest or not first_letter(rest).islower()
    return named and starts_anew


def _separated_opening(text: str) -> Opening | None:
    """Read "REUTERS: text", "MOSCOW: text", "الرياض - واس - text": pieces before separators."""
    place: str | None = None
    credit: str | None = None
    rest = text
    while not (place and credit):
        match = _SEPARATOR.search(rest[: LONGEST_PLACE + 10])
        head = (rest[: match.start()] if match else rest).strip(" ,،")
        if not head or len(head) > LONGEST_PLACE:
            break
        after = rest[match.end() :] if match else ""
        found = _read_piece(head, match.group() if match else "", after, place)
        if found is None or (found.dateline and place) or (found.wire_credit and credit):
            break
        place, credit, rest = found.dateline or place, found.wire_credit or credit, after
    if place and credit is None and (unparted := read_unparted_credit(rest)):
        credit, rest = unparted
    if place is None and credit is None:
        return None
    return Opening(place, credit, rest.strip())


def _read_piece(head: str, sep: str, after: str, place: str | None) -> Opening | None:
    """Say what one piece before a separator is; a separator is missing only at the end."""
    quoted = re.fullmatch(r"[«\"“](.{2,40})[»\"”]", head)
    if place and quoted and ARABIC.search(head):
        return Opening(None, canonical_agency(quoted[1]) or quoted[1], after)
    agency = canonical_agency(head)
    if agency and (place or stands_alone(head)):
        return Opening(None, agency, after)
    before, comma, last = head.rpartition(",")
    closing = canonical_agency(last) if comma and place is None else None
    if closing and is_place(without_date(before), strict=True):
        return Opening(without_date(before), closing, after)
    if place is None and sep and _opens_as_place(head, sep.strip(), after):
        return Opening(without_date(head), None, after)
    return None


def _opens_as_place(head: str, sep: str, after: str) -> bool:
    name = without_date(head)
    if not name or "(" in name or canonical_agency(name) in AMBIGUOUS_ALONE:
        return False
    if is_known_place(name):
        return len(after) >= _SHORTEST_LEAD or _separated_credit(after)
    if ARABIC.search(name):
        return len(name.split()) <= 3 and _separated_credit(after) and sep != ":"
    if not is_capitals(name) or len(re.sub(r"\W", "", name)) <= 3:
        return False
    if sep in ("/", "|") or len(after) < _SHORTEST_LEAD or SPOKEN.match(after):
        return False
    return not first_letter(after).islower() and is_place(name, strict=True)


def _separated_credit(after: str) -> bool:
    head = _SEPARATOR.split(after[:LONGEST_PLACE], maxsplit=1)[0].strip(" .،,")
    return canonical_agency(head) is not None or read_unparted_credit(after) is not None


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
