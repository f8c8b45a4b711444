"""What a name is known by: one key for the ways in which papers write it."""

import unicodedata
from typing import Final

from wireroom.engine.text.words import fold

_LATIN: Final = "\u0250"  # letters before this may carry accents that a paper leaves out


def person_key(name: str) -> str:
    """Return a full name folded, without accents and initials in the middle."""
    parts = _plain(name).split()
    if not parts:
        return ""
    first, *rest = parts
    kept = [part for part in rest[:-1] if len(part.strip(".")) > 1]
    return " ".join([first, *kept, *rest[-1:]])


def body_key(name: str) -> str:
    """Return a body's name folded, without accents and its article."""
    return " ".join(_plain(name).split()).removeprefix("the ").strip(" ,.")


def _plain(name: str) -> str:
    """Return a name folded, Latin letters without their accents."""
    folded = fold(name)
    if folded.isascii() or folded[0] >= _LATIN:
        return folded
    parts = unicodedata.normalize("NFD", folded)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
