"""Reading with an outlet's memory: what its other pages repeat is left out of the text."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.credit import find_credit
from wireroom.engine.pages.memory import Masks, Memory
from wireroom.engine.pages.sheet import Block, Sheet
from wireroom.engine.pages.shown import Keys, Seen, Shown, look_at, show

# Other pages that a text must stand on, where what stands at such places mostly repeats, or the
# text is a link ...
_FEW: Final = 2
# ... and where every page has text of its own: so many, and this share of all pages.
_MANY: Final = 3
_SHARE: Final = 0.5
_LINKED: Final = 0.6
# Characters: shorter lines that are no links are what reports themselves repeat ("Pros").
_TELLING: Final = 25
# A text of which the memory would take more is left as it is.
_MOST_TAKEN: Final = 0.5
DISTRUSTED: Final = "most of the text stands on other pages of the outlet too; all of it was kept"
_PLACE: Final = np.uint64(32)  # bits to the right of it in a key


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a page showed, and which paragraphs of its body are the outlet's furniture."""

    shown: Shown | None
    furniture: frozenset[str]


def recall(
    sheet: Sheet,
    body: Sequence[str],
    memory: Memory,
    *,
    title: str,
    address: str | None,
    foreign: Sequence[str] = (),
) -> Recalled:
    """Compare a page with what its outlet's other pages showed.

    `body` are the paragraphs of its own article, `foreign` those of other articles that it
    shows: they are no furniture however many pages show them, and nothing is learnt of them.
    """
    seen = look_at(sheet, frozenset(body), foreign=frozenset(foreign))
    shown = show(seen, title=title, address=address, body=body)
    if len(memory.pages) < _FEW:
        return Recalled(shown, frozenset())
    furniture = _furniture(seen, shown, memory, frozenset(body))
    if furniture:
        cleaned = [text for text in body if text not in furniture]
        shown = show(seen, title=title, address=address, body=cleaned)
    return Recalled(shown, furniture)


def without_furniture(paragraphs: Sequence[str], furniture: Set[str]) -> list[str] | None:
    """Return the paragraphs that are no furniture; None where too little would be left."""
    kept = [text for text in paragraphs if text not in furniture]
    size = sum(map(len, paragraphs))
    return kept if sum(map(len, kept)) >= (1 - _MOST_TAKEN) * size else None


def _furniture(seen: Seen, shown: Shown, memory: Memory, body: Set[str]) -> frozenset[str]:
    """Return the texts of the body that other pages show at the same places.

    None that this page shows at another place too: a teaser may quote the text itself. Nor one
    that credits an agency: it says whose report it is, however often it stands there.
    """
    places = [n for n, one in enumerate(seen.blocks) if one.text in body and _is_telling(one)]
    keys = np.array([seen.keys[place] for place in places], np.uint64)
    masks = memory.masks_of(keys) * (keys != 0)
    if np.bitwise_count(masks).max(initial=0) < _FEW:
        return frozenset()
    others = np.uint32(~memory.bits_of(shown) & 0xFFFFFFFF)
    masks &= others
    repeating = _repeating_places(memory, others, keys, masks)
    known = int(np.bitwise_count(np.uint32((1 << len(memory.pages)) - 1) & others))
    many = max(_MANY, _SHARE * known)
    taken, left = set[str](), set[str]()
    rows = zip(places, keys.tolist(), np.bitwise_count(masks).tolist(), strict=True)
    for place, key, count in rows:
        block = seen.blocks[place]
        needed = _FEW if key >> 32 in repeating or _is_linked(block) else many
        is_taken = count >= needed and find_credit([block.text], None) is None
        (taken if is_taken else left).add(block.text)
    return frozenset(taken - left)


def _is_telling(block: Block) -> bool:
    return len(block.text) >= _TELLING or _is_linked(block)


def _is_linked(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _repeating_places(memory: Memory, others: np.uint32, keys: Keys, masks: Masks) -> set[int]:
    """Return the places of these keys at which most of what pages show stands on several."""
    own, counts = keys >> _PLACE, np.bitwise_count(masks)
    wanted = np.unique(own[counts >= _FEW])
    places = memory.keys >> _PLACE
    firsts, lasts = np.searchsorted(places, wanted), np.searchsorted(places, wanted, side="right")
    found = set()
    for place, first, last in zip(wanted.tolist(), firsts, lasts, strict=True):
        times = _times(memory.masks[first:last] & others)
        here = counts[own == place]
        repeated = int(times[times > 1].sum() + (here >= _FEW).sum())
        if repeated * 2 > int(times.sum()) + len(here):
            found.add(place)
    return found


def _times(masks: Masks) -> npt.NDArray[np.int64]:
    return np.bitwise_count(masks).astype(np.int64)
