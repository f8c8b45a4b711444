"""A comment's text as it is kept: one normal form, no signs that nobody can see or undo."""

import re
import unicodedata
from typing import Final

# Code points: twenty times a usual comment, and short of what anybody reads to its end.
MOST_SIGNS: Final = 5_000
# What is typed may shrink by cleaning, but never that much: more is not even looked at.
MOST_TYPED: Final = 4 * MOST_SIGNS
_LINE_ENDS: Final = re.compile("\r\n?|[\u0085\u2028\u2029\u000b\u000c]")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")
# Controls, halves of signs, and what Unicode leaves to private use or to nobody.
_GONE: Final = ("Cc", "Cs", "Co", "Cn")
# Letters and symbols that show nothing: of Hangul, braille and music (the format signs of
# category Cf apart).
FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\U0001d159")
# Pointed Hebrew has three on a letter, Vietnamese and vowelled Arabic two.
_MOST_MARKS: Final = 4


def clean_text(text: str) -> str:
    """Return the text in NFC, without controls, towers of marks and runs of empty lines.

    It is "" where nobody would see anything: marks, format signs, fillers and spaces alone.
    Bidirectional controls stay, for a page has to show that they are there.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _GONE)
    low = unicodedata.normalize("NFC", _without_towers(unicodedata.normalize("NFC", kept)))
    if not any(map(_is_seen, low)):
        return ""
    lines = (line.rstrip() for line in low.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "ZMC" and sign not in FILLERS


def _without_towers(text: str) -> str:
    """Drop what is stacked on a letter beyond what any writing needs."""
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
