"""Signatures below a report's text, for reports that their own outlet or nobody signs."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from wireroom.engine.pages.raw import Raw
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.pages.writers import clean_names, name_key, reads_as_name

# "mab, trl", "mab; Foto: ..." as German desks sign: two initials, or one above the picture's.
_INITIALS: Final = re.compile(
    r"\A(?P<names>[a-zäöüß]{2,4}(?:\s*[,/]\s*[a-zäöüß]{2,4}){0,3})"
    r"(?:\s*[;|–]\s*(?P<picture>(?:foto|photo|bild|grafik)s?\b.*))?\Z",
    re.IGNORECASE,
)
_DESK: Final = re.compile(r"\A[\w.]{2,20}-(?:Redaktion|Team)\Z")
_SLASH: Final = re.compile(r"\s+/\s+")
_LONGEST_LINE: Final = 80


def names_signed_below(
    paragraphs: Sequence[str], after: str | None, own: Collection[str]
) -> tuple[str, ...]:
    """Return who signs in the last paragraph or the line after it; `own` are the outlet's keys.

    "Outlet / Another" is the other's report; initials and desks sign where no name stands.
    """
    for line in (*paragraphs[-1:], after or ""):
        line = line.strip()
        if 1 < len(line) <= _LONGEST_LINE and (names := _signing(line, set(own))):
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


def _signing(line: str, own: set[str]) -> tuple[str, ...]:
    if _DESK.match(line):
        return (line,)
    initials = _INITIALS.match(line)
    if initials and initials["names"].islower():
        names = tuple(re.split(r"\s*[,/]\s*", initials["names"]))
        return names if len(names) > 1 or initials["picture"] else ()
    parts = _SLASH.split(line)
    if len(parts) != 2 or name_key(parts[0]) not in own:
        return ()
    names = clean_names(parts[1:], own)
    return names if names and all(map(reads_as_name, names)) else ()
