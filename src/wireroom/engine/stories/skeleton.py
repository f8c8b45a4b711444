"""Names by their consonants, so that "Velmora" and "فيلمورا" are one word in any alphabet."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from wireroom.engine.text.words import fold

# Sounds that one alphabet writes with one letter and another does not tell apart fall together:
# p and b, v and f, g and j, all kinds of s, of t and of d. Vowels and breaths go: what short
# vowels were is not written in Arabic. The idea is Arbabi's and others' (IBM J. Res. 38, 1994).
_LATIN_GROUPS: Final = (
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"s[ck]h(?=[^k]|\Z)|tsch|tch|sch|sh|ch(?!r)|cz|sz"), "s"),
    (re.compile(r"ngt"), "nt"),
    (re.compile(r"ght"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|ck|qu|q|ch"), "k"),
    (re.compile(r"(?:th|dh|gh|zh|rh)"), lambda match: match[0][0]),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"x"), "ks"),
)
_LATIN: Final = {
    **dict.fromkeys("bp", "b"), **dict.fromkeys("fv", "f"), **dict.fromkeys("gj", "g"),
    **dict.fromkeys("ckq", "k"), **dict.fromkeys("dð", "d"), **dict.fromkeys("tþ", "t"),
    "l": "l", "ł": "l", "m": "m", "n": "n", "r": "r", "s": "s", "ß": "s", "z": "z",
}  # fmt: skip
_ARABIC: Final = {
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("فڤ", "f"), **dict.fromkeys("جغگ", "g"),
    **dict.fromkeys("كقخک", "k"), **dict.fromkeys("دذضظ", "d"), **dict.fromkeys("تثطٹ", "t"),
    **dict.fromkeys("سشصچ", "s"), **dict.fromkeys("زژ", "z"),
    "ل": "l", "م": "m", "ن": "n", "ر": "r", "ڈ": "d", "ڑ": "r", "ں": "n",
}  # fmt: skip
_CYRILLIC: Final = {
    **dict.fromkeys("бп", "b"), **dict.fromkeys("вф", "f"), "г": "g", "ґ": "g",
    **dict.fromkeys("кх", "k"), "д": "d", "т": "t", "з": "z", "ж": "z",
    **dict.fromkeys("сшщчц", "s"), "л": "l", "м": "m", "н": "n", "р": "r",
}  # fmt: skip
_GREEK: Final = {
    **dict.fromkeys("βφ", "f"), "π": "b", "γ": "g", **dict.fromkeys("κχ", "k"), "δ": "d",
    **dict.fromkeys("τθ", "t"), **dict.fromkeys("σς", "s"), "ξ": "ks", "ψ": "bs", "ζ": "z",
    "λ": "l", "μ": "m", "ν": "n", "ρ": "r",
}  # fmt: skip
_HEBREW: Final = {
    **dict.fromkeys("בפף", "b"), **dict.fromkeys("ג", "g"), **dict.fromkeys("כךקח", "k"),
    "ד": "d", **dict.fromkeys("תט", "t"), **dict.fromkeys("סשצץ", "s"), "ז": "z",
    "ל": "l", **dict.fromkeys("מם", "m"), **dict.fromkeys("נן", "n"), "ר": "r",
}  # fmt: skip
_LETTERS: Final[Mapping[str, str]] = _LATIN | _ARABIC | _CYRILLIC | _GREEK | _HEBREW
# At the front w and y are heard as consonants in every alphabet.
_GLIDES: Final = {"w": "w", "و": "w", "y": "y", "ي": "y", "ی": "y", "й": "y", "ו": "w", "י": "y"}
_LONGEST: Final = 40
_ARABIC_TSH: Final = re.compile("تش(?=.)")
_LATIN_WORD: Final = re.compile(r"[a-z]")


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """Return the consonants of one word in Latin letters; empty for scripts without an alphabet.

    What is written alike in two alphabets has one skeleton; other words may have it, too, the
    fewer the longer it is.
    """
    folded = fold(word)[:_LONGEST]
    if _LATIN_WORD.search(folded):
        for pattern, by in _LATIN_GROUPS:
            folded = pattern.sub(by, folded)
    else:
        folded = _ARABIC_TSH.sub("ش", folded)
    first = _GLIDES.get(folded[:1], "")
    return first + "".join([_LETTERS.get(letter, "") for letter in folded])
