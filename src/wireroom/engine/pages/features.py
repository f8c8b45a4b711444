"""Features of a page's blocks: what tells the report from what stands round it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wireroom.engine.pages.box_features import Boxes
from wireroom.engine.pages.line_features import Hints, line_features
from wireroom.engine.pages.numbers import Ints, Matrix, log_scaled, sums_of
from wireroom.engine.pages.odds import Odds
from wireroom.engine.pages.sheet import Sheet

_PROSE = 80.0  # characters without links: what is shorter may be a label
_FAR = 200.0  # blocks
_STEPS = (-2, -1, 1, 2)
_SEEN_BESIDE = 5  # the first columns of a line's own features are what neighbours look at
_PAGE_KINDS = 10


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of n blocks.

    `rows` is (n, k) float32, kept column by column; `groups` are (n,) ids of the containers that
    labels are shared in; `sizes` the characters of each block; `boxes` what holds them.
    """

    rows: Matrix
    groups: tuple[Ints, ...]
    sizes: Matrix
    boxes: Boxes


def features_of(sheet: Sheet, hints: Hints, odds: Odds) -> Features:
    """Return the features of a sheet's blocks, none missing."""
    own, size, linked = line_features(sheet.blocks, hints, odds)
    prose = np.where((size - linked >= _PROSE) & (linked < size / 3), size - linked, 0.0)
    boxes = Boxes.of(sheet, prose, odds)
    groups = boxes.groups()
    columns = np.concatenate(
        [
            own,
            _page_features(size, prose),
            boxes.features(size, linked, prose),
            _group_features(groups[2:], size, linked),
            _beside(own[:_SEEN_BESIDE], boxes.chains[1]),
            _headline_features(len(size), hints),
        ],
        axis=0,
        dtype=np.float32,
    )
    return Features(columns.T, groups, size, boxes)


def _page_features(size: Matrix, prose: Matrix) -> Matrix:
    """Return (k, n): where a block stands on its page, and what kind of page it is."""
    count = len(size)
    total, all_prose = float(size.sum()) or 1.0, float(prose.sum()) or 1.0
    before = np.cumsum(prose) - prose
    place = np.arange(count, dtype=np.float32)
    long = np.flatnonzero(prose)
    table = np.empty((14, count), dtype=np.float32)
    table[0] = place / max(1, count)
    table[1] = (np.cumsum(size) - size) / total
    table[2] = before / all_prose
    table[3] = (all_prose - before - prose) / all_prose
    table[4] = prose / all_prose
    table[5] = place
    table[6] = count - place
    table[7] = _distance(long, place, after=True)
    table[8] = _distance(long, place, after=False)
    table[5:9] = log_scaled(table[5:9])
    table[9:] = _page_kind(total, all_prose, len(long), count)
    return table


def _page_kind(total: float, prose: float, paragraphs: int, blocks: int) -> Matrix:
    """Return (5, 1): how long the page is, and how much of it is prose."""
    logs = (math.log1p(total) / 3, math.log1p(prose) / 3, prose / total,
            math.log1p(paragraphs) / 3, math.log1p(blocks) / 3)  # fmt: skip
    return np.array(logs, np.float32)[:, None]


def _distance(marks: Ints, places: Matrix, *, after: bool) -> Matrix:
    """Return how many blocks away the nearest mark is on one side, _FAR where there is none."""
    if not len(marks):
        return np.full(len(places), _FAR, dtype=np.float32)
    at = np.searchsorted(marks, places, side="left" if after else "right")
    found = marks.take(at if after else at - 1, mode="clip")
    gap = (found - places) if after else (places - found)
    return np.where(gap < 0, _FAR, np.minimum(gap, _FAR))


def _beside(seen: Matrix, kin: Ints) -> Matrix:
    """Return (k, n): what the blocks up to two places away are like, and whether they are kin."""
    width, count = seen.shape
    table = np.zeros((len(_STEPS), width + 1, count), dtype=np.float32)
    for beside, step in zip(table, _STEPS, strict=True):
        to, of = (
            slice(max(0, -step), count - max(0, step)),
            slice(max(0, step), count + min(0, step)),
        )
        if count > abs(step):
            beside[:width, to] = seen[:, of]
            beside[width, to] = kin[to] == kin[of]
    return table.reshape(len(_STEPS) * (width + 1), count)


def _group_features(groups: Sequence[Ints], size: Matrix, linked: Matrix) -> Matrix:
    """Return (k, n): of the blocks of like-named paths, how many, how long, how linked."""
    count = len(size)
    table = np.zeros((len(groups), 4, count), dtype=np.float32)
    total = max(1.0, float(size.sum()))
    for own, group in zip(table, groups if count else (), strict=False):
        many, sizes, links = np.bincount(group), sums_of(group, size), sums_of(group, linked)
        told = np.stack([many, sizes / np.maximum(1, many), links / np.maximum(1.0, sizes),
                         sizes / total])  # fmt: skip
        told[:2] = log_scaled(told[:2])
        own[:] = told.take(group, axis=1)
    return table.reshape(4 * len(groups), count)


def _headline_features(count: int, hints: Hints) -> Matrix:
    """Return (k, n): where a block stands to the headline, and what the page says that it is."""
    table = np.zeros((4 + _PAGE_KINDS, count), dtype=np.float32)
    if hints.headline_place >= 0:
        gap = np.arange(-hints.headline_place, count - hints.headline_place)
        table[0] = 1.0
        table[1] = gap > 0
        table[2] = np.maximum(0, gap)
        table[3] = np.maximum(0, -gap)
        table[2:4] = log_scaled(table[2:4])
    table[4 : 4 + len(hints.page_kinds)] = np.array(hints.page_kinds, np.float32)[:, None]
    return table
