"""A translated report as it may be shown: sentence by sentence, in the original where in doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.insight.translation.check import Pair, Problem, find_problem
from wireroom.engine.insight.translation.cut import cut_sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as it is shown; `problem` says why it stands there in the original."""

    text: str
    problem: Problem | None = None


def sentences_of(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return every different sentence of the paragraphs, in order: what is to be translated."""
    return tuple(dict.fromkeys(each for text in paragraphs for each in cut_sentences(text)))


def keep_verified(
    paragraph: str,
    translations: Mapping[str, str],
    pair: Pair,
    *,
    published_at: datetime | None = None,
) -> tuple[Piece, ...]:
    """Return a paragraph with each sentence translated, or as it was where that cannot be shown."""
    return tuple(
        _keep(sentence, translations.get(sentence, ""), pair, published_at)
        for sentence in cut_sentences(paragraph)
    )


def _keep(sentence: str, translated: str, pair: Pair, published_at: datetime | None) -> Piece:
    problem = find_problem(sentence, translated, pair, published_at=published_at)
    return Piece(sentence, problem) if problem else Piece(" ".join(translated.split()))
