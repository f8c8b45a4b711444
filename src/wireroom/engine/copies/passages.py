"""Passages: the stretches that two bodies have in common, aligned word by word."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.copies.bodywords import BodyWords, read_words
from wireroom.engine.copies.chains import MAX_CUT, Chain, find_chains
from wireroom.engine.types import Passage

# Ten equal words with at most every second word changed: shorter or looser stretches are
# phrases that any two reports of one event share (read by eye on the development stories).
MIN_WORDS: Final = 10
MIN_SIMILARITY: Final = 0.5

# A passage runs on over a paragraph's end only where so many words on both sides of it are
# the same: next to an edit, each paragraph is a passage of its own.
_VERBATIM_AROUND_BREAK: Final = 4

# A passage that stops so many words before its sentence does, in both texts, takes the rest
# in: blindly when it is a word or two, else when the rest has a word in common; after a long
# cut only when all that one text has left is in the other.
_SNAP_WORDS: Final = 8
_SNAP_BLINDLY: Final = 3
_SNAP_AFTER_CUT: Final = 2

Pairs = list[tuple[int, int]]  # equal words as (number in a, number in b), both rising


@dataclass(frozen=True, slots=True)
class WordPassage:
    """A passage in word numbers, half open, with the number of equal words in it."""

    a: int
    a_end: int
    b: int
    b_end: int
    equal: int

    @property
    def similarity(self) -> float:
        """Dice coefficient of the aligned words, 0 to 1."""
        return 2 * self.equal / (self.a_end - self.a + self.b_end - self.b)


def align(a: str, b: str) -> tuple[Passage, ...]:
    """Return the passages that two bodies share, in order of the first.

    Quote marks, spelling variants, small rewordings and cuts inside a sentence do not break
    a passage; no word belongs to two of them. Offsets are code points and lie on word
    borders, on sentence borders where both texts have one near.
    """
    left, right = read_words(a), read_words(b)
    return tuple(as_passage(left, right, each) for each in align_words(left, right))


def align_words(a: BodyWords, b: BodyWords) -> list[WordPassage]:
    """Return the passages in word numbers, in order of the first body."""
    board = _Board(a, b)
    parts: list[Pairs] = []
    for chain in find_chains(a.keys, b.keys, min_words=MIN_WORDS):
        parts += board.place(list(_equal_pairs(chain, a, b)))
    grown = (board.grow(part) for part in parts)
    return sorted(
        (each for each in grown if each.equal >= MIN_WORDS and each.similarity >= MIN_SIMILARITY),
        key=lambda each: each.a,
    )


def as_passage(a: BodyWords, b: BodyWords, found: WordPassage) -> Passage:
    """Return a passage in code points."""
    a_start, a_end = a.offsets(found.a, found.a_end)
    b_start, b_end = b.offsets(found.b, found.b_end)
    return Passage(a_start, a_end, b_start, b_end, round(found.similarity, 4))


def _equal_pairs(chain: Chain, a: BodyWords, b: BodyWords) -> Iterator[tuple[int, int]]:
    for run, following in pairwise((*chain, None)):
        assert run is not None
        yield from zip(range(run.a, run.a_end), range(run.b, run.b_end), strict=True)
        if following is not None:
            gap_a, gap_b = range(run.a_end, following.a), range(run.b_end, following.b)
            yield from _pairs_in_gap(a, b, gap_a, gap_b)


def _pairs_in_gap(a: BodyWords, b: BodyWords, gap_a: range, gap_b: range) -> Pairs:
    """Pair equal words between two runs from left to right; gaps are too short for more."""
    if not gap_a or not gap_b:
        return []
    words_b = b.keys[gap_b.start : gap_b.stop].tolist()
    pairs: Pairs = []
    done = 0
    for place, word in enumerate(a.keys[gap_a.start : gap_a.stop].tolist(), gap_a.start):
        if word in words_b[done:]:
            done = words_b.index(word, done) + 1
            pairs.append((place, gap_b.start + done - 1))
    return pairs


class _Board:
    """Which words of the two bodies are in a passage already."""

    def __init__(self, a: BodyWords, b: BodyWords) -> None:
        self._a, self._b = a, b
        self._used_a, self._used_b = bytearray(len(a)), bytearray(len(b))

    def place(self, pairs: Pairs) -> list[Pairs]:
        """Cut a chain into passages, keep those of free words, and mark their words."""
        parts = [
            part
            for free in self._free_stretches(pairs)
            for part in _split_at_paragraphs(free, self._a, self._b)
            if len(part) >= MIN_WORDS // 2  # growing may find the rest
        ]
        for part in parts:
            self._mark(part[0], part[-1])
        return parts

    def grow(self, pairs: Pairs) -> WordPassage:
        """Take in what equals on either side, then the rest of a sentence where it is short."""
        a, b = pairs[0]
        a_end, b_end = pairs[-1][0] + 1, pairs[-1][1] + 1
        while a and b and self._joins(a - 1, b - 1):
            a, b = a - 1, b - 1
        while a_end < len(self._a) and b_end < len(self._b) and self._joins(a_end, b_end):
            a_end, b_end = a_end + 1, b_end + 1
        equal = len(pairs) + pairs[0][0] - a + a_end - pairs[-1][0] - 1
        (from_a, to_a), (from_b, to_b) = (
            self._a.sentence_around(a, a_end),
            self._b.sentence_around(b, b_end),
        )
        before = self._rest(range(from_a, a), range(from_b, b))
        after = self._rest(range(a_end, to_a), range(b_end, to_b))
        if before is not None:
            a, b, equal = from_a, from_b, equal + before
        if after is not None:
            a_end, b_end, equal = to_a, to_b, equal + after
        self._mark((a, b), (a_end - 1, b_end - 1))
        return WordPassage(a, a_end, b, b_end, equal)

    def _joins(self, a: int, b: int) -> bool:
        equal = bool(self._a.keys[a] == self._b.keys[b])
        return equal and not self._used_a[a] and not self._used_b[b]

    def _rest(self, rest_a: range, rest_b: range) -> int | None:
        """Return how many words of a sentence's rest are equal, None if it stays outside."""
        shortest, longest = sorted((len(rest_a), len(rest_b)))
        if not 0 < longest <= MAX_CUT or shortest > _SNAP_WORDS or self._touches(rest_a, rest_b):
            return None
        equal = len(_pairs_in_gap(self._a, self._b, rest_a, rest_b))
        if longest <= _SNAP_WORDS:
            return equal if equal or longest <= _SNAP_BLINDLY else None
        return equal if equal == shortest >= _SNAP_AFTER_CUT else None

    def _touches(self, a: range, b: range) -> bool:
        return any(self._used_a[a.start : a.stop]) or any(self._used_b[b.start : b.stop])

    def _mark(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        self._used_a[first[0] : last[0] + 1] = b"\1" * (last[0] + 1 - first[0])
        self._used_b[first[1] : last[1] + 1] = b"\1" * (last[1] + 1 - first[1])

    def _free_stretches(self, pairs: Pairs) -> list[Pairs]:
        """Split the pairs where a word between them is in another passage."""
        (a, b), (a_last, b_last) = pairs[0], pairs[-1]
        if not self._touches(range(a, a_last + 1), range(b, b_last + 1)):
            return [pairs]
        stretches: list[Pairs] = [[]]
        for pair in pairs:
            since = stretches[-1][-1] if stretches[-1] else pair
            if self._touches(range(since[0], pair[0] + 1), range(since[1], pair[1] + 1)):
                stretches.append([])
            if not self._touches(range(pair[0], pair[0] + 1), range(pair[1], pair[1] + 1)):
                stretches[-1].append(pair)
        return [each for each in stretches if each]


def _split_at_paragraphs(pairs: Pairs, a: BodyWords, b: BodyWords) -> list[Pairs]:
    """Cut where a paragraph of either body begins next to an edit."""
    cuts = set()
    for side, text in enumerate((a, b)):
        for word in text.paragraphs_inside(pairs[0][side], pairs[-1][side] + 1):
            cut = bisect_left(pairs, word, key=lambda pair, side=side: pair[side])  # type: ignore[misc]
            if not _is_verbatim(pairs, cut):
                cuts.add(cut)
    parts, start = [], 0
    for cut in sorted(cuts):
        if min(cut - start, len(pairs) - cut) >= MIN_WORDS:
            parts.append(pairs[start:cut])
            start = cut
    return [*parts, pairs[start:]]


def _is_verbatim(pairs: Pairs, cut: int) -> bool:
    low, high = cut - _VERBATIM_AROUND_BREAK, cut + _VERBATIM_AROUND_BREAK - 1
    if low < 0 or high >= len(pairs):
        return False
    first, last = pairs[low], pairs[high]
    return last[0] - first[0] == last[1] - first[1] == high - low
