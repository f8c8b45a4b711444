"""A body's words as a comparison counts them: with the signs that change what a number means."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from wireroom.engine.text.words import WORD

# Marks do not make a change, these signs do: 5% is not 5, and $5 is not €5.
_SIGNS: Final = "$%+<=>£¥¢°±€₤₦₩₪₫₱₹₺₽₿٪‰฿﷼"
_PIECES: Final = re.compile(rf"({WORD.pattern}|[{re.escape(_SIGNS)}])")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A body, its words in reading order, and the code points of each, half open."""

    body: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the words [first, stop) that begin in the code points [start, end)."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def paragraphs(self, places: Sequence[tuple[int, int]]) -> list[int]:
        """Return for each word which of the paragraphs [start, end) it stands in."""
        owners: list[int] = []
        for number, (_, end) in enumerate(places):
            owners += [number] * (bisect_left(self.starts, end) - len(owners))
        return owners


def read_tokens(body: str) -> Tokens:
    """Return the words of a body."""
    # Split with a group: what stands between at even places, the words at odd ones.
    pieces = _PIECES.split(body)
    borders = list(accumulate(map(len, pieces)))
    return Tokens(body, pieces[1::2], borders[0:-1:2], borders[1::2])
