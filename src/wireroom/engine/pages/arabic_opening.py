"""Credits after an Arabic dateline that no second dash parts from the text."""

import re
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency, stands_alone
from wireroom.engine.pages.dateline import ARABIC

_MOST_WORDS: Final = 4
_WORD: Final = re.compile(r"\S+")
_QUOTED_LINE: Final = re.compile(r"[«\"“](?P<name>[^«»\"“”\n]{2,40})[»\"”]\s*(?:\n\s*|\Z)")
_INITIALS: Final = re.compile(r"(?:\w[.\s]\s?)+\w\.?\Z")
# What an agency does when it is the subject of the sentence, and no credit.
_REPORTS: Final = re.compile(
    r"(?:قالت?|ذكرت?|نقلت?|أفادت?|افادت?|أوردت?|نشرت?|كشفت?|أعلنت?|أكدت?|أضافت?|تقول|تنشر|تنقل|"
    r"تكشف|يقول|إن|أن|عن|التي|الذي|هي|هو)(?!\w)"
)


def read_unparted_credit(text: str) -> tuple[str, str] | None:
    """Read the agency that opens what follows a place, as (agency, text): "أ ش أ أعلنت ...".

    Initials are believed wherever they stand; a name only before a full stop, at the end of its
    line, or where no verb makes it the subject of the sentence. In quotation marks alone on its
    line, any outlet is credited.
    """
    if not ARABIC.search(text[:3]):
        return None
    quoted = _QUOTED_LINE.match(text)
    if quoted:
        return canonical_agency(quoted["name"]) or quoted["name"], text[quoted.end() :]
    ends = [match.end() for match, _ in zip(_WORD.finditer(text), range(_MOST_WORDS), strict=False)]
    for end in reversed(ends):
        name = text[:end].strip('«»"“”.')
        agency = canonical_agency(name) if "/" not in name else None
        if agency and _is_credit(name, text[end - 1], text[end:]):
            return agency, text[end:].strip()
    return None


def _is_credit(name: str, last: str, after: str) -> bool:
    if last == "." or not after.strip() or after.lstrip(" \t").startswith("\n"):
        return True
    if _INITIALS.match(name):
        return True
    # "الألمانية" begins sentences as an adjective.
    is_name = stands_alone(name) and not name.startswith("ال")
    return is_name and not _REPORTS.match(after.strip())
