"""Draws the sample's pictures: a small abstract landscape, the same for the same name."""

import hashlib
from colorsys import hls_to_rgb
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import Final

from PIL import Image, ImageDraw

WIDTH: Final = 1200
HEIGHT: Final = 675
_HILLS: Final = 4
_FINE: Final = 2  # drawn so many times as large, so that edges are smooth
_STEPS: Final = 8  # heights of a ridge
_Colour = tuple[int, int, int]


@lru_cache(maxsize=64)
def draw_picture(name: str) -> bytes:
    """Return a JPEG of 1200 x 675: a sky, a sun and four ridges, coloured by the name."""
    seed = hashlib.sha256(name.encode()).digest()
    hue = seed[0] * 360 // 256
    sky = Image.new("RGB", (1, 2))
    sky.putpixel((0, 0), _colour(hue, 62, 45))
    sky.putpixel((0, 1), _colour(hue + 40, 88, 70))
    picture = sky.resize((WIDTH * _FINE, HEIGHT * _FINE), Image.Resampling.BILINEAR)
    draw = ImageDraw.Draw(picture)
    sun = (150 + seed[1] * 900 // 256) * _FINE, (110 + seed[2] * 190 // 256) * _FINE
    draw.circle(sun, (40 + seed[3] % 50) * _FINE, fill=_colour(45, 92, 95))
    for level in range(_HILLS):
        draw.polygon(_ridge(seed, level), fill=_colour(hue + level * 9, 52 - level * 11, 38))
    file = BytesIO()
    picture.resize((WIDTH, HEIGHT), Image.Resampling.BOX).save(file, "JPEG", quality=85)
    return file.getvalue()


def _colour(hue: int, light: int, rich: int) -> _Colour:
    red, green, blue = hls_to_rgb(hue % 360 / 360, light / 100, rich / 100)
    return round(red * 255), round(green * 255), round(blue * 255)


def _ridge(seed: bytes, level: int) -> list[tuple[float, float]]:
    """Return one ridge: a smooth curve through eight heights taken from the seed."""
    base = 330 + level * 85
    heights = [
        base - seed[4 + level * 7 + step % 7] * (90 - level * 12) // 256 for step in range(_STEPS)
    ]
    step_x = WIDTH * _FINE / (_STEPS - 1)
    points = [
        ((place + part / 24) * step_x, (first + (last - first) * _ease(part / 24)) * _FINE)
        for place, (first, last) in enumerate(pairwise(heights))
        for part in range(25)
    ]
    return [(0, HEIGHT * _FINE), *points, (WIDTH * _FINE, HEIGHT * _FINE)]


def _ease(part: float) -> float:
    return part * part * (3 - 2 * part)
