"""How the boxes of two headlines are related: neighbours of one kind hold articles of one kind."""

from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.head_lines import is_label
from wireroom.engine.pages.heads import Head, Row
from wireroom.engine.pages.sheet import Element, Sheet
from wireroom.engine.text.words import words

_FULL_PARAGRAPHS: Final = 2
_LAYOUT: Final = bit_of("wrapper")


@dataclass(frozen=True, slots=True)
class Kinship:
    """What the places of two headlines have in common.

    `siblings`: in <article> elements side by side; `alike`: in neighbouring boxes of one tag
    and class; `same_box`: both <h1> in boxes of one kind; `same_heading`: one tag and class.
    """

    siblings: bool
    alike: bool
    same_box: bool
    same_heading: bool

    def __bool__(self) -> bool:
        return self.siblings or self.alike or self.same_box


def kinship(row: Row, head: Head) -> Kinship:
    """Compare where a headline stands with where the main one does."""
    sheet, main = row.sheet, row.main
    own, other = head.element, main.element
    return Kinship(
        siblings=_are_siblings(sheet, own, other),
        alike=_are_alike(sheet, own, other),
        same_box=own.tag == other.tag == "h1" and _same_box(row, head),
        same_heading=own.tag == other.tag and own.attribute("class") == other.attribute("class"),
    )


def own_box(row: Row, head: Head, *, end: int | None = None) -> Element:
    """Return the largest element that this headline opens; the heading itself where it is alone.

    It holds neither the main headline, nor a paragraph or another headline before this one,
    nor block `end` and what follows.
    """
    first = max(row.main.last, row.prose_before(head.first) + 1)
    before = row.heads_between(first, head.first)
    for other in reversed(before):
        if not _is_kicker(other, head):
            first = other.last
            break
    box = head.element
    for parent in row.sheet.ancestors(box.place):
        if parent.first_block < first or (end is not None and parent.last_block > end):
            break
        if parent.tag == "body":
            break
        box = parent
    return box


def _is_kicker(other: Head, head: Head) -> bool:
    """Tell whether a heading is a topic or the headline itself, right above it."""
    if head.first - other.last > 1 or is_label(other.text):
        return False
    said = words(other.text)
    return len(said) <= 2 or said == words(head.text)


def _are_siblings(sheet: Sheet, own: Element, other: Element) -> bool:
    mine, theirs = _article(sheet, own), _article(sheet, other)
    if mine is None or theirs is None or mine.place == theirs.place:
        return False
    return mine.parent == theirs.parent


def _article(sheet: Sheet, element: Element) -> Element | None:
    return next((one for one in sheet.ancestors(element.place) if one.tag == "article"), None)


def _are_alike(sheet: Sheet, own: Element, other: Element) -> bool:
    """Tell whether the boxes right below the nearest shared element are of one tag and class."""
    mine = _below(sheet, own, other)
    if mine is None or mine.place == own.place or not mine.attribute("class"):
        return False
    if mine.kinds == _LAYOUT:  # every row of a grid is like the next one
        return False
    home = mine.parent
    theirs = other
    while theirs.parent != home:
        if theirs.parent < 0:
            return False
        theirs = sheet.elements[theirs.parent]
    same = mine.attribute("class").split()[0] == (theirs.attribute("class").split() or [""])[0]
    return same and mine.tag == theirs.tag


def _below(sheet: Sheet, own: Element, other: Element) -> Element | None:
    """Return the ancestor of `own`, or itself, right below the nearest that holds `other`."""
    below = own
    for parent in sheet.ancestors(own.place):
        if parent.place < other.place < parent.end:
            return below
        below = parent
    return None


def _same_box(row: Row, head: Head) -> bool:
    own, other = _story_box(row.sheet, head.element), _story_box(row.sheet, row.main.element)
    if own is None or other is None or own.place == other.place:
        return False
    named = own.tag == "article" or bool(own.attribute("class"))
    return named and own.tag == other.tag and own.attribute("class") == other.attribute("class")


def _story_box(sheet: Sheet, element: Element) -> Element | None:
    """Return the nearest ancestor that is more than a header around a headline."""
    for parent in sheet.ancestors(element.place):
        inside = sheet.blocks[parent.first_block : parent.last_block]
        if parent.tag == "article" or len(inside) > _FULL_PARAGRAPHS + 2:
            return parent
    return None
