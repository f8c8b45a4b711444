"""How rare a term is: a background table per language, and what the stream itself shows."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

# The background counts as this many articles of the stream. Set by judgement, not tuned: large
# enough to carry a stream of six articles, small enough that a new year's names soon count.
_BACKGROUND_WEIGHT: Final = 1000
_UNSEEN: Final = 0.5  # documents out of _BACKGROUND_WEIGHT that hold a term no table knows


@cache
def _background(base: str) -> dict[int, float]:
    """Return term key -> share of articles that hold it, for the language or empty."""
    folder = files("wireroom.engine.stories") / "background"
    table = folder / f"{base}.npz"
    if table.is_file():
        with table.open("rb") as stream:
            arrays = np.load(stream, allow_pickle=False)
            return dict(zip(arrays["keys"].tolist(), arrays["shares"].tolist(), strict=True))
    return {}


class _Idfs(dict[int, float]):
    """Term key -> inverse document frequency; a term that the table lacks was never seen."""

    def __missing__(self, key: int) -> float:
        return _UNSEEN_IDF


def _idf_of(share: float) -> float:
    return -math.log((share * _BACKGROUND_WEIGHT + _UNSEEN) / (_BACKGROUND_WEIGHT + 1))


_UNSEEN_IDF: Final = _idf_of(0.0)


@cache
def background_idfs(base: str) -> Mapping[int, float]:
    """Return the inverse document frequency of every term, before any stream was seen."""
    return _Idfs((key, _idf_of(share)) for key, share in _background(base).items())


class Rarity:
    """Document frequencies of the live articles on top of the background."""

    def __init__(self, base: str) -> None:
        self._background = _background(base)
        self._counts: Counter[int] = Counter()
        self._articles = 0

    def add(self, keys: Iterable[int]) -> None:
        """Count one article's terms."""
        self._counts.update(keys)
        self._articles += 1

    def remove(self, keys: Iterable[int]) -> None:
        """Take one article's terms back."""
        self._articles -= 1
        for key in keys:
            self._counts[key] -= 1
            if not self._counts[key]:
                del self._counts[key]

    def idf(self, key: int) -> float:
        """Return -log of the smoothed share of articles that hold the term, above 0."""
        expected = self._background.get(key, 0.0) * _BACKGROUND_WEIGHT + _UNSEEN
        total = _BACKGROUND_WEIGHT + self._articles + 1
        return math.log(total / (expected + self._counts[key]))
