"""Bylines that no markup tells: lines that say "by", and bare names between headline and text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.pages.lookup import Lookup, look_up
from wireroom.engine.pages.near import lines_near_headline
from wireroom.engine.pages.places import is_known_place
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Block
from wireroom.engine.pages.writers import clean_names, name_key, reads_as_name
from wireroom.engine.text.when import looks_like_time

_BY_LINE: Final = re.compile(
    r"^\W*(?:(?:(?:written|words|story|text|posted|published|reported|researched)\s+)?"
    r"(?:by|von|par|por|di|av|door|بقلم|كتب|كتبت)\s*:?|"
    r"(?:authors?|contributors?|autor(?:in|en)?|text)\s*:|autorin/autor)"
    r"\s+(?P<names>\S.{2,90})$",
    re.IGNORECASE,
)
_BY_LABEL: Final = re.compile(
    r"^\W*(?:(?:written|words|story|text|posted|published|reported) )?(?:by|author(?:s|\(s\))?|"
    r"contributors?|autor|autorin|auteur|von|par|por|بقلم|الكاتب|كتب)\W*$",
    re.IGNORECASE,
)
# Below the headline's surroundings only what cannot be a sentence is believed.
_LABELLED: Final = re.compile(
    r"^\W*(?:(?:written|reported|words|text|story)\s+by\s*:?|"
    r"(?:authors?|autor(?:in|en)?|auteure?s?|autore|reporter|redaktør|text|texte|testo|texto|"
    r"tekst|penulis|yazar|автор|текст|الكاتب|بقلم|کاتب|نویسنده)\s*[:：|]|"
    r"autor(?:in)?\s*/\s*autor(?:in)?|autor(?:en|innen|in)(?=\s+[A-ZÄÖÜ])|"
    r"about the authors?\s*[-–—:]|verfasst von\s*:?|geschrieben von\s*:?|gespeichert von|"
    r"écrit par|escrito por|scritto da|napisał[a]?|(?:文|作者|記者|撰文|取材・文)\s*[:：/／])"
    r"\s*(?P<names>\S.{1,90})$",
    re.IGNORECASE,
)
# "12 May 2024 · 3 min read · By Mira Tolan", "05/12/2024 by Mira Tolan"
_AFTER_TIME: Final = re.compile(
    r"\d.{0,24}?\s(?:by|von|par|por|di|door|av)\s+(?P<names>\S.{2,60})$", re.IGNORECASE
)
_BOLD: Final = frozenset(["strong", "b"])
_PARTICLES: Final = frozenset(["van", "von", "de", "der", "den", "del", "di", "da", "la", "bin"])
_MOST_LINES: Final = 9  # between a headline and its first paragraph
_LONGEST_LINE: Final = 100
_LONGEST_NAME: Final = 60
_FULL_PARAGRAPH: Final = 120


def names_near_headline(region: Region, title: str, banned: set[str]) -> tuple[str, ...]:
    """Return the names in a plain "By Name" line around the headline."""
    lines = lines_near_headline(region, title)
    for place, line in enumerate(lines):
        match = _BY_LINE.match(line) or _AFTER_TIME.search(line)
        shown = match["names"] if match else None
        if _BY_LABEL.match(line) and place + 1 < len(lines):
            shown = lines[place + 1]
        names = clean_names([shown], banned, agencies=False) if shown else ()
        if names and all(reads_as_name(name, loose=name[0].isupper()) for name in names):
            return names
    return ()


def names_below_headline(region: Region, title: str, banned: set[str]) -> tuple[str, ...]:
    """Return the names that are a whole line between headline and text.

    Such a line is bold, or the first one, or stands beside a time; two words at least, all with
    capitals. Outlets whose system knows no writers put them there.
    """
    lookup = look_up(region)
    lines = list(_lines_below(lookup, title))
    for place, block in enumerate(lines):
        if len(block.text) > _LONGEST_NAME or lookup.is_heading(block) or _in_figure(lookup, block):
            continue
        is_bold = _is_bold(lookup, block)
        if not is_bold and not _is_alone(lines, place):
            continue
        names = clean_names([block.text.replace("/", "|")], banned, agencies=False)
        if names and all(map(is_full_name, names)) and (is_bold or names == (block.text,)):
            return names
        if is_bold:
            return ()
    return ()


def is_byline(text: str) -> bool:
    """Tell whether a line says by its words that somebody signs: "By ...", "Author: ..."."""
    return any(pattern.match(text) for pattern in (_BY_LINE, _LABELLED)) or bool(
        _AFTER_TIME.search(text)
    )


def is_byline_label(text: str) -> bool:
    """Tell whether a line is a label alone that a writer's name follows: "By", "Author:"."""
    return _BY_LABEL.match(text) is not None


def _in_figure(lookup: Lookup, block: Block) -> bool:
    home = lookup.home_of(block)
    return home.tag == "figure" or any(
        parent.tag == "figure" for parent in lookup.sheet.ancestors(home.place)
    )


def _is_alone(lines: Sequence[Block], place: int) -> bool:
    """Tell whether a line is the first one or has a time above or below it."""
    beside = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    return place == 0 or any(looks_like_time(line.text) for line in beside)


def names_in_labelled_lines(region: Region, banned: set[str]) -> tuple[str, ...]:
    """Return the names of the lines that say "Author: ..." anywhere, where all say the same."""
    found: set[tuple[str, ...]] = set()
    for block in look_up(region).lines():
        match = _LABELLED.match(block.text) if len(block.text) <= _LONGEST_LINE else None
        names = clean_names([match["names"]], banned, agencies=False) if match else ()
        if names and all(reads_as_name(name, loose=name[0].isupper()) for name in names):
            found.add(names)
            if len(found) > 1:
                return ()
    return found.pop() if found else ()


def _lines_below(lookup: Lookup, title: str) -> Iterator[Block]:
    """Yield the lines below the headline, up to the first full paragraph."""
    row = lookup.lines()
    wanted = name_key(title)
    heads = [place for place, block in enumerate(row) if lookup.is_heading(block)
             and name_key(block.text) == wanted]  # fmt: skip
    if not heads:
        return
    for block in row[heads[-1] + 1 : heads[-1] + 1 + _MOST_LINES]:
        if len(block.text) > _FULL_PARAGRAPH and lookup.is_prose(block):
            return
        yield block


def _is_bold(lookup: Lookup, block: Block) -> bool:
    sheet = lookup.sheet
    home = lookup.home_of(block)
    first, last = block.first_piece, block.last_piece
    return any(
        inner.tag in _BOLD
        and first <= inner.first_piece
        and inner.last_piece <= last  # else a box of many lines, and long to read
        and sheet.text(inner) == block.text
        for inner in sheet.inside(home)
    )


def is_full_name(name: str) -> bool:
    parts = name.split()
    return (
        2 <= len(parts) <= 3 + any(part in _PARTICLES for part in parts)
        and all(part[0].isupper() for part in parts if part not in _PARTICLES)
        and name.replace(" ", "").replace("-", "").replace(".", "").replace("'", "").isalpha()
        and not is_known_place(name)
    )
