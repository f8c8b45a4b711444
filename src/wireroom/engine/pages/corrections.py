"""Corrections, updates and editors' notes: told from the running text by words and by markup."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.heads import HEADINGS
from wireroom.engine.pages.note_words import label_of, phrase_of
from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.text.when import find_times, looks_like_time
from wireroom.engine.types import Correction, NoteKind

_LONGEST: Final = 1_500  # characters; a longer paragraph is a text, not a note on one
_SHORTEST: Final = 24  # "Updated 3 March" says no more than the page's own time
_OPENING, _CLOSING = 3, 5  # paragraphs at the ends of a report, where notes stand
_BEFORE, _AFTER = 6, 12  # blocks around it, where notes stand that are no part of it
_MOST: Final = 20
_MARKED: Final = bit_of("correction")
_NAMES: Final = re.compile(
    r"correction|clarific|editors?[-_]?note|update[-_]note|korrektur|rectific", re.IGNORECASE
)
_LONGEST_NAMING: Final = 400
_DATED: Final = 240  # characters in which a note's day stands


@dataclass(frozen=True, slots=True)
class NotePlace:
    """A note and the blocks that it is made of."""

    note: Correction
    places: tuple[int, ...]


def find_corrections(sheet: Sheet, places: Sequence[int], *, lang: str | None) -> list[NotePlace]:
    """Return the notes in a report and close around it, in page order.

    `places` are the report's blocks. A label of corrections or editors' notes is enough
    ("Correction:"); an update needs an end of the report, slanted type, a name or a date.
    """
    if not places:
        return []
    around = _Around(sheet, frozenset(places), places, lang)
    middle = around.own.difference(places[:_OPENING], places[-_CLOSING:])
    first, last = max(0, places[0] - _BEFORE), min(len(sheet.blocks), places[-1] + _AFTER + 1)
    found: list[NotePlace] = []
    taken = -1
    for block in sheet.blocks[first:last]:
        # What a line says comes first: it tells nearly all of them from notes at once.
        text = block.text
        if block.place <= taken or len(text) > _LONGEST:
            continue
        labelled = label_of(text)
        if labelled is None and block.place in middle and not _is_named(sheet, block):
            continue
        note = _labelled(around, block, *labelled) if labelled else _said(around, block)
        if note is not None:
            found.append(note)
            taken = note.places[-1]
            if len(found) >= _MOST:
                break
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """The report around a line: its sheet, its blocks, its language."""

    sheet: Sheet
    own: frozenset[int]
    places: Sequence[int]
    lang: str | None

    def is_at_edge(self, block: Block) -> bool:
        """Tell whether a line stands where notes stand: at an end of the report or beyond it.

        What the report leaves out in its middle is no end of it, unless its box is named so.
        """
        place, places = block.place, self.places
        if place in self.own:
            return place in places[:_OPENING] or place in places[-_CLOSING:]
        return place < places[0] or place > places[-1] or _is_named(self.sheet, block)


def _said(around: _Around, block: Block) -> NotePlace | None:
    """Return a line that says of its own report that it was changed, as a note."""
    kind = phrase_of(block.text)
    if kind is None or looks_like_time(block.text):
        return None
    if not (around.is_at_edge(block) or _is_named(around.sheet, block)):
        return None
    return _note(block.text, kind, (block.place,), around.lang)


def _labelled(around: _Around, block: Block, kind: NoteKind, begin: int) -> NotePlace | None:
    """Return a line that opens with a label, as a note; a bare label takes what stands below."""
    text, sheet = block.text, around.sheet
    if begin >= len(text.rstrip(" :.-–—")):
        return _headed(around, block, kind)
    if len(text) < _SHORTEST or looks_like_time(text) or sheet.elements[block.home].tag in HEADINGS:
        return None
    if kind is NoteKind.UPDATE and not (
        around.is_at_edge(block) and _is_set_off(sheet, block, text[:begin])
    ):
        return None
    return _note(text, kind, (block.place,), around.lang)


def _headed(around: _Around, block: Block, kind: NoteKind) -> NotePlace | None:
    """Return the paragraph under a bare label ("Correction"), if it is the label's own."""
    sheet, place = around.sheet, block.place + 1
    if kind is NoteKind.UPDATE or place >= len(sheet.blocks):
        return None
    after = sheet.blocks[place]
    home, theirs = sheet.elements[block.home], sheet.elements[after.home]
    named = _is_named(sheet, block)
    if not (named or block.bold >= len(block.text) or home.tag in HEADINGS):
        return None
    is_near = theirs.parent in (home.parent, home.place) or theirs.place == home.place
    is_text = _SHORTEST <= len(after.text) <= _LONGEST and after.linked * 2 <= len(after.text)
    if not (is_near and is_text and (named or place in around.own or phrase_of(after.text))):
        return None
    return _note(after.text, kind, (block.place, place), around.lang)


def _is_set_off(sheet: Sheet, block: Block, label: str) -> bool:
    """Tell whether a line that begins with "Update" is set apart from a sentence of the report."""
    if _is_named(sheet, block) or block.bold or find_times(label):
        return True
    home = sheet.elements[block.home]
    slanted = [one for one in (home, *sheet.inside(home)) if one.tag in ("i", "em")]
    return bool(slanted) or label.rstrip(" :").isupper() or phrase_of(block.text) is not None


def _is_named(sheet: Sheet, block: Block) -> bool:
    """Tell whether a block's box, or the one around it, is named as a note."""
    home = sheet.elements[block.home]
    above = sheet.elements[home.parent] if home.parent >= 0 else home
    return _names_note(home) or _names_note(above)


def _names_note(element: Element) -> bool:
    naming = element.naming
    return bool(naming) and (bool(element.kinds & _MARKED) or _is_note_name(naming))


@lru_cache(maxsize=2048)
def _is_note_name(naming: str) -> bool:
    return _NAMES.search(naming[:_LONGEST_NAMING]) is not None


def _note(text: str, kind: NoteKind, places: tuple[int, ...], lang: str | None) -> NotePlace:
    # What a label calls an update may say itself that it mends a mistake; a clarification, which
    # amends a report as well, is what its outlet calls it.
    said = phrase_of(text) if kind is not NoteKind.CLARIFICATION else None
    if said and (said is NoteKind.CORRECTION or kind is NoteKind.EDITORS_NOTE):
        kind = said
    times = find_times(text[:_DATED].rpartition(" ")[0] if len(text) > _DATED else text, lang=lang)
    at = next((one.time.at for one in times if one.time), None)
    return NotePlace(Correction(text=text, kind=kind, at=at), places)
