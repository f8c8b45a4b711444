"""The keys under which two words count as one: stems, and groups of words that say the same."""

from functools import lru_cache
from typing import Final

from wireroom.engine.insight.verify import thesaurus_ar, thesaurus_ar_more, words_ar
from wireroom.engine.insight.verify.vocabulary_en import english_keys

_BEFORE: Final = ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_AFTER: Final = (
    "ها", "هم", "هن", "هما", "ات", "ون", "ين", "ان", "تين", "تان", "يه", "يا", "ه", "ي", "ا",
    "وا", "ت", "تا", "نا", "كم", "ته", "تها", "تهم", "تنا",
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
    if not is_arabic(word):
        return english_keys(word)
    forms = word_forms(word)
    # A root says what a word means only where no table has the word: a منزل is no نزول.
    bare = [form for form in forms if form[0] != "√"] if word[0] == "م" else forms
    listed = bare if any(form in _ARABIC_GROUPS for form in bare) else forms
    return frozenset(forms).union(*(_ARABIC_GROUPS.get(form, ()) for form in listed))


def bare_forms(word: str) -> set[str]:
    """Return an Arabic word without the article and the particles written to it."""
    return set(_bare_forms(word))


@lru_cache(maxsize=1 << 14)
def _bare_forms(word: str) -> frozenset[str]:
    forms = {word}
    for _ in range(2):
        forms |= {
            form[len(lead) :]
            for form in forms
            for lead in _BEFORE
            if form.startswith(lead)
            and len(form) - len(lead) >= _SHORTEST - (lead == "لل" or lead.endswith("ال"))
        }
    return frozenset(forms)


def word_forms(word: str) -> set[str]:
    """Return an Arabic word also without what is written in one with it, and its root."""
    forms = bare_forms(word)
    forms |= {
        form[: -len(end)]
        for form in forms
        for end in _AFTER
        if form.endswith(end) and len(form) - len(end) >= _SHORTEST
    }
    return forms | {root for form in forms if (root := root_of(form))}


def is_listed(word: str) -> bool:
    """Whether an Arabic word stands in a table itself, not only its root."""
    return any(form in _ARABIC_GROUPS for form in word_forms(word) if form[0] != "√")


def root_of(form: str) -> str:
    """Return the consonants of a verb or verbal noun, marked so that they match no word."""
    lead = form[0] if form[0] in "يتنما" and len(form) > _SHORTEST else ""
    core = form[len(lead) :]
    root = core[0] + "".join(letter for letter in core[1:] if letter not in "اوي")
    if len(core) == _SHORTEST and lead in {"", "ي", "ت"}:
        root = core  # a weak letter may be all there is: صور, يصور
    return "√" + root if len(root) >= _SHORTEST else ""


def _group(table: str) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for number, line in enumerate(table.splitlines()):
        for word in line.split():
            if "_" in word:
                continue
            for form in {word.removeprefix("ال"), word, root_of(word)} - {""}:
                groups.setdefault(form, set()).add(f"#{number}")
    return groups


_ARABIC_GROUPS: Final = _group(
    "\n".join((words_ar.SAME, thesaurus_ar.SAME, thesaurus_ar_more.SAME))
)
