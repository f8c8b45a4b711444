"""Names of one article that mean the same, made into one entity each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from wireroom.engine.insight.entities.decide import Named, is_acronym, without_suffix
from wireroom.engine.insight.entities.entity import ORGANISATION, PERSON, PLACE, Entity, NameSpan
from wireroom.engine.insight.entities.gazetteer import find_places
from wireroom.engine.insight.entities.reading import Candidate, Reading
from wireroom.engine.insight.quotes.given_names import MEN, WOMEN
from wireroom.engine.insight.quotes.people_tables import FEMALE_TITLES, MALE_TITLES


@dataclass(slots=True)
class _Group:
    """What will be one entity: its fullest name and all mentions of it."""

    main: Named
    spans: list[NameSpan] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)

    def add(self, one: Named, reading: Reading, candidate: Candidate) -> None:
        start, end = reading.span_of(candidate)
        point = _point(reading, candidate)
        self.spans.append(NameSpan(start, end + len(point), reading.in_title))
        self.names.setdefault(one.name + point)


def _point(reading: Reading, candidate: Candidate) -> str:
    """Return the point of "Jr." and "Corp." where it does not end the sentence."""
    words, last = reading.words, candidate.last
    if words[last].low not in _SHORTENED or last + 2 >= len(words):
        return ""
    is_joined = words[last + 1].text == "." and words[last + 1].start == words[last].end
    return "." if is_joined and not words[last + 2].is_capital else ""


_SHORTENED: Final = frozenset(("jr", "sr", "inc", "corp", "ltd", "co", "bros"))


def merge_names(named: Mapping[str, Named], lang: str) -> list[Entity]:
    """Return the entities, most often named first, their spans in reading order."""
    groups: dict[str, _Group] = {}
    kept = [one for one in named.values() if one.kind]
    several = [one for one in kept if not one.is_single]
    for one in sorted(kept, key=lambda each: -len(each.key)):
        wholes = [each for each in several if each.kind is one.kind and _stands_for(one, each)]
        for reading, candidate in one.found:
            key = _whole_of(one, candidate, reading, wholes) or one.key
            group = groups.setdefault(key, _Group(named[key]))
            group.add(one, reading, candidate)
    entities = [_entity(group, lang) for group in _joined_places(groups).values()]
    return sorted(entities, key=lambda each: (-len(each.spans), _first(each)))


def _first(entity: Entity) -> tuple[bool, int]:
    span = entity.spans[0]
    return not span.in_title, span.start


def _entity(group: _Group, lang: str) -> Entity:
    spans = tuple(sorted(set(group.spans), key=lambda each: (not each.in_title, each.start)))
    main = group.main
    aliases = tuple(name for name in group.names if name != main.name)
    assert main.kind is not None
    return Entity(main.kind, main.name, spans, main.confidence, aliases, lang)


def _whole_of(
    one: Named, candidate: Candidate, reading: Reading, wholes: list[Named]
) -> str | None:
    """Return the key of the fuller name that one mention stands for."""
    if one.kind is PERSON and len(wholes) > 1:
        wholes = _by_gender(wholes, candidate.title)
        wholes = [_nearest(wholes, candidate, reading)]
    return max(wholes, key=lambda each: len(each.key)).key if wholes else None


def _stands_for(one: Named, whole: Named) -> bool:
    if len(whole.key) <= len(one.key) or " " not in whole.key:
        return False
    parts, wholes = one.words, whole.words
    if one.kind is PERSON:
        wholes = without_suffix(wholes)
        return parts == wholes[-len(parts) :] or (
            one.is_single and (one.key == wholes[0] or wholes[-1].endswith(f"-{one.key}"))
        )
    if one.kind is ORGANISATION:
        return is_acronym(one.key, wholes) or one.whole == whole.key
    return False


def _by_gender(wholes: list[Named], title: str) -> list[Named]:
    """Keep those whom a title fits: "Ms Roe" is Jane, not John."""
    other = MEN if title in FEMALE_TITLES else WOMEN if title in MALE_TITLES else frozenset()
    same = WOMEN if other is MEN else MEN
    fitting = [
        each for each in wholes if each.key.split()[0] not in other or each.key.split()[0] in same
    ]
    return fitting or wholes


def _nearest(wholes: list[Named], candidate: Candidate, reading: Reading) -> Named:
    """Return the one named last before a mention; where none is, the first of all."""

    def distance(one: Named) -> tuple[bool, int]:
        places = [found.first for where, found in one.found if where is reading]
        before = [candidate.first - each for each in places if each < candidate.first]
        return not before, min(before, default=min(places, default=0))

    return min(wholes, key=distance)


def _joined_places(groups: Mapping[str, _Group]) -> dict[str, _Group]:
    """Join the names of one place: "US" and "United States"."""
    joined: dict[str, _Group] = {}
    by_place: dict[tuple[str, float | None], str] = {}
    for key, group in groups.items():
        at = _place_key(group) if group.main.kind is PLACE else None
        known = by_place.setdefault(at, key) if at else key
        if known == key:
            joined[key] = group
        else:
            joined[known].spans.extend(group.spans)
            joined[known].names.update(group.names)
    return joined


def _place_key(group: _Group) -> tuple[str, float | None] | None:
    reading = group.main.found[0][0]
    places = find_places(group.main.name, reading.base)
    if not places:
        return None
    return (f"{places[0].country} {places[0].name}", places[0].latitude)
