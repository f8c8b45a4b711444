"""Clean HTML line by line: any lines of a text with the boxes that they stand in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_BOX: Final = re.compile(r"(</?(?:p|h[2-4]|ul|ol|li|blockquote|table|tr|td|th)(?: [^<>]*)?>)")


@dataclass(frozen=True, slots=True, eq=False)
class _Box:
    """One element of the text; two of the same tag are two."""

    opening: str  # its tag as written, with the attributes

    @property
    def closing(self) -> str:
        return f"</{self.opening[1:-1].partition(' ')[0]}>"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its inline markup included, and the boxes around it from the outermost on."""

    markup: str
    boxes: tuple[_Box, ...]


def lines_of(markup: str) -> tuple[Line, ...]:
    """Return the lines of a text that article_html or plain_html wrote, one for each paragraph.

    Time is linear. Tags that do not pair are borne: boxes end where an outer one ends.
    """
    lines: list[Line] = []
    boxes: tuple[_Box, ...] = ()
    for number, piece in enumerate(_BOX.split(markup)):
        if number % 2 == 0:
            if piece.strip():
                lines.append(Line(piece, boxes))
        elif piece.startswith("</"):
            boxes = boxes[:-1]
        else:
            boxes = (*boxes, _Box(piece))
    return tuple(lines)


def write_lines(lines: Iterable[Line]) -> str:
    """Return lines as HTML, what they share of their boxes written once; every box is closed."""
    out: list[str] = []
    boxes: tuple[_Box, ...] = ()
    for line in lines:
        shared = _shared(boxes, line.boxes)
        out.extend(box.closing for box in reversed(boxes[shared:]))
        out.extend(box.opening for box in line.boxes[shared:])
        out.append(line.markup)
        boxes = line.boxes
    out.extend(box.closing for box in reversed(boxes))
    return "".join(out)


def _shared(mine: tuple[_Box, ...], theirs: tuple[_Box, ...]) -> int:
    count = 0
    for one, other in zip(mine, theirs, strict=False):
        if one is not other:
            break
        count += 1
    return count
