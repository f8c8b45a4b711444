"""Whether the names of a sentence stand in its translation: by letters, by sound, or by place."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Final

from babel import Locale, UnknownLocaleError

from wireroom.engine.copies.kept_marks import tells_names
from wireroom.engine.insight.entities.common import common_words, is_given, never_names
from wireroom.engine.insight.entities.entity import Kind
from wireroom.engine.insight.entities.find import find_entities
from wireroom.engine.insight.entities.gazetteer import Place, find_places
from wireroom.engine.insight.translation.institutions import ELSEWHERE, IN_ENGLISH
from wireroom.engine.stories.concepts import concepts_in
from wireroom.engine.stories.pivots import forms_of, runs_of_capitals
from wireroom.engine.text.words import find_words, fold, fold_word

_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_JOINED: Final = re.compile(r"\A[وفبلك](?=\w{4})")  # "and", "in" before an Arabic name
# Scripts that do not write what a name sounds like.
_SOUNDLESS: Final = frozenset(("zh", "ja", "ko", "th", "km", "lo", "my", "bo"))
_FEWEST_LETTERS: Final = 3
_MOST_INITIALS: Final = 5
_SURE: Final = 0.7  # confidence of an entity: below it many are common words
# Parts of a name, and what French, Italian and Turkish write in one ("l'Italie", "Atina'da").
_JOINS: Final = re.compile(
    r"[-‐‑]|(?<=[dlnDLN])['’](?=[^\W\d_]{3})|(?<=[dD]ell)['’]|(?<=\w{3})['’]"
)
# Between alphabets one sign of a longer name may be written and not heard ("Duvivier").
_FEWEST_TO_FORGIVE: Final = 4
# Which of these letters stands for which sound, Arabic, Persian and their readers do not agree.
_HISSES: Final = str.maketrans("dzt", "sss")
_FEWEST_COARSE: Final = 3


@dataclass(frozen=True, slots=True)
class Name:
    """Capitalised words next to one another; `telling` are those that are no common word."""

    words: tuple[str, ...]
    telling: tuple[str, ...]


@dataclass(frozen=True)
class Sounding:
    """What a sentence's words look and sound like, and which places they name."""

    text: str
    base: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return its words in order."""
        return tuple(find_words(_JOINS.sub(" ", self.text)))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Return its words without accents."""
        return frozenset(map(plain_letters, self.words))

    @cached_property
    def sounds(self) -> frozenset[str]:
        """Return the consonants of its words, each as it is and without what is joined to it."""
        return frozenset(form for word in self.words for form in forms_of(word) if form)

    @cached_property
    def nearly(self) -> frozenset[str]:
        """Return its longer sounds, each with one sign left out."""
        return frozenset(each for form in self.sounds for each in _shortened(form))

    @cached_property
    def coarse(self) -> frozenset[str]:
        """Return its longer sounds as alphabets agree on them."""
        return frozenset(_coarse(form) for form in self.sounds if len(form) >= _FEWEST_COARSE)

    @cached_property
    def is_latin(self) -> bool:
        """Tell whether it is mostly in Latin letters."""
        letters = [sign for sign in self.text if sign.isalpha()]
        return 2 * sum(sign < "\u0250" for sign in letters) > len(letters)

    @cached_property
    def places(self) -> frozenset[tuple[str, str]]:
        """Return the places that its words, or two of them together, are called by."""
        pairs = [" ".join(pair) for pair in pairwise(self.words)]
        return frozenset(
            place for words in (*self.words, *pairs) for place in _places(words, self.base)
        )


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
        lost = [word for word in name.telling if not _stands(word, one.base, other)]
        if not lost or _is_place_of(name.words, one.base, other):
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
        named = find_words(_JOINS.sub(" ", entity.name))
        telling = [word for word in named if not _is_common(fold_word(word), one.base)]
        lost = [word for word in telling if not _stands(word, one.base, other)]
        if lost and not _is_place_of(named, one.base, other):
            yield " ".join(lost)


@lru_cache(maxsize=1 << 10)
def names_of(text: str, base: str) -> tuple[Name, ...]:
    """Return the runs of capitalised words that hold any word which is no common one."""
    return tuple(name for run in runs_of_capitals(text) if (name := _name(run, base)).telling)


def plain_letters(word: str) -> str:
    """Return a word folded, without accents."""
    return _MARKS.sub("", unicodedata.normalize("NFD", fold(word)))


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


def _stands(word: str, base: str, other: Sounding) -> bool:
    if plain_letters(word) in other.letters:
        return True
    forms = [form for form in forms_of(word) if form]
    if any(form in other.sounds for form in forms):
        return True
    if (word[0] < "\u0250") != other.is_latin and any(_is_nearly(form, other) for form in forms):
        return True
    return any(place in other.places for place in _places(word, base))


def _is_nearly(form: str, other: Sounding) -> bool:
    """Tell whether a sound is one of the other's but for a sign left out, or for its hisses."""
    if form in other.nearly or _shortened(form) & other.sounds:
        return True
    return len(form) >= _FEWEST_COARSE and _coarse(form) in other.coarse


def _coarse(form: str) -> str:
    return form.translate(_HISSES)


def _shortened(form: str) -> frozenset[str]:
    if len(form) < _FEWEST_TO_FORGIVE:
        return frozenset()
    return frozenset(form[:at] + form[at + 1 :] for at in range(len(form)))


def _is_place_of(named: Sequence[str], base: str, other: Sounding) -> bool:
    return any(place in other.places for place in _places(" ".join(named), base))


@lru_cache(maxsize=1 << 12)
def _places(words: str, base: str) -> tuple[tuple[str, str], ...]:
    if len(words) < _FEWEST_LETTERS:
        return ()
    found = find_places(words, base) or find_places(_JOINED.sub("", words), base)
    # A country lies where its capital does, and some languages call both by one name.
    return tuple((place.country, _spot(place)) for place in found)


def _spot(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return place.name
    return f"{place.latitude:.1f} {place.longitude:.1f}"


def _translatable(text: Sounding) -> int:
    """Count the English names that are made of common words, and so may be translated ones."""
    if text.base != "en":
        return 0
    lows = (map(fold_word, run) for run in runs_of_capitals(text.text))
    return sum(
        any(_is_common(low, "en") and low not in never_names("en") for low in run) for run in lows
    )
