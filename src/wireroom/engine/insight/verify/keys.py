"""The keys under which two words count as one: stems, and groups of words that say the same."""

from functools import lru_cache
from typing import Final

import Stemmer

from wireroom.engine.insight.verify import words_ar, words_en

_ENGLISH: Final = Stemmer.Stemmer("english")
_BEFORE: Final = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_AFTER: Final = (
    "ها", "هم", "هن", "هما", "ات", "ون", "ين", "ان", "تين", "تان", "يه", "يا", "ه", "ي", "ا",
    "وا", "ت", "تا", "نا", "كم",
)  # fmt: skip
_SHORTEST: Final = 3
_LONGEST_WORD: Final = 40


def is_arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return bool(word) and "\u0600" <= word[0] <= "\u06ff"


@lru_cache(maxsize=1 << 15)
def keys_of(word: str) -> frozenset[str]:
    """Return the keys of a folded word; two words say the same if they share one."""
    word = word[:_LONGEST_WORD]
    forms = _arabic_forms(word) if is_arabic(word) else _stems(word)
    groups = _ARABIC_GROUPS if is_arabic(word) else _ENGLISH_GROUPS
    return frozenset(forms).union(*(groups.get(form, ()) for form in forms))


def _stems(word: str) -> set[str]:
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    return {_ENGLISH.stemWord(word)} if word.isascii() else {word}


def bare_forms(word: str) -> set[str]:
    """Return an Arabic word without the article and the particles written to it."""
    forms = {word}
    for _ in range(2):
        forms |= {
            form[len(lead) :]
            for form in forms
            for lead in _BEFORE
            if form.startswith(lead) and len(form) - len(lead) >= _SHORTEST - lead.endswith("ال")
        }
    return forms


def _arabic_forms(word: str) -> set[str]:
    forms = bare_forms(word)
    forms |= {
        form[: -len(end)]
        for form in forms
        for end in _AFTER
        if form.endswith(end) and len(form) - len(end) >= _SHORTEST
    }
    return forms | {root for form in forms if (root := _root(form))}


def _root(form: str) -> str:
    """Return the consonants of a verb or verbal noun, marked so that they match no word."""
    lead = form[0] if form[0] in "يتنام" and len(form) > _SHORTEST else ""
    core = form[len(lead) :]
    root = core[0] + "".join(letter for letter in core[1:] if letter not in "اوي")
    return "√" + root if len(root) >= _SHORTEST else ""


def _group(table: str, *, arabic: bool) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for number, line in enumerate(table.splitlines()):
        for word in line.split():
            for form in {word.removeprefix("ال"), word} if arabic else _stems(word):
                groups.setdefault(form, set()).add(f"#{number}")
    return groups


_ENGLISH_GROUPS: Final = _group(words_en.SAME, arabic=False)
_ARABIC_GROUPS: Final = _group(words_ar.SAME, arabic=True)
