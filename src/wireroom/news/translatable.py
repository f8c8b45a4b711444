"""The words of a report that its page shows and a translation is made of, and their hash."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from wireroom.engine.insight.translation.cut import cut_sentences
from wireroom.engine.insight.translation.verify import Piece
from wireroom.news.publication import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Translatable:
    """A report's shown words in page order; `source` is the primary subtag of their language."""

    article_id: int
    source: str
    published_at: datetime | None
    headline: str
    standfirst: str
    key_points: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all of them: headline, standfirst, key points, paragraphs."""
        return (self.headline, self.standfirst, *self.key_points, *self.paragraphs)

    @property
    def content_hash(self) -> str:
        """Return what tells these words, and where each stands, from any others."""
        parts = (self.source, self.headline, self.standfirst, self.key_points, self.paragraphs)
        told = json.dumps(parts, ensure_ascii=False).encode("utf-8", "replace")
        return blake2b(told, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """A report's shown words as they stand on the page of its translation."""

    headline: tuple[Piece, ...]
    standfirst: tuple[Piece, ...]
    key_points: tuple[tuple[Piece, ...], ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    service: str
    made_at: datetime

    @property
    def texts(self) -> tuple[tuple[Piece, ...], ...]:
        """Return all of it, in the order of Translatable.texts."""
        return (self.headline, self.standfirst, *self.key_points, *self.paragraphs)

    @property
    def left(self) -> int:
        """Return how many sentences stand in the original."""
        return sum(piece.problem is not None for text in self.texts for piece in text)


def take_words(
    article_id: int, lang: str, published_at: datetime | None, headline: str, shown: Shown
) -> Translatable:
    """Return what of a report may be translated: its headline and what its page shows."""
    return Translatable(
        article_id=article_id,
        source=lang.partition("-")[0].lower(),
        published_at=published_at,
        headline=headline,
        standfirst=shown.standfirst,
        key_points=shown.key_points,
        paragraphs=shown.paragraphs,
    )


def join_pieces(pieces: tuple[Piece, ...]) -> str:
    """Return a text as its page shows it."""
    return " ".join(piece.text for piece in pieces)


def hash_sentence(sentence: str) -> str:
    """Return what tells a sentence from any other of a report."""
    return blake2b(sentence.encode("utf-8", "replace"), digest_size=8).hexdigest()


def keep_pieces(text: str, pieces: tuple[Piece, ...]) -> list[list[str]]:
    """Return the sentences of a text as they are stored."""
    return [
        [hash_sentence(sentence), piece.text, piece.problem or ""]
        for sentence, piece in zip(cut_sentences(text), pieces, strict=True)
    ]
