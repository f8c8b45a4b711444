"""What an English word says: its stem, what says the same, what is wider, what is opposed."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeVar

import Stemmer

from wireroom.engine.insight.verify import thesaurus_en, thesaurus_en_more
from wireroom.engine.insight.verify.irregular_en import IRREGULAR
from wireroom.engine.insight.verify.thesaurus_en_wide import OPPOSITE, WIDER
from wireroom.engine.insight.verify.verbs_en import VERBS
from wireroom.engine.text.remembered import remembered

_STEMMER: Final = Stemmer.Stemmer("english")
LONGEST_PHRASE: Final = 5
_SAME: Final = f"{thesaurus_en.SAME}\n{thesaurus_en_more.SAME}"


def _base_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in IRREGULAR.splitlines():
        base, others = line.split(": ")
        forms |= {form: base for form in others.split() if form != base}
    return forms


BASES: Final = _base_forms()


_NO_DEGREES: Final = VERBS - {"lower", "near", "close"}


@remembered(most=1 << 15)
def stem(word: str) -> str:
    """Return the stem of a folded English word, of its base form where it is irregular."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if not word.isascii():
        return word
    return str(_STEMMER.stemWord(base_of(word)))


@lru_cache(maxsize=1 << 15)
def base_of(word: str) -> str:
    """Return the base form of a verb's form where it is a verb of the table, else the word."""
    if word in BASES or word in VERBS:
        return BASES.get(word, word)
    for base in _endings_off(word):
        if base in VERBS:
            return base
    return word


def _endings_off(word: str) -> list[str]:
    if word.endswith(("ies", "ied")):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("ing") and len(word) > 5:
        cut = word[:-3]
        return [cut, cut + "e", cut[:-1]] if cut[-1:] == cut[-2:-1] else [cut, cut + "e"]
    if word.endswith("ed") and len(word) > 4:
        cut = word[:-2]
        return [cut, word[:-1], cut[:-1]] if cut[-1:] == cut[-2:-1] else [cut, word[:-1]]
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        return [word[:-1], word[:-2]]
    return [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []


def _degree(word: str) -> str:
    """Return what sets the keys of comparatives and superlatives apart from their base form."""
    if word not in BASES or BASES[word] in _NO_DEGREES:
        return ""
    if word in {"better", "worse"} or word.endswith("er"):
        return "+"
    return "++" if word in {"best", "worst"} or word.endswith("est") else ""


def _entry(word: str) -> str:
    """Return the key of a word: its stem, with its degree."""
    return stem(word) + _degree(word)


def _groups() -> tuple[dict[str, frozenset[str]], dict[tuple[str, ...], frozenset[str]]]:
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for number, line in enumerate(_SAME.splitlines()):
        for entry in line.split():
            parts = tuple(stem(part) for part in entry.split("_"))
            if len(parts) == 1:
                words[_entry(entry)].add(f"#{number}")
            else:
                phrases[parts].add(f"#{number}")
    return _frozen(words), _frozen(phrases)


_Key = TypeVar("_Key")


def _frozen(sets: dict[_Key, set[str]]) -> dict[_Key, frozenset[str]]:
    return {key: frozenset(values) for key, values in sets.items()}


def _wider() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the sign of each wider word, and the signs that a narrower word supports."""
    own: dict[str, set[str]] = defaultdict(set)
    under: dict[str, set[str]] = defaultdict(set)
    for line in WIDER.splitlines():
        wide, narrow = line.split(": ")
        own[stem(wide)].add(f"^{wide}")
        for word in narrow.split():
            under[stem(word)].add(f"^{wide}")
    return _frozen(own), _frozen(under)


def _sides() -> dict[str, frozenset[str]]:
    """Return, by stem, the sides of pairs it stands on: "12/0" is the left side of line 12."""
    sides: dict[str, set[str]] = defaultdict(set)
    for number, line in enumerate(OPPOSITE.splitlines()):
        for side, words in enumerate(line.split(" / ")):
            for word in words.split():
                sides[word if word in BASES else stem(word)].add(f"{number}/{side}")
    return _frozen(sides)


_WORDS, _PHRASES = _groups()
_WIDE, _NARROW = _wider()
_SIDES: Final = _sides()
# By their first stem how many words phrases have, most first.
_SIZES: Final = {
    first: sorted({len(parts) for parts in _PHRASES if parts[0] == first}, reverse=True)
    for first in {parts[0] for parts in _PHRASES}
}


@lru_cache(maxsize=1 << 15)
def english_keys(word: str) -> frozenset[str]:
    """Return the stem of a word, the groups it is in, and the sign of what it is wide for."""
    root, degree = stem(word), _degree(word)
    own = root + degree
    keys = frozenset((own,))
    for more in (_WORDS.get(own), _WIDE.get(own)):
        keys = keys | more if more else keys
    if degree:
        keys |= {key + degree for key in _WORDS.get(root, ())}
    return keys


@lru_cache(maxsize=1 << 15)
def supported_by(word: str) -> frozenset[str]:
    """Return what else a cited word supports: the signs of wider words."""
    return _NARROW.get(stem(word), frozenset())


def opens_phrase(word: str) -> bool:
    """Whether a phrase of the table may begin with a folded word."""
    return stem(word) in _SIZES


def phrase_at(words: Sequence[str], place: int) -> tuple[int, frozenset[str]]:
    """Return how many words the longest phrase that begins here has, and its groups."""
    stems = tuple([stem(word) for word in words[place : place + LONGEST_PHRASE]])
    for size in _SIZES.get(stems[0], ()):
        if groups := _PHRASES.get(stems[:size]):
            return size, groups
    return 0, frozenset()


@lru_cache(maxsize=1 << 15)
def are_opposed(one: str, other: str) -> bool:
    """Whether two folded words stand on the two sides of a pair of opposites."""
    theirs = _sides_of(other)
    return any(turn(side) in theirs for side in _sides_of(one))


def turn(side: str) -> str:
    """Return the other side of a pair."""
    return f"{side[:-1]}{1 - int(side[-1])}"


def _sides_of(word: str) -> frozenset[str]:
    return _SIDES.get(word, frozenset()) | _SIDES.get(stem(word), frozenset())
