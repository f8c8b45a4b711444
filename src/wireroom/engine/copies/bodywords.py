"""A body as numbered words: keys, offsets, and where sentences and paragraphs begin."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from wireroom.engine.copies.fingerprint import MAX_WORDS, Prints, word_keys
from wireroom.engine.text.words import WORD

_PIECES: Final = re.compile(f"({WORD.pattern})")
_SENTENCE_END: Final = re.compile(r"[.!?؟…।]+[\"'”’»)\]]*(?:\s|$)|[。！？]")
_OPENING: Final = "\"'“‘«([„"
_CLOSING: Final = re.compile(r"[^\s\w]*")


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of a body.

    `keys`, `starts`, `ends` have one value a word (code points, half open); `sentences` and
    `paragraphs` are the sorted numbers of the words that open one, 0 and the count included.
    """

    body: str
    keys: Prints
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    paragraphs: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def sentence_around(self, first: int, stop: int) -> tuple[int, int]:
        """Return the sentence borders at or outside the words [first, stop)."""
        before = self.sentences[bisect_right(self.sentences, first) - 1]
        return before, self.sentences[bisect_left(self.sentences, stop)]

    def paragraphs_inside(self, first: int, stop: int) -> list[int]:
        """Return the words strictly inside (first, stop) that open a paragraph."""
        found = self.paragraphs
        return found[bisect_right(found, first) : bisect_left(found, stop)]

    def offsets(self, first: int, stop: int) -> tuple[int, int]:
        """Return the code points of words [first, stop), with the marks of whole sentences."""
        start, end = self.starts[first], self.ends[stop - 1]
        opens, closes = self.sentence_around(first, stop)
        if opens == first:
            while start > 0 and self.body[start - 1] in _OPENING:
                start -= 1
        if closes == stop and (marks := _CLOSING.match(self.body, end)):
            end = marks.end()
        return start, end


@lru_cache(maxsize=64)  # an article is compared with several others in a row
def read_words(body: str) -> BodyWords:
    """Return the words of a body, of a very long one the first 50,000."""
    # Split with a group: what stands between words at even places, the words at odd ones.
    pieces = _PIECES.split(body)[: 2 * MAX_WORDS + 1]
    borders = np.cumsum(np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces)))
    found, count = pieces[1::2], len(pieces) // 2
    breaks = [_break_in(piece) if piece != " " else 0 for piece in pieces[0 : 2 * count : 2]]
    return BodyWords(
        body,
        word_keys(found),
        borders[0 : 2 * count : 2].tolist(),
        borders[1::2].tolist(),
        sorted({0, count, *(place for place, kind in enumerate(breaks) if kind)}),
        sorted({0, count, *(place for place, kind in enumerate(breaks) if kind == _PARAGRAPH)}),
    )


_SENTENCE: Final = 1
_PARAGRAPH: Final = 2


@lru_cache(maxsize=4096)
def _break_in(between: str) -> int:
    """Return what ends between two words: nothing, a sentence, or a paragraph."""
    if "\n" in between:
        return _PARAGRAPH
    return _SENTENCE if _SENTENCE_END.search(between) else 0
