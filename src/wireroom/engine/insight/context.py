"""The sentence that a few words stand in, for those who are shown the words."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from wireroom.engine.insight.key_points.sentences import cut_sentences

# A sentence longer than this is cut on both sides of the words, at spaces.
_LONGEST: Final = 480


class Contexts:
    """The sentences of a body, by the places in them."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._spans: Sequence[tuple[int, int]] = tuple(cut_sentences(body))
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return (start, end) of what a reader needs to understand the words at a place."""
        number = bisect_right(self._starts, start) - 1
        first, last = self._spans[number] if number >= 0 else (start, end)
        if not first <= start <= end <= last:
            first, last = start, end
        return self._cut(first, start), self._cut_end(last, end)

    def _cut(self, first: int, start: int) -> int:
        if start - first <= _LONGEST // 2:
            return first
        space = self._body.find(" ", start - _LONGEST // 2, start)
        return space + 1 if space >= 0 else start

    def _cut_end(self, last: int, end: int) -> int:
        if last - end <= _LONGEST // 2:
            return last
        space = self._body.rfind(" ", end, end + _LONGEST // 2)
        return space if space >= 0 else end
