"""Arabic words of every report, with the letters that may be joined to them: no names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from wireroom.engine.insight.entities.arabic_tables import (
    GIVEN_ARABIC,
    HUMANS,
    NO_PART,
    ORG_HEADS,
    PLACE_NOUNS,
    REALMS,
    TRADES,
)
from wireroom.engine.stories.arabic_common import ARABIC_COMMON
from wireroom.engine.text.words import fold

# "and the", "in the", "and will": what is written in one with a word, longest first.
# Nouns of doing, which verbs make by rule: "collapse", "use", "inspection".
_DEED: Final = re.compile(
    r"(?:وا?ل|بال?|ال?|لل?)?(?:است\w{2,3}ا\w|ان\w{2}ا\w|ا\wت\w{1,2}ا\w|ت\w{2}ي\w)\Z"
)
_BEFORE: Final = ("وبال", "وكال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال",
                  "وس", "وب", "ول", "وي", "وت", "و", "ف", "ب", "ك", "ل", "س")  # fmt: skip
_AFTER: Final = ("هما", "تهم", "تها", "ته", "هم", "ها", "نا", "ات", "ون", "ين", "ان", "وا", "يه",
                 "تين", "ه", "ا", "ي", "ت")  # fmt: skip
_FEWEST: Final = 2  # letters that are left of a word
_FEWEST_BEHIND: Final = 4  # behind "f", "k", "l", "b", "s", with which many names begin
_SHORTEST: Final = 3  # letters of a name: shorter words are particles
# Pronouns and cases at the end of no name: "their", "her", an adverb's "an".
_NO_END: Final = ("هم", "هما", "تها", "تهم", "ًا", "وها", "ائها", "ائه", "اتها", "ونه")


@lru_cache(maxsize=1 << 14)  # the words of a day
def folded(word: str) -> str:
    """Return a word folded, remembered: each is asked for many times."""
    return fold(word)


@cache
def _words() -> frozenset[str]:
    text = (files("wireroom.engine.insight.entities") / "arabic_words.txt").read_text("utf-8")
    return frozenset(map(fold, text.split())) | frozenset(map(fold, NO_PART)) | ARABIC_COMMON


@cache
def _given() -> frozenset[str]:
    return frozenset(map(_without_hamza, GIVEN_ARABIC))


def _without_hamza(word: str) -> str:
    """Write the first letter of "Ahmad" one way; unlike folding it keeps "Ali" from "on"."""
    return word.translate(_ALEFS)


_ALEFS: Final = str.maketrans("أإآ", "ااا", "".join(map(chr, range(0x64B, 0x653))))


def is_given_arabic(word: str) -> bool:
    """Tell whether a word as written is a given name."""
    return _without_hamza(word) in _given()


@lru_cache(maxsize=1 << 14)  # the words of a day
def is_common_arabic(word: str) -> bool:
    """Tell whether a word as written is an ordinary one, with what is joined to it."""
    key = folded(word)
    words = _words()
    if _DEED.match(key):
        return True
    return any(bare in words for start in _without_front(key) for bare in _without_end(start))


def _without_front(key: str) -> Iterator[str]:
    yield key
    for front in _BEFORE:
        fewest = _FEWEST if len(front) > 1 or front == "و" else _FEWEST_BEHIND
        if key.startswith(front) and len(key) - len(front) >= fewest:
            yield key.removeprefix(front)


def _without_end(key: str) -> Iterator[str]:
    yield key
    for end in _AFTER:
        if key.endswith(end) and len(key) - len(end) > _FEWEST:
            bare = key.removesuffix(end)
            yield bare
            yield bare + "ه"  # "their city": the city's last letter has changed


def is_name_like(word: str) -> bool:
    """Tell whether a word may be a name's first: no ordinary one, no article, no pronoun."""
    if len(word) < _SHORTEST or (not word.isalpha() and "\u064b" not in word):
        return False
    if is_given_arabic(word):
        return True
    if word[0] in "بلكف" and folded(word[1:]) in _kinds():
        return False
    if word[0] in "بلك" and folded(word[1:]) in _words():
        return False  # "with the title of"
    return (
        not word.startswith(("ال", "لل", "وال"))
        and not word.endswith(_NO_END)
        and (not is_common_arabic(word))
    )


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(fold, REALMS | PLACE_NOUNS | ORG_HEADS | HUMANS))


def may_follow(word: str) -> bool:
    """Tell whether a word may go on a name: "al-Haddad" may, an ordinary word not."""
    if is_name_like(word) or (len(word) == _FEWEST and folded(word) not in _words()):
        return True
    bare = word.removeprefix("ال")
    if bare != word and (is_given_arabic(bare) or bare in TRADES):
        return True
    return word.startswith("ال") and len(word) > _SHORTEST and not is_common_arabic(word)
