"""How rare a term is: a background table per language, and what the stream itself shows."""

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.stories.function_words import function_word_shares

# The background counts as this many articles of the stream. Set by judgement, not tuned: large
# enough to carry a stream of six articles, small enough that a new year's names soon count.
_BACKGROUND_WEIGHT: Final = 1000
# Where not even function words are known, the stream tells sooner what is common. Streams of 150
# articles of the development set, taken for a language without table, stemmer and capitals, have
# B-cubed F1 .878 at 1000 and .903 from 200 down to 20; of their leads alone 200 gives most.
_UNCOUNTED_WEIGHT: Final = 200
_UNSEEN: Final = 0.5  # documents out of these that hold a term no table knows


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
def _background_arrays(base: str) -> tuple[NDArray[np.uint64], NDArray[np.float64]]:
    """Return the background's keys in order and their idf, with one more for unseen terms."""
    ordered, weight = sorted(_background(base).items()), _weight(base)
    keys = np.array([*(key for key, _ in ordered), _NO_KEY], np.uint64)
    shares = [*(share for _, share in ordered), 0.0]
    return keys, np.array([_idf_of(share, weight) for share in shares])


_NO_KEY: Final = 1 << 32


def background_idfs(base: str, keys: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the inverse document frequency of terms before any stream was seen."""
    known, idfs = _background_arrays(base)
    place = np.searchsorted(known, keys)
    return idfs[np.where(known[place] == keys, place, len(known) - 1)]


@cache
def _expected(base: str) -> dict[int, float]:
    """Return term key -> in how many of the background's articles it stands, smoothed."""
    weight = _weight(base)
    return {key: share * weight + _UNSEEN for key, share in _background(base).items()}


class Rarity:
    """Document frequencies of the live articles on top of the background."""

    def __init__(self, base: str) -> None:
        self._expected, self._background = _expected(base), _weight(base)
        self._counts: Counter[int] = Counter()
        self._articles = 0

    def add(self, keys: Iterable[int]) -> None:
        """Count one article's terms."""
        self._counts.update(keys)
        self._articles += 1

    def add_all(self, keys: NDArray[np.uint32], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
        """Count articles one after another; return the idf of each term as its own came in.

        `keys` are the articles' terms laid end to end, `sizes` how many each has, none twice.
        """
        laid = np.sort((keys.astype(np.uint64) << np.uint64(32)) | np.arange(len(keys), dtype="u8"))
        place = (laid & np.uint64(0xFFFFFFFF)).astype(np.int64)
        laid = (laid >> np.uint64(32)).astype(np.int64)
        first = np.flatnonzero(np.diff(laid, prepend=-1))
        count = np.diff(first, append=len(laid))
        known = laid[first].tolist()
        expected, counts = self._expected.get, self._counts.get
        # How many articles held the term when the article came in: those known, and earlier ones.
        before = np.repeat(np.array([counts(key, 0) for key in known], np.int64) - first, count)
        background = np.array([expected(key, _UNSEEN) for key in known], np.float64)
        seen = np.repeat(background, count) + (before + np.arange(len(laid)))
        article = np.repeat(np.arange(len(sizes)), sizes)[place]
        idfs = np.empty(len(keys))
        idfs[place] = np.log((self._background + self._articles + 1 + article) / seen)
        for key, times in zip(known, count.tolist(), strict=True):
            self._counts[key] = counts(key, 0) + times
        self._articles += len(sizes)
        return idfs

    def remove(self, keys: Iterable[int]) -> None:
        """Take one article's terms back."""
        self._articles -= 1
        for key in keys:
            self._counts[key] -= 1
            if not self._counts[key]:
                del self._counts[key]

    def idfs(self, keys: Sequence[int]) -> NDArray[np.float64]:
        """Return -log of the smoothed share of articles that hold each term, above 0."""
        expected, counts = self._expected.get, self._counts.get
        seen = np.array([expected(key, _UNSEEN) + counts(key, 0) for key in keys], np.float64)
        total = self._background + self._articles + 1
        return np.log(total / seen)
