"""A report's translation, as long as it is of the very words that its page shows."""

from collections.abc import Sequence

from wireroom.engine.insight.translation.check import Problem
from wireroom.engine.insight.translation.verify import Piece
from wireroom.news.models import MachineTranslation
from wireroom.news.translatable import Translatable, Translated


def read_translation(words: Translatable, target: str) -> Translated | None:
    """Return the translation of these words; None where there is none, or one of other words."""
    row = MachineTranslation.objects.filter(article_id=words.article_id, target=target).first()
    if row is None or row.content_hash != words.content_hash:
        return None
    texts = [tuple(_piece(kept) for kept in text) for text in row.content]
    points = len(words.key_points)
    return Translated(
        headline=texts[0],
        standfirst=texts[1],
        key_points=tuple(texts[2 : 2 + points]),
        paragraphs=tuple(texts[2 + points :]),
        service=row.service,
        made_at=row.made_at,
    )


def read_sentences(article_id: int, target: str, service: str) -> dict[str, str]:
    """Return what a service made of sentences of an earlier state, by the hash of each."""
    row = MachineTranslation.objects.filter(
        article_id=article_id, target=target, service=service
    ).first()
    kept = [sentence for text in row.content for sentence in text] if row else []
    return {digest: told for digest, told, problem in kept if not problem}


def _piece(kept: Sequence[str]) -> Piece:
    _digest, text, problem = kept
    return Piece(text, Problem(problem) if problem else None)
