"""Paragraphs of two languages beside each other: the best alignment by what a translation keeps."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, product
from typing import Final

from wireroom.engine.copies.kept_marks import (
    Marks,
    Paragraph,
    join,
    weigh_name,
    weigh_number,
)

# Letters that say the same, English as 1: read off the translated reports of
# benchmarks/translated, and for the languages that are not in it off what translators count with.
_LETTERS: Final = {
    "ar": 0.84, "he": 0.8, "fa": 0.9, "ur": 0.95, "zh": 0.36, "ja": 0.5, "ko": 0.55, "de": 1.07,
    "fr": 1.02, "es": 1.03, "it": 1.03, "pt": 1.0, "ru": 1.03, "tr": 1.0, "nl": 1.06, "uk": 1.03,
}  # fmt: skip
_NO_SOUNDS: Final = frozenset(("zh", "ja", "th", "ko", "hi", "bn", "ta", "ka", "hy"))
# What a mark that only one side has takes away, of its weight: translators leave out and add.
_UNSHARED: Final = 0.45
_KIND: Final = 0.5
_LENGTH: Final = 1.2
_OFFSET: Final = 0.6
# A number may be rounded: "2,347" and "some 2,300".
_NEAR: Final = Decimal("0.03")
_ROUND_FROM: Final = 100
_NEAR_COUNTS: Final = 0.5
# A paragraph without marks between two that stand beside each other, of a length that fits.
_FITS: Final = 0.45
# A paragraph that stands elsewhere has to be known by its marks alone.
_MOVED_FROM: Final = 3.0


@dataclass(frozen=True, slots=True)
class Couple:
    """Paragraphs [a, a_end) beside [b, b_end); weights of the marks that both have, and one alone.

    `stretch` is the log of how much longer the second is than a translation usually would be;
    `shared` are numbers and names in both, in the first text's order. `moved` where the couple
    stands elsewhere in the other text.
    """

    a: int
    a_end: int
    b: int
    b_end: int
    both: float = 0.0
    only_a: float = 0.0
    only_b: float = 0.0
    kinds: int = 0
    most_kinds: int = 0
    stretch: float = 0.0
    sentences: int = 0
    quotes: float = 0.0
    shared: int = 0
    moved: bool = False

    @property
    def score(self) -> float:
        """Log odds, roughly, that one paragraph translates the other."""
        alone = _UNSHARED * (self.only_a + self.only_b)
        return self.both - alone + _KIND * self.kinds - _LENGTH * abs(self.stretch) - _OFFSET


class Beside:
    """Two texts in different languages, whose paragraphs are weighed against each other."""

    def __init__(self, a: Marks, b: Marks) -> None:
        self.a, self.b = a, b
        self._hears = not {a.lang, b.lang} & _NO_SOUNDS
        self._longer = math.log(_LETTERS.get(b.lang, 1.0) / _LETTERS.get(a.lang, 1.0))
        self._joined = _join_neighbours(a.paragraphs), _join_neighbours(b.paragraphs)

    def may_resemble(self, *, fewest: int) -> bool:
        """Tell cheaply whether the texts share so many marks, wherever they stand."""
        a, b = self.a.whole, self.b.whole
        names = max(len(a.names & b.sounds), len(b.names & a.sounds)) if self._hears else 0
        return len(a.numbers & b.numbers) + names >= fewest

    def couple(self, a: int, a_end: int, b: int, b_end: int) -> Couple:
        """Weigh paragraphs [a, a_end) against [b, b_end), one or two on each side."""
        ours, theirs = self._joined[0][a_end - a - 1][a], self._joined[1][b_end - b - 1][b]
        numbers = _match_numbers(ours.numbers, theirs.numbers)
        names_a = self._match_names(ours, theirs)
        names_b = self._match_names(theirs, ours)
        # Where both show names, most of them are matched twice.
        names = max(names_a.both, names_b.both)
        return Couple(
            a,
            a_end,
            b,
            b_end,
            both=numbers.both + names,
            only_a=numbers.only_a + names_a.only_a,
            only_b=numbers.only_b + names_b.only_a,
            kinds=len(ours.kinds & theirs.kinds),
            most_kinds=min(len(ours.kinds), len(theirs.kinds)),
            stretch=math.log(theirs.letters / ours.letters) - self._longer,
            sentences=theirs.sentences - ours.sentences,
            quotes=theirs.quoted / theirs.letters - ours.quoted / ours.letters,
            shared=numbers.count + max(names_a.count, names_b.count),
        )

    def _match_names(self, ours: Paragraph, theirs: Paragraph) -> "_Matched":
        if not self._hears or not ours.names:
            return _NOTHING
        heard = ours.names & theirs.sounds
        both = sum(map(weigh_name, heard))
        return _Matched(both, sum(map(weigh_name, ours.names - heard)), 0.0, len(heard))


def _join_neighbours(
    paragraphs: Sequence[Paragraph],
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    return paragraphs, [join(pair) for pair in pairwise(paragraphs)]


@dataclass(frozen=True, slots=True)
class _Matched:
    both: float
    only_a: float
    only_b: float
    count: int


_NOTHING: Final = _Matched(0.0, 0.0, 0.0, 0)


def _match_numbers(ours: frozenset[Decimal], theirs: frozenset[Decimal]) -> _Matched:
    equal = ours & theirs
    if len(equal) == len(ours) == len(theirs):
        return _Matched(sum(map(weigh_number, equal)), 0.0, 0.0, len(equal))
    left, right = sorted(ours - equal), sorted(theirs - equal)
    both, count = sum(map(weigh_number, equal)), len(equal)
    near: set[Decimal] = set()
    for one in left:
        other = next((two for two in right if two not in near and _is_near(one, two)), None)
        if other is not None:
            near |= {one, other}
            both, count = both + _NEAR_COUNTS * weigh_number(max(one, other)), count + 1
    only_a = sum(weigh_number(one) for one in left if one not in near)
    only_b = sum(weigh_number(two) for two in right if two not in near)
    return _Matched(both, only_a, only_b, count)


def _is_near(one: Decimal, two: Decimal) -> bool:
    """Tell whether one may be the other, rounded."""
    if min(one, two) < _ROUND_FROM or abs(one - two) > _NEAR * max(one, two):
        return False
    return len(one.normalize().as_tuple().digits) != len(two.normalize().as_tuple().digits)


def set_beside(beside: Beside) -> tuple[Couple, ...]:
    """Return the couples of paragraphs of two texts, in order of the first.

    A monotone alignment by dynamic programming, one paragraph or two on either side as in Gale
    and Church (Computational Linguistics 19, 1993), with marks in place of lengths alone; then
    what stands elsewhere in the other text.
    """
    found = _align(beside, len(beside.a.paragraphs), len(beside.b.paragraphs))
    found += _fill(beside, found)
    found += _find_moved(beside, found)
    return tuple(sorted(found, key=lambda one: (one.a, one.b)))


_STEPS: Final = ((1, 1), (1, 2), (2, 1))


def _align(beside: Beside, rows: int, columns: int) -> list[Couple]:
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    taken: dict[tuple[int, int], Couple] = {}
    for i, j in product(range(rows + 1), range(columns + 1)):
        top, couple = max(best[i - 1][j] if i else 0.0, best[i][j - 1] if j else 0.0), None
        for di, dj in _STEPS:
            if i >= di and j >= dj:
                one = beside.couple(i - di, i, j - dj, j)
                if best[i - di][j - dj] + one.score > top:
                    top, couple = best[i - di][j - dj] + one.score, one
        best[i][j] = top
        if couple is not None:
            taken[i, j] = couple
    found = []
    i, j = rows, columns
    while i and j:
        if (i, j) in taken:
            found.append(taken[i, j])
            i, j = taken[i, j].a, taken[i, j].b
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def _fill(beside: Beside, found: Sequence[Couple]) -> list[Couple]:
    """Return couples of paragraphs with few marks, as many on both sides between two couples."""
    filled = []
    edges = [(0, 0), *((one.a_end, one.b_end) for one in found)]
    starts = [(one.a, one.b) for one in found]
    starts.append((len(beside.a.paragraphs), len(beside.b.paragraphs)))
    for (a, b), (a_end, b_end) in zip(edges, starts, strict=True):
        if not found or a_end - a != b_end - b:
            continue
        couples = [beside.couple(a + k, a + k + 1, b + k, b + k + 1) for k in range(a_end - a)]
        if all(abs(one.stretch) <= _FITS and one.score > -_MOVED_FROM for one in couples):
            filled += couples
    return filled


def _find_moved(beside: Beside, found: Iterable[Couple]) -> list[Couple]:
    couples = list(found)
    used_a = {i for one in couples for i in range(one.a, one.a_end)}
    used_b = {j for one in couples for j in range(one.b, one.b_end)}
    moved = []
    for one in sorted(_free(beside, used_a, used_b), key=lambda one: -one.score):
        if one.a not in used_a and one.b not in used_b:
            used_a.add(one.a)
            used_b.add(one.b)
            moved.append(one)
    return moved


def _free(beside: Beside, used_a: set[int], used_b: set[int]) -> Iterator[Couple]:
    for i, j in product(range(len(beside.a.paragraphs)), range(len(beside.b.paragraphs))):
        if i not in used_a and j not in used_b:
            one = beside.couple(i, i + 1, j, j + 1)
            if one.score >= _MOVED_FROM:
                yield replace(one, moved=True)
