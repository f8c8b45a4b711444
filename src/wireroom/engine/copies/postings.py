"""Postings: for each print the articles that hold it, as sorted arrays of packed numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.copies.fingerprint import Prints

# Prints of this many articles stay in a dictionary before they are sorted into an array.
_YOUNG_ARTICLES: Final = 512

# Every array is searched, so that few are worth being merged more often: beside 500,000 articles a
# lookup took .66 ms where it took 1.22 with 2, and loading an article 6 us more.
_GROWTH: Final = 8

# So many postings of articles that are loaded make a run of 32 MB, the least that glibc always
# asks the kernel for: smaller ones would lie between what stays, and leave holes there.
_MOST_WAITING: Final = 1 << 22

# At most so many articles of one print are looked at, the newest ones.
_NEWEST: Final = 256

_LOW: Final = np.uint64(0xFFFFFFFF)
_HALF: Final = np.uint64(32)
# The sample's upper two bits are zero: the 32 bits after them tell prints apart. At a million
# articles one lookup in twenty meets a stranger, which the least number of shared prints bears.
_PRINT_SHIFT: Final = np.uint64(30)


@dataclass(frozen=True, slots=True)
class Found:
    """What a lookup found: print `numbers[k]` stands in the article of `slots[k]`.

    `counts` has one value a print: in how many articles it stands, those left out included.
    """

    numbers: NDArray[np.int64]
    slots: NDArray[np.int64]
    counts: NDArray[np.int64]


class Postings:
    """Print to slots, eight bytes a posting, in a logarithmic number of sorted arrays.

    A log-structured merge (O'Neil 1996): young postings in a dictionary, older ones in
    arrays of which each is several times as large as the next.
    """

    def __init__(self) -> None:
        self._sorted: list[NDArray[np.uint64]] = []
        self._waiting: list[NDArray[np.uint64]] = []  # of articles that were loaded, each sorted
        self._runs: list[NDArray[np.uint64]] = []  # of many of those
        self._young: dict[int, int] = {}  # print to the newest slot
        self._repeated: dict[int, list[int]] = {}  # of prints in several articles: every slot
        self._young_articles = 0

    @property
    def nbytes(self) -> int:
        """The bytes of the arrays."""
        return sum(each.nbytes for each in (*self._sorted, *self._runs, *self._waiting))

    def add(self, slot: int, prints: Prints) -> None:
        """Note that the article of this slot (below 2**32, rising) holds the prints."""
        names = dict.fromkeys(_names(prints).tolist(), slot)
        for name in self._young.keys() & names.keys():
            self._repeated.setdefault(name, [self._young[name]]).append(slot)
        self._young.update(names)
        self._young_articles += 1
        if self._young_articles >= _YOUNG_ARTICLES:
            self._settle_young()

    def add_all(self, first_slot: int, prints: Sequence[Prints]) -> None:
        """Add articles of slots that follow on each other and on all that are in."""
        if not any(map(len, prints)):
            return
        # In place throughout: large pieces of memory are slow to come by.
        postings = np.concatenate(prints)
        postings <<= _HALF - _PRINT_SHIFT  # as _names(...) << _HALF, in two steps
        postings &= ~_LOW
        sizes = [len(each) for each in prints]
        postings |= np.repeat(np.arange(first_slot, first_slot + len(prints), dtype="u8"), sizes)
        postings.sort()
        again = np.flatnonzero(postings[1:] == postings[:-1])  # next to none
        self._waiting.append(np.delete(postings, again) if len(again) else postings)
        if sum(map(len, self._waiting)) >= _MOST_WAITING:
            self._runs.append(_merge(self._waiting))
            self._waiting = []

    def settle(self) -> None:
        """Merge what was added at once, which the first search would do.

        All together, at the end: merged as they came, postings were gone through nine times.
        """
        runs = [*self._runs, *self._waiting]
        self._runs, self._waiting = [], []
        if runs:
            self._keep(_merge(runs))

    def find(self, prints: Prints) -> Found:
        """Return who holds each of the prints; of a crowded print only the newest."""
        self.settle()
        names = _names(prints)
        numbers, slots, counts = self._find_young(names)
        parts = [(numbers, slots)]
        low, high = names << _HALF, (names << _HALF) | _LOW
        for postings in self._sorted:
            left = np.searchsorted(postings, low, side="left")
            right = np.searchsorted(postings, high, side="right")
            counts += right - left
            parts.append(_gather(postings, np.maximum(left, right - _NEWEST), right))
        return Found(
            np.concatenate([numbers for numbers, _ in parts]),
            np.concatenate([slots for _, slots in parts]),
            counts,
        )

    def renumber(self, moved: NDArray[np.int64]) -> None:
        """Give every slot its new number and drop those of -1; the order must stay."""
        self.settle()
        self._settle_young()
        if not self._sorted:
            return
        postings = np.concatenate(self._sorted)
        slots = moved[(postings & _LOW).astype(np.int64)]
        alive = slots >= 0
        postings = (postings[alive] & ~_LOW) | slots[alive].astype(np.uint64)
        self._sorted = [np.sort(postings, kind="stable")]

    def _find_young(
        self, names: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        numbers: list[int] = []
        slots: list[int] = []
        counts = np.zeros(len(names), dtype=np.int64)
        number_of = {name: number for number, name in enumerate(names.tolist())}
        for name in self._young.keys() & number_of.keys():
            number, held = number_of[name], self._repeated.get(name) or [self._young[name]]
            counts[number] = len(held)
            numbers += [number] * min(len(held), _NEWEST)
            slots += held[-_NEWEST:]
        return np.array(numbers, dtype=np.int64), np.array(slots, dtype=np.int64), counts

    def _settle_young(self) -> None:
        """Sort the young postings into an array."""
        size = len(self._young)
        names = [np.fromiter(self._young.keys(), np.uint64, size)]
        slots = [np.fromiter(self._young.values(), np.uint64, size)]
        for name, held in self._repeated.items():  # the newest stands among the young
            names.append(np.full(len(held) - 1, name, np.uint64))
            slots.append(np.array(held[:-1], np.uint64))
        self._young.clear()
        self._repeated.clear()
        self._young_articles = 0
        if size:
            self._keep(np.sort((np.concatenate(names) << _HALF) | np.concatenate(slots)))

    def _keep(self, postings: NDArray[np.uint64]) -> None:
        """Take a sorted array in, and merge arrays of like size."""
        self._sorted.append(postings)
        while len(self._sorted) > 1 and len(self._sorted[-2]) < _GROWTH * len(self._sorted[-1]):
            self._sorted[-2:] = [_merge(self._sorted[-2:])]


def _merge(runs: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    merged = np.concatenate(runs)
    merged.sort(kind="stable")  # on sorted runs it is a merge
    return merged


def _names(prints: Prints) -> NDArray[np.uint64]:
    return (prints >> _PRINT_SHIFT) & _LOW


def _gather(
    postings: NDArray[np.uint64], left: NDArray[np.intp], right: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    count = right - left
    numbers = np.repeat(np.arange(len(count)), count)
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    slots = postings[np.repeat(left, count) + within] & _LOW
    return numbers, slots.astype(np.int64)
