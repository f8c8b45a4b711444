"""Credits at the end of a report: "(Reuters)", "— Reuters", "/TASS/", "© AFP", "EFE"."""

import re
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency, stands_alone
from wireroom.engine.pages.credit_parts import NOT_A_CREDIT, Closing
from wireroom.engine.pages.dateline import ARABIC
from wireroom.engine.pages.east_asian_opening import read_credit_inside

_BRACKETED: Final = re.compile(
    r"\s*[(\[（【［]\s*(?P<credit>[^()\[\]（）【】［］]{2,90}?)\s*[)\]）】］]\s*[.。]?\s*\Z"
)
_DASHED: Final = re.compile(
    r"(?:\A|(?<=[.!?؟”\"'»…])\s+)[-–—―ـ]+\s?(?P<credit>[^-–—―.]{2,40})\.?\s*\Z"
)
# A slash, a sign of copyright or nothing at all credits known agencies alone.
_SLASHED: Final = re.compile(r"\s*/\s?(?P<credit>[^/\n]{2,40}?)\s?/?\s*\.?\s*\Z")
_OWNED: Final = re.compile(
    r"\s*(?:©|\(c\)|copyright(?:\s?©)?)\s?(?:\d{4}\s)?(?P<credit>[^©\n\d]{2,40}?)(?:,?\s\d{4})?\.?\s*\Z",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?<=[.!?…”\"»])\s+(?P<credit>[^\W\d_][\w-]{1,9})\.?\Z")
_TAIL: Final = 130
_LONGEST_LINE: Final = 120
_LONGEST_NAME: Final = 14
_FULL_STOPS: Final = ".!?؟”\"'»…’。！？」』"
_WITH_INPUTS: Final = re.compile(
    r"\A[(\[*\s]*(?:(?:with|additional)(?:\s+additional)?"
    r"(?:\s+(?:inputs?|reporting|material|reports?|information|files?))?(?:\s+(?:from|by))?"
    r"|(?:source|quelle|fuente|fonte)\s*:|courtesy\s*:?|avec|mit(?:\s+material\s+(?:von|der))?"
    r"|con|compiled\s+from"
    r"|(?:источник|джерело)\s*:|по\s+материалам"
    r"|المصدر\s*:|بالتعاون مع|نقلا عن)\s+(?:the\s+)?(?P<credit>.{2,60}?)[)\]*.\s]*\Z",
    re.IGNORECASE,
)
_EAST_ASIAN_SOURCE: Final = re.compile(
    r"[（(【]?\s?(?:来源|來源|稿源|出典|資料來源)\s?[:：]\s?(?P<credit>.{2,40}?)\s?[）)】]?\Z"
)


def read_closing(paragraph: str) -> Closing:
    """Split "text. (Reuters)" or "— Reuters" into text and credit; strangers only alone."""
    text = paragraph.strip()
    if len(text) < _LONGEST_LINE:
        agency = _credited_alone(text)
        if agency:
            return Closing(agency, "")
    tail = text[-_TAIL:]
    for pattern, signs in ((_BRACKETED, ")]）】］"), (_DASHED, "-–—―ـ")):
        # Few paragraphs end so: a look for one sign is faster than the pattern.
        match = pattern.search(tail) if any(sign in tail for sign in signs) else None
        if match:
            return _closed(text, match["credit"], len(text) - len(match.group()))
    return _closed_by_agency(text, tail) or Closing(None, text)


def _credited_alone(text: str) -> str | None:
    """Return the agency of a line that is nothing but its credit."""
    whole = _WITH_INPUTS.match(text) or _EAST_ASIAN_SOURCE.match(text)
    agency = _agency_in(whole["credit"]) if whole else None
    return agency or (canonical_agency(text) if stands_alone(text) else None)


def _closed(text: str, credit: str, cut: int) -> Closing:
    rest = text[:cut].rstrip()
    inputs = _WITH_INPUTS.match(credit)
    agency = canonical_agency(credit) or (_agency_in(inputs["credit"]) if inputs else None)
    agency = agency or _east_asian(credit)
    ends_before = not rest or rest[-1] in _FULL_STOPS
    if agency and (ends_before or ARABIC.search(rest)):
        return Closing(agency, rest)
    if agency is None and ends_before and _is_stranger_at_end(credit):
        return Closing(credit, rest)
    return Closing(None, text)


def _east_asian(credit: str) -> str | None:
    inside = read_credit_inside(credit) if not credit.isascii() else None
    return inside[1] if inside else None


def _closed_by_agency(text: str, tail: str) -> Closing | None:
    """Read what only a known agency may end a sentence with: "/TASS/", "© AFP", "EFE"."""
    for pattern, signs in ((_SLASHED, ("/",)), (_OWNED, ("©", "(c)", "(C)", "opyright"))):
        match = pattern.search(tail) if any(sign in tail for sign in signs) else None
        agency = canonical_agency(match["credit"]) if match else None
        if match and agency:
            rest = text[: len(text) - len(match.group())].rstrip()
            return Closing(agency, rest) if not rest or rest[-1] in _FULL_STOPS else None
    match = _BARE.search(tail[-_LONGEST_NAME:])
    if match and match["credit"] != match["credit"].title() and stands_alone(match["credit"]):
        return Closing(canonical_agency(match["credit"]), text[: -len(match.group())])
    return None


def _is_stranger_at_end(credit: str) -> bool:
    words = credit.split()
    if len(words) > 2 or credit.casefold() in NOT_A_CREDIT or any(map(str.isdigit, credit)):
        return False
    return all(word[0].isupper() for word in words)


def _agency_in(text: str) -> str | None:
    """Return the agencies that a list names: "PTI and AFP", "وكالات"."""
    return canonical_agency(text) or canonical_agency(re.sub(r"\bnews agency\b", "", text.strip()))
