"""The arrays that the classifier of blocks works on, and the operations they share."""

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


def windowed(before: Matrix, size: Matrix, reach: int) -> Matrix:
    """Return the share of body in the characters up to `reach` blocks away.

    `before` is the body expected up to the end of each block.
    """
    count = len(size)
    sums = np.zeros((2, count + 1))
    sums[0, 1:] = before
    np.cumsum(size, out=sums[1, 1:])
    place = np.arange(count)
    first, last = np.maximum(0, place - reach), np.minimum(count, place + reach + 1)
    body, every = sums.take(last, axis=1) - sums.take(first, axis=1)
    return np.asarray(body / np.maximum(1, every), np.float32)
