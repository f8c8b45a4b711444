"""Quotes of a text by their marks: English, American, French, German and Arabic ones."""

import re
from dataclasses import dataclass
from typing import Final

from wireroom.engine.text.words import fold

# Longest stretch looked at for the closing mark; no alternative can cross another's opening.
_QUOTE: Final = re.compile(
    r"“([^“”]{1,1500})”|«([^«»]{1,1500})»|„([^„“”]{1,1500})[“”]|\"([^\"]{1,1500})\""
    r"|(?:(?<=\s)|(?<=\A)|(?<=[(:,]))['‘](?=\w)((?:[^'‘’\n]|['’](?=\w)){1,1500})['’](?!\w)"
)
_OPENING: Final = re.compile("[“«„\"'‘]")
_EDGES: Final = " .,;:!?…،؛؟-"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quote marks: folded, and their half-open place with the marks."""

    folded: str
    shown: str
    start: int
    end: int


def find_quotes(text: str) -> list[Quote]:
    """Return the quotes of a text in reading order, marks of any style."""
    if not _OPENING.search(text):
        return []
    quotes = []
    for match in _QUOTE.finditer(text):
        inner = next(group for group in match.groups() if group is not None)
        quotes.append(Quote(flat(inner), inner, *match.span()))
    return quotes


def flat(text: str) -> str:
    """Return a quote's words with marks and spaces folded, without the signs at its ends."""
    return " ".join(fold(text).replace('"', "").split()).strip(_EDGES)
