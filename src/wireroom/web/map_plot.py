"""A small map: places and the large cities around them over a grid of degrees, as geometry.

Equirectangular, shrunk by the cosine of the middle latitude. No outline of land: what lies near
tells where one is.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.web.lineage_plot import shorten

_WIDTH: Final = 320.0
_MOST_HEIGHT: Final = 230.0
_LEAST_HEIGHT: Final = 150.0
_MARGIN: Final = 26.0
_LEAST_DEGREES: Final = 9.0  # a single town is shown with what lies some 500 km around
_WIDE_DEGREES: Final = 45.0  # beyond it a city nearby is no help, and stands upon its neighbour
_STEPS: Final = (1, 2, 5, 10, 15, 30)  # degrees between two lines
_MOST_LINES: Final = 7
_LETTER: Final = 6.4  # an average letter of 11 px in a sans-serif
_LINE: Final = 12.0
_BESIDE: Final = 7.0  # from a mark to its label
_ROOM: Final = 24  # letters of a label
_NORTHMOST: Final = 75.0  # the projection tears apart nearer to the poles


@dataclass(frozen=True, slots=True)
class Pin:
    """What a map shows: a name, where it is, and what mark it gets."""

    name: str
    latitude: float
    longitude: float
    mark: str  # city, area (a country or region), or near (a city to find one's way by)


@dataclass(frozen=True, slots=True)
class Mark:
    """A pin in the picture, its label with where that starts or ends; none where it has no room."""

    pin: Pin
    x: float
    y: float
    label: str = ""
    label_x: float = 0.0
    label_y: float = 0.0
    anchor: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlot:
    """The picture: its box, the grid as an SVG path, and the marks, those nearby first."""

    width: float
    height: float
    grid: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the map shows of the world, and at which scale."""

    west: float
    north: float
    east: float
    south: float
    scale: float  # px a degree of latitude
    narrow: float  # of a degree of longitude

    def point(self, pin: Pin) -> tuple[float, float]:
        """Return where a pin stands in the picture."""
        longitude = pin.longitude
        while longitude < self.west:
            longitude += 360.0
        while longitude >= self.west + 360.0:
            longitude -= 360.0
        x = (longitude - self.west) * self.scale * self.narrow
        return round(x, 1), round((self.north - pin.latitude) * self.scale, 1)


_Box = tuple[float, float, float, float]


def plot_map(places: Sequence[Pin], near: Sequence[Pin]) -> MapPlot | None:
    """Return the map of places; of the cities nearby those that have room. None for no place."""
    places = [pin for pin in places if abs(pin.latitude) <= _NORTHMOST]
    if not places:
        return None
    frame = _frame(places)
    is_wide = frame.north - frame.south > _WIDE_DEGREES
    height = (frame.north - frame.south) * frame.scale
    taken: list[_Box] = []
    marks = [_mark(pin, frame, height, taken, places) for pin in places]
    shown = [] if is_wide else list(_nearby(near, frame, height, taken))
    return MapPlot(
        width=_WIDTH, height=round(height, 1), grid=_grid(frame, height), marks=(*shown, *marks)
    )


def _frame(places: Sequence[Pin]) -> _Frame:
    """Return the part of the world that holds all places, with some room around them."""
    west, span = _longitudes(places)
    south = min(pin.latitude for pin in places)
    tall = max(pin.latitude for pin in places) - south
    middle = south + tall / 2
    narrow = max(math.cos(math.radians(middle)), 0.25)
    usable = _WIDTH - 2 * _MARGIN
    scale = min(
        usable / max(span * narrow, _LEAST_DEGREES),
        (_MOST_HEIGHT - 2 * _MARGIN) / max(tall, _LEAST_DEGREES * 0.6),
    )
    height = min(max(tall * scale + 2 * _MARGIN, _LEAST_HEIGHT), _MOST_HEIGHT)
    wide = _WIDTH / scale / narrow
    left = west + span / 2 - wide / 2
    return _Frame(
        west=left,
        north=middle + height / scale / 2,
        east=left + wide,
        south=middle - height / scale / 2,
        scale=scale,
        narrow=narrow,
    )


def _longitudes(places: Sequence[Pin]) -> tuple[float, float]:
    """Return the westmost longitude and how far east the others reach, the short way round."""
    ordered = sorted({pin.longitude % 360.0 for pin in places})
    gaps = [after - before for before, after in pairwise([*ordered, ordered[0] + 360.0])]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west = ordered[(widest + 1) % len(ordered)]
    return (west if west < 180.0 else west - 360.0), 360.0 - gaps[widest]


def _grid(frame: _Frame, height: float) -> str:
    """Return the lines of whole degrees as one path."""
    wide, tall = frame.east - frame.west, frame.north - frame.south
    step = next((each for each in _STEPS if max(wide, tall) / each <= _MOST_LINES), _STEPS[-1])
    down = "".join(
        f"M{(at - frame.west) * frame.scale * frame.narrow:.1f} 0V{height:.1f}"
        for at in _multiples(step, frame.west, frame.east)
    )
    across = "".join(
        f"M0 {(frame.north - at) * frame.scale:.1f}H{_WIDTH:g}"
        for at in _multiples(step, frame.south, frame.north)
    )
    return down + across


def _multiples(step: int, first: float, last: float) -> Iterator[int]:
    yield from range(math.ceil(first / step) * step, math.floor(last) + 1, step)


def _nearby(near: Sequence[Pin], frame: _Frame, height: float, taken: list[_Box]) -> Iterator[Mark]:
    """Yield the cities that stand within the map with room for their names."""
    for pin in near:
        x, y = frame.point(pin)
        inside = 4 <= x <= _WIDTH - 4 and 4 <= y <= height - 4
        if inside and not any(_overlap(_around(x, y), box) for box in taken):
            mark = _mark(pin, frame, height, taken, ())
            if mark.label:
                yield mark


def _mark(pin: Pin, frame: _Frame, height: float, taken: list[_Box], others: Sequence[Pin]) -> Mark:
    """Return a pin's mark with its label on the first side that is free, and take that room."""
    x, y = frame.point(pin)
    if not taken:
        taken.extend(_around(*frame.point(other)) for other in others)
    label = shorten(pin.name, _ROOM)
    wide = len(label.strip("\u2068\u2069")) * _LETTER
    for label_x, label_y, anchor in _sides(x, y):
        left = {"start": label_x, "end": label_x - wide, "middle": label_x - wide / 2}[anchor]
        box = (left, label_y - _LINE + 2, left + wide, label_y + 2)
        fits = box[0] >= 1 and box[2] <= _WIDTH - 1 and box[1] >= 1 and box[3] <= height - 1
        if fits and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return Mark(pin, x, y, label, round(label_x, 1), round(label_y, 1), anchor)
    return Mark(pin, x, y)


def _sides(x: float, y: float) -> Iterator[tuple[float, float, str]]:
    """Yield where a label may stand: beside its mark, else below or above it."""
    yield x + _BESIDE, y + 4, "start"
    yield x - _BESIDE, y + 4, "end"
    yield x, y + _BESIDE + _LINE - 2, "middle"
    yield x, y - _BESIDE, "middle"


def _around(x: float, y: float) -> _Box:
    return (x - 5, y - 5, x + 5, y + 5)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
