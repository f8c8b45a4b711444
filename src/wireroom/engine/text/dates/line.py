"""A line of text as words with their signs, and what of it a shape has matched."""

import re
from dataclasses import dataclass
from datetime import date

from wireroom.engine.text.dates.lexicon import Lexicon, signs_of, tokens_of


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line and a sign for each."""

    tokens: list[str]
    signs: str
    phrases: dict[int, int]
    lexicon: Lexicon

    def token(self, place: int) -> str:
        """Return a word; empty outside the line."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else ""

    def sign(self, place: int) -> str:
        """Return a word's sign; empty outside the line."""
        return self.signs[place] if 0 <= place < len(self.signs) else ""

    def value(self, place: int) -> int:
        """Return what a word or phrase stands for."""
        known = self.phrases.get(place)
        return self.lexicon.values.get(self.tokens[place], 0) if known is None else known


def line_of(text: str, lexicon: Lexicon) -> Line:
    """Take a line apart."""
    tokens = tokens_of(text)
    signs, phrases = signs_of(tokens, lexicon)
    return Line(tokens, signs, phrases, lexicon)


@dataclass(frozen=True, slots=True)
class Found:
    """A shape in a line, read against the publication day (None where it is not known)."""

    line: Line
    match: re.Match[str]
    today: date | None

    def place(self, *names: str) -> int | None:
        """Return where the first of the groups that matched stands."""
        for name in names:
            if name in self.match.re.groupindex and self.match.start(name) >= 0:
                return self.match.start(name)
        return None

    def value(self, *names: str) -> int | None:
        """Return the value of the first of the groups that matched."""
        place = self.place(*names)
        return None if place is None else self.line.value(place)

    def sign(self, *names: str) -> str:
        """Return the signs of the first of the groups that matched, "" for none."""
        for name in names:
            if name in self.match.re.groupindex and self.match[name]:
                return self.match[name]
        return ""
