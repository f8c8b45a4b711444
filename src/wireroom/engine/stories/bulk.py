"""Many stored articles weighed at once, each as if those before it had been filed already."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from wireroom.engine.stories.features import TITLE, Features
from wireroom.engine.stories.pairs import Floats, Ints, Vector
from wireroom.engine.stories.rarity import Rarity

# Read without making the tuples of Features, which would take half of a rebuild's time. Any
# other format is read by Features itself.
_FORMAT: Final = b"F1"
_HEAD: Final = struct.Struct("<2sdHHH")
_TERM: Final = np.dtype([("key", "<u4"), ("weight", "u1"), ("flag", "u1"), ("rare", "<f2")])


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An article as the tables hold it, to be filed under its story; `packed` are its features."""

    article: int
    story: int
    storyline: int
    packed: bytes
    published_at: datetime | None
    at: datetime
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Weighed:
    """Vectors in the order given, and the keys of each one's weightiest terms, shape (n, most).

    Where an article has fewer terms than `most`, `strongest` holds -1.
    """

    vectors: Sequence[Vector]
    strongest: Ints


def weigh_all(stored: Sequence[Stored], rarity: Rarity, *, most: int) -> Weighed:
    """Weigh articles in turn and count their terms, with the very results of one by one."""
    terms, sizes = _lay_out([_read_terms(one.packed) for one in stored])
    terms["rare"] = rarity.add_all(terms["key"], sizes)
    rare = terms["rare"].astype(np.float64)
    value = terms["weight"] * rare
    ends = np.cumsum(sizes)
    in_title = (terms["flag"] & TITLE) > 0
    titles = np.concatenate(([0], np.cumsum(in_title)))[np.concatenate(([0], ends))].tolist()
    title_rare = rare[in_title]
    vectors, start = [], 0
    for number, (one, end) in enumerate(zip(stored, ends.tolist(), strict=True)):
        own, title = value[start:end], title_rare[titles[number] : titles[number + 1]]
        vectors.append(
            # A copy, or one live article would keep the terms of all of its batch.
            Vector(terms[start:end].copy(), _norm(own), _norm(title), one.published_at)
        )
        start = end
    return Weighed(vectors, _strongest(terms["key"], value, sizes, most=most))


def _lay_out(parts: Sequence[tuple[bytes, bytes, bytes]]) -> tuple[npt.NDArray[Any], Ints]:
    """Return the terms end to end, each article's in order of their keys, and how many it has."""
    sizes = np.array([len(keys) // 4 for keys, _, _ in parts], np.int64)
    terms = np.empty(int(sizes.sum()), _TERM)
    terms["key"] = np.frombuffer(b"".join(keys for keys, _, _ in parts), "<u4")
    terms["weight"] = np.frombuffer(b"".join(weights for _, weights, _ in parts), "u1")
    terms["flag"] = np.frombuffer(b"".join(flags for _, _, flags in parts), "u1")
    row = np.repeat(np.arange(len(sizes)), sizes)
    if ((np.diff(terms["key"].astype(np.int64)) < 0) & (np.diff(row) == 0)).any():
        terms = terms[np.lexsort((terms["key"], row))]  # never so as they are extracted
    return terms, sizes


def _norm(values: Floats) -> float:
    return float(np.sqrt(values @ values)) or 1.0


def _strongest(keys: npt.NDArray[np.uint32], value: Floats, sizes: Ints, *, most: int) -> Ints:
    """Return each row's keys with the largest values, ties to the lower key."""
    width = int(sizes.max(initial=0))
    row = np.repeat(np.arange(len(sizes)), sizes)
    column = np.arange(len(keys)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    order_by = np.full((len(sizes), width), np.inf)
    order_by[row, column] = -value
    key_of = np.full((len(sizes), width), -1, np.int64)
    key_of[row, column] = keys
    # Keys stand in order, so that a stable sort leaves ties in theirs.
    best = np.argsort(order_by, axis=1, kind="stable")[:, :most]
    return np.take_along_axis(key_of, best, axis=1)


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
