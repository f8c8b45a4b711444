"""The host's own file of places: where it lies, what it holds, and which countries."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from wireroom.engine.errors import BadInput
from wireroom.engine.insight.entities.own_places import ReadPlaces, read_places

# GeoNames' file of a large country has 30 MB; what is longer is no table of places.
_MOST_BYTES: Final = 200_000_000
_LONGEST_LINE: Final = 64_000


@dataclass(frozen=True, slots=True)
class PlacesFile:
    """Where the file lies, at the same place on every worker, and what it held at the start."""

    path: str
    digest: str


def find_places_file(path: Path) -> PlacesFile:
    """Return the file as it is now. Raises BadInput where it cannot be used."""
    digest = hashlib.blake2b(digest_size=12)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadInput(f"{path} has more than {_MOST_BYTES:,} bytes: keep the places you need")
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    except OSError as error:
        raise BadInput(f"cannot read {path}: {error.strerror or error}") from error
    return PlacesFile(str(path), digest.hexdigest())


def read_places_file(path: Path) -> ReadPlaces:
    """Return what the file holds. Raises BadInput where it cannot be read or holds no place."""
    try:
        with path.open("rb") as file:
            read = read_places(_lines(iter(lambda: file.readline(_LONGEST_LINE), b"")))
    except OSError as error:
        raise BadInput(f"cannot read {path}: {error.strerror or error}") from error
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from error
    if not read.places:
        raise BadInput(f"{path} holds no place: {read.faults[0] if read.faults else 'it is empty'}")
    return read


@lru_cache(maxsize=1)
def own_countries(path: str) -> Mapping[str, Mapping[str, str]]:
    """Return the names of the countries of a file by their letters; none where it is unreadable.

    Other rows are not kept: a site asks for those of countries alone that no table knows.
    """
    try:
        with Path(path).open("rb") as file:
            lines = _lines(iter(lambda: file.readline(_LONGEST_LINE), b""))
            read = read_places(line for line in lines if "country" in line.lower())
    except (OSError, BadInput):
        return {}  # the pipeline says what is wrong with it
    lands = (one for one in read.places if one.kind == "country")
    return {one.country: {"en": one.name} | dict(one.names) for one in lands}


def _lines(raw: Iterator[bytes]) -> Iterator[str]:
    """Yield lines; what is no UTF-8 becomes a mark that the reader of a row knows."""
    for number, line in enumerate(raw):
        text = line.decode("utf-8", "replace")
        yield text.removeprefix("\ufeff") if number == 0 else text
