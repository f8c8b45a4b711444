"""What first opinions on a page's blocks tell of each: by neighbours, containers, the core."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from wireroom.engine.pages.features import Features
from wireroom.engine.pages.numbers import Matrix, log_scaled, sums_of

_REACH: Final = 5  # blocks to each side
_WINDOWS: Final = (3, 8)
_MOST_SIZE: Final = 600.0  # characters: a longer paragraph is no stronger sign of the core
_GAP_COST: Final = 3.0  # what each block that is no body takes off the core's worth
_HOLDS_CORE: Final = 0.85
_CORE_COLUMNS: Final = 12


def context_of(chances: Matrix, features: Features) -> Matrix:
    """Return (n, k) features from the (n,) chances that each block is body."""
    size = features.sizes
    count = len(chances)
    odds = np.log(chances + 1e-4) - np.log(1 - chances + 1e-4)
    columns = [chances, odds / 5]
    padded = np.pad(chances, _REACH)
    columns += [padded[_REACH + step : _REACH + step + count] for step in range(-_REACH, _REACH + 1)
                if step]  # fmt: skip
    expected = size * chances
    total = max(1.0, float(expected.sum()))
    for group in features.groups:
        mass = sums_of(group, expected)
        columns += [(mass / np.maximum(1, sums_of(group, size)))[group],
                    (sums_of(group, chances) / np.maximum(1, np.bincount(group)))[group],
                    (mass / total)[group]]  # fmt: skip
    before = np.cumsum(expected)
    columns += [(before - expected) / total, 1 - before / total]
    columns += [np.full(count, np.log1p(total) / 5), np.full(count, total / max(1.0, size.sum()))]
    columns += [_windowed(expected, size, reach) for reach in _WINDOWS]
    table = np.stack(columns, axis=1) if count else np.zeros((0, len(columns)))
    core = _core_features(chances, features) if count else np.zeros((0, _CORE_COLUMNS))
    return np.concatenate([table, core], axis=1, dtype=np.float32)


def _windowed(expected: Matrix, size: Matrix, reach: int) -> Matrix:
    """Return the share of body in the characters up to `reach` blocks away."""
    count = len(size)
    body, every = (np.concatenate(([0.0], np.cumsum(values))) for values in (expected, size))
    place = np.arange(count)
    first, last = np.maximum(0, place - reach), np.minimum(count, place + reach + 1)
    share = (body[last] - body[first]) / np.maximum(1, every[last] - every[first])
    return np.asarray(share, np.float32)


@dataclass(frozen=True, slots=True)
class _Core:
    """The row of blocks that is most surely the report, and the smallest box around it."""

    first: int
    last: int
    box: int
    mass: float
    share: float


def _core_features(chances: Matrix, features: Features) -> Matrix:
    """Return how each block lies to the core: levels above its box, gaps, the rings between."""
    size = np.minimum(features.sizes, _MOST_SIZE)
    core = _find_core(chances, size, features)
    count = len(size)
    place = np.arange(count)
    levels = features.boxes.levels(core.box, count)
    sums = np.concatenate(([0.0], np.cumsum(size)))
    before, after = place < core.first, place >= core.last
    ring = levels.astype(np.int64)
    rings = sums_of(ring, chances * size) / np.maximum(1, sums_of(ring, size))
    columns = [
        levels / 5,
        levels == 0,
        ~before & ~after,
        log_scaled(np.where(before, core.first - place, 0)),
        log_scaled(np.where(after, place - core.last + 1, 0)),
        log_scaled(np.where(before, sums[core.first] - sums[place], 0)),
        log_scaled(np.where(after, sums[place] - sums[core.last], 0)),
        np.full(count, core.share),
        rings[ring],
        np.full(count, np.log1p(core.mass) / 5),
        np.full(count, np.log1p(core.last - core.first) / 3),
        np.full(count, features.boxes.depth[core.box] / 20),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


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
