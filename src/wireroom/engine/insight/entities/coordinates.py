"""Where a place lies; of several of one name, the one that the rest of the article speaks for."""

from collections import Counter
from collections.abc import Iterable

from wireroom.engine.insight.entities.entity import Entity, Kind
from wireroom.engine.insight.entities.gazetteer import Place, find_places


def coordinates_of(entity: Entity, others: Iterable[Entity] = ()) -> Place | None:
    """Return the place that an entity is, or None; `others` are what the article names besides.

    A homonym in a country that is named too comes before a larger one elsewhere.
    """
    if entity.kind is not Kind.PLACE:
        return None
    places = [place for name in _names(entity) for place in find_places(name, entity.lang)]
    if not places:
        return None
    near = _countries(each for each in others if each is not entity)
    return max(places, key=lambda place: (near[place.country], place.population))


def _countries(entities: Iterable[Entity]) -> Counter[str]:
    """Count the countries that certain places name: countries, states and regions."""
    found: Counter[str] = Counter()
    for entity in entities:
        if entity.kind is not Kind.PLACE:
            continue
        places = find_places(entity.name, entity.lang)
        if places and places[0].country and not places[0].is_city:
            found[places[0].country] += 1
    return found


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)
