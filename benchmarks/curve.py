"""A curve over a logarithmic axis as an SVG picture with a text alternative."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

_WIDTH, _HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 44, 48
_INK: Final = "#1f2933"
_LINE: Final = "#0b6e99"
_GRID: Final = "#d5dbe1"


@dataclass(frozen=True, slots=True)
class Point:
    """A size and what was measured there."""

    x: int
    y: float


def draw_curve(points: Sequence[Point], *, title: str) -> str:
    """Return the picture of at least one point of positive size."""
    top = _round_up(max(point.y for point in points))
    low, high = math.log10(points[0].x), math.log10(points[-1].x)
    places = [
        (
            _LEFT + (math.log10(point.x) - low) / ((high - low) or 1) * (_WIDTH - _LEFT - _RIGHT),
            _HEIGHT - _BOTTOM - point.y / top * (_HEIGHT - _TOP - _BOTTOM),
        )
        for point in points
    ]
    said = "; ".join(f"{point.x:,}: {point.y:.2f}" for point in points)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        ' aria-labelledby="t d" font-family="sans-serif" font-size="13">',
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(said)}</desc>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        _text(_LEFT, 24, title, anchor="start"),
        *(_grid_line(top * part / 4, top) for part in range(5)),
        f'<polyline fill="none" stroke="{_LINE}" stroke-width="2" points="'
        + " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        + '"/>',
    ]
    for point, (x, y) in zip(points, places, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_LINE}"/>')
        parts.append(_text(x, y - 10, f"{point.y:.2f}"))
        parts.append(_text(x, _HEIGHT - _BOTTOM + 20, f"{point.x:,}"))
    return "\n".join([*parts, "</svg>", ""])


def _grid_line(value: float, top: float) -> str:
    y = _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM)
    line = f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="{_GRID}"/>'
    return line + _text(_LEFT - 8, y + 4, f"{value:g}", anchor="end")


def _text(x: float, y: float, words: str, *, anchor: str = "middle") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{_INK}">{escape(words)}</text>'


def _round_up(value: float) -> float:
    """Return the next of 1, 2, 4, 8 times a power of ten at or above a value."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 4, 8, 10) if step * power >= value)
