"""Which live articles hold a rare term: the inverted index that keeps search sublinear."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.stories.pairs import Floats, Ints

# An article is filed under this many of its weightiest terms and looked for under fewer: at 60
# times the development set's density 98.6% of articles with an earlier report still meet one.
FILED_TERMS: Final = 48
SOUGHT_TERMS: Final = 32
# A term's newest entries only: more are no clue to one event, and the cost stays bounded.
_MAX_ENTRIES: Final = 400
# So many entries of articles that are loaded wait for each other, 24 MB: entered 16,000 articles at
# a time, most terms were looked up for a few.
_MOST_WAITING: Final = 3 << 20
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)


class Postings:
    """Term key -> slots of articles, oldest first; slots only grow between rebuilds."""

    def __init__(self) -> None:
        self._entries: dict[int, array[int]] = {}
        self._waiting: list[npt.NDArray[np.uint64]] = []  # key above slot, not in yet
        self._entry_of = np.empty(0, np.int32)  # scratch of a search, by slot

    def file(self, slot: int, keys: Sequence[int]) -> None:
        """Enter an article under its terms."""
        self.settle()
        for key in keys:
            entry = self._entries.get(key)
            if entry is None:
                entry = self._entries[key] = array("I")
            entry.append(slot)

    def file_anew(self, slot: int, keys: Sequence[int], filed: Collection[int]) -> None:
        """File an article of so many terms under some of them, and under no other any more."""
        self.settle()
        for key in keys:
            entry = self._entries.get(key)
            place = bisect_left(entry, slot) if entry else 0
            is_filed = entry is not None and place < len(entry) and entry[place] == slot
            if key in filed and not is_filed:
                self._entries.setdefault(key, array("I")).insert(place, slot)
            elif entry is not None and is_filed and key not in filed:
                del entry[place]
                if not entry:
                    del self._entries[key]

    def file_all(self, first_slot: int, keys: Ints) -> None:
        """Enter articles of slots that follow on each other, a row of keys each; -1 is none."""
        slots = np.repeat(np.arange(first_slot, first_slot + len(keys)), keys.shape[1])
        laid = keys.ravel()
        joined = laid[laid >= 0].astype(np.uint64) << _HALF
        joined |= slots[laid >= 0].astype(np.uint64)
        self._waiting.append(joined)
        if sum(map(len, self._waiting)) >= _MOST_WAITING:
            self.settle()

    def settle(self) -> None:
        """Enter what waits, which the first search would do."""
        if self._waiting:
            joined, self._waiting = np.concatenate(self._waiting), []
            # Sorted as one number, key above slot: quicker than by two.
            joined.sort()  # in place: large pieces of memory are slow to come by
            self._append((joined >> _HALF).astype(np.int64), joined & _LOW)

    def renumber(self, moved: Ints) -> None:
        """Give every slot its new number and drop those of -1; the order must stay."""
        self.settle()
        known = np.fromiter(self._entries, np.int64, len(self._entries))
        keys = np.repeat(known, list(map(len, self._entries.values())))
        slots = moved[np.frombuffer(b"".join(self._entries.values()), np.uint32)]
        self._entries = {}
        self._append(keys[slots >= 0], slots[slots >= 0])

    def _append(self, keys: Ints, slots: npt.NDArray[Any]) -> None:
        """Enter a slot for each of the keys, equal ones of which stand together."""
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        packed = slots.astype(np.uint32).tobytes()
        borders = pairwise([*(4 * first).tolist(), len(packed)])
        for key, (start, stop) in zip(keys[first].tolist(), borders, strict=True):
            entry = self._entries.get(key)
            if entry is None:
                self._entries[key] = array("I", packed[start:stop])
            else:
                entry.frombytes(packed[start:stop])

    def search(self, keys: Sequence[int], values: Sequence[float], *, limit: int) -> Ints:
        """Return up to `limit` slots by the summed values of the terms they are filed under."""
        self.settle()
        entries = [(self._entries.get(key), value) for key, value in zip(keys, values, strict=True)]
        slots = [np.frombuffer(e, np.uint32)[-_MAX_ENTRIES:] for e, _ in entries if e is not None]
        if not slots:
            return np.zeros(0, np.int64)
        worth = np.repeat([value for e, value in entries if e is not None], list(map(len, slots)))
        found, total = self._sum_by_slot(np.concatenate(slots).astype(np.int64), worth)
        if len(found) > limit:  # only those that come near the first are put in order
            near = total >= np.partition(total, len(found) - limit)[len(found) - limit]
            found, total = found[near], total[near]
        # Ties go to the newer slot, so that the order never hangs on the sort.
        return found[np.lexsort((-found, -total))[:limit]]

    def _sum_by_slot(self, slots: Ints, worth: Floats) -> tuple[Ints, Floats]:
        """Return the different slots and each one's sum, whatever else is in the index.

        Every slot remembers one of its entries, and all of them are summed up under that
        one. What other searches left there is never read, so that nothing has to be cleared.
        """
        newest = int(slots.max())
        if newest >= len(self._entry_of):
            self._entry_of = np.empty(2 * newest + 1024, np.int32)
        places = np.arange(len(slots))
        self._entry_of[slots] = places
        entry = self._entry_of[slots]
        own = np.flatnonzero(entry == places)
        total = np.bincount(entry, weights=worth)[own]
        return slots[own], total.astype(np.float64)  # counts are whole numbers where none is found
