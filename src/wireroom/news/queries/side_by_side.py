"""Two texts side by side, as rows of words of one kind, or as the phrases that differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.copies.pieces import Comparison, Kind, Piece

# Phrases of an excerpt that are listed: more than sixty words can hold.
_MOST_PHRASES: Final = 40
_BREAK: Final = re.compile(r"\n\s*\n\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one kind in a row, with their text; `opens` where a moved passage begins."""

    kind: Kind
    text: str
    moved: int = 0
    opens: bool = False


Paragraph = tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """Paragraphs that stand beside each other; one side may be empty.

    With `is_translated` they are in two languages, and never the same words.
    """

    first: tuple[Paragraph, ...]
    second: tuple[Paragraph, ...]
    is_translated: bool = False

    @property
    def is_same(self) -> bool:
        """Tell whether both sides have the same words in the same place."""
        return not self.is_translated and all(
            words.kind is Kind.KEPT and not words.moved
            for side in (self.first, self.second)
            for paragraph in side
            for words in paragraph
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that were put for others; one side is empty where they were cut or added."""

    before: str
    after: str


def text_rows(
    found: Comparison, a: str, b: str, *, is_translated: bool = False
) -> tuple[TextRow, ...]:
    """Return a comparison's rows with their words, of texts that may be shown whole."""
    seen: tuple[set[int], set[int]] = ({0}, {0})
    return tuple(
        TextRow(
            first=_paragraphs(row.a, a, seen[0]),
            second=_paragraphs(row.b, b, seen[1]),
            is_translated=is_translated,
        )
        for row in found.rows
    )


def _paragraphs(pieces: Sequence[Piece], body: str, seen: set[int]) -> tuple[Paragraph, ...]:
    """Return the pieces' text by paragraph: one ends with a piece that ends in a blank line.

    `seen` are the moved passages that began earlier.
    """
    paragraphs: list[Paragraph] = []
    words: list[Words] = []
    for piece in pieces:
        text = body[piece.start : piece.end]
        if text.strip():
            shown, opens = _BREAK.sub("", text), piece.moved not in seen
            words.append(Words(kind=piece.kind, text=shown, moved=piece.moved, opens=opens))
            seen.add(piece.moved)
        if words and _BREAK.search(text):
            paragraphs.append(tuple(words))
            words = []
    return tuple([*paragraphs, tuple(words)] if words else paragraphs)


def changed_phrases(
    found: Comparison, first: tuple[str, int], second: tuple[str, int]
) -> tuple[Phrase, ...]:
    """Return the changes within what may be shown, in order of the first text.

    Each text comes with how many of its code points may be shown.
    """
    spans: dict[int, list[tuple[int, int] | None]] = {}
    for row in found.rows:
        for side, pieces in enumerate((row.a, row.b)):
            for piece in pieces:
                if piece.change:
                    known = spans.setdefault(piece.change, [None, None])
                    start = known[side][0] if known[side] else piece.start  # type: ignore[index]
                    known[side] = (start, piece.end)
    sides = (first, second)
    phrases = []
    for _, both in sorted(spans.items()):
        if all(
            span is None or span[1] <= most for span, (_, most) in zip(both, sides, strict=True)
        ):
            before, after = (
                " ".join(body[span[0] : span[1]].split()) if span else ""
                for span, (body, _) in zip(both, sides, strict=True)
            )
            phrases.append(Phrase(before=before, after=after))
    return tuple(phrases[:_MOST_PHRASES])
