"""Invented words for benchmarks: as common as a language's, in Latin letters and in Arabic."""

import random
from collections.abc import Sequence
from functools import cache
from itertools import islice, product
from typing import Any, Final

import numpy as np

from wireroom.engine.search.terms import search_terms

VOCABULARY: Final = 200_000
# A word's share falls with its rank as in natural language (Zipf's law, exponent 1.07), the
# commonest standing in nearly every report.
_EXPONENT: Final = 1.07
# Ranks are drawn from so many places, each rank in as many as its share: the rarest has one.
_PLACES: Final = 1 << 22
_SENTENCE: Final = 15
_PARAGRAPH: Final = 45
BODY: Final = 7 * _PARAGRAPH  # words of an agency report of middling length
# What is no report's text is taken from so many sentences of each length: made anew, words took
# two thirds of filling a database.
_SENTENCES: Final = 4_000
_SYLLABLES: Final = {
    "en": (
        *("ka", "ro", "mi", "ven", "tal", "dor", "esh", "lu", "pra", "nim", "ost"),
        *("ger", "fal", "ba", "chi", "su", "wen", "gol", "ji", "tra", "quo", "lim"),
    ),
    "ar": (
        *("كا", "رو", "مي", "فن", "تل", "دور", "عش", "لو", "برا", "نيم", "سط"),
        *("غر", "فل", "با", "شي", "سو", "ون", "جول", "زي", "ترا", "قو", "لم"),
    ),
}


@cache
def vocabulary(lang: str) -> Sequence[str]:
    """Return the different words of a language, the commonest first."""
    sizes = (product(_SYLLABLES[lang], repeat=size) for size in (1, 2, 3, 4))
    return list(islice(("".join(parts) for made in sizes for parts in made), VOCABULARY))


@cache
def _ranks() -> Any:
    shares = np.arange(1, VOCABULARY + 1) ** -_EXPONENT
    places = np.arange(_PLACES) / _PLACES
    return np.searchsorted(np.cumsum(shares / shares.sum()), places).astype(np.int32)


def draw_ranks(chance: np.random.Generator, texts: int, words: int) -> list[list[int]]:
    """Return the ranks of the words of so many texts."""
    drawn: list[list[int]] = _ranks()[chance.integers(0, _PLACES, (texts, words))].tolist()
    return drawn


def write_headline(ranks: Sequence[int], lang: str) -> str:
    """Return these words as a headline."""
    words = vocabulary(lang)
    text = " ".join([words[rank] for rank in ranks])
    return f"{text[:1].upper()}{text[1:]}"


def write_sentence(ranks: Sequence[int], lang: str) -> str:
    """Return a sentence; one in three has the signs that keep real news text out of ASCII."""
    text = write_headline(ranks, lang)
    return f"“{text}”." if sum(ranks[:3]) % 3 == 0 else f"{text}."


def write_body(ranks: Sequence[int], lang: str) -> str:
    """Return paragraphs of three sentences."""
    sentences = [
        write_sentence(ranks[first : first + _SENTENCE], lang)
        for first in range(0, len(ranks), _SENTENCE)
    ]
    return "\n\n".join(
        " ".join(sentences[first : first + 3]) for first in range(0, len(sentences), 3)
    )


class _Terms(dict[int, str]):
    """What is looked up of a language's words, by their rank; each found out once."""

    def __init__(self, lang: str) -> None:
        self._lang: Final = lang

    def __missing__(self, rank: int) -> str:
        self[rank] = search_terms(vocabulary(self._lang)[rank], self._lang)[0]
        return self[rank]


@cache
def _terms(lang: str) -> _Terms:
    return _Terms(lang)


def write_terms(ranks: Sequence[int], lang: str) -> str:
    """Return these words as the search index has them."""
    terms = _terms(lang)
    return " ".join([terms[rank] for rank in ranks])


@cache
def _sentences(words: int, lang: str) -> Sequence[str]:
    drawn = draw_ranks(np.random.default_rng(words), _SENTENCES, words)
    return [write_sentence(ranks, lang) for ranks in drawn]


def sentence(chance: random.Random, words: int, lang: str = "en") -> str:
    """Return one of a few thousand sentences."""
    return _sentences(words, lang)[int(chance.random() * _SENTENCES)]


def word(chance: random.Random, lang: str) -> str:
    """Return one word of one to three syllables, as names have them."""
    return "".join(chance.choices(_SYLLABLES[lang], k=chance.randint(1, 3)))


@cache
def _names(lang: str) -> Sequence[str]:
    chance = random.Random(lang)
    return [f"{word(chance, lang)} {word(chance, lang)}".title() for _ in range(_SENTENCES)]


def name(chance: random.Random, lang: str) -> str:
    """Return the name of one of a few thousand people."""
    return _names(lang)[int(chance.random() * _SENTENCES)]
