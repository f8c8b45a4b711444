"""What first opinions on a dump's lines tell of each: by its neighbours and by the core."""

import math
from typing import Final

import numpy as np

from wireroom.engine.pages.numbers import Matrix, log_scaled, windowed

_REACH: Final = 6  # lines to each side
_WINDOWS: Final = (3, 8, 20)
_MOST_SIZE: Final = 600.0  # characters: a longer paragraph is no stronger sign of the core
_GAP_COST: Final = 6.0  # what each line that is no body takes off the core's worth
WIDTH: Final = 2 + 2 * _REACH + 4 + len(_WINDOWS) + 8


def core_of(chances: Matrix, size: Matrix) -> tuple[int, int]:
    """Return the row of lines [first, last) that is most surely the report.

    It has the largest sum of (chance - 1/2) times size (Kadane's scan).
    """
    bounded = np.minimum(size, _MOST_SIZE)
    gains = (chances - 0.5) * bounded - _GAP_COST * (chances < 0.5)
    best, current, start, first, last = -np.inf, 0.0, 0, 0, 1
    for place, gain in enumerate(gains.tolist()):
        if current <= 0:
            current, start = 0.0, place
        current += gain
        if current > best:
            best, first, last = current, start, place + 1
    return first, last


def context_of_lines(chances: Matrix, size: Matrix) -> Matrix:
    """Return (n, k) features from the (n,) chances of being body and the lines' sizes."""
    count = len(chances)
    if not count:
        return np.zeros((0, WIDTH), np.float32)
    expected = size * chances
    total = max(1.0, float(expected.sum()))
    before = np.cumsum(expected)
    padded = np.zeros(count + 2 * _REACH, np.float32)
    padded[_REACH : _REACH + count] = chances
    beside = np.lib.stride_tricks.sliding_window_view(padded, count)
    table = np.empty((WIDTH, count), np.float32)
    table[0] = chances
    table[1] = (np.log(chances + 1e-4) - np.log(1 - chances + 1e-4)) / 5
    table[2 : 2 + _REACH] = beside[:_REACH]
    table[2 + _REACH : 2 + 2 * _REACH] = beside[_REACH + 1 :]
    row = 2 + 2 * _REACH
    table[row] = (before - expected) / total
    table[row + 1] = 1 - before / total
    table[row + 2] = math.log1p(total) / 5
    table[row + 3] = total / max(1.0, float(size.sum()))
    for place, reach in enumerate(_WINDOWS, row + 4):
        table[place] = windowed(before, size, reach)
    table[-8:] = _core_rows(chances, size)
    return table.T


def _core_rows(chances: Matrix, size: Matrix) -> Matrix:
    """Return (8, n): how each line lies to the core, in lines and in characters."""
    count = len(size)
    first, last = core_of(chances, size)
    place = np.arange(count)
    sums = np.zeros(count + 1)
    np.cumsum(size, out=sums[1:])
    expected = chances * size
    mass = float(expected[first:last].sum())
    table = np.zeros((8, count), np.float32)
    table[0] = (place >= first) & (place < last)
    table[1, :first] = first - place[:first]
    table[2, last:] = place[last:] - (last - 1)
    table[3, :first] = sums[first] - sums[:first]
    table[4, last:] = sums[last:-1] - sums[last]
    table[1:5] = log_scaled(table[1:5])
    table[5] = mass / max(1.0, float(expected.sum()))
    table[6] = math.log1p(mass) / 5
    table[7] = math.log1p(last - first) / 3
    return table
