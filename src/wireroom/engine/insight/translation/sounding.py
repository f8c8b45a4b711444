"""What the words of a sentence look and sound like, and which places they are names of."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from wireroom.engine.insight.entities.gazetteer import Place, find_places
from wireroom.engine.stories.pivots import forms_of
from wireroom.engine.text.words import find_words, fold

_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_JOINED: Final = re.compile(r"\A[وفبلك](?=\w{4})")  # "and", "in" before an Arabic name
# Parts of a name, and what French, Italian and Turkish write in one ("l'Italie", "Atina'da").
_JOINS: Final = re.compile(
    r"[-‐‑]|(?<=[dlnDLN])['’](?=[^\W\d_]{3})|(?<=[dD]ell)['’]|(?<=\w{3})['’]"
)
_FEWEST_LETTERS: Final = 3
# Between alphabets one sign of a longer name may be written and not heard ("Duvivier").
_FEWEST_TO_FORGIVE: Final = 4
# Which of these letters stands for which sound, Arabic, Persian and their readers do not agree.
_HISSES: Final = str.maketrans("dzt", "sss")
_FEWEST_COARSE: Final = 3


@dataclass(frozen=True)
class Sounding:
    """What a sentence's words look and sound like, and which places they name."""

    text: str
    base: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return its words in order."""
        return split_names(self.text)

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


def split_names(text: str) -> tuple[str, ...]:
    """Return the words of a text, parts of a name and what is joined to it apart."""
    return tuple(find_words(_JOINS.sub(" ", text)))


def plain_letters(word: str) -> str:
    """Return a word folded, without accents."""
    return _MARKS.sub("", unicodedata.normalize("NFD", fold(word)))


def stands(word: str, base: str, other: Sounding) -> bool:
    """Tell whether a word of a name stands in another sentence, in whatever alphabet."""
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


def names_same_place(named: Sequence[str], base: str, other: Sounding) -> bool:
    """Tell whether words together are a place that another sentence names, too."""
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
