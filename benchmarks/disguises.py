"""English reports written as if in languages that nobody has counted: real news, other words."""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from wireroom.engine.types import ArticleText

# No stemmer, no function words, no background: "no linguistic content" of BCP 47.
UNKNOWN: Final = "zxx"
_HAN: Final = 4000  # about the characters that Chinese newspapers use
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[a-z]")
_SYLLABLE: Final = re.compile(r"[^aeiouy]*[aeiouy]+(?:[^aeiouy]+(?![aeiouy]))?|[^aeiouy]+")
_GAP: Final = re.compile(r"(?<=[^\W\d_])[ '’-]+(?=[^\W\d_])")
_SMALL: Final = re.compile(
    r"\b(?:(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|as|that|its?|his|her|their) )+"
)


def _with_clitics(text: str) -> str:
    """Join small words to the next one, as Arabic and Hebrew do."""
    return _SMALL.sub(lambda match: match[0].replace(" ", ""), text.lower())


def _in_syllables(text: str) -> str:
    """Part words into syllables, as Vietnamese is written."""
    return _WORD.sub(lambda match: " ".join(_SYLLABLE.findall(match[0])), text.lower())


def _in_han(text: str) -> str:
    """Write a character a syllable and no spaces, as Chinese is written."""
    return _GAP.sub("", _WORD.sub(_han_of, text.lower()))


def _han_of(match: re.Match[str]) -> str:
    syllables = _SYLLABLE.findall(match[0])
    return "".join(chr(0x4E00 + zlib.crc32(one.encode()) % _HAN) for one in syllables)


def _unspaced(text: str) -> str:
    """Write in Thai letters, spaces between sentences and clauses alone."""
    return _LATIN.sub(
        lambda match: chr(ord(match[0]) - ord("a") + 0x0E01), _GAP.sub("", text.lower())
    )


DISGUISES: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "caseless": str.lower,
        "clitics": _with_clitics,
        "syllables": _in_syllables,
        "han": _in_han,
        "unspaced": _unspaced,
    }
)


def disguise(article: ArticleText, name: str) -> ArticleText:
    """Return the article as it might look in a language of one of the DISGUISES."""
    write = DISGUISES[name]
    return replace(article, title=write(article.title), body=write(article.body), lang=UNKNOWN)
