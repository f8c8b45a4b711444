"""The places of a host's own file: rows of a table, or of GeoNames, each read by itself."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from wireroom.engine.errors import BadInput

# Beyond so many a worker would hold more for one file than for the world's cities: 200,000 rows
# of two names come to some 130 MB.
MOST_PLACES: Final = 200_000
_MOST_NAMES: Final = 40  # of a place; GeoNames gives a capital some 200
_LONGEST_NAME: Final = 120
_SHORTEST_NAME: Final = 2
_ALL: Final = "name,names,country,latitude,longitude,kind,population"
_NEEDED: Final = ("name", "latitude", "longitude")
# How many people count where the file says nothing: for which of several of one name is meant.
_PEOPLE: Final = {
    "country": 10_000_000,
    "region": 10_000_000,
    "city": 200_000,
    "town": 20_000,
    "village": 1_000,
    "site": 1_000,
}
_LANDS: Final = frozenset({"country", "region"})
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")
_LANG: Final = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z]{4})?)\s*:\s*(.+)")
# The columns of GeoNames' files (geonames.org/export), which have no heads.
_GEONAMES: Final = {"name": 1, "names": 3, "latitude": 4, "longitude": 5, "country": 8}
_GEONAMES_COLUMNS: Final = 19
_GEONAMES_CLASS, _GEONAMES_CODE, _GEONAMES_PEOPLE = 6, 7, 14
_GEONAMES_CITY: Final = 100_000


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A row: what a place is called, in which languages, and where it lies.

    `names` are those whose language the file tells; `others` are further ones.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    kind: str
    population: int
    names: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    @property
    def is_land(self) -> bool:
        """Tell whether it is a country or a region: drawn at a point, but no town."""
        return self.kind in _LANDS

    @property
    def all_names(self) -> tuple[str, ...]:
        """Return every name it is found by, once each."""
        return tuple(dict.fromkeys((self.name, *self.names.values(), *self.others)))


@dataclass(frozen=True, slots=True)
class ReadPlaces:
    """What a file holds: its places, and a sentence for each line that is none."""

    places: tuple[OwnPlace, ...]
    faults: tuple[str, ...]


def read_places(lines: Iterable[str]) -> ReadPlaces:
    """Read a file's lines; a bad one is told and costs no other.

    The first line names the columns, with tabs, commas or semicolons between them; a file of
    GeoNames has no such line. Empty lines and those that open with "#" are left out.
    Raises BadInput where the first line is neither.
    """
    rows = ((number, line) for number, line in enumerate(lines, 1) if _is_row(line))
    first = next(rows, None)
    if first is None:
        raise BadInput(f"there is no line in it: name the columns ({_ALL})")
    if _is_geonames(first[1]):
        return _gather(_geonames_rows(chain([first], rows)))
    cells = _cells(first[1], mark := _delimiter(first[1]))
    return _gather(_table_rows(rows, _header(cells), mark))


def _is_row(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _delimiter(head: str) -> str:
    return max("\t,;", key=head.count)


def _header(cells: Sequence[str]) -> Mapping[str, int]:
    found = {cell.strip().strip("\ufeff").lower(): place for place, cell in enumerate(cells)}
    missing = [name for name in _NEEDED if name not in found]
    if missing:
        absent = ", ".join(missing)
        raise BadInput(f"its first line has no {absent}: name the columns there ({_ALL})")
    return found


_Row = tuple[int, Mapping[str, str] | BadInput]


def _table_rows(
    rows: Iterable[tuple[int, str]], columns: Mapping[str, int], mark: str
) -> Iterator[_Row]:
    for number, line in rows:
        try:
            cells = _cells(line, mark)
        except BadInput as error:
            yield number, error
            continue
        told = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
        yield number, told


def _cells(line: str, mark: str) -> list[str]:
    """Return one line's cells: a quote that nobody closes may not run over the lines after it."""
    try:
        return next(csv.reader([line.strip("\r\n")], delimiter=mark), [])
    except csv.Error as error:
        raise BadInput(f"it cannot be read: {error}") from error


def _is_geonames(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) == _GEONAMES_COLUMNS and cells[0].strip("\ufeff").isdecimal()


def _geonames_rows(rows: Iterable[tuple[int, str]]) -> Iterator[_Row]:
    """Yield settlements, countries and regions; a hotel or a spring is no place of the news."""
    for number, line in rows:
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            yield number, BadInput(f"it has {len(cells)} columns: GeoNames has {_GEONAMES_COLUMNS}")
        elif cells[_GEONAMES_CLASS] in ("P", "A"):
            told = {name: cells[at] for name, at in _GEONAMES.items()}
            yield (
                number,
                told
                | {
                    "names": told["names"].replace(",", ";"),
                    "population": cells[_GEONAMES_PEOPLE],
                    "kind": _geonames_kind(cells),
                },
            )


def _geonames_kind(cells: Sequence[str]) -> str:
    if cells[_GEONAMES_CLASS] == "A":
        return "country" if cells[_GEONAMES_CODE].startswith("PCL") else "region"
    people = cells[_GEONAMES_PEOPLE]
    return "city" if people.isdecimal() and int(people) >= _GEONAMES_CITY else "town"


def _gather(rows: Iterable[_Row]) -> ReadPlaces:
    places: list[OwnPlace] = []
    faults: list[str] = []
    for number, told in rows:
        if len(places) == MOST_PLACES:
            faults.append(f"line {number} and those after it: more than {MOST_PLACES:,} places")
            break
        try:
            places.append(_place(told))
        except BadInput as error:
            faults.append(f"line {number}: {error}")
    return ReadPlaces(tuple(places), tuple(faults))


def _place(told: Mapping[str, str] | BadInput) -> OwnPlace:
    """Return the place of one row. Raises BadInput, which says what to write there."""
    if isinstance(told, BadInput):
        raise told
    if any("\ufffd" in each or "\0" in each for each in told.values()):
        raise BadInput(f"{told.get('name', '')[:40]!r} is not UTF-8: save the file as UTF-8")
    kind = told.get("kind", "").lower() or "town"
    if kind not in _PEOPLE:
        raise BadInput(f"the kind is one of {', '.join(_PEOPLE)}, not {kind[:40]!r}")
    country = told.get("country", "")
    if country and not _COUNTRY.fullmatch(country):
        raise BadInput(
            f"the country is two letters, as GB or AE, or left empty, not {country[:40]!r}"
        )
    names, others = _names(told.get("names", ""))
    return OwnPlace(
        name=_checked(told.get("name", "")),
        country=country.upper(),
        latitude=_degrees(told, "latitude", 90.0),
        longitude=_degrees(told, "longitude", 180.0),
        kind=kind,
        population=_people(told.get("population", ""), kind),
        names=names,
        others=others,
    )


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or not any(map(str.isalpha, name)):
        raise BadInput(
            f"the name has letters, from {_SHORTEST_NAME} to {_LONGEST_NAME} characters,"
            f" not {name[:40]!r}"
        )
    return name


def _degrees(told: Mapping[str, str], column: str, most: float) -> float:
    text = told.get(column, "")
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not -most <= value <= most:  # so is what is no number
        raise BadInput(
            f"the {column} is degrees from -{most:g} to {most:g}, as 51.48, not {text[:40]!r}"
        )
    return value


def _people(text: str, kind: str) -> int:
    if not text:
        return _PEOPLE[kind]
    if not (text.isascii() and text.isdigit()) or len(text) > 10:
        raise BadInput(f"the population is a whole number, not {text[:40]!r}")
    return _PEOPLE[kind] if kind in _LANDS else int(text) or _PEOPLE[kind]


def _names(text: str) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the names by language, the first of each, and all others: `ar:...; fr:...; ...`."""
    by_lang: dict[str, str] = {}
    others: list[str] = []
    for part in re.split(r"[;|]", text)[:_MOST_NAMES]:
        told = _LANG.fullmatch(part.strip())
        name = " ".join((told[2] if told else part).split())
        if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
            continue
        lang = told[1].lower() if told else ""
        if not lang or by_lang.setdefault(lang, name) != name:
            others.append(name)
    return by_lang, tuple(others)
