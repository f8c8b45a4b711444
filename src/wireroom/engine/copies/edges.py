"""Where passages begin and end, in words, so that no word of the next paragraph hangs on to one."""

from collections.abc import Sequence
from typing import Final, TypeAlias

Stretch: TypeAlias = tuple[int, int, int, int]  # words [a, a_end) beside words [b, b_end)
Sides: TypeAlias = tuple[Sequence[int], Sequence[int]]  # one value a word of either text

# Two paragraphs that begin with the same "The" have nothing in common: a passage that runs on
# into them by so few words ends before.
_HANGING: Final = 2


def tidy_edges(stretches: Sequence[Stretch], keys: Sides, paragraphs: Sides) -> list[Stretch]:
    """Cut hanging words off passages, then let each take in equal words beside it.

    `paragraphs` gives the number of each word's paragraph; no passage grows beyond its own.
    """
    cut = [_cut(one, paragraphs) for one in stretches]
    used = bytearray(len(keys[0])), bytearray(len(keys[1]))
    for a, a_end, b, b_end in cut:
        used[0][a:a_end] = b"\1" * (a_end - a)
        used[1][b:b_end] = b"\1" * (b_end - b)
    return [_grow(one, keys, paragraphs, used) for one in cut]


def _cut(one: Stretch, paragraphs: Sides) -> Stretch:
    a, a_end, b, b_end = one
    after = [_hanging(side, first, stop, -1) for side, (first, stop) in _by_side(one, paragraphs)]
    if all(after):
        a_end, b_end = a_end - after[0], b_end - after[1]
    one = (a, a_end, b, b_end)
    before = [_hanging(side, first, stop, 1) for side, (first, stop) in _by_side(one, paragraphs)]
    if all(before):
        a, b = a + before[0], b + before[1]
    return a, a_end, b, b_end


def _by_side(
    one: Stretch, paragraphs: Sides
) -> tuple[tuple[Sequence[int], tuple[int, int]], tuple[Sequence[int], tuple[int, int]]]:
    return (paragraphs[0], one[:2]), (paragraphs[1], one[2:])


def _hanging(paragraphs: Sequence[int], first: int, stop: int, step: int) -> int:
    """Return how many words stand alone in the paragraph at an end; 0 where they are many."""
    edge = first if step > 0 else stop - 1
    for count in range(1, _HANGING + 1):
        place = edge + step * count
        if not first <= place < stop:
            return 0
        if paragraphs[place] != paragraphs[edge]:
            return count
    return 0


def _grow(
    one: Stretch, keys: Sides, paragraphs: Sides, used: tuple[bytearray, bytearray]
) -> Stretch:
    a, a_end, b, b_end = one

    def joins(i: int, j: int, edge: tuple[int, int]) -> bool:
        return (
            0 <= i < len(keys[0])
            and 0 <= j < len(keys[1])
            and not used[0][i]
            and not used[1][j]
            and keys[0][i] == keys[1][j]
            and paragraphs[0][i] == paragraphs[0][edge[0]]
            and paragraphs[1][j] == paragraphs[1][edge[1]]
        )

    while joins(a - 1, b - 1, (a, b)):
        a, b = a - 1, b - 1
        used[0][a] = used[1][b] = 1
    while joins(a_end, b_end, (a_end - 1, b_end - 1)):
        used[0][a_end] = used[1][b_end] = 1
        a_end, b_end = a_end + 1, b_end + 1
    return a, a_end, b, b_end
