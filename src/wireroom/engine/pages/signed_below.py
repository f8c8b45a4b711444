"""Signatures below a report's text, for reports that their own outlet or nobody signs."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency
from wireroom.engine.pages.raw import Raw
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.pages.writers import clean_names, name_key, reads_as_name

# "mab, trl", "mab; Foto: ..." as German desks sign: two initials, or one above the picture's.
_INITIALS: Final = re.compile(
    r"\A(?P<names>[a-zäöüß]{2,4}(?:\s*[,/]\s*[a-zäöüß]{2,4}){0,3})"
    r"(?:\s*[;|–]\s*(?P<picture>(?:foto|photo|bild|grafik)s?\b.*))?\Z",
    re.IGNORECASE,
)
# Answers, switches and languages to choose from: short, in pairs, and nobody's initials.
_CHOICES: Final = frozenset((
    "ja", "nein", "yes", "no", "on", "off", "an", "aus", "auf", "zu", "de", "en", "fr", "it", "es",
))  # fmt: skip
_DESK: Final = re.compile(r"\A[\w.]{2,20}-(?:Redaktion|Team)\Z")
_SLASH: Final = re.compile(r"\s+/\s+")
_LONGEST_LINE: Final = 80


def names_signed_below(
    paragraphs: Sequence[str], after: str | None, own: Collection[str]
) -> tuple[str, ...]:
    """Return who signs in the last paragraph or the line after it; `own` are the outlet's keys.

    "Outlet / Another" is the other's report; initials and desks sign where no name stands. After
    the text, two short words may be a switch or a choice of languages: there initials count
    where they stand above a picture's.
    """
    for line, is_text in (*((last, True) for last in paragraphs[-1:]), (after or "", False)):
        line = line.strip()
        if not 1 < len(line) <= _LONGEST_LINE:
            continue
        if names := _initials(line, alone=is_text) or _signing(line, set(own)):
            return names
    return ()


def names_nobody(names: Collection[str], own: Collection[str]) -> bool:
    """Tell whether the names are the outlet's or a section's, an account's in words, or none."""
    keys = {name_key(name) for name in names}
    return keys <= set(own) or all(" " in name and name.islower() for name in names)


def line_after(sheet: Sheet, raw: Raw) -> str | None:
    """Return the line of the page that follows the text."""
    last = max(raw.places, default=-1) + 1
    return sheet.blocks[last].text if 0 < last < len(sheet.blocks) else None


def _initials(line: str, *, alone: bool) -> tuple[str, ...]:
    """Return initials of people: those of an agency sign nobody."""
    found = _INITIALS.match(line)
    if found is None or not found["names"].islower():
        return ()
    names = re.split(r"\s*[,/]\s*", found["names"])
    if not found["picture"] and (len(names) == 1 or not alone):
        return ()
    if not _CHOICES.isdisjoint(names):
        return ()
    return tuple(name for name in names if canonical_agency(name) is None)


def _signing(line: str, own: set[str]) -> tuple[str, ...]:
    if _DESK.match(line):
        return (line,)
    parts = _SLASH.split(line)
    if len(parts) != 2 or name_key(parts[0]) not in own:
        return ()
    names = clean_names(parts[1:], own)
    return names if names and all(map(reads_as_name, names)) else ()
