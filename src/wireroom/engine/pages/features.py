"""Features of a page's blocks: what tells the report from what stands round it."""

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
    """A row a block.

    `rows` is (n, k) float32; `groups` are (n,) ids of the containers that labels are shared in;
    `sizes` the characters of each block; `boxes` the elements as arrays.
    """

    rows: Matrix
    groups: tuple[Ints, ...]
    sizes: Matrix
    homes: Ints
    boxes: Boxes


def features_of(sheet: Sheet, hints: Hints, odds: Odds) -> Features:
    """Return the features of a sheet's blocks, none missing."""
    blocks = sheet.blocks
    count = len(blocks)
    homes = np.fromiter([block.home for block in blocks], np.int64, count)
    own, size, linked = line_features(blocks, hints, odds)
    prose = np.where((size - linked >= _PROSE) & (linked < size / 3), size - linked, 0.0)
    boxes = Boxes.of(sheet, prose, odds)
    groups = boxes.groups(homes)
    rows = np.concatenate(
        [
            own,
            _page_features(size, prose),
            boxes.features(homes, size, linked, prose),
            _group_features(groups, size, linked),
            _beside(own[:, :_SEEN_BESIDE], homes, boxes.parents),
            _headline_features(count, hints),
        ],
        axis=1,
        dtype=np.float32,
    )
    return Features(rows, groups, size, homes, boxes)


def _page_features(size: Matrix, prose: Matrix) -> Matrix:
    """Return where a block stands on its page, and what kind of page it is."""
    count = len(size)
    total, all_prose = float(size.sum()) or 1.0, float(prose.sum()) or 1.0
    before = np.cumsum(prose) - prose
    place = np.arange(count, dtype=np.float32)
    long = np.flatnonzero(prose)
    page = [np.log1p(total) / 3, np.log1p(all_prose) / 3, all_prose / total,
            np.log1p(len(long)) / 3, np.log1p(count) / 3]  # fmt: skip
    columns = [place / max(1, count), (np.cumsum(size) - size) / total, before / all_prose,
               (all_prose - before - prose) / all_prose, prose / all_prose, log_scaled(place),
               log_scaled(count - place), log_scaled(_distance(long, place, after=True)),
               log_scaled(_distance(long, place, after=False))]  # fmt: skip
    table = np.empty((count, len(columns) + len(page)), dtype=np.float32)
    for number, column in enumerate((*columns, *page)):
        table[:, number] = column
    return table


def _distance(marks: Ints, places: Matrix, *, after: bool) -> Matrix:
    """Return how many blocks away the nearest mark is on one side, _FAR where there is none."""
    if not len(marks):
        return np.full(len(places), _FAR, dtype=np.float32)
    at = np.searchsorted(marks, places, side="left" if after else "right")
    found = marks[np.clip(at if after else at - 1, 0, len(marks) - 1)]
    gap = (found - places) if after else (places - found)
    return np.where(gap < 0, _FAR, np.minimum(gap, _FAR)).astype(np.float32)


def _beside(seen: Matrix, homes: Ints, parents: Ints) -> Matrix:
    """Return what the blocks up to two places away are like, and whether they are kin."""
    count, width = seen.shape
    kin = parents[homes]
    table = np.zeros((count, len(_STEPS) * (width + 1)), dtype=np.float32)
    for number, step in enumerate(_STEPS):
        column = number * (width + 1)
        to, of = (
            slice(max(0, -step), count - max(0, step)),
            slice(max(0, step), count + min(0, step)),
        )
        if count > abs(step):
            table[to, column : column + width] = seen[of]
            table[to, column + width] = kin[to] == kin[of]
    return table


def _group_features(groups: tuple[Ints, ...], size: Matrix, linked: Matrix) -> Matrix:
    """Return what the blocks of like-named paths have in common: how many, how long, how linked."""
    count = len(size)
    table = np.zeros((count, 8), dtype=np.float32)
    total = max(1.0, float(size.sum()))
    for number, group in enumerate(groups[2:] if count else ()):
        many, sizes, links = np.bincount(group), sums_of(group, size), sums_of(group, linked)
        column = number * 4
        table[:, column] = log_scaled(many[group])
        table[:, column + 1] = log_scaled((sizes / np.maximum(1, many))[group])
        table[:, column + 2] = (links / np.maximum(1.0, sizes))[group]
        table[:, column + 3] = sizes[group] / total
    return table


def _headline_features(count: int, hints: Hints) -> Matrix:
    """Return where a block stands to the headline, and what the page says that it is."""
    table = np.zeros((count, 4 + _PAGE_KINDS), dtype=np.float32)
    if hints.headline_place >= 0:
        gap = np.arange(count) - hints.headline_place
        table[:, 0] = 1.0
        table[:, 1] = gap > 0
        table[:, 2] = log_scaled(np.maximum(0, gap))
        table[:, 3] = log_scaled(np.maximum(0, -gap))
    table[:, 4 : 4 + len(hints.page_kinds)] = hints.page_kinds
    return table
