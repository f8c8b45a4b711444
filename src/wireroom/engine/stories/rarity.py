"""How rare a term is: a background table per language, and what the stream itself shows."""

import math
import zlib
from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.stories.counts import Keys, TermCounts
from wireroom.engine.stories.function_words import function_word_shares

# The background counts as this many articles of the stream. Set by judgement, not tuned: large
# enough to carry a stream of six articles, small enough that a new year's names soon count.
_BACKGROUND_WEIGHT: Final = 1000
# Where not even function words are known, the stream tells sooner what is common. Streams of 150
# articles of the development set, taken for a language without table, stemmer and capitals, have
# B-cubed F1 .878 at 1000 and .903 from 200 down to 20; of their leads alone 200 gives most.
_UNCOUNTED_WEIGHT: Final = 200
_UNSEEN: Final = 0.5  # documents out of these that hold a term no table knows
_TOGETHER: Final = 100  # articles counted at once: their terms fit in the processor's cache


@cache  # asked for every name of a lead: a look into the package's folder costs 80 us
def _is_counted(base: str) -> bool:
    return (files("wireroom.engine.stories") / "background" / f"{base}.npz").is_file()


@cache
def _weight(base: str) -> int:
    """Return as how many articles of the stream the background counts."""
    is_known = _is_counted(base) or function_word_shares(base)
    return _BACKGROUND_WEIGHT if is_known else _UNCOUNTED_WEIGHT


@cache
def _background(base: str) -> dict[int, float]:
    """Return term key -> share of articles that hold it: counted, else of function words."""
    if _is_counted(base):
        table = files("wireroom.engine.stories") / "background" / f"{base}.npz"
        with table.open("rb") as stream:
            arrays = np.load(stream, allow_pickle=False)
            return dict(zip(arrays["keys"].tolist(), arrays["shares"].tolist(), strict=True))
    shares = function_word_shares(base)
    return {zlib.crc32(stem.encode()): share for stem, share in shares.items()}


def has_background(base: str) -> bool:
    """Tell whether it is known how rare words of the language are."""
    return _is_counted(base)


def _idf_of(share: float, weight: int) -> float:
    return -math.log((share * weight + _UNSEEN) / (weight + 1))


@cache
def _background_shares(base: str) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Return the background's keys in order and their shares, with one more for unseen terms."""
    ordered = sorted(_background(base).items())
    keys = np.array([*(key for key, _ in ordered), _NO_KEY], np.uint64)
    return keys, np.array([*(share for _, share in ordered), 0.0])


@cache
def _background_arrays(base: str) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Return the background's keys in order and their idf, with one more for unseen terms."""
    keys, shares = _background_shares(base)
    return keys, np.array([_idf_of(share, _weight(base)) for share in shares.tolist()])


_NO_KEY: Final = 1 << 32


def background_idfs(base: str, keys: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the inverse document frequency of terms before any stream was seen."""
    known, idfs = _background_arrays(base)
    place = np.searchsorted(known, keys)
    return idfs[np.where(known[place] == keys, place, len(known) - 1)]


def background_idf(base: str, key: int) -> float:
    """Return the same of one term, for which arrays take ten times as long."""
    return _idf_of(_background(base).get(key, 0.0), _weight(base))


def _expect(base: str, keys: Keys) -> NDArray[np.float64]:
    """Return in how many of the background's articles each term stands, smoothed."""
    known, shares = _background_shares(base)
    place = np.searchsorted(known, keys)
    return shares[np.where(known[place] == keys, place, len(known) - 1)] * _weight(base) + _UNSEEN


class Rarity:
    """Document frequencies of the live articles on top of the background."""

    def __init__(self, base: str) -> None:
        self._background = _weight(base)
        self._terms = TermCounts(partial(_expect, base))
        self._articles = 0

    def add(self, keys: Sequence[int]) -> None:
        """Count one article's terms, none of them twice."""
        self._terms.add(np.array(keys, np.uint32), 1)
        self._articles += 1

    def add_all(self, keys: Keys, sizes: NDArray[np.int64]) -> NDArray[np.float64]:
        """Count articles one after another; return the idf of each term as its own came in.

        `keys` are the articles' terms laid end to end, `sizes` how many each has, none twice.
        """
        idfs, start = np.empty(len(keys)), 0
        for some in np.split(sizes, range(_TOGETHER, len(sizes), _TOGETHER)):
            stop = start + int(some.sum())
            idfs[start:stop] = self._add_some(keys[start:stop], some)
            start = stop
        return idfs

    def _add_some(self, keys: Keys, sizes: NDArray[np.int64]) -> NDArray[np.float64]:
        places = self._terms.find(keys)
        sums, before = self._terms.sums, np.empty(len(keys))
        for start, stop in pairwise([0, *np.cumsum(sizes).tolist()]):
            own, held = places[start:stop], before[start:stop]
            sums.take(own, out=held, mode="clip")  # unbuffered; every place is there
            sums[own] = held + 1
        total = self._background + self._articles + 1 + np.arange(len(sizes))
        self._articles += len(sizes)
        return np.log(np.repeat(total, sizes) / before)

    def remove(self, keys: Keys) -> None:
        """Take one article's terms back."""
        self._articles -= 1
        self._terms.add(keys, -1)

    def idfs(self, keys: Sequence[int] | Keys) -> NDArray[np.float64]:
        """Return -log of the smoothed share of articles that hold each term, above 0."""
        places = self._terms.find(np.array(keys, np.uint32))
        total = self._background + self._articles + 1
        return np.log(total / self._terms.sums[places])
