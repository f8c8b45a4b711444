"""Arabic text as tokens, and how far names reach over them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.entities.arabic_tables import PLACE_HEADS
from wireroom.engine.insight.entities.arabic_words import (
    folded,
    is_common_arabic,
    is_given_arabic,
    is_name_like,
    may_follow,
)
from wireroom.engine.insight.entities.gazetteer import find_places

_WORD: Final = re.compile(r"[\u0621-\u063a\u0641-\u065f\u0670-\u06d3]+|[^\W_ـ]+|\S")
_CLITIC: Final = re.compile(r"[وف](?=[\u0621-\u064a]{3})|[وف]?[بلك](?=[\u0621-\u064a]{3})")
_JOINTS: Final = frozenset(
    {"بن", "بنت", "آل", "ال", "عبد", "أبو", "ابو", "الدين", "الله", "أم", "ابن"}
)
_LONGEST: Final = 6  # words of a name
_LONGEST_PLACE: Final = 4  # words that are looked at to part a town from who is from there
_WORDY: Final = 4  # letters; shorter ordinary words are particles
_VERBAL: Final = ("ي", "ت", "سي", "سن")  # what verbs of now and soon begin with


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written; `end` is exclusive."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text, with how often each folded word and pair stands there."""

    text: str
    all: Sequence[Token]

    @cached_property
    def words(self) -> list[str]:
        """The words as written, and nothing for marks."""
        return [token.text if token.is_word else "" for token in self.all]

    @cached_property
    def times(self) -> Counter[str]:
        return Counter(folded(token.text) for token in self.all)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        keys = [folded(token.text) for token in self.all]
        return Counter(pairwise(keys))

    def word(self, place: int) -> str:
        """Return the word at a place, or nothing where a mark stands there or the text ends."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def bare(self, place: int) -> str:
        """Return the word without "and" before it."""
        word = self.word(place)
        return word[1:] if word[:1] in "وف" and len(word) > 3 else word

    def run(self, place: int, cut: int, length: int) -> str:
        """Return words from `place` on, if as many stand there with no mark between."""
        words = self.words[place : place + length]
        if len(words) < length or not all(words) or cut >= len(words[0]):
            return ""
        return " ".join([words[0][cut:], *words[1:]])

    def is_pair(self, place: int) -> bool:
        """Tell whether a word stands more than once, and always with the same word behind."""
        first, second = folded(self.word(place)), folded(self.word(place + 1))
        return (
            bool(second)
            and self.pairs[first, second] > 1
            and (self.pairs[first, second] == self.times[first])
        )


def read_tokens(text: str) -> Tokens:
    """Split a text into words and marks."""
    return Tokens(text, [Token(match[0], *match.span()) for match in _WORD.finditer(text)])


def cuts_of(word: str) -> Iterator[int]:
    """Yield how many letters at the front may be "and", "in", "for": first none."""
    yield 0
    if match := _CLITIC.match(word):
        yield match.end()
        if match.end() > 1:
            yield 1


def person_end(tokens: Tokens, first: int) -> int:
    """Return the last place of the person's name that starts at `first`."""
    last = first
    while last - first < _LONGEST - 1:
        word, after = tokens.word(last), tokens.word(last + 1)
        if not after:
            break
        if after in _JOINTS or (word == "عبد" and after.startswith("ال")):
            last += 1
            continue
        is_open = last == first or word in _JOINTS or tokens.word(last - 1) == "عبد"
        is_open = is_open or (is_given_arabic(word) and after.startswith("ال"))
        is_open = is_open or (last == first + 1 and tokens.word(first) in ("أم", "أبو"))
        if not is_open or not may_follow(after) or is_verbal(tokens, last + 1):
            break
        last += 1
        if after.startswith("ال") and word not in ("عبد", "أبو", "ابو"):
            break
    while last > first and tokens.word(last) in ("بن", "بنت", "آل", "ال", "عبد", "ابن"):
        last -= 1
    return last


def is_verbal(tokens: Tokens, place: int) -> bool:
    """Tell whether a word may be a verb: it begins like one, and stands here only."""
    word = tokens.word(place)
    if not word.startswith(_VERBAL) or is_given_arabic(word) or word.startswith("ال"):
        return False
    return not tokens.is_pair(place - 1)


def place_end(tokens: Tokens, first: int) -> int:
    """Return the last place of the place's name that starts at `first`."""
    word, after = tokens.word(first), tokens.word(first + 1)
    if not after:
        return first
    if word in PLACE_HEADS and not _is_particle(after):
        return first + 1
    if tokens.is_pair(first) and not _is_particle(after):
        return first + 1
    # "in A B" is a town of two words; "in A B C" a town and a person.
    unknown = 1
    while unknown < _LONGEST_PLACE and _may_be_name(tokens, first + unknown):
        unknown += 1
    return first + 1 if unknown in (2, 4) and not find_places(word, "ar") else first


def _may_be_name(tokens: Tokens, place: int) -> bool:
    word = tokens.word(place)
    if tokens.word(place - 1) and word.startswith("ال"):
        return not is_common_arabic(word)
    return is_name_like(word) and not is_verbal(tokens, place)


def _is_particle(word: str) -> bool:
    return is_common_arabic(word) and not word.startswith("ال") and len(word) < _WORDY
