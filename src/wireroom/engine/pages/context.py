"""What first opinions on a page's blocks tell of each: by neighbours, containers, the core."""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.features import Features
from wireroom.engine.pages.numbers import Ints, Matrix, log_scaled, sums_of, windowed

_REACH: Final = 5  # blocks to each side
_WINDOWS: Final = (3, 8)
_MOST_SIZE: Final = 600.0  # characters: a longer paragraph is no stronger sign of the core
_GAP_COST: Final = 3.0  # what each block that is no body takes off the core's worth
_HOLDS_CORE: Final = 0.85
_CORE_ROWS: Final = 12
_GROUPS: Final = 4
_WIDTH: Final = 2 + 2 * _REACH + 3 * _GROUPS + 4 + len(_WINDOWS) + _CORE_ROWS


def context_of(chances: Matrix, features: Features) -> Matrix:
    """Return (n, k) features, kept column by column, from the (n,) chances of being body."""
    size = features.sizes
    count = len(chances)
    if not count:
        return np.zeros((0, _WIDTH), np.float32)
    expected = size * chances
    total = max(1.0, float(expected.sum()))
    before = np.cumsum(expected)
    table = np.empty((_WIDTH, count), np.float32)
    table[0] = chances
    table[1] = (np.log(chances + 1e-4) - np.log(1 - chances + 1e-4)) / 5
    padded = np.zeros(count + 2 * _REACH, np.float32)
    padded[_REACH : _REACH + count] = chances
    beside = np.lib.stride_tricks.sliding_window_view(padded, count)
    table[2 : 2 + _REACH] = beside[:_REACH]
    table[2 + _REACH : 2 + 2 * _REACH] = beside[_REACH + 1 :]
    row = 2 + 2 * _REACH
    for group in features.groups:
        table[row : row + 3] = _shared(group, size, chances, expected, total)
        row += 3
    table[row] = (before - expected) / total
    table[row + 1] = 1 - before / total
    table[row + 2] = math.log1p(total) / 5
    table[row + 3] = total / max(1.0, float(size.sum()))
    for place, reach in enumerate(_WINDOWS, row + 4):
        table[place] = windowed(before, size, reach)
    table[-_CORE_ROWS:] = _core_features(chances, features)
    return table.T


def _shared(
    group: Ints, size: Matrix, chances: Matrix, expected: Matrix, total: float
) -> npt.NDArray[np.float64]:
    """Return (3, n): of the blocks of each group, the share of body by characters and by number,
    and their share in the body of the page."""
    mass = sums_of(group, expected)
    told = np.stack([
        mass / np.maximum(1, sums_of(group, size)),
        sums_of(group, chances) / np.maximum(1, np.bincount(group)),
        mass / total,
    ])  # fmt: skip
    return told.take(group, axis=1)


@dataclass(frozen=True, slots=True)
class _Core:
    """The row of blocks that is most surely the report, and the smallest box around it."""

    first: int
    last: int
    box: int
    mass: float
    share: float


def _core_features(chances: Matrix, features: Features) -> Matrix:
    """Return (k, n): how each block lies to the core: levels above its box, gaps, the rings."""
    size = np.minimum(features.sizes, _MOST_SIZE)
    core = _find_core(chances, size, features)
    count = len(size)
    place = np.arange(count)
    levels = features.boxes.levels(core.box, count)
    sums = np.zeros(count + 1)
    np.cumsum(size, out=sums[1:])
    before, after = place < core.first, place >= core.last
    ring = levels.astype(np.int64)
    rings = sums_of(ring, chances * size) / np.maximum(1, sums_of(ring, size))
    table = np.zeros((_CORE_ROWS, count), np.float32)
    table[0] = levels / 5
    table[1] = levels == 0
    table[2] = ~(before | after)
    table[3, : core.first] = core.first - place[: core.first]
    table[4, core.last :] = place[core.last :] - (core.last - 1)
    table[5, : core.first] = sums[core.first] - sums[: core.first]
    table[6, core.last :] = sums[core.last : -1] - sums[core.last]
    table[3:7] = log_scaled(table[3:7])
    table[7] = core.share
    table[8] = rings[ring]
    table[9] = math.log1p(core.mass) / 5
    table[10] = math.log1p(core.last - core.first) / 3
    table[11] = features.boxes.depth[core.box] / 20
    return table


def _find_core(chances: Matrix, size: Matrix, features: Features) -> _Core:
    """Return the row with the largest sum of (chance - 1/2) times size (Kadane's scan)."""
    gains = (chances - 0.5) * size - _GAP_COST * (chances < 0.5)
    best, current, start, first, last = -np.inf, 0.0, 0, 0, 1
    for place, gain in enumerate(gains.tolist()):
        if current <= 0:
            current, start = 0.0, place
        current += gain
        if current > best:
            best, first, last = current, start, place + 1
    mass = chances * size * (chances > 0.3)
    sums = np.concatenate(([0.0], np.cumsum(mass)))
    inside = float(sums[last] - sums[first])
    boxes = features.boxes
    lows, highs = np.clip(boxes.first, first, last), np.clip(boxes.last, first, last)
    holding = np.flatnonzero(sums[highs] - sums[lows] >= _HOLDS_CORE * inside)
    box = int(holding[-1]) if len(holding) else 0
    return _Core(first, last, box, inside or 1.0, inside / max(1.0, float(sums[-1])))
