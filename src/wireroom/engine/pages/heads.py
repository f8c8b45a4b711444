"""The headings of a page in reading order, and how much prose stands between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.text.words import words

HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4"])
CHROME: Final = frozenset(["nav", "footer", "aside", "form"])
_ROOTS: Final = frozenset(["body", "main", "article"])
_KICKERS: Final = bit_of("kicker", "hidden")
_SENTENCE: Final = 60  # characters: what is shorter may be a label, a name, a time
# What readers write, what lawyers want, what is for sale: text in full, and no report.
_NO_REPORT: Final = frozenset(
    ["comment", "comments", "respond", "cookie", "cookies", "consent", "review", "reviews",
     "disqus", "kommentar", "kommentare", "newsletter", "cart", "checkout", "product",
     "products", "recipe", "recipes", "faq", "faqs"]
)  # fmt: skip
_CLASS_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its element, the places of its first and after its last block, its text."""

    element: Element
    first: int
    last: int
    text: str

    @property
    def tag(self) -> str:
        """Its tag: "h1" to "h4", which compare as their ranks do."""
        return self.element.tag


class Row:
    """The blocks from the main headline on: headings, and running sums of prose.

    Built in one pass; every question about a stretch of blocks is answered in constant or
    logarithmic time, so that hostile pages cost no more than long ones.
    """

    __slots__ = ("_last_prose", "_offset", "_sums", "heads", "main", "sheet", "starts")

    def __init__(self, sheet: Sheet, heads: Sequence[Head], main: Head) -> None:
        self.sheet = sheet
        self.heads = heads  # those after the main one too
        self.starts = [head.first for head in heads]
        self.main = main
        self._offset = main.last
        self._sums = [0]
        self._last_prose = [-1]
        last, total = -1, 0
        elements = sheet.elements
        for block in sheet.blocks[main.last :]:
            size = len(block.text)
            # As in is_prose, whose call would cost as much again.
            if (
                size >= _SENTENCE
                and block.linked * 2 < size
                and elements[block.home].tag not in HEADINGS
            ):
                last = block.place
                total += size
            self._sums.append(total)
            self._last_prose.append(last)

    def prose(self, first: int, last: int) -> int:
        """Return the characters of prose in a stretch after the main headline."""
        if last <= first:
            return 0
        return self._sums[last - self._offset] - self._sums[first - self._offset]

    def prose_before(self, place: int) -> int:
        """Return the place of the last prose block before a block, -1 for none."""
        return self._last_prose[place - self._offset]

    def prose_blocks(self, first: int, last: int) -> list[Block]:
        """Return the paragraphs of a stretch."""
        elements = self.sheet.elements
        return [
            block
            for block in self.sheet.blocks[first:last]
            if is_prose(block) and elements[block.home].tag not in HEADINGS
        ]

    def heads_between(self, first: int, last: int) -> Sequence[Head]:
        """Return the headings that begin in a stretch of blocks."""
        return self.heads[bisect_left(self.starts, first) : bisect_left(self.starts, last)]


def is_prose(block: Block) -> bool:
    """Tell whether a block reads as a paragraph rather than as a label or a list of links."""
    size = len(block.text)
    return size >= _SENTENCE and block.linked * 2 < size


def headings_of(sheet: Sheet) -> list[Head]:
    """Return the page's headings with text in reading order."""
    found: list[Head] = []
    elements = sheet.elements
    known = -1
    for block in sheet.blocks:
        element = elements[block.home]
        if element.tag not in HEADINGS:
            if element.parent < 0 or elements[element.parent].tag not in HEADINGS:
                continue
            element = elements[element.parent]
        if element.place == known:  # a heading of several lines
            continue
        known = element.place
        one_line = element.last_block - block.place == 1
        text = block.text if one_line else sheet.text(element)
        found.append(Head(element, block.place, element.last_block, text))
    return found


def headline_of(sheet: Sheet, head: Head) -> str:
    """Return a heading's own words, without the kicker that stands in it."""
    text = head.text
    element = head.element
    if element.end - element.place == 1:
        return text
    for part in sheet.inside(element):
        if part.kinds & _KICKERS:
            kicker = sheet.text(part)
            if kicker and len(kicker) < len(text) and text.startswith(kicker):
                text = text[len(kicker) :].lstrip(" :|-–—•/.")
    return text


def main_head(sheet: Sheet, heads: Sequence[Head], title: str) -> Head | None:
    """Return the heading that says the title, the last of it where it is said twice at once."""
    wanted = words(title)
    size = len(title)
    main: Head | None = None
    hidden: Head | None = None
    for head in heads:
        # Words are costly: a heading of another length says something else.
        if not size * 0.6 <= len(head.text) <= size * 1.5 + 30 or not wanted:
            continue
        if words(headline_of(sheet, head)) != wanted:
            continue
        if is_chrome(sheet, head, None):
            hidden = hidden or head
            continue
        if main is not None and any(map(is_prose, sheet.blocks[main.last : head.first])):
            break
        main = head
    if main is not None:
        return main
    tops = (head for head in heads if head.tag == "h1" and not is_chrome(sheet, head, None))
    # Some pages are a single form: there the headline is better than none.
    return hidden or next(tops, None)


def is_chrome(sheet: Sheet, head: Head, main: Head | None) -> bool:
    """Tell whether a heading stands in navigation, comments or another box without reports.

    Elements that hold the main headline as well tell nothing.
    """
    for parent in sheet.ancestors(head.element.place):
        if main is not None and parent.first_block <= main.first:
            return False
        if parent.tag in CHROME:
            return True
        if parent.tag not in _ROOTS and _names_no_report(parent):
            return True
    return False


def _names_no_report(element: Element) -> bool:
    attributes = element.attributes
    naming = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return naming != " " and not _NO_REPORT.isdisjoint(naming_words(naming))


@lru_cache(maxsize=4096)
def naming_words(naming: str) -> frozenset[str]:
    """Return the lower-case words of class and id: "postByline" has two."""
    return frozenset(word.lower() for word in _CLASS_WORD.findall(naming[:400]))
