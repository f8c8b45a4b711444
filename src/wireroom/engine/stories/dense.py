"""What an embedder adds to the odds of a pair: how near two reports are whatever their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.ports import Embedder
from wireroom.engine.stories.pairs import Floats
from wireroom.engine.types import ArticleText

# A report says at its head what happened; the rest is background that other events share, and
# sentence encoders are mostly made for some 256 tokens.
_CHARS: Final = 1000
_FORMAT: Final = b"D1"


@dataclass(frozen=True, slots=True)
class DenseWeights:
    """What the cosine of two vectors of one embedder is worth: `gain * (cosine - centre)`."""

    embedder: str
    gain: float
    centre: float


def embed_article(embedder: Embedder, article: ArticleText) -> bytes:
    """Return the article's vector, packed with the embedder's name; empty where there is none.

    There is none in a language that the embedder was not made for, nor of a text that says nothing.
    """
    if not embedder.knows(article.lang):
        return b""
    (row,) = embedder.embed([f"{article.title}\n{article.body[:_CHARS]}"])
    if not row.any() or not np.isfinite(row).all():
        return b""
    packed: bytes = row.astype("<f2").tobytes()
    return _head(embedder.name) + packed


def _head(embedder: str) -> bytes:
    name = embedder.encode()
    return _FORMAT + len(name).to_bytes(2, "little") + name


class Dense:
    """The vectors of live articles; those of another embedder count as none."""

    def __init__(self, weights: DenseWeights) -> None:
        self._weights = weights
        self._head = _head(weights.embedder)
        self._vectors: dict[int, bytes] = {}

    def put(self, article: int, packed: bytes) -> None:
        """Keep an article's packed vector, in place of an earlier one."""
        if packed.startswith(self._head):
            self._vectors[article] = packed
        else:
            self._vectors.pop(article, None)

    def drop(self, article: int) -> None:
        """Forget an article; unknown keys are ignored."""
        self._vectors.pop(article, None)

    def packed_of(self, article: int) -> bytes:
        """Return what was put of an article, empty where nothing was."""
        return self._vectors.get(article, b"")

    def cosines(self, packed: bytes, articles: Sequence[int]) -> Floats:
        """Return the cosine of a vector with that of each article, NaN where one has none."""
        found = np.full(len(articles), np.nan)
        if not packed.startswith(self._head):
            return found
        kept = [self.packed_of(article) for article in articles]
        rows = [place for place, vector in enumerate(kept) if len(vector) == len(packed)]
        if rows:
            others = np.stack([self._read(kept[place]) for place in rows])
            found[rows] = others @ self._read(packed)
        return found

    def log_odds(self, packed: bytes, articles: Sequence[int]) -> Floats:
        """Return what each article's odds gain or lose, 0 where a vector is missing."""
        cosines = self.cosines(packed, articles)
        odds: Floats = self._weights.gain * (cosines - self._weights.centre)
        return np.where(np.isnan(cosines), 0.0, odds)

    def _read(self, packed: bytes) -> NDArray[np.float32]:
        return np.frombuffer(packed, "<f2", offset=len(self._head)).astype(np.float32)
