"""Entities that a feed declares: short words alone, and few of them put in."""

import html
import re
from typing import Final
from xml.sax.saxutils import escape

from wireroom.engine.feeds.sanitise import drop_unwritable

# Words without markup, or characters by their numbers; nothing that leads to another entity, to
# a file or an address.
_DECLARED: Final = re.compile(
    r"""<!ENTITY\s{1,20}([A-Za-z][\w.-]{0,50})\s{1,20}"""
    r"""(?:"((?:[^"<&%]|&\#\d{2,6};){0,200})"|'((?:[^'<&%]|&\#\d{2,6};){0,200})')\s{0,20}>""",
    re.ASCII,
)
_MOST: Final = 300  # entities; HTML has 253
_LONGEST: Final = 20_000  # characters of all declarations, as long as a document type may be
# Characters put in for all references of a feed together; what is over stays as it is written.
_MOST_PUT_IN: Final = 100_000
_QUOTES: Final = {'"': "&quot;", "'": "&apos;"}


class Entities:
    """What a document type declares, to be put in for references until that is too much."""

    __slots__ = ("_left", "_values")

    def __init__(self, prolog: str = "") -> None:
        """Take all that stands before the root element."""
        start = prolog.find("<!ENTITY")
        found = _DECLARED.findall(prolog[start : start + _LONGEST])[:_MOST] if start >= 0 else ()
        # Of two declarations the first is binding (XML 1.0 section 4.2).
        self._values = {name: _written(double or single) for name, double, single in found[::-1]}
        self._left = _MOST_PUT_IN

    def __call__(self, name: str) -> str | None:
        """Return what stands for an entity, written as XML; None where none was declared."""
        value = self._values.get(name)
        if value is None or len(value) > self._left:
            return None
        self._left -= len(value)
        return value


def _written(value: str) -> str:
    return escape(drop_unwritable(html.unescape(value)), _QUOTES)
