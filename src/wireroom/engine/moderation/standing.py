"""Whose words a match is: the writer's own, or quoted, told of others, denied, said of oneself."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.moderation.assessment import Kind
from wireroom.engine.moderation.folding import Word
from wireroom.engine.moderation.patterns import Pattern, load_lexicon
from wireroom.engine.text.words import words as folded_words

# Of the score: below `LOOK` whatever it was (.95 × .3 = .29), yet still seen in the figures.
_OTHERS: Final = 0.3
_STORY: Final = 0.1
# Words between a cue and what it turns: "he wrote to me under my photo that ..." needs eight.
_REPORTED_WITHIN: Final = 8
_DENIED_WITHIN: Final = 3
_SELF_WITHIN: Final = 3
# Longer runs between two marks are a missing mark, not a quote.
_QUOTED: Final = re.compile(r'"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|„[^“”\n]{1,300}[“”]')
_CLAUSE_END: Final = re.compile(r"[,.;!?،؛؟\n]")
# Kinds of which the writer's distance says something: what a link sells it sells anyhow.
_SPOKEN: Final[frozenset[Kind]] = frozenset(("insult", "threat", "hate", "harassment", "sexual"))
_ABOUT_SELF: Final[frozenset[Kind]] = frozenset(("insult",))


@dataclass(frozen=True, slots=True)
class Standing:
    """Answers for one comment how much of a match's score is the writer's own."""

    text: str
    words: Sequence[Word]
    quotes: tuple[tuple[int, int], ...]
    clause_ends: tuple[int, ...]
    story: str

    def share(self, pattern: Pattern, first: int) -> float:
        """Return the share, 0 to 1, of a pattern that begins with a word."""
        start = self.words[first].start
        quote = next((each for each in self.quotes if each[0] < start < each[1]), None)
        if quote and self._is_in_story(quote):
            return _STORY
        if pattern.kind == "spam":
            return _OTHERS if self._has_cue("reporting", first, _REPORTED_WITHIN) else 1.0
        if pattern.kind not in _SPOKEN:
            return 1.0
        if quote or self._has_cue("reporting", first, _REPORTED_WITHIN):
            return _OTHERS
        if self._has_cue("denied", first, _DENIED_WITHIN):
            return _OTHERS
        if pattern.kind in _ABOUT_SELF and self._has_cue("self", first, _SELF_WITHIN):
            return _OTHERS
        return 1.0

    def _has_cue(self, slot: str, first: int, within: int) -> bool:
        cues = load_lexicon().slots[slot]
        opens = self._clause_start(self.words[first].start)
        before = self.words[max(0, first - within) : first]
        return any(not cues.isdisjoint(w.forms) for w in before if w.start >= opens)

    def _clause_start(self, at: int) -> int:
        index = bisect_right(self.clause_ends, at)
        return self.clause_ends[index - 1] if index else 0

    def _is_in_story(self, quote: tuple[int, int]) -> bool:
        quoted = " ".join(folded_words(self.text[slice(*quote)]))
        return bool(quoted) and f" {quoted} " in self.story


def standing_of(text: str, words: Sequence[Word], story: tuple[str, ...]) -> Standing:
    """Read where a comment quotes and where its clauses end."""
    return Standing(
        text,
        words,
        tuple(match.span() for match in _QUOTED.finditer(text)),
        tuple(match.end() for match in _CLAUSE_END.finditer(text)),
        folded_story(story),
    )


@lru_cache(maxsize=8)  # a story's comments come one after the other
def folded_story(story: tuple[str, ...]) -> str:
    """Return the words of a story folded, one space between and around them."""
    return f" {' '.join(word for text in story for word in folded_words(text))} "
