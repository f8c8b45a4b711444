"""What pages put between headline and report: labels, names, and the standfirst once more."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from wireroom.engine.pages.credit import is_credit_line
from wireroom.engine.pages.lookup import Lookup, inside_of, look_up, name_words
from wireroom.engine.pages.prose import is_sentence
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Block, Element
from wireroom.engine.text.words import first_word, words


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


_OPENING_LINES: Final = 6
# A label is a section, a name, a heading without a text: short and no sentence.
_LONGEST_LABEL: Final = 60
_LABEL_WORDS: Final = 6
_PARTS: Final = re.compile(r"\s*[|,،·•/]\s*")
_STANDFIRST: Final = _listed(
    "standfirst subtitle sub subtitles dek deck summary intro lead lede leadin "
    "excerpt teaser description abstract strapline tagline subheadline subhead "
    "subheading chapo vorspann alternativeheadline"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What stands above a report: names, section and tags as `labels`, and its standfirsts.

    `cells` are those of the report's own tables, which are no labels whatever they say.
    """

    labels: tuple[str, ...]
    standfirsts: tuple[str, ...]
    cells: Set[str] = frozenset()


def cut_opening(paragraphs: Sequence[str], region: Region, above: Above) -> list[str]:
    """Return the paragraphs without the labels and the standfirst that open them.

    A standfirst goes where the page marks it or keeps it in another box than the report: pages
    that take their first paragraph for a description keep it.
    """
    known = {_key(part) for label in above.labels for part in (label, *_PARTS.split(label))}
    kept = list(paragraphs)
    place = 0
    while place < min(_OPENING_LINES, len(kept) - 1):
        text = kept[place]
        if text in above.cells:
            place += 1
        elif (_is_label(text, known - {""}) and _opens_soon(kept[place + 1 :])) or (
            place == 0 and _is_standfirst(text, kept[1], region, above.standfirsts)
        ):
            kept.pop(place)
        elif is_sentence(text):
            break
        else:
            place += 1
    return kept


def _opens_soon(rest: Sequence[str]) -> bool:
    """Tell whether sentences follow: a page of nothing but short lines keeps them all."""
    return any(is_sentence(text) for text in rest[:_OPENING_LINES])


def _is_label(text: str, known: set[str]) -> bool:
    first = first_word(text)
    key = _key(text) if not first or any(one.startswith(first) for one in known) else first
    if not key or key in known:
        return True
    if len(text) > _LONGEST_LABEL or is_sentence(text) or text[-1] in '.!?؟…:”"»':
        return False
    if is_credit_line(text):
        return False
    return len(words(text)) <= _LABEL_WORDS


def _is_standfirst(text: str, following: str, region: Region, standfirsts: Sequence[str]) -> bool:
    first = first_word(text)
    stated = any(first == first_word(told) and _key(text) == _key(told) for told in standfirsts)
    if standfirsts and not stated:
        return False
    lookup = look_up(region)
    row = lookup.lines()
    block = _block_with(text, row)
    if block is None:
        return False
    home = lookup.home_of(block)
    if name_words(home) & _STANDFIRST and home.tag != "body":
        return True
    if not stated:
        return False
    if lookup.is_heading(block) or block.bold * 10 >= len(block.text) * 9:
        return True
    after = _block_with(following, row)
    return after is not None and _apart(lookup, home, lookup.home_of(after))


def _block_with(text: str, row: Sequence[Block]) -> Block | None:
    for block in row:
        if block.text == text:
            return block
    # The words of every line of a page cost more than all else here: first letters come first.
    first = text[:1].casefold()
    alike = [block for block in row if block.text[:1].casefold() == first]
    wanted = _key(text) if alike else ""
    same = next((block for block in alike if _key(block.text) == wanted), None)
    # Paragraphs parted by empty lines alone share a block.
    return same or next((block for block in alike if _key(block.text).startswith(wanted)), None)


def _apart(lookup: Lookup, box: Element, other: Element) -> bool:
    """Tell whether two lines stand in different boxes, each around more than its own line."""
    sheet = lookup.sheet
    if box.parent < 0 or other.parent < 0:
        return False
    if box.parent == other.parent:
        return box.tag == "div" and name_words(box) != name_words(other)
    if any(up.tag == "header" for up in sheet.ancestors(box.place)):
        return True
    # Beside the headline, or in a box that is the report's neighbour rather than its parent.
    home, theirs = sheet.elements[box.parent], sheet.elements[other.parent]
    holds = home.place < other.place < home.end
    headed = inside_of(sheet, home, "h1", "h2", "h3")
    if holds and _is_one_of_many(lookup, theirs):
        return False  # what stands above a live blog's entries is its own opening
    return (holds or bool(headed)) and not inside_of(sheet, theirs, "h1")


def _is_one_of_many(lookup: Lookup, box: Element) -> bool:
    if box.tag not in ("article", "li") or box.parent < 0:
        return False
    row = inside_of(lookup.sheet, lookup.sheet.elements[box.parent], box.tag)
    return sum(1 for one in row if one.parent == box.parent) > 1


def _key(text: str) -> str:
    return " ".join(words(text))
