"""Reading with an outlet's memory: what its other pages repeat is left out of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from wireroom.engine.pages.memory import Memory
from wireroom.engine.pages.sheet import Block, Sheet
from wireroom.engine.pages.shown import Seen, Shown, look_at, show

# Other pages that a text must stand on, where what stands at such places mostly repeats, or the
# text is a link ...
_FEW: Final = 2
# ... and where every page has text of its own: so many, and this share of all pages.
_MANY: Final = 3
_SHARE: Final = 0.5
_LINKED: Final = 0.6
# A text of which the memory would take more is left as it is.
_MOST_TAKEN: Final = 0.5
DISTRUSTED: Final = "most of the text stands on other pages of the outlet too; all of it was kept"


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a page showed, and which of its texts are the outlet's furniture."""

    shown: Shown
    furniture: frozenset[str]


def recall(
    sheet: Sheet,
    body: Sequence[str],
    *,
    title: str,
    address: str | None,
    foreign: Sequence[str] = (),
    memory: Memory | None = None,
) -> Recalled:
    """Compare a page with what its outlet's other pages showed.

    `body` are the paragraphs of its own article, `foreign` those of other articles that it
    shows: they are no furniture however many pages show them, and nothing is learnt of them.
    """
    seen = _without(look_at(sheet, (*body, *foreign)), frozenset(foreign))
    shown = show(seen, title=title, address=address, body=body)
    if memory is None or len(memory.pages) < _FEW:
        return Recalled(shown, frozenset())
    furniture = _furniture(seen, shown, memory)
    if furniture:
        cleaned = [text for text in body if text not in furniture]
        shown = show(seen, title=title, address=address, body=cleaned)
    return Recalled(shown, furniture)


def _without(seen: Seen, foreign: frozenset[str]) -> Seen:
    if not foreign:
        return seen
    told = [block.text not in foreign for block in seen.blocks]
    return Seen(seen.blocks, np.where(told, seen.keys, np.uint64(0)))


def _furniture(seen: Seen, shown: Shown, memory: Memory) -> frozenset[str]:
    """Return the texts that other pages show at the same places, and this one at no other."""
    others = np.uint32(~memory.bits_of(shown) & 0xFFFFFFFF)
    pages = int(np.bitwise_count(np.uint32((1 << len(memory.pages)) - 1) & others))
    counts = np.bitwise_count(memory.masks_of(seen.keys) & others)
    counts[seen.keys == 0] = 0
    if counts.max(initial=0) < _FEW:
        return frozenset()
    repeating = _repeating_places(memory, others, seen, counts)
    many = max(_MANY, _SHARE * pages)
    taken, left = set[str](), set[str]()
    for block, key, count in zip(seen.blocks, seen.keys.tolist(), counts.tolist(), strict=True):
        needed = _FEW if key >> 32 in repeating or _is_linked(block) else many
        (taken if count >= needed else left).add(block.text)
    return frozenset(taken - left)


def _is_linked(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _repeating_places(
    memory: Memory, others: np.uint32, seen: Seen, counts: "np.ndarray"
) -> set[int]:
    """Return the places of this page at which most of what pages show stands on several."""
    wanted = np.unique(seen.keys[counts >= _FEW] >> np.uint64(32))
    places = memory.keys >> np.uint64(32)
    firsts, lasts = np.searchsorted(places, wanted), np.searchsorted(places, wanted, side="right")
    own = seen.keys >> np.uint64(32)
    found = set()
    for place, first, last in zip(wanted.tolist(), firsts, lasts, strict=True):
        times = np.bitwise_count(memory.masks[first:last] & others).astype(int)
        here = counts[own == place]
        repeated = times[times > 1].sum() + (here >= _FEW).sum()
        if repeated * 2 > times.sum() + len(here):
            found.add(place)
    return found


def without_furniture(paragraphs: Sequence[str], furniture: frozenset[str]) -> list[str] | None:
    """Return the paragraphs that are no furniture; None where too little would be left."""
    kept = [text for text in paragraphs if text not in furniture]
    size = sum(map(len, paragraphs))
    return kept if sum(map(len, kept)) >= (1 - _MOST_TAKEN) * size else None
