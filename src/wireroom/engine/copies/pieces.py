"""What a comparison of two texts is made of: pieces of each, in rows of whole paragraphs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What became of words: cut ones stand only in the first text, added ones in the second."""

    KEPT = "kept"
    CHANGED = "changed"
    CUT = "cut"
    ADDED = "added"
    ONLY = "only"  # outside every passage: the other text has nothing like it


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points [start, end) of one text.

    `change` numbers what was changed from 1, the same in both texts, and `moved` the passage
    that stands elsewhere in the other text; each is 0 where it is none.
    """

    kind: Kind
    start: int
    end: int
    change: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Whole paragraphs of both texts that stand beside each other; one side may be empty."""

    a: tuple[Piece, ...]
    b: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words of one text are of a kind; `alone` are cut or added ones."""

    kept: int = 0
    changed: int = 0
    alone: int = 0
    only: int = 0

    @property
    def total(self) -> int:
        """All words of the text."""
        return self.kept + self.changed + self.alone + self.only


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts in rows; the pieces of one side, in order, are that side's whole text."""

    rows: tuple[Row, ...]
    a: WordCounts
    b: WordCounts
    moved: int


_TURNED: Final = {Kind.CUT: Kind.ADDED, Kind.ADDED: Kind.CUT}


def turn(one: Comparison) -> Comparison:
    """Return the comparison seen from the other text."""
    rows = tuple(Row(_turned(row.b), _turned(row.a)) for row in one.rows)
    return Comparison(rows, one.b, one.a, one.moved)


def _turned(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(
        Piece(_TURNED.get(one.kind, one.kind), one.start, one.end, one.change, one.moved)
        for one in pieces
    )
