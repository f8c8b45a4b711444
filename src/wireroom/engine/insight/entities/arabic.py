"""Names in Arabic text, which no capital tells: learned where they are told, then all found."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.entities.arabic_bodies import headed_body, known_body, quoted_bodies
from wireroom.engine.insight.entities.arabic_people import find_people
from wireroom.engine.insight.entities.arabic_places import known_place, learn_places
from wireroom.engine.insight.entities.arabic_tokens import Tokens, cuts_of, read_tokens
from wireroom.engine.insight.entities.arabic_words import folded, is_common_arabic
from wireroom.engine.insight.entities.entity import Kind
from wireroom.engine.text.words import fold

_LONGEST: Final = 5  # words of a name
_SHORTEST_SURNAME: Final = 4  # letters; shorter ones are parts of other words
# "The Observatory" stands for one that was named in full; "the bank" may be any.
_SHORT_FOR: Final = frozenset(map(fold, ("المرصد", "الائتلاف", "التحالف", "الاتحاد", "الجامعة")))
_SURNAME: Final = 0.1  # less sure than the whole name


@dataclass(frozen=True, slots=True)
class ArabicName:
    """A name found: its class, where it stands, and how sure that is, 0 to 1."""

    kind: Kind
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Learned:
    """What the whole article tells: names by how they are written, and names at places."""

    names: dict[str, tuple[Kind, float]]
    at: dict[int, tuple[int, Kind, float]]
    places: dict[str, float]
    heads: frozenset[str]


def find_arabic_names(title: str, body: str) -> tuple[list[ArabicName], list[ArabicName]]:
    """Return the names of title and body in reading order; none overlaps another."""
    texts = read_tokens(title), read_tokens(body)
    names: dict[str, tuple[Kind, float]] = {}
    places: dict[str, float] = {}
    for tokens in texts:
        for name, sure in learn_places(tokens).items():
            places[name] = max(sure, places.get(name, 0.0))
    words = frozenset(word for name in places for word in name.split())
    for tokens in texts:
        for first, last, sure in find_people(tokens, words):
            _learn_person(names, fold(tokens.run(first, 0, last - first + 1)), sure)
    for tokens in texts:
        for place in range(len(tokens.all)):
            _learn_body(names, tokens, place, places)
    for name, sure in places.items():
        if name not in names or names[name][1] < sure:
            names[name] = Kind.PLACE, sure
    return _found(texts[0], names, places), _found(texts[1], names, places)


def _learn_person(names: dict[str, tuple[Kind, float]], name: str, sure: float) -> None:
    """Note a person's name, and the surname that later stands alone."""
    if name not in names or names[name][1] < sure:
        names[name] = Kind.PERSON, sure
    surname = name.split()[-1]
    if " " in name and len(surname) >= _SHORTEST_SURNAME and not is_common_arabic(surname):
        names.setdefault(surname, (Kind.PERSON, sure - _SURNAME))


def _learn_body(
    names: dict[str, tuple[Kind, float]], tokens: Tokens, place: int, places: dict[str, float]
) -> None:
    """Note the head with an article that stands for a body of several words: "the Observatory"."""
    word = tokens.word(place)
    if folded(word) in _SHORT_FOR and (body := headed_body(tokens, place, 0, places)):
        names.setdefault(fold(word), (Kind.ORGANISATION, body[1] - _SURNAME))


def _found(
    tokens: Tokens, names: dict[str, tuple[Kind, float]], places: dict[str, float]
) -> list[ArabicName]:
    quoted = {first: (last, Kind.ORGANISATION, sure) for first, last, sure in quoted_bodies(tokens)}
    heads = frozenset(name.split()[0] for name in names)
    learned = Learned(names, quoted, places, heads)
    found: list[ArabicName] = []
    place = 0
    while place < len(tokens.all):
        name = _name_at(tokens, place, learned) if tokens.all[place].is_word else None
        if name is None:
            place += 1
            continue
        last, found_name = name
        found.append(found_name)
        place = last + 1
    return found


def _name_at(tokens: Tokens, place: int, learned: Learned) -> tuple[int, ArabicName] | None:
    for cut in cuts_of(tokens.word(place)):
        for last, kind, sure in _readings(tokens, place, cut, learned):
            start, end = tokens.all[place].start + cut, tokens.all[last].end
            return last, ArabicName(kind, start, end, sure)
    return None


def _readings(
    tokens: Tokens, place: int, cut: int, learned: Learned
) -> Iterator[tuple[int, Kind, float]]:
    """Yield what a name at a place may be, surest way first."""
    if not cut and place in learned.at:
        yield learned.at[place]
    if body := known_body(tokens, place, cut):
        yield body[0], Kind.ORGANISATION, body[1]
    if body := headed_body(tokens, place, cut, learned.places):
        yield body[0], Kind.ORGANISATION, body[1]
    longest = _LONGEST if folded(tokens.word(place)[cut:]) in learned.heads else 0
    for length in range(longest, 0, -1):
        text = fold(tokens.run(place, cut, length))
        if text in learned.names:
            kind, sure = learned.names[text]
            yield place + length - 1, kind, sure
    if known := known_place(tokens, place, cut):
        yield known[0], Kind.PLACE, known[1]
