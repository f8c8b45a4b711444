"""The stretch of a text that shows why it was found, with the words that were sought marked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.search.terms import search_terms

# What is looked through of a text, in code points: a snippet from further back says little of it.
_READ: Final = 8_000
# How much of a text one snippet may show, in code points, and how much stands before its words.
_REACH: Final = 240
_LEAD: Final = 60
_PREFIX: Final = 3
_SENTENCE: Final = re.compile(r"[.!?؟。…]['\"”’»]?\s+|\n+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text; `marks` are (start, end) of sought words in it."""

    text: str
    marks: tuple[tuple[int, int], ...]
    is_cut_before: bool
    is_cut_behind: bool


def find_snippet(text: str, terms: Collection[str], lang: str) -> Snippet | None:
    """Return the stretch that holds most of the terms, the first of such; None if none does."""
    text = text[:_READ]
    places = _places(text, terms, lang)
    if not places:
        return None
    best = max(places, key=lambda place: (_worth(places, place[0]), -place[0]))
    start = _opening(text, best[0])
    end = _end(text, start)
    marks = tuple((a - start, b - start) for a, b, _ in places if start <= a and b <= end)
    return Snippet(text[start:end], marks, start > 0, end < len(text))


def _places(text: str, terms: Collection[str], lang: str) -> Sequence[tuple[int, int, str]]:
    # Only words that share letters with a term are stemmed: a text has five hundred others.
    heads = sorted({re.escape(term[:_PREFIX]) for term in terms})
    if not heads:
        return []
    found = []
    for match in re.finditer(rf"\w*?(?:{'|'.join(heads)})\w*", text, re.IGNORECASE):
        told = search_terms(match[0], lang)
        hit = next((term for term in told if term in terms), None)
        if hit is not None:
            found.append((match.start(), match.end(), hit))
    return found


def _worth(places: Sequence[tuple[int, int, str]], start: int) -> int:
    return len({term for at, _, term in places if start <= at < start + _REACH - _LEAD})


def _opening(text: str, at: int) -> int:
    """Return where to begin: at its sentence if that is near, else at a word before the place."""
    starts = [match.end() for match in _SENTENCE.finditer(text, max(0, at - _REACH // 2), at)]
    if at <= _REACH // 2 and not starts:
        return 0
    if starts:
        return starts[-1]
    space = text.find(" ", max(0, at - _LEAD), at)
    return space + 1 if space >= 0 else at


def _end(text: str, start: int) -> int:
    limit = start + _REACH
    paragraph = text.find("\n", start)
    if 0 <= paragraph < limit and paragraph > start:
        return paragraph
    if limit >= len(text):
        return len(text)
    space = text.rfind(" ", start, limit)
    return space if space > start else limit
