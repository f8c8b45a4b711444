"""The arrays that the classifier of blocks works on, and the two operations they share."""

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def log_scaled(values: npt.ArrayLike) -> Matrix:
    """Return log(1 + value) / 3: counts and sizes in about 0 to 3."""
    logs: Matrix = np.log1p(np.asarray(values, dtype=np.float32))
    logs *= np.float32(1 / 3)
    return logs


def sums_of(group: Ints, values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return the sum of the values of each group."""
    sums = np.bincount(group, weights=np.asarray(values, dtype=np.float64))
    return sums.astype(np.float64, copy=False)
