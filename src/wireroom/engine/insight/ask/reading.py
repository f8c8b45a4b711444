"""The sentences of a report, and the keys of their words, kept as long as a story is asked."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.insight.ask.same_words import same_keys
from wireroom.engine.insight.ask.words_en import VERBS
from wireroom.engine.insight.key_points.sentences import cut_sentences
from wireroom.engine.insight.verify import words_ar, words_en
from wireroom.engine.insight.verify.keys import is_arabic
from wireroom.engine.text.words import word_spans, words

_OPENING: Final = 1  # sentences that, with the headline, tell what a report is about
STOP: Final = (words_en.STOP | words_ar.STOP) - VERBS
_PREFIX: Final = 7  # letters that forfeit and forfeiture share, and prosecute and prosecutor
# What is read of one sentence; a longer one is a list or no prose.
_MOST_WORDS: Final = 120
_KEPT: Final = 512  # reports; some 30 KB each


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body: its place, its keys and whether it opens a paragraph."""

    start: int
    end: int
    keys: frozenset[str]
    opens: bool


@dataclass(frozen=True, slots=True)
class Sentences:
    """A body's sentences, the keys of all of them, and those of its opening."""

    all: tuple[Sentence, ...]
    keys: frozenset[str]
    opening: frozenset[str]


@lru_cache(maxsize=_KEPT)
def read_sentences(title: str, body: str) -> Sentences:
    """Return the sentences of a report."""
    told: list[Sentence] = []
    last = 0
    for start, end in cut_sentences(body):
        opens = not told or "\n" in body[last:start]
        told.append(Sentence(start, end, _keys_in(body[start:end]), opens))
        last = end
    heading = _keys_in(title)
    opening = heading.union(*(one.keys for one in told[:_OPENING]))
    return Sentences(tuple(told), heading.union(*(one.keys for one in told)), opening)


@lru_cache(maxsize=1 << 12)  # carriers have the sentences of what they carry
def _keys_in(text: str) -> frozenset[str]:
    found = (word for word in words(text)[:_MOST_WORDS] if word not in STOP)
    return frozenset[str]().union(*map(word_keys, found))


@lru_cache(maxsize=1 << 14)
def word_keys(word: str) -> frozenset[str]:
    """Return the keys of a folded word, none of them one of another language."""
    word = word.removesuffix("'s")
    if is_arabic(word):
        keys = (key for key in same_keys(word) if key[0] != "√")  # a root is too much of a family
        return frozenset(key.replace("#", "ع#") for key in keys)
    derived = {word[:_PREFIX] + "-"} if len(word) >= _PREFIX and word.isalpha() else set()
    return same_keys(word) | derived


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: folded, its place in the sentence, and its keys."""

    word: str
    start: int
    end: int
    keys: frozenset[str]
    is_capital: bool


def read_words(text: str) -> tuple[Word, ...]:
    """Return the words of a sentence that may answer."""
    return tuple(
        Word(
            word,
            start,
            end,
            frozenset() if word in STOP else word_keys(word),
            text[start].isupper(),
        )
        for word, start, end in word_spans(text)[:_MOST_WORDS]
    )
