"""Openings whose parts end in full stops: "Москва. 3 марта. ИНТЕРФАКС - ", "BAKU, March 3. "."""

import re
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency, stands_alone
from wireroom.engine.pages.credit_parts import Opening
from wireroom.engine.pages.dateline import ARABIC, SPOKEN, first_letter, is_capitals, is_place
from wireroom.engine.pages.opening_dates import DATE
from wireroom.engine.pages.places import is_country, is_known_place

_LONGEST_OPENING: Final = 110
# As for other datelines that nothing but their place gives away.
_SHORTEST_LEAD: Final = 40
_PLACE: Final = r"(?P<place>[^\W\d_][^\n.:;!?«»\"“”()\[\]–—]{1,58}?)"
_END: Final = r"(?:\s*[-–—:]+\s+|\.\s+(?:[-–—]+\s+)?|\.?\Z)"
# Behind the agency its writer may sign: "РИА Новости, Иван Полевой. ".
_WRITER: Final = r"(?:,\s(?P<writer>[^\W\d_]\w+\s[^\W\d_]\w+))?"
_AGENCY: Final = r"(?P<agency>[^\W\d_][^\n.,:;()/–—]{1,30}?)(?:\.(?:ru|com|by|ua|kz|az|uz))?"
_CREDITED: Final = re.compile(
    rf"{_PLACE}[.,]\s(?:(?P<date>{DATE})[.,]?\s)?(?:[-–—]+\s)?{_AGENCY}{_WRITER}(?P<end>{_END})",
    re.IGNORECASE,
)
_AGENCY_FIRST: Final = re.compile(rf"{_AGENCY},\s{DATE}{_END}", re.IGNORECASE)
_DATED: Final = re.compile(rf"{_PLACE},\s{DATE}\.\s+", re.IGNORECASE)
_NO_PLACE: Final = re.compile(
    r"(?:on|in|at|by|since|until|from|after|before|am|\w*days?|\w*tag)\b", re.IGNORECASE
)
_SHORTEST_PLACE: Final = 3  # longer than what may be initials
_PARTED: Final = re.compile(r"[.,]\s")


def read_stopped_opening(text: str) -> Opening | None:
    """Read an opening that parts place, date and agency by full stops; None where there is none.

    A known agency has to stand in it; a date alone parts only what is written as agencies write
    places: in capitals, one of the table, or with its country.
    """
    head = text[:_LONGEST_OPENING]
    if not _PARTED.search(head):
        return None
    return _credited(text, head) or _agency_first(text, head) or _dated(text, head)


def _credited(text: str, head: str) -> Opening | None:
    match = _CREDITED.match(head)
    agency = canonical_agency(match["agency"]) if match else None
    if match is None or agency is None or not is_place(match["place"], strict=True):
        return None
    # "Moscow, Reuters. " has neither a date nor the dash that agencies put behind their name.
    if not match["date"] and match["end"].strip() in (".", ""):
        return None
    writers = (match["writer"],) if match["writer"] else ()
    return Opening(match["place"].strip(), agency, text[match.end() :].strip(), writers)


def _agency_first(text: str, head: str) -> Opening | None:
    match = _AGENCY_FIRST.match(head)
    if match is None or not stands_alone(match["agency"]):
        return None
    return Opening(None, canonical_agency(match["agency"]), text[match.end() :].strip())


def _dated(text: str, head: str) -> Opening | None:
    match = _DATED.match(head)
    if match is None:
        return None
    place, rest = match["place"].strip(), text[match.end() :].strip()
    if len(rest) < _SHORTEST_LEAD or first_letter(rest).islower() or SPOKEN.match(rest):
        return None
    return Opening(place, None, rest) if _is_dateline(place) else None


def _is_dateline(place: str) -> bool:
    first, _, region = place.partition(",")
    if ARABIC.search(place) or _NO_PLACE.match(place) or not is_place(place, strict=True):
        return False
    if is_capitals(place):
        return len(first) > _SHORTEST_PLACE
    return is_known_place(place) or is_country(region)
