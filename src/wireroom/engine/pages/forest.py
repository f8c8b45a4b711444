"""Boosted oblivious trees, evaluated by numpy alone: all trees over all rows at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.numbers import Matrix

_ROWS_AT_ONCE: Final = 1_000  # bounds the memory that a page of many blocks takes


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

    def probabilities(self, rows: Matrix) -> Matrix:
        """Return (n,) probabilities for (n, k) rows of features."""
        count = len(rows)
        features = np.ascontiguousarray(rows.T)
        parts = [
            self._scores(features[:, at : at + _ROWS_AT_ONCE])
            for at in range(0, count, _ROWS_AT_ONCE)
        ]
        scores = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        return np.asarray(1.0 / (1.0 + np.exp(-(scores + np.float32(self.bias)))), np.float32)

    def _scores(self, features: Matrix) -> Matrix:
        """Return (n,) scores for (k, n) features: whole columns move at once, level by level."""
        trees, depth = self.columns.shape
        places = np.zeros((trees, features.shape[1]), dtype=np.intp)
        for level in range(depth):
            answers = features[self.columns[:, level]] > self.borders[:, level, None]
            places += places
            places += answers
        places += (np.arange(trees) << depth)[:, None]
        scores: Matrix = np.take(self.leaves.ravel(), places).sum(axis=0, dtype=np.float32)
        return scores
