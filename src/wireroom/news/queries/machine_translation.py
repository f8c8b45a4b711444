"""A report's translation, as long as it is of the very words that its page shows."""

from collections.abc import Sequence

from wireroom.engine.insight.translation.check import Problem
from wireroom.engine.insight.translation.cut import cut_sentences
from wireroom.engine.insight.translation.verify import Piece
from wireroom.news.hidden import Hidden, is_hidden
from wireroom.news.models import MachineTranslation
from wireroom.news.queries.errors import read_hidden
from wireroom.news.translatable import Translatable, Translated, join_pieces


def read_translation(words: Translatable, target: str) -> Translated | None:
    """Return the translation of these words; None where there is none, or one of other words.

    A text that editors agreed was translated wrongly stands in the original.
    """
    row = MachineTranslation.objects.filter(article_id=words.article_id, target=target).first()
    if row is None or row.content_hash != words.content_hash:
        return None
    hidden = read_hidden([words.article_id])
    texts = [
        _unless_hidden(tuple(_piece(kept) for kept in text), before, words.article_id, hidden)
        for text, before in zip(row.content, words.texts, strict=True)
    ]
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


def _unless_hidden(
    pieces: tuple[Piece, ...], before: str, article: int, hidden: Hidden
) -> tuple[Piece, ...]:
    if not is_hidden((join_pieces(pieces), article), hidden):
        return pieces
    return tuple(Piece(sentence, Problem.REPORTED) for sentence in cut_sentences(before))


def _piece(kept: Sequence[str]) -> Piece:
    _digest, text, problem = kept
    return Piece(text, Problem(problem) if problem else None)
