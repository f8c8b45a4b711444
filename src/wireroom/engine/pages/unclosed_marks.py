"""What makes a parser write the same again and again, cut before: marks that are never closed.

HTML has "<b>" go on in every paragraph until it is closed (the list of active formatting
elements): a page of so many unclosed marks and so many paragraphs makes a tree of their product.
"""

import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.pages.crowded_tags import Places, Signs, borders_of_scripts

# Elements and bytes that go on in later elements; 1,000 shared pages have up to 3,700 and 1.2 MB.
MOST_AGAIN: Final = 100_000
MOST_BYTES_AGAIN: Final = 100_000_000
# HTML 13.2.4.3
_MARKS: Final = frozenset(
    (
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    )
)
# "Noah's Ark": of equal ones only so many go on.
_MOST_EQUAL: Final = 3
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*)>?")
_LOWER: Final = 0x20
_SLASH, _A, _Z = (ord(sign) for sign in "/az")
_GREATER: Final = ord(">")
_LETTERS: Final = 8  # as many as a number of 64 bits holds; no mark's name has more than six


def _table() -> NDArray[np.bool_]:
    """Return by their first two letters which tags may be marks."""
    table = np.zeros((256, 256), np.bool_)
    for name in _MARKS:
        seconds = [ord(name[1])] if len(name) > 1 else [*range(0x40), _GREATER]
        for second in seconds:
            table[ord(name[0]), second | _LOWER] = True
    return table


_MAY_BE_MARK: Final = _table()
# Names as _codes_at() gives them.
_CODES: Final = frozenset(
    int.from_bytes(name.encode().ljust(_LETTERS, b"\0"), sys.byteorder) for name in _MARKS
)
_LINK: Final = int.from_bytes(b"a".ljust(_LETTERS, b"\0"), sys.byteorder)


def cut_unclosed(text: str, signs: Signs, tags: Places) -> str:
    """Return the markup, without its marks and links if they would go on too often; time is linear.

    `signs` are its bytes in UTF-8 and `tags` the places of "<" in them. How many of them are open
    at once at most, and how long the longest is, decides for ordinary pages at a glance.
    """
    if len(tags) == 0 or not _may_go_on(signs, tags):
        return text
    borders = [0, *_in_text(text), len(text)]
    pieces = [text[start:end] for start, end in pairwise(borders)]
    if not _goes_on_too_often(pieces[::2]):
        return text
    pieces[::2] = [_TAG.sub(_without_mark, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _may_go_on(signs: Signs, tags: Places) -> bool:
    """Tell whether it would be too much were all marks that are ever open so at each tag."""
    padded = np.append(signs, np.zeros(_LETTERS + 3, np.uint8))
    closes = padded[tags + 1] == _SLASH
    names = tags + 1 + closes
    may_be = _MAY_BE_MARK[padded[names] | _LOWER, padded[names + 1] | _LOWER]
    codes = _codes_at(padded, names[may_be])
    steps = 1 - 2 * closes[may_be].astype(np.int64)
    # A link closes the one before.
    found = _CODES.intersection(codes.tolist())
    most = sum(1 if code == _LINK else _highest(steps[codes == code]) for code in found)
    if most * len(tags) > MOST_AGAIN:
        return True
    marks = tags[may_be]
    ends = np.append(np.flatnonzero(signs == _GREATER), len(signs))
    longest = int((ends[np.searchsorted(ends, marks)] - marks).max(initial=0))
    return longest * most * len(tags) > MOST_BYTES_AGAIN


def _codes_at(padded: Signs, names: Places) -> NDArray[np.uint64]:
    """Return the names that stand there, in small letters, each as one number."""
    letters = padded[names[:, None] + np.arange(_LETTERS)] | _LOWER
    in_name = np.logical_and.accumulate((letters >= _A) & (letters <= _Z), axis=1)
    return np.ascontiguousarray(letters * in_name).view(np.uint64).reshape(-1)


def _highest(steps: NDArray[np.int64]) -> int:
    level = np.cumsum(steps)
    return int((level - np.minimum(np.minimum.accumulate(level), 0)).max(initial=0))


def _in_text(text: str) -> list[int]:
    """Return where scripts begin and end in the text."""
    if text.isascii():
        return borders_of_scripts(text.encode("ascii"))
    # A byte a letter, so that places are the same: what is no ASCII is in no name of a tag.
    return borders_of_scripts(text.encode("ascii", "replace"))


def _goes_on_too_often(pieces: list[str]) -> bool:
    """Follow the marks as the parser does, and count what it would write again at later tags."""
    again = bytes_again = 0
    open_marks = _OpenMarks()
    for match in (match for piece in pieces for match in _TAG.finditer(piece)):
        name = match[2].lower()
        if name not in _MARKS:
            again += open_marks.count
            bytes_again += open_marks.length
            if again > MOST_AGAIN or bytes_again > MOST_BYTES_AGAIN:
                return True
        elif match[1]:
            open_marks.close(name)
        else:
            open_marks.open(name, match[3])
    return False


class _OpenMarks:
    """The marks that are open by their names, the last opened last."""

    def __init__(self) -> None:
        self.count = 0
        self.length = 0  # of their tags, in letters
        self._attributes: defaultdict[str, list[str]] = defaultdict(list)
        self._equal: Counter[tuple[str, str]] = Counter()

    def open(self, name: str, attributes: str) -> None:
        if name == "a":  # a link closes the one before
            self.close(name)
        # Of equal ones the first gives way: as many stay open.
        if self._equal[name, attributes] < _MOST_EQUAL:
            self._attributes[name].append(attributes)
            self._count(name, attributes, 1)

    def close(self, name: str) -> None:
        if self._attributes[name]:
            self._count(name, self._attributes[name].pop(), -1)

    def _count(self, name: str, attributes: str, by: int) -> None:
        self.count += by
        self.length += by * (len(name) + len(attributes) + len("<>"))
        self._equal[name, attributes] += by


def _without_mark(match: re.Match[str]) -> str:
    return "" if match[2].lower() in _MARKS else match[0]
