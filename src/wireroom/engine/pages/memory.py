"""What an outlet's last pages showed: what stands on several of them is furniture."""

import struct
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from wireroom.engine.pages.shown import SKETCH, Keys, Shown

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
_HEAD: Final = struct.Struct("<2sBBBBHI")
_MARK: Final = b"wm"
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
        pages[slot] = (shown.title, shown.address, np.pad(shown.sketch, (0, SKETCH))[:SKETCH])
        keys = np.union1d(self.keys, shown.keys)
        masks = np.zeros(len(keys), np.uint32)
        masks[np.searchsorted(keys, self.keys)] = self.masks & ~bit
        masks[np.searchsorted(keys, shown.keys)] |= bit
        kept = _kept(masks, slot)
        return type(self)(pages, keys[kept], masks[kept], self.learnt + 1)

    def bits_of(self, shown: Shown) -> int:
        """Return the bits of the remembered pages that show the article of this page."""
        if not len(self.pages):
            return 0
        same = (self.pages["title"] == shown.title) & (shown.title != 0)
        same |= (self.pages["address"] == shown.address) & (shown.address != 0)
        same |= _shared(self.pages["sketch"], shown.sketch) > _SAME_BODY
        return int(sum(1 << int(slot) for slot in np.flatnonzero(same)))

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


def _kept(masks: Masks, newest: int) -> npt.NDArray[np.bool_]:
    """Tell which keys stay: none that no page shows; where there are too many, the best known."""
    kept = masks != 0
    if np.count_nonzero(kept) <= MOST_KEYS:
        return kept
    # Turned so that the newest page is the highest bit: then the larger mask was seen last.
    turn = np.uint32((newest + 1) % MOST_PAGES)
    turned = (masks >> turn) | (masks << np.uint32(MOST_PAGES - int(turn))) if turn else masks
    worth = (np.bitwise_count(masks).astype(np.uint64) << np.uint64(32)) | turned
    kept[:] = False
    kept[np.argsort(worth, kind="stable")[-MOST_KEYS:]] = True
    return kept


def _shared(sketches: npt.NDArray[np.uint32], own: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
    """Return for each remembered page the larger share that it or `own` has in the other.

    Sketches are the smallest hashes of the bodies: below the end of the shorter range both
    hold all there is (bottom-k sampling, Broder 1997).
    """
    shares = np.zeros(len(sketches))
    if not len(own):
        return shares
    for place, padded in enumerate(sketches):
        theirs = padded[padded != 0]
        if not len(theirs):
            continue
        ends = [int(one[-1]) for one in (own, theirs) if len(one) == SKETCH]
        end = min(ends, default=0xFFFFFFFF)
        mine, others = own[own <= end], theirs[theirs <= end]
        smaller = min(len(mine), len(others))
        if smaller:
            common = np.isin(mine, others, assume_unique=True).sum()
            shares[place] = common / smaller
    return shares
