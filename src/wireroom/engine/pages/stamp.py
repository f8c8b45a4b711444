"""One statement of a time as a page writes it, read to the minute and the zone it has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from wireroom.engine.text.when import resolve_time
from wireroom.engine.types import TimeFrom

_ISO: Final = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?:[T ]+(?P<h>\d{1,2}):?(?P<mi>\d{2})"
    r"(?::?(?P<s>\d{2}))?(?:[.,]\d+)?\s*(?P<z>Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One statement of a time: the moment, how exact it is, and what it rests on."""

    at: datetime
    has_clock: bool
    has_zone: bool
    time_from: TimeFrom = TimeFrom.STATED
    found_in: str = ""


def read_stamp(text: str | None, *, captured_at: datetime | None = None) -> Stamp | None:
    """Read a machine's time (ISO 8601 and its relatives), else a person's through when.py."""
    if not text or len(text) > 200:
        return None
    match = _ISO.match(text.strip())
    if match:
        return _iso_stamp(match)
    found = resolve_time(text, captured_at=captured_at)
    if found is None:
        return None
    has_zone = bool(re.search(r"[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC|Z|[ECMP][SD]T|CES?T|BST)\b", text))
    relative = found.time_from is TimeFrom.RELATIVE
    return Stamp(found.at, not found.day_only, has_zone or relative, found.time_from)


def _iso_stamp(match: re.Match[str]) -> Stamp | None:
    try:
        year, month, day, hour, minute, second = (
            int(match[key] or 0) for key in ("y", "m", "d", "h", "mi", "s")
        )
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    if not 1850 <= at.year <= 2100 or (at.year, at.month, at.day) == (1970, 1, 1):
        return None
    zone = match["z"]
    try:
        shifted = at - _offset(zone)
    except OverflowError:
        return None
    return Stamp(shifted, match["h"] is not None, zone is not None)


def _offset(zone: str | None) -> timedelta:
    if not zone or zone[0] not in "+-":
        return timedelta()
    digits = zone[1:].replace(":", "").rjust(4, "0") if ":" in zone else zone[1:].ljust(4, "0")
    if len(zone) == 4 and ":" not in zone:  # +930
        digits = zone[1:].rjust(4, "0")
    sign = 1 if zone[0] == "+" else -1
    return sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))


def found_in(place: str, stamps: Iterable[Stamp | None]) -> list[Stamp]:
    """Return the stamps that are there, each with the place where it was found."""
    return [replace(stamp, found_in=place) for stamp in stamps if stamp]
