"""What an outlet's last pages showed: what stands on several of them is furniture."""

import struct
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.shown import SKETCH, Keys, Shown, Sketch

Masks = npt.NDArray[np.uint32]

# How the bytes are laid out, and what is hashed and how: bytes of another version are ignored.
FORMAT: Final = 1
LEARNING: Final = 1
# Pages remembered: one bit each. What none of the last 32 showed is forgotten.
MOST_PAGES: Final = 32
# Hashes remembered, 12 bytes each: with the pages at most 31.5 KB an outlet. A page brings 60
# new ones in the mean of the shared pages; those met once go first, the oldest before others.
MOST_KEYS: Final = 2_400
# Share of a body's paragraphs: pages that have more in common show one article.
_SAME_BODY: Final = 0.5
_COMMON: Final = 3  # pages, and half of those remembered: then a paragraph is no article's own
_HEAD: Final = struct.Struct("<2sBBBBHI")
_MARK: Final = b"wm"
_HIGHEST: Final = np.uint32(0xFFFFFFFF)
_PAGE: Final = np.dtype([("title", "<u8"), ("address", "<u8"), ("sketch", "<u4", (SKETCH,))])


def _no_pages() -> npt.NDArray[np.void]:
    return np.zeros(0, _PAGE)


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """The last pages of an outlet and on which of them each text stood.

    `pages` are in slots of a ring; bit n of a key's mask says that the page in slot n showed it.
    `keys` are sorted. `learnt` counts the pages learnt in all.
    """

    pages: npt.NDArray[np.void] = field(default_factory=_no_pages)
    keys: Keys = field(default_factory=lambda: np.zeros(0, np.uint64))
    masks: Masks = field(default_factory=lambda: np.zeros(0, np.uint32))
    learnt: int = 0

    def learn(self, shown: Shown) -> Self:
        """Return the memory with one more page; itself where the page tells nothing new.

        A page without headline or text tells nothing, and an article is learnt once: at
        whatever address, under whatever headline and with whatever half of its text it is
        met again.
        """
        if not shown.title or not len(shown.sketch) or self.bits_of(shown):
            return self
        slot = self.learnt % MOST_PAGES
        bit = np.uint32(1 << slot)
        pages = self.pages if len(self.pages) > slot else np.resize(self.pages, slot + 1)
        pages = pages.copy()
        sketch = np.zeros(SKETCH, np.uint32)
        sketch[: len(shown.sketch)] = shown.sketch
        pages[slot] = (shown.title, shown.address, sketch)
        keys, masks = _merged(self.keys, self.masks, shown.keys, bit)
        kept = _kept(masks, slot)
        return type(self)(pages, keys[kept], masks[kept], self.learnt + 1)

    def bits_of(self, shown: Shown) -> int:
        """Return the bits of the remembered pages that show the article of this page."""
        if not len(self.pages):
            return 0
        same = (self.pages["title"] == shown.title) & (shown.title != 0)
        same |= (self.pages["address"] == shown.address) & (shown.address != 0)
        sketches, own = self.pages["sketch"], shown.sketch
        if len(own):
            nearest = own[np.minimum(np.searchsorted(own, sketches), len(own) - 1)]
            hits = nearest == sketches
            common = _common(sketches[hits], len(self.pages))
            for slot in np.flatnonzero(hits.any(axis=1)):
                same[slot] |= _shared(sketches[slot], own, common) > _SAME_BODY
        return sum(1 << slot for slot in np.flatnonzero(same).tolist())

    def masks_of(self, keys: Keys) -> Masks:
        """Return for each key on which of the remembered pages it stood."""
        if not len(self.keys):
            return np.zeros(len(keys), np.uint32)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, self.masks[places], np.uint32(0))

    def pack(self) -> bytes:
        """Return bytes that `unpack` reads: at most 31.5 KB."""
        count, size = len(self.pages), len(self.keys)
        head = _HEAD.pack(_MARK, FORMAT, LEARNING, count, 0, size, self.learnt)
        return head + self.pages.tobytes() + self.keys.tobytes() + self.masks.tobytes()

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Return what `pack` wrote; an empty memory for what is damaged or of another version."""
        if len(packed) < _HEAD.size:
            return cls()
        mark, form, learning, count, _, size, learnt = _HEAD.unpack_from(packed)
        first = _HEAD.size + count * _PAGE.itemsize
        is_whole = len(packed) == first + 12 * size and count == min(learnt, MOST_PAGES)
        if (mark, form, learning) != (_MARK, FORMAT, LEARNING) or not is_whole:
            return cls()
        pages = np.frombuffer(packed, _PAGE, count, _HEAD.size)
        keys = np.frombuffer(packed, np.uint64, size, first)
        return cls(pages, keys, np.frombuffer(packed, np.uint32, size, first + 8 * size), learnt)


def _merged(known: Keys, masks: Masks, shown: Keys, bit: np.uint32) -> tuple[Keys, Masks]:
    """Return the sorted keys and masks with those of a page that has the bit; others lose it."""
    masks = masks & ~bit
    places = np.searchsorted(known, shown)
    is_known = np.zeros(len(shown), np.bool_)
    inside = places < len(known)
    is_known[inside] = known[places[inside]] == shown[inside]
    masks[places[is_known]] |= bit
    new = places[~is_known]
    return np.insert(known, new, shown[~is_known]), np.insert(masks, new, bit)


def _kept(masks: Masks, newest: int) -> npt.NDArray[np.bool_]:
    """Tell which keys stay: none that no page shows; where there are too many, the best known."""
    kept: npt.NDArray[np.bool_] = masks != 0
    if np.count_nonzero(kept) <= MOST_KEYS:
        return kept
    # Turned so that the newest page is the highest bit: then the larger mask was seen last.
    turn = np.uint32((newest + 1) % MOST_PAGES)
    turned = (masks >> turn) | (masks << np.uint32(MOST_PAGES - int(turn))) if turn else masks
    worth = (np.bitwise_count(masks).astype(np.uint64) << np.uint64(32)) | turned
    least = np.partition(worth, -MOST_KEYS)[-MOST_KEYS]
    kept = worth > least
    kept[np.flatnonzero(worth == least)[: MOST_KEYS - np.count_nonzero(kept)]] = True
    return kept


def _common(met: Sketch, pages: int) -> Sketch:
    """Return the paragraphs that half of the pages show: they tell no article from another."""
    hashes, times = np.unique(met, return_counts=True)
    return hashes[times >= max(_COMMON, pages / 2)]


def _shared(sketch: Sketch, own: Sketch, common: Sketch) -> float:
    """Return the larger share that one of two bodies has in the other, 0 to 1.

    Sketches are the smallest hashes of the bodies: below the end of the shorter range both
    hold all there is (bottom-k sampling, Broder 1997). `common` paragraphs do not count.
    """
    theirs = sketch[sketch != 0]
    ends = [one[-1] for one in (theirs, own) if len(one) == SKETCH]
    end = min(ends, default=_HIGHEST)
    theirs, own = (one[(one <= end) & ~np.isin(one, common)] for one in (theirs, own))
    smaller = min(len(theirs), len(own))
    return float(np.isin(own, theirs).sum() / smaller) if smaller else 0.0
