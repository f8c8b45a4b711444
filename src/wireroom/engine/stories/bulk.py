"""Many stored articles weighed at once, each as if those before it had been filed already."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from wireroom.engine.stories.features import TITLE, Features
from wireroom.engine.stories.pairs import Floats, Ints, Vector, norms
from wireroom.engine.stories.rarity import Rarity

# Read without making the tuples of Features, which would take half of a rebuild's time. Any
# other format is read by Features itself.
_FORMAT: Final = b"F1"
_HEAD: Final = struct.Struct("<2sdHHH")
_HALF: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)
_TERM: Final = np.dtype([("key", "<u4"), ("weight", "u1"), ("flag", "u1"), ("rare", "<f2")])


class Stored(NamedTuple):
    """An article as the tables hold it, to be filed under its story; `packed` are its features.

    `dense` is its vector, where an embedder is used. A tuple, which is made in a third of the time
    of a dataclass: there are as many as there are live articles.
    """

    article: int
    story: int
    storyline: int | None
    packed: bytes
    published_at: datetime | None
    at: datetime
    outlet: str | None
    dense: bytes = b""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Vectors in the order given, and the keys of each one's weightiest terms, shape (n, most).

    A row's keys have no order.
    Where an article has fewer terms than `most`, `strongest` holds -1.
    """

    vectors: Sequence[Vector]
    strongest: Ints


def weigh_all(stored: Sequence[Stored], rarity: Rarity, *, most: int) -> Weighed:
    """Weigh articles in turn and count their terms, with the very results of one by one."""
    terms, sizes = _lay_out([_read_terms(one.packed) for one in stored])
    terms["rare"] = rarity.add_all(np.ascontiguousarray(terms["key"]), sizes)
    rare = terms["rare"].astype(np.float64)
    value = terms["weight"] * rare
    in_title = (terms["flag"] & TITLE) > 0
    titled = np.bincount(np.repeat(np.arange(len(sizes)), sizes)[in_title], minlength=len(sizes))
    # An article's terms are a part of the batch's array: both go when the batch is old.
    vectors = [
        Vector(terms[start:stop], norm, title_norm, one.published_at)
        for one, (start, stop), norm, title_norm in zip(
            stored,
            pairwise([0, *np.cumsum(sizes).tolist()]),
            norms(value, sizes).tolist(),
            norms(rare[in_title], titled).tolist(),
            strict=True,
        )
    ]
    return Weighed(vectors, _strongest(terms["key"], value, sizes, most=most))


def _lay_out(parts: Sequence[tuple[bytes, bytes, bytes]]) -> tuple[npt.NDArray[Any], Ints]:
    """Return the terms end to end, each article's in order of their keys, and how many it has."""
    sizes = np.array([len(keys) // 4 for keys, _, _ in parts], np.int64)
    terms = np.empty(int(sizes.sum()), _TERM)
    terms["key"] = np.frombuffer(b"".join(keys for keys, _, _ in parts), "<u4")
    terms["weight"] = np.frombuffer(b"".join(weights for _, weights, _ in parts), "u1")
    terms["flag"] = np.frombuffer(b"".join(flags for _, _, flags in parts), "u1")
    starts = np.cumsum(sizes) - sizes
    falls = np.flatnonzero(terms["key"][1:] < terms["key"][:-1]) + 1
    if not np.isin(falls, starts).all():  # never so as they are extracted
        terms = terms[np.lexsort((terms["key"], np.repeat(np.arange(len(sizes)), sizes)))]
    return terms, sizes


def _strongest(keys: npt.NDArray[np.uint32], value: Floats, sizes: Ints, *, most: int) -> Ints:
    """Return each row's keys with the largest values, ties to the lower key, in no order."""
    width = max(most, int(sizes.max(initial=0)))
    ranked = np.zeros((len(sizes), width), np.uint64)
    # A value is a byte times a half: as a single it is exact, and its bits are in its order.
    bits = value.astype(np.float32).view(np.uint32).astype(np.uint64) << _HALF
    ranked[np.arange(width) < sizes[:, None]] = bits | (_LOW - keys)
    ranked.partition(width - most, axis=1)
    best = ranked[:, width - most :]
    return np.where(best > 0, (_LOW - (best & _LOW)).astype(np.int64), -1)


def _read_terms(packed: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the bytes of keys, weights and flags."""
    if packed[:2] == _FORMAT and len(packed) >= _HEAD.size:
        _, _, lang, names, count = _HEAD.unpack_from(packed)
        at = _HEAD.size + lang + names
        if len(packed) >= at + 6 * count:
            weights, flags = at + 4 * count, at + 5 * count
            return packed[at:weights], packed[weights:flags], packed[flags : flags + count]
    known = Features.unpack(packed)
    return (
        np.array(known.keys, "<u4").tobytes(),
        np.rint(np.array(known.weights) * 16).astype("u1").tobytes(),
        np.array(known.flags, "u1").tobytes(),
    )
