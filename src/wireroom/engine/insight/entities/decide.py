"""One class for each name of an article, from all signs of all its mentions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.insight.entities.beside import OTHER, Score
from wireroom.engine.insight.entities.entity import ORGANISATION, PERSON, PLACE, Kind
from wireroom.engine.insight.entities.evidence import signs_of_form, signs_of_place
from wireroom.engine.insight.entities.reading import Candidate, Reading
from wireroom.engine.text.remembered import remembered
from wireroom.engine.text.words import fold

_MENTIONS: Final = 2  # of each sign that count: the tenth "said" says no more
# "in Tor" twice over, and no "said Tor": by judgement, as people are gone to once at most.
_LIVED_IN, _LIKE_PEOPLE = 2.4, 2.0
# A thing of two words in front of which "hurricane" or the like stands, and what its last word is.
_THING, _OF_THING = 8.0, 4.0
# Signs that a name needs. One word alone may be anything, most of all in German.
_ENOUGH: Final = {"several": 1.0, "single": 1.0, "opens": 1.5, "german": 1.5}


# How often names that are just ahead were right, on the annotated pages and invented reports:
# a place that "in" and "near" tell is seldom wrong.
_LEAST: Final = {PERSON: 0.5, PLACE: 0.6, ORGANISATION: 0.5}


@dataclass(slots=True)
class Named:
    """All mentions of one way to write a name, and what speaks for each class."""

    key: str
    name: str
    found: list[tuple[Reading, Candidate]] = field(default_factory=list)
    score: Score = field(default_factory=lambda: defaultdict(float))
    around: Score = field(default_factory=lambda: defaultdict(float))
    kind: Kind | None = None
    whole: str = ""
    words: list[str] = field(init=False)  # of the key: each name is held against all others
    is_single: bool = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.key.split()
        self.is_single = " " not in self.key

    @property
    def confidence(self) -> float:
        """Return how far the best class is ahead, as 0 to 1."""
        if self.kind is None:
            return 0.0
        rest = max((each for kind, each in self.score.items() if kind != self.kind), default=0.0)
        ahead = self.score[self.kind] - max(rest, 0.0)
        return round(max(0.3, min(0.98, _LEAST[self.kind] + 0.1 * ahead)), 2)


def collect(found: Iterable[tuple[Reading, Candidate]]) -> dict[str, Named]:
    """Gather mentions by how they are written, with their signs."""
    named: dict[str, Named] = {}
    around: defaultdict[str, defaultdict[tuple[str, float], int]]
    around = defaultdict(lambda: defaultdict(int))
    for reading, candidate in found:
        name = reading.name_of(candidate)
        key = _key_of(name)
        one = named.get(key)
        if one is None:
            words = reading.words[candidate.first : candidate.last + 1]
            one = named[key] = Named(key, name, score=signs_of_form(name, words, reading.base))
        one.found.append((reading, candidate))
        signs = around[key]
        for sign in signs_of_place(reading, candidate).items():
            signs[sign] += 1
    for key, signs in around.items():
        for (kind, weight), times in signs.items():
            named[key].around[kind] += weight * min(times, _MENTIONS)
    for one in named.values():
        _weigh(one)
    return named


@remembered(most=1 << 14)  # the names of a day
def _key_of(name: str) -> str:
    return fold(" ".join(name.split()))


def _weigh(one: Named) -> None:
    """Add up form and surroundings; a town called as people are is known by the latter alone."""
    for kind, weight in one.around.items():
        one.score[kind] += weight
    if one.around[PLACE] >= _LIVED_IN and one.around[PERSON] <= 0:
        one.score[PERSON] -= _LIKE_PEOPLE


def decide(named: Mapping[str, Named]) -> None:
    """Give each name its class: long names first, as short ones are parts of them."""
    wholes: list[Named] = []
    for one in sorted(named.values(), key=lambda each: -each.key.count(" ")):
        length = len(one.key)
        for whole in wholes:
            if len(whole.key) > length:
                _learn(one, whole)
        one.kind = _kind_of(one)
        is_thing = one.score[OTHER] >= _THING
        if (one.kind or is_thing) and not one.is_single:
            wholes.append(one)


def _learn(part: Named, whole: Named) -> None:
    """Let a short name learn from a longer one that it is part of, or short for."""
    if whole.kind is None and part.is_single and whole.key.endswith(f" {part.key}"):
        part.score[OTHER] += _OF_THING  # "Maria" where "Hurricane Maria" blew
        return
    parts, wholes = part.words, whole.words
    if whole.kind is PERSON:
        wholes = without_suffix(wholes)
        if parts == wholes[-len(parts) :] or (part.is_single and _is_double(part.key, wholes[-1])):
            part.score[PERSON] += 3.5
            part.whole = whole.key
        elif part.is_single and part.key == wholes[0] and not part.score[PLACE] > 3:
            part.score[PERSON] += 2.0
            part.whole = part.whole or whole.key
    elif whole.kind is ORGANISATION:
        if is_acronym(part.key, wholes):
            part.score[ORGANISATION] += 3.0
            part.whole = whole.key
        elif part.score[PLACE] >= 1 or part.whole:
            return  # "Paris" stays the town beside "Paris Bank"; one longer name is enough
        elif parts == wholes[: len(parts)]:
            part.score[ORGANISATION] += 2.0
            part.whole = whole.key
        elif part.is_single and part.key in wholes:
            part.score[ORGANISATION] += 1.0


def without_suffix(words: list[str]) -> list[str]:
    """Return a person's names without "Jr" and "III", so that the surname is the last."""
    while len(words) > 2 and words[-1].rstrip(".") in _SUFFIXES:
        words = words[:-1]
    return words


_SUFFIXES: Final = frozenset(("jr", "sr", "ii", "iii", "iv"))


def _is_double(key: str, last: str) -> bool:
    return "-" in last and key == last.split("-")[-1]


def is_acronym(key: str, wholes: Sequence[str]) -> bool:
    """Tell whether letters stand for the words of a name: "un", "mvb", "caan"."""
    letters = key.replace(".", "")
    if not 2 <= len(letters) <= min(8, len(wholes)) or " " in letters:
        return False
    return letters in _heads(wholes)


def _heads(words: Sequence[str]) -> tuple[str, str]:
    """Return the first letters of all words of a name, and of its longer ones."""
    big = (word[0] for word in words if len(word) > 3)
    return "".join(word[0] for word in words), "".join(big)


def letters_of(key: str) -> Iterator[str]:
    """Yield the letters that a name may be and those that may stand for it, for is_acronym()."""
    yield key.replace(".", "")
    yield from _heads(key.split())


_KINDS: Final[Mapping[str, Kind]] = {kind: kind for kind in Kind}


def _kind_of(one: Named) -> Kind | None:
    if not one.score:
        return None
    best, score = max(one.score.items(), key=lambda each: each[1])
    if best == OTHER or score < _enough(one):
        return None
    return _KINDS[best]


def _enough(one: Named) -> float:
    reading, candidate = one.found[0]
    if not one.is_single:
        return _ENOUGH["several"] + (reading.base == "de")
    if reading.base == "de":
        return _ENOUGH["german"]
    return _ENOUGH["opens" if candidate.opens else "single"]
