"""XML through the compiled parser of Python itself (expat), the whole text at once."""

from typing import Any, Literal
from xml.etree.ElementTree import iterparse


class _Whole:
    """A text as a file that gives all of itself at the first reading.

    Given piece by piece, expat before 2.6 begins each unfinished tag anew with every piece: one
    long attribute then costs the square of its length (CVE-2023-52425).
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, _size: int = -1, /) -> str:
        text, self._text = self._text, ""
        return text


def walk_xml(text: str, *events: Literal["start", "end", "start-ns"]) -> Any:
    """Return what happens in a document ("start", "end", "start-ns"), as pairs with what to.

    All of the tree is there before the first pair is: whoever gives a text bounds its tags
    before. When it is through, its attribute `root` is the root element. Raises ParseError.
    """
    # Safe: callers have cut the prolog off, or refused it; without one there are no entities.
    return iterparse(_Whole(text), events=events)  # noqa: S314
