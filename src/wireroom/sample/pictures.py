"""Draws the sample's pictures: a small abstract landscape in SVG, the same for the same name."""

import hashlib
from html import escape
from typing import Final

WIDTH: Final = 1200
HEIGHT: Final = 675
_HILLS: Final = 4


def draw_picture(name: str, alt: str) -> str:
    """Return an SVG of 1200 x 675: a sky, a sun and four ridges, coloured by the name."""
    seed = hashlib.sha256(name.encode()).digest()
    hue = seed[0] * 360 // 256
    sun_x, sun_y = 150 + seed[1] * 900 // 256, 110 + seed[2] * 190 // 256
    ridges = "".join(_ridge(seed, level, hue) for level in range(_HILLS))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        f"<title>{escape(alt)}</title>"
        f'<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl({hue} 45% 62%)"/>'
        f'<stop offset="1" stop-color="hsl({(hue + 40) % 360} 70% 88%)"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#s)"/>'
        f'<circle cx="{sun_x}" cy="{sun_y}" r="{40 + seed[3] % 50}" fill="hsl(45 95% 92%)" '
        f'fill-opacity=".85"/>{ridges}</svg>'
    )


def _ridge(seed: bytes, level: int, hue: int) -> str:
    """One ridge: a smooth curve through eight heights taken from the seed."""
    base = 330 + level * 85
    heights = [
        base - seed[4 + level * 7 + step % 7] * (90 - level * 12) // 256 for step in range(8)
    ]
    path = f"M0 {HEIGHT}V{heights[0]}"
    step_x = WIDTH // (len(heights) - 1)
    for step, height in enumerate(heights[1:], start=1):
        middle = (step - 1) * step_x + step_x // 2
        path += f"C{middle} {heights[step - 1]} {middle} {height} {step * step_x + 4} {height}"
    light = 52 - level * 11
    return f'<path d="{path}V{HEIGHT}Z" fill="hsl({(hue + level * 9) % 360} 38% {light}%)"/>'
