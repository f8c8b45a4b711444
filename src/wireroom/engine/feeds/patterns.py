"""Patterns of plain words and stars: every text is matched in time that grows with it alone."""

from dataclasses import dataclass
from typing import Final, Self

from wireroom.engine.faults import Fault
from wireroom.engine.text.words import words

# Characters and pieces between stars: what nobody would write by hand is refused.
MAX_PATTERN: Final = 200
_MOST_STARS: Final = 10
# Of a text that is looked at: more than any headline or address has.
_LONGEST: Final = 5_000


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that must stand in a text in this order; a star stands for anything between.

    Case, Arabic letter variants and quotes make no difference. In running text whole words are
    meant ("sport" is not in "transport"), unless a star touches a word ("sport*").
    """

    pieces: tuple[str, ...]

    @classmethod
    def of_words(cls, text: str) -> Self:
        """Return a pattern for headlines, sections and categories."""
        return cls(_pieces(f" {_spaced(text)} "))

    @classmethod
    def of_address(cls, text: str) -> Self:
        """Return a pattern for addresses, where every sign counts but case."""
        return cls(_pieces(text.strip().casefold()))

    def is_in(self, text: str) -> bool:
        """Tell whether a text, spaced as the pattern is, has all pieces one after the other.

        The first place of each piece is taken: no other choice can match more.
        """
        at = 0
        for piece in self.pieces:
            found = text.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return True

    def is_in_words(self, text: str) -> bool:
        """Tell whether running text matches."""
        return self.is_in(f" {' '.join(words(text[:_LONGEST]))} ")

    def is_in_address(self, url: str) -> bool:
        """Tell whether an address matches."""
        return self.is_in(url[:_LONGEST].casefold())


def fault_of(text: str, pattern: Pattern) -> Fault | None:
    """Return what is wrong with a pattern as it was written and read, None where nothing is."""
    if len(text) > MAX_PATTERN:
        return Fault.of("a pattern has at most %(most)s characters", most=MAX_PATTERN)
    if text.count("*") > _MOST_STARS:
        return Fault.of("a pattern has at most %(most)s stars", most=_MOST_STARS)
    if not pattern.pieces:  # of signs alone, too: every text has none of its words
        return Fault.of("a pattern needs words besides its stars")
    return None


def _spaced(text: str) -> str:
    """Return a pattern's words as those of texts are written; stars stay where they are."""
    parts = text.split("*")
    spaced = []
    for place, part in enumerate(parts):
        own = " ".join(words(part))
        before = " " if place and part[:1].isspace() and own else ""
        after = " " if place < len(parts) - 1 and part[-1:].isspace() and own else ""
        spaced.append(f"{before}{own}{after}")
    return "*".join(spaced)


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in text.split("*") if piece.strip())
