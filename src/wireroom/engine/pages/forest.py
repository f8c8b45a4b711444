"""Boosted oblivious trees, evaluated by numpy alone: all trees over all rows at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.numbers import Matrix

_ROWS_AT_ONCE: Final = 500  # bounds the memory that a page of many blocks takes
_DEEPEST: Final = 8  # levels whose answers fit into one byte


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose levels ask one question each (Kohavi 1994; CatBoost, Prokhorenkova 2018).

    `columns` (T, D) say which feature level d of tree t compares with `borders` (T, D);
    the answers are the bits of a place in `leaves` (T, 2^D), level 0 the highest bit.
    """

    columns: npt.NDArray[np.int16]
    borders: Matrix
    leaves: Matrix
    bias: float
    _questions: "_Questions" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.columns.shape[1] > _DEEPEST:
            raise ValueError(f"trees of more than {_DEEPEST} levels cannot be evaluated")
        object.__setattr__(self, "_questions", _Questions.of(self.columns, self.borders))

    def probabilities(self, rows: Matrix) -> Matrix:
        """Return (n,) probabilities for (n, k) rows of features."""
        features = np.ascontiguousarray(rows.T)
        parts = [
            self._scores(features[:, at : at + _ROWS_AT_ONCE])
            for at in range(0, len(rows), _ROWS_AT_ONCE)
        ]
        scores = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return np.asarray(1.0 / (1.0 + np.exp(-(scores + np.float32(self.bias)))), np.float32)

    def _scores(self, features: Matrix) -> Matrix:
        """Return (n,) scores for (k, n) features."""
        places = self._questions.places(features)
        scores: Matrix = self.leaves.ravel().take(places).sum(axis=0, dtype=np.float32)
        return scores


@dataclass(frozen=True, slots=True)
class _Questions:
    """The different questions of a forest, each asked once: trees share two in three of them.

    `columns` and `borders` are those of the questions; `levels[d]` says which one level d of
    each tree asks, `offsets` where a tree's leaves begin.
    """

    columns: npt.NDArray[np.intp]
    borders: Matrix
    levels: tuple[npt.NDArray[np.intp], ...]
    offsets: npt.NDArray[np.int32]

    @classmethod
    def of(cls, columns: npt.NDArray[np.int16], borders: Matrix) -> "_Questions":
        trees, depth = columns.shape
        pairs = np.stack([columns.ravel().astype(np.float64), borders.ravel()], axis=1)
        different, asked = np.unique(pairs, axis=0, return_inverse=True)
        asked = asked.reshape(trees, depth)
        return cls(
            different[:, 0].astype(np.intp),
            different[:, 1:].astype(np.float32),
            tuple(np.ascontiguousarray(asked[:, level]) for level in range(depth)),
            (np.arange(trees, dtype=np.int32) << depth)[:, None],
        )

    def places(self, features: Matrix) -> npt.NDArray[np.int32]:
        """Return (T, n) places in the leaves: a byte of answers for each tree, and its offset."""
        answers = (features.take(self.columns, axis=0) > self.borders).view(np.uint8)
        places = answers.take(self.levels[0], axis=0)
        for level in self.levels[1:]:
            places += places
            places |= answers.take(level, axis=0)
        return places + self.offsets


def read_forest(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Forest:
    """Return the forest that a file of arrays holds under this name."""
    return Forest(
        arrays[f"{name}_columns"],
        arrays[f"{name}_borders"].astype(np.float32),
        arrays[f"{name}_leaves"].astype(np.float32),
        float(arrays[f"{name}_bias"]),
    )
