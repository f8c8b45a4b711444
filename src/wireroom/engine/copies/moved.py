"""Which passages stand elsewhere in the other text."""

from bisect import bisect_left
from collections.abc import Sequence


def choose_moved(passages: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return for each (place in a, place in b, weight) 0 where it kept its place, else a number.

    `passages` are in order of a. Those that kept their place are the heaviest row that rises in
    b too (Jacobson and Vo 1992, with a Fenwick tree for the best row so far); the others count
    from 1 in order of a.
    """
    places = sorted(b for _, b, _ in passages)
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before: list[int] = []
    for number, (_, b, weight) in enumerate(passages):
        rank = bisect_left(places, b)
        score, previous = _best_below(best, rank)
        before.append(previous)
        _raise(best, rank + 1, (score + weight, number))
    kept = set()
    number = _best_below(best, len(places))[1]
    while number >= 0:
        kept.add(number)
        number = before[number]
    moved = 0
    numbers = []
    for number in range(len(passages)):
        moved += number not in kept
        numbers.append(0 if number in kept else moved)
    return numbers


def _best_below(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = max(found, best[rank])
        rank &= rank - 1
    return found


def _raise(best: list[tuple[int, int]], place: int, score: tuple[int, int]) -> None:
    while place < len(best):
        best[place] = max(best[place], score)
        place += place & -place
