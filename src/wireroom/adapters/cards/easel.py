"""Draws a card: what it says and with which fonts in as JSON, a PNG out.

It runs as a program of its own (`press.py` starts it): shapers are given the words of strangers,
and here one that is taken over or does not end has no secrets, no files to write and seconds to
live. It imports nothing of Wireroom, so that it starts in a tenth of a second.
"""

import json
import re
import resource
import sys
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # what readers of og:image ask for, 1.91 to 1
_PAPER, _INK, _SOFT, _RULE, _ACCENT = "#fdfcf8", "#1b1a17", "#5c5850", "#d8d3c6", "#8f1d14"
_MARGIN: Final = 64
_MEASURE: Final = WIDTH - 2 * _MARGIN
_TOP, _BOTTOM = 132, 512  # the hairlines, between which the headline stands
_SIZES: Final = (72, 64, 56, 50, 44)  # of a headline: the largest in which it fits
_LEADING, _LEADING_RTL = 1.26, 1.42  # Naskh reaches further up and down
_BOLD, _REGULAR = 700, 400
_SHADES: Final = 8  # of each colour towards the paper, at the edges of letters
_MOST_MEMORY: Final = 700_000_000
_MOST_CPU_S: Final = 5

# Chinese, Japanese and the like break between any two signs, but not before what closes.
_EASTERN: Final = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_ATOM: Final = re.compile(rf"\s+|[{_EASTERN}]|[^\s{_EASTERN}]+")
_CLOSING: Final = frozenset("、。，．！？：；）」』】》〉％”’),.!?:;%…·」")
# A letter with its marks, and with the vowels that Thai and Lao write before and behind it.
_LETTER: Final = re.compile(
    "[\u0e40-\u0e44\u0ec0-\u0ec4]?.[\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\\W]*"
)
_OPENING: Final = frozenset("（「『【《〈“‘(")


@dataclass(frozen=True, slots=True)
class _Atom:
    """What no line breaks, of one font."""

    text: str
    font: "ImageFont.FreeTypeFont"
    width: float


@dataclass(slots=True)
class _Line:
    atoms: list[_Atom] = field(default_factory=list)

    @property
    def width(self) -> float:
        """Return how wide its atoms are together."""
        return sum(atom.width for atom in self.atoms)


def main() -> int:
    """Read a card from standard input and write it as a PNG."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_CPU_S, _MOST_CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.stdout.buffer.write(draw_card(json.loads(sys.stdin.buffer.read())))
    return 0


def draw_card(card: Any) -> bytes:
    """Return a card as a PNG. Raises RuntimeError where Pillow cannot shape letters."""
    # Imported here: only after the limits of main() are set.
    from PIL import Image, ImageDraw, features

    if not features.check("raqm"):
        raise RuntimeError("Pillow is here without libraqm")
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    start = WIDTH - _MARGIN if card["is_rtl"] else _MARGIN
    end = WIDTH - start
    inward = -1 if card["is_rtl"] else 1
    pen.rectangle(_box(start, 46, start + inward * 88, 52), fill=_ACCENT)
    for y in (_TOP, _BOTTOM):
        pen.rectangle((_MARGIN, y, WIDTH - _MARGIN, y + 1), fill=_RULE)
    if card["headline"]:
        _draw_line(pen, card["site"], (start, 110), size=38, weight=_BOLD)
    # Where the headline cannot be drawn, the newsroom's name stands in its place.
    head, side = (card["headline"] or card["site"]), (card["headline"] or card)["is_rtl"]
    _draw_headline(pen, head, WIDTH - _MARGIN if side else _MARGIN)
    _draw_line(pen, card["credit"], (start, 560), size=28)
    taken = _draw_line(pen, card["day"], (end, 600), size=26, colour=_SOFT)
    _draw_line(
        pen, card["facts"], (start, 600), size=26, colour=_SOFT, most=_MEASURE - taken - _MARGIN
    )
    return _as_png(image)


def _box(x: int, top: int, other_x: int, bottom: int) -> tuple[int, int, int, int]:
    return min(x, other_x), top, max(x, other_x) - 1, bottom - 1


def _draw_line(
    pen: "ImageDraw.ImageDraw",
    text: Any,
    place: tuple[int, int],
    *,
    size: int,
    weight: int = _REGULAR,
    colour: str = _INK,
    most: float = _MEASURE,
) -> float:
    """Draw a text on one line from that margin of the two it is put at; return how wide it is."""
    if text is None:
        return 0.0
    (line, *more) = _break(_atoms(text, size, weight), most) or [_Line()]
    if more:
        line = _cut(line, text["more"], most)
    _put(pen, line, place, is_rtl=text["is_rtl"], colour=colour)
    return line.width


def _draw_headline(pen: "ImageDraw.ImageDraw", text: Any, x: int) -> None:
    """Draw a headline from a margin, in the largest size in which it stands between hairlines."""
    if text is None:
        return
    lines: list[_Line] = []
    most = size = leading = 0
    for size in _SIZES:
        leading = round(size * (_LEADING_RTL if text["is_rtl"] else _LEADING))
        most = (_BOTTOM - _TOP - size // 2) // leading
        lines = _break(_atoms(text, size, _BOLD), _MEASURE)
        if len(lines) <= most:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], text["more"], _MEASURE)]
    # Between the hairlines, a little above the middle, where the eye expects it.
    y = _TOP + (_BOTTOM - _TOP - len(lines) * leading) * 2 // 5 + round(leading * 0.76)
    for line in lines:
        _put(pen, line, (x, y), is_rtl=text["is_rtl"], colour=_INK)
        y += leading


def _atoms(text: Any, size: int, weight: int) -> list[_Atom]:
    """Return a text in pieces that no line breaks; a piece wider than a line falls into letters."""
    atoms: list[_Atom] = []
    for words, path in text["runs"]:
        font = _font(path, size, weight)
        for word in _ATOM.findall(words):
            atom = _atom(" " if word.isspace() else word, font)
            parts = _LETTER.findall(word) if atom.width > _MEASURE else [word]
            atoms += [atom] if len(parts) < 2 else [_atom(part, font) for part in parts]
    return atoms


def _atom(text: str, font: "ImageFont.FreeTypeFont") -> _Atom:
    return _Atom(text, font, font.getlength(text))


def _font(path: str, size: int, weight: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # after the limits of main() are set

    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)
    try:
        axes = font.get_variation_axes()
    except OSError:  # a font of one weight
        return font
    font.set_variation_by_axes(
        [
            min(max(weight, axis["minimum"] or 0), axis["maximum"] or weight)
            if axis["name"] in (b"Weight", "Weight")
            else axis["default"] or 0
            for axis in axes
        ]
    )
    return font


def _break(atoms: list[_Atom], most: float) -> list[_Line]:
    """Return lines at most that wide: each is filled before the next is begun."""
    lines = [_Line()]
    for atom in atoms:
        line = lines[-1]
        if line.atoms and line.width + atom.width > most and atom.text not in _CLOSING:
            while line.atoms and line.atoms[-1].text == " ":
                line.atoms.pop()
            moved = [line.atoms.pop()] if line.atoms[1:] and _opens(line) else []
            lines.append(line := _Line(moved))
        if line.atoms or atom.text != " ":
            line.atoms.append(atom)
    return [line for line in lines if line.atoms]


def _opens(line: _Line) -> bool:
    return line.atoms[-1].text in _OPENING


def _cut(line: _Line, more: dict[str, str], most: float) -> _Line:
    """Return as much of a line as stands there with the sign that it goes on."""
    atoms = list(line.atoms)
    while atoms:
        last = atoms.pop()
        if last.text == " ":
            continue
        end = _atom(more[str(last.font.path)], last.font)
        text = last.text.rstrip(".,;:–—-、。，…")
        kept = [*atoms, *([_atom(text, last.font)] if text else []), end]
        if sum(atom.width for atom in kept) <= most or not atoms:
            return _Line(kept)
    return line


def _put(
    pen: "ImageDraw.ImageDraw",
    line: _Line,
    place: tuple[int, int],
    *,
    is_rtl: bool,
    colour: str,
) -> None:
    """Draw a line, neighbours of one font together: from a margin inwards."""
    x, y = place
    is_right = x > WIDTH // 2
    at = x - line.width if is_right else x
    for text, font in _joined(line.atoms):
        # Where a text runs right to left it is of one font, and its line one stretch.
        direction = "rtl" if is_rtl else "ltr"
        pen.text((at, y), text, fill=colour, font=font, anchor="ls", direction=direction)
        at += font.getlength(text, direction=direction)


def _joined(atoms: list[_Atom]) -> list[tuple[str, "ImageFont.FreeTypeFont"]]:
    joined: list[tuple[str, ImageFont.FreeTypeFont]] = []
    for atom in atoms:
        if joined and joined[-1][1].path == atom.font.path:
            joined[-1] = (joined[-1][0] + atom.text, joined[-1][1])
        else:
            joined.append((atom.text, atom.font))
    return joined


def _as_png(image: "Image.Image") -> bytes:
    """Return the picture in the colours of a card alone: a third of the bytes."""
    from PIL import Image, ImageColor  # after the limits of main() are set

    paper = ImageColor.getrgb(_PAPER)
    palette = Image.new("P", (1, 1))
    palette.putpalette(
        [
            round(light + (dark - light) * shade / (_SHADES - 1))
            for colour in (_INK, _SOFT, _RULE, _ACCENT)
            for shade in range(_SHADES)
            for light, dark in zip(paper, ImageColor.getrgb(colour), strict=True)
        ]
    )
    file = BytesIO()
    plain = image.quantize(palette=palette, dither=Image.Dither.NONE)
    plain.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
