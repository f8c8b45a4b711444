"""In how many live articles each term stands: a table that is asked about many terms at once."""

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]

# At most half is full, a third when it was made larger: most terms then stand where they are
# looked for first, which makes asking for many at once several times as fast as a dictionary.
_ROOM: Final = 2
_ROOM_AFTER: Final = 3
_SMALLEST: Final = 1 << 12
_STEPS: Final = 1 << 20  # parts of one that are told apart: a share of a billionth is
_SPREAD: Final = np.uint32(0x9E3779B1)  # Knuth's multiplicative hash: keys need not be spread


class TermCounts:
    """Term key -> a background value and a count, as one sum; open addressing, linear probing.

    (Knuth, The Art of Computer Programming, volume 3, 6.4.) `sums` is by place, which holds until
    the next call of `find`. One array, for each that is asked is a miss of the caches. Background
    values are rounded so that sums are exact: what was added and taken back leaves nothing.

    A free place holds the key 0, whose own is the first and is never free: one look at the keys
    tells what stands where.
    """

    def __init__(self, value_of: Callable[[Keys], npt.NDArray[np.float64]]) -> None:
        self._value_of = value_of
        self._make(_SMALLEST)

    def _make(self, size: int) -> None:
        self._keys = np.zeros(size, np.uint32)
        self._full = 0
        self.sums = np.zeros(size)
        self._enter(np.zeros(1, np.int64))

    def find(self, keys: Keys) -> Places:
        """Return the places of terms, given to those that had none."""
        if _ROOM * (self._full + len(keys)) > len(self._keys):
            self._grow(len(keys))
        return self._place(keys)

    def add(self, keys: Keys, change: int) -> None:
        """Change the counts of terms, none of them given twice."""
        places = self.find(keys)  # first: finding may make the table anew
        self.sums[places] += change

    def _place(self, keys: Keys) -> Places:
        last = len(self._keys) - 1
        shift = np.uint32(33 - len(self._keys).bit_length())
        places = ((keys * _SPREAD) >> shift).astype(np.int64)
        lost = np.flatnonzero(self._keys[places] != keys)
        while len(lost):
            sought, wanted = places[lost], keys[lost]
            there = self._keys[sought]
            free = (there == 0) & (sought != 0)
            if free.any():
                # Of several terms that want one place the last gets it; the others look on.
                self._keys[sought[free]] = wanted[free]
                self._enter(np.unique(sought[free]))
                there = self._keys[sought]
            is_other = there != wanted
            lost = lost[is_other]
            places[lost] = (sought[is_other] + 1) & last
        return places

    def _enter(self, places: Places) -> None:
        self._full += len(places)
        self.sums[places] = self._rounded(self._keys[places])

    def _rounded(self, keys: Keys) -> npt.NDArray[np.float64]:
        return np.rint(self._value_of(keys) * _STEPS) / _STEPS

    def _grow(self, coming: int) -> None:
        """Make room, and leave out terms that no live article holds any more."""
        full = np.append(0, np.flatnonzero(self._keys))
        counts = self.sums[full] - self._rounded(self._keys[full])
        keys, counts = self._keys[full[counts > 0]], counts[counts > 0]
        wanted = _ROOM_AFTER * (len(keys) + coming)
        self._make(max(_SMALLEST, 1 << wanted.bit_length()))
        self.sums[self._place(keys)] += counts
