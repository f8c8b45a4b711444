"""Words of running text, folded so that spelling variants of one word compare equal."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from wireroom.engine.text.remembered import remembered

# Combining marks of every script below General Punctuation (vowel signs of Arabic, Hebrew
# and the Indic scripts), and the invisible characters that stand inside a word.
_MARKS: Final = "".join(
    chr(code) for code in range(0x300, 0x1B00) if unicodedata.category(chr(code))[0] == "M"
)
_INVISIBLE: Final = "\u00ad\u200c\u200d\u2060\ufeff"

# Three shapes of word: one Han or kana character (these scripts put no space between
# words), initials with points (U.S., a.m.), and a run of letters, digits and marks in which
# an apostrophe or hyphen may stand.
_NO_SPACES: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER: Final = rf"[^\W_{_NO_SPACES}]"
WORD: Final = re.compile(
    rf"[{_NO_SPACES}]"
    r"|(?:[A-Za-z]\.){2,}"
    rf"|{_LETTER}+(?:(?:[{_MARKS}{_INVISIBLE}]+['’\-‐‑]?|['’\-‐‑]){_LETTER}+)*[{_MARKS}]*"
)
# The same words where a text has neither such a character nor such a mark, in two thirds of the
# time: one letter before others first, because initials are rare.
_UNCOMMON: Final = re.compile(f"[{_NO_SPACES}{_MARKS}{_INVISIBLE}]")
_PLAIN_WORD: Final = re.compile(
    r"[^\W_]{2,}(?:['’\-‐‑][^\W_]+)*"
    r"|[A-Za-z]\.[A-Za-z]\.(?:[A-Za-z]\.)*"
    r"|[^\W_](?:['’\-‐‑][^\W_]+)*"
)
_ARABIC_MARKS: Final = r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640" + _INVISIBLE
_SHORT: Final = 200  # characters of a headline or a name
_GLANCE: Final = 40  # characters that nearly always hold two words

# One letter for the forms that Arabic writers use interchangeably (hamza seats, ta marbuta,
# alef maqsura), one form for quotes, dashes and Arabic-Indic digits.
_FOLDS: Final = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ة": "ه",
    "ى": "ي",
    "ؤ": "و",
    "ئ": "ي",
    "ک": "ك",
    "ی": "ي",
    **dict.fromkeys("‘’‚‛ʼ`´", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}
# Few characters of a text are others when folded: found by a pattern they take a seventh of the
# time of str.translate, which looks up all.
_FOLDED: Final = re.compile("[" + "".join(_FOLDS) + _ARABIC_MARKS + "]")


def fold(text: str) -> str:
    """Casefold, and write quotes, dashes, digits and Arabic letter variants one way.

    The length may change: offsets in the result are not offsets in `text`.
    """
    if text.isascii():
        return text.casefold()
    return _FOLDED.sub(_fold_sign, unicodedata.normalize("NFKC", text)).casefold()


def _fold_sign(sign: re.Match[str]) -> str:
    return _FOLDS.get(sign[0], "")


def find_words(text: str) -> list[str]:
    """Return the words as they are written, in reading order."""
    return (_PLAIN_WORD if _is_plain(text) else WORD).findall(text)


def _is_plain(text: str) -> bool:
    return text.isascii() or not _UNCOMMON.search(text)


@lru_cache(maxsize=2)
def find_body_words(body: str) -> tuple[str, ...]:
    """Return the words of a body, for which copies and stories ask one after the other."""
    return tuple(find_words(body))


def words(text: str) -> list[str]:
    """Return the folded words in reading order."""
    if len(text) <= _SHORT:
        return [*_words_of_short(text)]
    return list(map(fold_word, find_words(text)))


@lru_cache(maxsize=512)  # a dozen readers of a page ask for the words of the same few lines
def _words_of_short(text: str) -> tuple[str, ...]:
    return tuple(map(fold_word, find_words(text)))


def without_longer(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that hold no other of them: where any stands, one of these does."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)


def first_word(text: str) -> str:
    """Return the first of the folded words of a text, empty where it has none.

    Of a long text only the beginning is looked at, if two words stand there: what follows the
    second cannot change the first.
    """
    for size in (_GLANCE, len(text)):
        found = find_words(text[:size])
        if len(found) > 1 or size >= len(text):
            return fold_word(found[0]) if found else ""
    return ""


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Return (folded word, start, end) in reading order; offsets are code points of `text`."""
    pattern = _PLAIN_WORD if _is_plain(text) else WORD
    return [(fold_word(match[0]), *match.span()) for match in pattern.finditer(text)]


@remembered(most=1 << 15)  # the commoner words of a day's news; about 5 MB
def fold_word(word: str) -> str:
    """Return one word folded, initials without their points."""
    folded = fold(word)
    return folded.replace(".", "") if "." in word else folded
