"""Whether the names of a sentence stand in its translation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError

from wireroom.engine.copies.kept_marks import tells_names
from wireroom.engine.insight.entities.common import common_words, is_given, never_names
from wireroom.engine.insight.entities.entity import Kind
from wireroom.engine.insight.entities.find import find_entities
from wireroom.engine.insight.translation.institutions import ELSEWHERE, IN_ENGLISH
from wireroom.engine.insight.translation.sounding import (
    Sounding,
    names_same_place,
    plain_letters,
    split_names,
    stands,
)
from wireroom.engine.stories.concepts import concepts_in
from wireroom.engine.stories.pivots import runs_of_capitals
from wireroom.engine.text.words import fold_word

# Scripts that do not write what a name sounds like.
_SOUNDLESS: Final = frozenset(("zh", "ja", "ko", "th", "km", "lo", "my", "bo"))
_FEWEST_LETTERS: Final = 3
_MOST_INITIALS: Final = 5
_SURE: Final = 0.7  # confidence of an entity: below it many are common words


@dataclass(frozen=True, slots=True)
class Name:
    """Capitalised words next to one another; `telling` are those that are no common word."""

    words: tuple[str, ...]
    telling: tuple[str, ...]


def missing_names(one: Sounding, other: Sounding) -> Iterator[str]:
    """Yield the names of one sentence that the other lacks; nothing between scripts without sound.

    People and places are found in every language that entities are found in. English runs of
    capitals are taken word by word, without common words. Elsewhere there is no telling "Cour
    suprême" from a name: one that is lost counts as translated by its meaning where English has
    a run of capitals with a common word in it to show for it.
    """
    if {one.base, other.base} & _SOUNDLESS:
        return
    yield from _missing_entities(one, other)
    if not tells_names(one.base):
        return
    meant = _translatable(other)
    for name in names_of(one.text, one.base):
        lost = [word for word in name.telling if not stands(word, one.base, other)]
        if not lost or names_same_place(name.words, one.base, other):
            continue
        if one.base != "en" and meant > 0:
            meant -= 1
            continue
        if not (all(map(_is_initials, lost)) and _has_own_initials(other, one)):
            yield " ".join(lost)


def _is_initials(word: str) -> bool:
    return word.isupper() and len(word) <= _MOST_INITIALS


def _has_own_initials(other: Sounding, one: Sounding) -> bool:
    """Tell whether initials may be translated ones (BCE, ECB): the other has some, or cannot."""
    own = (word for word in other.words if _is_initials(word) and len(word) > 1)
    return not tells_names(other.base) or any(plain_letters(w) not in one.letters for w in own)


def _missing_entities(one: Sounding, other: Sounding) -> Iterator[str]:
    for entity in find_entities("", one.text, one.base):
        if entity.kind is Kind.ORGANISATION or entity.confidence < _SURE:
            continue
        named = split_names(entity.name)
        telling = [word for word in named if not _is_common(fold_word(word), one.base)]
        lost = [word for word in telling if not stands(word, one.base, other)]
        if lost and not names_same_place(named, one.base, other):
            yield " ".join(lost)


@lru_cache(maxsize=1 << 10)
def names_of(text: str, base: str) -> tuple[Name, ...]:
    """Return the runs of capitalised words that hold any word which is no common one."""
    return tuple(name for run in runs_of_capitals(text) if (name := _name(run, base)).telling)


def _name(run: Sequence[str], base: str) -> Name:
    lows = [fold_word(word) for word in run]
    telling = [word for word, low in zip(run, lows, strict=True) if not _is_common(low, base)]
    return Name(tuple(run), tuple(telling))


@lru_cache(maxsize=1 << 14)
def _is_common(low: str, base: str) -> bool:
    """Tell whether a word has a capital for another reason than being a name."""
    if len(low) < _FEWEST_LETTERS or low in never_names(base) or low in _tongues(base):
        return True
    if base == "en" and (low in IN_ENGLISH or low in common_words()) and not is_given(low, base):
        return True
    return low in ELSEWHERE or any(concepts_in(low, base))


@cache
def _tongues(base: str) -> frozenset[str]:
    """Return what a language calls languages: most are called as their people are."""
    try:
        return frozenset(fold_word(name) for name in Locale(base).languages.values())
    except (UnknownLocaleError, ValueError):
        return frozenset()


def _translatable(text: Sounding) -> int:
    """Count the English names that are made of common words, and so may be translated ones."""
    if text.base != "en":
        return 0
    lows = (map(fold_word, run) for run in runs_of_capitals(text.text))
    return sum(
        any(_is_common(low, "en") and low not in never_names("en") for low in run) for run in lows
    )
