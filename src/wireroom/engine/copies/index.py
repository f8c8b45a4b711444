"""The index of fingerprints: which articles share enough prints to be worth aligning."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.copies.fingerprint import Prints
from wireroom.engine.copies.postings import Found, Postings

# A passage of 80 words leaves about 19 prints, of which a light edit of every tenth word
# spares half; two short texts may have few prints in all.
_MIN_SHARED: Final = 4
_MIN_SHARED_SHORT: Final = 3
_SHORT_CONTAINMENT: Final = 0.15

# Prints of more articles than any wire copy has carriers, or of so many articles of one
# outlet, are furniture: a disclaimer, an author's note, a standing paragraph.
_MANY_ARTICLES: Final = 250
_OUTLET_REPEATS: Final = 3

# Furniture is the smaller part of a text. Where nearly all of it is repeated, the text itself
# is: a wire copy with very many carriers, or one outlet's many updates of one report.
_MOSTLY: Final = 0.8

_MOST_CANDIDATES: Final = 256
_EVICTED_AT_ONCE: Final = 0.05

_ROW: Final = np.dtype(
    [("key", "i8"), ("at", "f8"), ("size", "u4"), ("outlet", "i4"), ("alive", "?")]
)


class CopyIndex:
    """Fingerprints of the articles of a window of time, in compact arrays.

    About nine bytes a print plus 150 an article. When `max_articles` is reached, the articles
    that came first make room.
    """

    def __init__(self, *, max_articles: int = 1_000_000) -> None:
        if max_articles < 1:
            raise ValueError("max_articles must be at least 1")
        self._max = max_articles
        self._postings = Postings()
        self._slots: dict[int, int] = {}
        self._outlet_numbers: dict[str, int] = {}
        self._newest = float("-inf")
        self._rows = np.zeros(1024, dtype=_ROW)  # by slot, in order of arrival
        self._used = 0

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, key: int) -> bool:
        return key in self._slots

    @property
    def nbytes(self) -> int:
        """The bytes of the arrays; Python's own tables come on top (about 100 an article)."""
        return self._postings.nbytes + self._rows.nbytes

    def add(self, key: int, prints: Prints, *, outlet: str | None, at: datetime | None) -> None:
        """Put an article in; a key that is in already is replaced.

        `at` is aware. An article without a time counts as being as new as the newest.
        """
        self.remove(key)
        if len(self._slots) >= self._max:
            self._evict()
        slot = self._used
        if slot == len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        self._newest = max(self._newest, at.timestamp() if at else self._newest)
        time = at.timestamp() if at else self._newest
        self._rows[slot] = (key, time, len(prints), self._outlet_number(outlet), True)
        self._slots[key] = slot
        self._used += 1
        self._postings.add(slot, prints)

    def load(self, rows: Sequence[tuple[int, Prints, str | None, datetime]]) -> None:
        """Put in many (key, prints, outlet, time), none of them in yet, as `add` one by one."""
        if len(self._slots) + len(rows) > self._max:
            for key, prints, outlet, at in rows:
                self.add(key, prints, outlet=outlet, at=at)
            return
        first, stop = self._used, self._used + len(rows)
        if stop > len(self._rows):
            room = np.zeros(max(stop, 2 * len(self._rows)) - len(self._rows), dtype=_ROW)
            self._rows = np.concatenate((self._rows, room))
        new = self._rows[first:stop]
        new["key"] = [key for key, *_ in rows]
        new["at"] = [at.timestamp() for *_, at in rows]
        new["size"] = [len(prints) for _, prints, *_ in rows]
        outlets = [outlet for *_, outlet, _ in rows]
        numbers = {outlet: self._outlet_number(outlet) for outlet in dict.fromkeys(outlets)}
        new["outlet"] = [numbers[outlet] for outlet in outlets]
        new["alive"] = True
        self._slots.update(zip(new["key"].tolist(), range(first, stop), strict=True))
        self._newest = float(max(self._newest, new["at"].max(initial=self._newest)))
        self._used = stop
        self._postings.add_all(first, [prints for _, prints, _, _ in rows])

    def settle(self) -> None:
        """Sort what was loaded, which the first look would do."""
        self._postings.settle()

    def remove(self, key: int) -> bool:
        """Take an article out; return whether it was in."""
        slot = self._slots.pop(key, None)
        if slot is None:
            return False
        self._rows["alive"][slot] = False
        self._compact_if_worthwhile()
        return True

    def expire(self, before: datetime) -> int:
        """Take out every article older than the aware time; return how many."""
        rows = self._rows[: self._used]
        return self._drop(np.flatnonzero(rows["alive"] & (rows["at"] < before.timestamp())))

    def candidates(self, prints: Prints) -> list[tuple[int, float]]:
        """Return (key, containment) of the articles worth aligning, best first, at most 256.

        Containment is the shared part of the smaller fingerprint, furniture left out, 0 to 1.
        """
        return self.look_up(prints)[0]

    def furniture(self, prints: Prints) -> Prints:
        """Return those of the prints that stand in too many articles to tell of a copy."""
        return self.look_up(prints)[1]

    def look_up(self, prints: Prints) -> tuple[list[tuple[int, float]], Prints]:
        """Return both, the candidates and the furniture, for little more than one of them."""
        found = self._postings.find(prints)
        telling = self._telling(found, len(prints))
        return self._candidates(found, telling, len(prints)), prints[~telling]

    def _candidates(
        self, found: Found, telling: NDArray[np.bool_], count: int
    ) -> list[tuple[int, float]]:
        slots = found.slots[telling[found.numbers]]
        slots, shared = np.unique(slots[self._rows["alive"][slots]], return_counts=True)
        smaller = np.minimum(self._rows["size"][slots], count)
        containment = np.minimum(1.0, shared / np.maximum(smaller, 1))
        enough = (shared >= _MIN_SHARED) | (
            (shared >= _MIN_SHARED_SHORT) & (containment >= _SHORT_CONTAINMENT)
        )
        slots, containment = slots[enough], containment[enough]
        order = np.lexsort((slots, -containment))[:_MOST_CANDIDATES]
        keys = self._rows["key"][slots[order]].tolist()
        return list(zip(keys, containment[order].tolist(), strict=True))

    def _telling(self, found: Found, count: int) -> NDArray[np.bool_]:
        """Return for each print whether sharing it says anything."""
        repeated = found.counts > _MANY_ARTICLES
        outlets = self._rows["outlet"][found.slots]
        known = (outlets >= 0) & self._rows["alive"][found.slots]
        pairs = found.numbers[known] * (len(self._outlet_numbers) + 1) + outlets[known]
        pairs, times = np.unique(pairs, return_counts=True)
        often = pairs[times >= _OUTLET_REPEATS] // (len(self._outlet_numbers) + 1)
        repeated[often] = True
        if repeated.sum() > _MOSTLY * count:
            repeated[:] = False
        telling: NDArray[np.bool_] = ~repeated
        return telling

    def _outlet_number(self, outlet: str | None) -> int:
        if outlet is None:
            return -1
        return self._outlet_numbers.setdefault(outlet, len(self._outlet_numbers))

    def _evict(self) -> None:
        count = max(1, int(self._max * _EVICTED_AT_ONCE))
        self._drop(np.flatnonzero(self._rows["alive"][: self._used])[:count])

    def _drop(self, slots: NDArray[np.intp]) -> int:
        self._rows["alive"][slots] = False
        for key in self._rows["key"][slots].tolist():
            del self._slots[key]
        self._compact_if_worthwhile()
        return len(slots)

    def _compact_if_worthwhile(self) -> None:
        # Each compaction costs as much as it frees: half of the slots must be dead.
        if self._used < len(self._rows) // 2 or len(self._slots) * 2 > self._used:
            return
        alive = np.flatnonzero(self._rows["alive"][: self._used])
        moved = np.full(self._used, -1, dtype=np.int64)
        moved[alive] = np.arange(len(alive))
        self._postings.renumber(moved)
        rows = np.zeros(max(1024, 2 * len(alive)), dtype=_ROW)
        rows[: len(alive)] = self._rows[alive]
        self._rows, self._used = rows, len(alive)
        self._slots = {key: slot for slot, key in enumerate(rows["key"][: len(alive)].tolist())}
