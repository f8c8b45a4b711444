"""Texts and queries to the same terms: folded, stemmed, without marks that readers leave out."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.stories.terms import base_language, split_words, stem_word

# A report of 20,000 words is a book; what stands behind them is not looked up.
MOST_TERMS: Final = 20_000
_PIECES: Final = re.compile(r"[^\W_]+")
_ASCII: Final = re.compile(r"[\x00-\x7f]*\Z")


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What is looked up of a report: terms in reading order, joined by spaces."""

    headline: str
    body: str


def index_text(headline: str, standfirst: str, body: str, lang: str) -> IndexedText:
    """Return the terms of a report in its language, by a BCP 47 tag.

    Its standfirst stands before its body; no phrase reaches from one into the other.
    """
    below = [*search_terms(standfirst, lang), BREAK, *search_terms(body, lang)]
    return IndexedText(
        headline=" ".join(search_terms(headline, lang)), body=" ".join(below[:MOST_TERMS])
    )


# Stands between two texts, and is no word of any.
BREAK: Final = "0break0"


def search_terms(text: str, lang: str) -> list[str]:
    """Return the terms of a text in reading order.

    What stands in one word behind a hyphen, an apostrophe or a point is a term of its own, in
    texts as in queries: "Wi-Fi" is found by "wi fi".
    """
    base = base_language(lang)
    return [_term(piece, base) for word in split_words(text) for piece in _pieces(word)]


def _pieces(word: str) -> list[str]:
    return [word] if word.isalnum() else _PIECES.findall(word)


@lru_cache(maxsize=1 << 15)  # the commoner words of a day's news; about 5 MB
def _term(word: str, base: str) -> str:
    stem = stem_word(word, base)
    if _ASCII.match(stem):
        return stem
    # Readers write "Zurich" and "Sao Paulo" for what papers spell with marks.
    apart = unicodedata.normalize("NFD", stem)
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn") or stem
