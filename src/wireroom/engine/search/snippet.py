"""The stretch of a text that shows why it was found, with the words that were sought marked."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.search.terms import search_terms
from wireroom.engine.text.words import fold

# What is looked through of a text, in code points: a snippet from further back says little of it.
_READ: Final = 5_000
# How much of a text one snippet may show, in code points, and how much stands before its words.
_REACH: Final = 240
_LEAD: Final = 60
_PREFIX: Final = 3
_SENTENCE: Final = re.compile(r"[.!?؟。…]['\"”’»]?\s+|\n+")
_SIGNS: Final = "[\u064b-\u0652\u0670\u0640]*"
_WORD_BEFORE: Final = re.compile("[\\w\u064b-\u0652\u0670]*\\Z")
_WORD_BEHIND: Final = re.compile("[\\w\u064b-\u0652\u0670]*")
_ENDED: Final = re.compile(r"[.!?؟。…]['\"”’»]?\Z")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text; `marks` are (start, end) of sought words in it.

    It is cut where it begins or ends within a sentence.
    """

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
    opens_within = start > 0 and not _ENDED.search(text[:start].rstrip())
    ends_within = end < len(text) and not _ENDED.search(text[start:end])
    return Snippet(text[start:end], marks, opens_within, ends_within)


def _places(text: str, terms: Collection[str], lang: str) -> Sequence[tuple[int, int, str]]:
    # Only words that share letters with a term are stemmed: a text has five hundred others.
    heads = sorted({_spelled(term[:_PREFIX]) for term in terms})
    if not heads:
        return []
    found: list[tuple[int, int, str]] = []
    for match in re.finditer("|".join(heads), _even(text)):
        if found and match.start() < found[-1][1]:
            continue
        start, end = _word_around(text, match.start(), match.end())
        told = search_terms(text[start:end], lang)
        hit = next((term for term in told if term in terms), None)
        if hit is not None:
            found.append((start, end, hit))
    return found


def _spelled(head: str) -> str:
    """Return a pattern of letters between which Arabic vowel signs may stand."""
    return _SIGNS.join(head) if "\u0600" <= head[:1] <= "\u06ff" else re.escape(head)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    before = _WORD_BEFORE.search(text, max(0, start - _LEAD), start)
    behind = _WORD_BEHIND.match(text, end)
    return (before.start() if before else start), (behind.end() if behind else end)


def _even(text: str) -> str:
    """Return the text as terms are written, sign for sign: their letters are looked for in it."""
    lowered = text.lower()
    lowered = lowered if len(lowered) == len(text) else text
    return lowered if lowered.isascii() else lowered.translate(_EVEN)


class _Evening(dict[int, str]):
    """What stands for each sign: its folded form or its letter without marks, if that is one."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code)) or chr(code)
        base = unicodedata.normalize("NFD", folded)[:1]
        self[code] = base if len(folded) == 1 else chr(code)
        return self[code]


_EVEN: Final = _Evening()


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
