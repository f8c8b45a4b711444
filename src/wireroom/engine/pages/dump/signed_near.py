"""Who signed the report of a copied page: names that stand alone between headline and text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import is_person
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.typed_line import Line

# "Jane Roe | Tom Keller", "Jane Roe and Tom Keller".
_TWO: Final = re.compile(r"\s*(?:[|•·&،]|,(?= [A-ZÀ-Þ])|\s(?:and|und|et|y|e|en|och|og)\s)\s*")
_REACH: Final = 12  # lines from the headline
_BESIDE: Final = 2  # lines to a time, a role or a button for that person
_SAID: Final = 2  # times that a byline is said; a menu says its entries more often
_MOST_NAMES: Final = 5


def find_signed_near(lines: Sequence[Line], segment: Segment) -> tuple[str, ...]:
    """Return the people of the first line of names below the headline; none where there is none.

    Menus have lines of two capitalised words, too: a line counts right below the headline, or
    beside who and when.
    """
    if segment.head is None or not segment.body:
        return ()
    said = Counter(line.key for line in lines)
    first = segment.head.last + 1
    for place in range(first, min(segment.body[0], first + _REACH)):
        line = lines[place]
        if line.kind is not Kind.SHORT or said[line.key] > _SAID:
            continue
        names = tuple(_names(line.text))
        if names and (place == first or _is_by_header(lines, place)):
            return names
    return ()


def _names(text: str) -> Iterator[str]:
    parts = [part for part in _TWO.split(text.strip()) if part]
    if parts and len(parts) <= _MOST_NAMES and all(map(is_person, parts)):
        yield from parts


def _is_by_header(lines: Sequence[Line], place: int) -> bool:
    near = lines[max(0, place - _BESIDE) : place + 1 + _BESIDE]
    return any(line.header and line.header.has_time for line in near)
