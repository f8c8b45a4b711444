"""Entities of several articles that are one thing, in one language or in several."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from wireroom.engine.insight.entities.coordinates import coordinates_of
from wireroom.engine.insight.entities.decide import is_acronym, letters_of
from wireroom.engine.insight.entities.entity import PERSON, PLACE, Entity, Kind
from wireroom.engine.stories.pivots import forms_of
from wireroom.engine.text.words import fold

_FEWEST_SIGNS = 3  # consonants by which one word is known in another script
_FEWEST_TOGETHER = 5  # of a name of several words: "Lee" and "علي" have one each


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that articles of a story name: (number of the article, entity) of each."""

    kind: Kind
    name: str
    members: tuple[tuple[int, Entity], ...]


def join_entities(articles: Sequence[Sequence[Entity]]) -> list[Shared]:
    """Join what the articles of one story name, most widely named first.

    That the articles tell one story is the context in which a like sound is the same name: do
    not give it articles at large. A bare surname joins a full name only where one alone fits.
    """
    groups: list[list[tuple[int, Entity]]] = []
    marked: defaultdict[Hashable, list[tuple[int, Entity]]] = defaultdict(list)
    rows = [(number, each) for number, entities in enumerate(articles) for each in entities]
    for number, entity in sorted(rows, key=lambda row: -len(row[1].name.split())):
        marks = set(_marks_of(entity))
        alike = (row for mark in marks for row in marked.get(mark, ()))
        fitting = {place for place, other in alike if is_same(entity, other)}
        joins = len(fitting) == 1 or (fitting and not _is_bare(entity))
        place = min(fitting) if joins else len(groups)
        if not joins:
            groups.append([])
        groups[place].append((number, entity))
        for mark in marks:
            marked[mark].append((place, entity))
    shared = [Shared(group[0][1].kind, _name_of(group), tuple(group)) for group in groups]
    return sorted(shared, key=lambda each: (-len({n for n, _ in each.members}), each.name))


def _marks_of(entity: Entity) -> Iterator[Hashable]:
    """Yield marks of which any two that are the same thing share one: few others do.

    A story of sixty reports names a thousand; each with each would be a million comparisons.
    """
    kind = entity.kind
    yield from ((kind, "sound", form) for form in forms_of(entity.name.split()[-1]) if form)
    if kind is PERSON:
        yield kind, fold(entity.name).split()[-1]
        return
    for name in _folded(entity):
        yield kind, name
        yield from ((kind, "letters", each) for each in letters_of(name))
    if (place := coordinates_of(entity)) is not None:
        yield kind, place


def _is_bare(entity: Entity) -> bool:
    return entity.kind is PERSON and " " not in entity.name


def _name_of(group: Sequence[tuple[int, Entity]]) -> str:
    """Return the fullest name; of several in as many words, the first."""
    return max(group, key=lambda row: len(row[1].name.split()))[1].name


def is_same(one: Entity, other: Entity) -> bool:
    """Tell whether two entities of one story are the same thing by class and name."""
    if one.kind is not other.kind:
        return False
    if one.kind is PLACE and _is_same_place(one, other):
        return True
    if _is_foreign(one.name, other.name):
        return _sounds_alike(one.name, other.name)
    names, others = set(_folded(one)), set(_folded(other))
    if one.kind is PERSON:
        return _is_same_person(fold(one.name).split(), fold(other.name).split())
    return bool(names & others) or any(
        is_acronym(a, b.split()) or is_acronym(b, a.split()) for a in names for b in others
    )


def _folded(entity: Entity) -> Iterator[str]:
    yield from (fold(name).removeprefix("the ") for name in (entity.name, *entity.aliases))


def _is_same_place(one: Entity, other: Entity) -> bool:
    places = coordinates_of(one), coordinates_of(other)
    return places[0] is not None and places[0] == places[1]


def _is_same_person(one: list[str], other: list[str]) -> bool:
    """Compare surnames, and given names where both have them: "J. Roe" may be Jane."""
    if one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _is_foreign(one: str, other: str) -> bool:
    return fold(one)[:1].isascii() != fold(other)[:1].isascii()


def _sounds_alike(one: str, other: str) -> bool:
    """Tell whether the last word, and the first where both have one, sound alike."""
    first, second = one.split(), other.split()
    pairs = [(first[-1], second[-1])]
    if len(first) > 1 and len(second) > 1:
        pairs.append((first[0], second[0]))
    signs = [_common_signs(a, b) for a, b in pairs]
    return min(signs) > 0 and (
        sum(signs) >= (_FEWEST_TOGETHER if len(signs) > 1 else _FEWEST_SIGNS)
    )


def _common_signs(one: str, other: str) -> int:
    """Return how many consonants two words share as a whole, or 0."""
    shared = {form for form in forms_of(one) if form} & set(forms_of(other))
    return max(map(len, shared), default=0)
