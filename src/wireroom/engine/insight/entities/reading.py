"""An article as the finder of names reads it: words, what stands small, names that may be."""

from dataclasses import dataclass, field
from typing import NamedTuple

from wireroom.engine.insight.entities.words import Word, split_words


class Candidate(NamedTuple):
    """Words that may be a name: first and last of them, the title before, what was cut off."""

    first: int
    last: int
    title: str = ""
    opens: bool = False

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its words; `small` are those that stand small somewhere in the article."""

    text: str
    base: str
    words: list[Word]
    small: frozenset[str]
    in_title: bool = False
    inside: frozenset[str] = field(default_factory=frozenset)

    def name_of(self, candidate: Candidate) -> str:
        return self.text[self.words[candidate.first].start : self.words[candidate.last].end]

    def span_of(self, candidate: Candidate) -> tuple[int, int]:
        return self.words[candidate.first].start, self.words[candidate.last].end


def read_text(text: str, base: str, *, in_title: bool = False) -> Reading:
    """Split a text; nothing in it is judged yet."""
    words = split_words(text)
    small = frozenset(filter(str.islower, {word.text for word in words}))
    inside = frozenset([word.text for word in words if word.is_capital and not word.opens])
    return Reading(text, base, words, small, in_title, inside)
