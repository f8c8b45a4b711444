"""The words of a comment as they are meant: without the disguises that hide them from lists."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from wireroom.engine.text.words import fold

# Cyrillic and Greek letters that look like Latin ones: the pairs that readers cannot tell apart.
LOOK_ALIKES: Final = str.maketrans("авеіјкмнорстухѕԁԛѵαοριυνκτχε", "abeijkmhopctyxsdqvaopiuvktxe")
# Signs that stand for a letter inside a word ("1d10t", "$tupid").
_LEET: Final = str.maketrans("013457@$!|+", "oieastasiit")
_SPACED: Final = r"(?<![^\W_])[^\W\d_](?:[ .\-_*]{1,2}[^\W\d_]){2,}(?![^\W_])"
_CHUNK: Final = re.compile(rf"(?P<spaced>{_SPACED})|[\w@$!*|+]+")
_STOP: Final = re.compile(r"[.!?؟\n]")
_LETTERS: Final = re.compile(r"[^\W_]+")
_LATIN: Final = re.compile(r"[a-z]")
_LONG: Final = re.compile(r"(.)\1{2,}")
_ARABIC_PREFIX: Final = re.compile(r"(?:[وف](?=.{3}))?(?:بال|كال|هال|يال|ال|لل|يا)?(?=.{2})")


# The form that every number has beside its own, for patterns.
NUMBER: Final = "0"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with all forms it can be read as, and where it stands in the comment."""

    forms: frozenset[str]
    start: int
    end: int
    opens: bool = False  # a sentence: no pattern runs over its end


def fold_signs(text: str) -> tuple[str, list[int]]:
    """Return the text folded sign by sign, and for each sign its place in the text."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for folded in _fold_sign(sign):
            signs.append(folded)
            places.append(place)
    return "".join(signs), places


def find_disguised_words(text: str) -> list[Word]:
    """Return the words in reading order; "i d i o t" is one, "end.Start" two."""
    folded, places = fold_signs(text)
    found: list[Word] = []
    before = 0
    for forms, start, end in _folded_words(folded):
        opens = _STOP.search(folded, before, start) is not None
        found.append(Word(forms, places[start], places[end - 1] + 1, opens))
        before = end
    return found


def _folded_words(folded: str) -> Iterator[tuple[frozenset[str], int, int]]:
    for match in _CHUNK.finditer(folded):
        if match["spaced"]:
            yield _forms("".join(_LETTERS.findall(match[0]))), *match.span()
            continue
        for forms, start, end in _words_of_chunk(match[0]):
            yield forms, match.start() + start, match.start() + end


@lru_cache(maxsize=1 << 13)
def _words_of_chunk(chunk: str) -> tuple[tuple[frozenset[str], int, int], ...]:
    """Return (forms, start, end) of the words in a run of letters, digits and signs."""
    if chunk.isalpha():
        return ((_forms(chunk), 0, len(chunk)),)
    kept = chunk.rstrip("!*|+")
    letters = sum(sign.isalpha() for sign in kept)
    # Two letters at least: "$5" and "3!" are no words in disguise.
    if letters >= 2 and not kept.isalpha() and not kept.startswith("@"):
        return ((_disguised_forms(kept), 0, len(kept)),)
    return tuple((_forms(m[0]), *m.span()) for m in _LETTERS.finditer(chunk))


def _disguised_forms(chunk: str) -> frozenset[str]:
    if "*" in chunk:
        return _forms(chunk)
    read = "".join(_LETTERS.findall(chunk.translate(_LEET)))
    plain = "".join(_LETTERS.findall(chunk))
    return _forms(plain) | _forms(read)


@lru_cache(maxsize=1 << 13)
def _forms(word: str) -> frozenset[str]:
    forms = {word, NUMBER} if word.isdecimal() else {word}
    if not word.isascii() and _LATIN.search(word):
        forms.add(word.translate(LOOK_ALIKES))
    elif not word.isascii():
        forms.add(word[_prefix_length(word) :])
        forms.add(word.translate(LOOK_ALIKES))
    if _LONG.search(word):
        for repeat in (r"\1", r"\1\1"):
            short = _LONG.sub(repeat, word)
            forms |= {short, short[_prefix_length(short) :]}
    return frozenset(forms)


def _prefix_length(word: str) -> int:
    match = _ARABIC_PREFIX.match(word)
    return match.end() if match else 0


@cache
def _fold_sign(sign: str) -> str:
    if unicodedata.category(sign) in ("Cf", "Mn", "Me") or sign == "ـ":
        return ""
    bare = "".join(s for s in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(s))
    return fold(bare)
