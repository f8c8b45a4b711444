"""Fact boxes: what stands beside the running text and sums up, told by markup and by words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from wireroom.engine.pages.boxes import is_labelled_furniture, is_to_be_used
from wireroom.engine.pages.class_words import bit_of, kinds_of
from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.types import FactBox

# Class words that mean nothing else ...
_NAMED: Final = re.compile(
    r"facts?[-_]?(?:box|file|sheet)|info[-_]?(?:box|kasten|card)|faktenbox|"
    r"fakten|hintergrund|background[-_]?box|at[-_]?a[-_]?glance|explainer[-_]?box|encadre|recuadro|"
    r"despiece|in[-_]?numbers|steckbrief|key[-_]?facts|infobloc|data[-_]?box",
    re.IGNORECASE,
)
# ... and those that boxes of facts share with others (class_words), besides <aside>.
_MAY_BE: Final = bit_of("factbox")
_OTHERS: Final = bit_of(
    "related", "popular", "newsletter", "ad", "social", "comment", "bio", "video", "consent",
    "login", "search", "tags", "paywall", "quote", "picture", "product", "byline", "nav", "follow",
    "correction", "caption", "popup", "download", "forum",
)  # fmt: skip
_SUMMARY: Final = re.compile(
    r"key[-_]?(?:points|take)|takeaway|bullets|summary|highlights?\b", re.I
)
_OFFER: Final = re.compile(r"whats ?app|telegram|newsletter|instagram|podcast|folg|follow|abonn|"
                           r"subscri|واتساب|تلغرام|تابع", re.I)  # fmt: skip
_TITLE: Final = re.compile(
    r"(?:at a glance|in (?:numbers|figures|brief)|auf einen blick|"
    r"en (?:chiffres|bref|cifras))\W*\Z|"
    r"^\W*(?:fact ?box|fact ?file|(?:key |the |some |quick )?facts\b|background|context|"
    r"at a glance|in (?:numbers|figures|brief)|by the numbers|the numbers|"
    r"what (?:we know|you need|to know)|"
    r"(?:what|who) (?:is|are|was|were)\b|how (?:it|they|the)\b|why \w+ (?:is|are|was)\b|"
    r"explain(?:er|ed)|timeline|q ?& ?a|profile|need to know|about the\b|chronology|"
    r"zum thema|hintergrund|fakten|zahlen|auf einen blick|das ist|(?:wer|was) ist|steckbrief|"
    r"info\b|infobox|stichwort|chronik|repères?|en (?:chiffres|bref)|contexte|chronologie|"
    r"à savoir|qui est|qu.est-ce|ce que l.on sait|encadré|claves|datos|en cifras|contexto|"
    r"cronología|(?:qué|quién) es|lo que se sabe|perfil|cifras|"
    r"حقائق|معلومات|خلفية|نبذة|أرقام|بالأرقام|في أرقام|في سطور|من هو|من هي|ما هو|ما هي|"
    r"ماذا نعرف|تسلسل زمني|أبرز المحطات|محطات|سياق|بطاقة تعريف|لمحة|إطار)",
    re.IGNORECASE,
)
_HEADINGS: Final = frozenset(
    ("h2", "h3", "h4", "h5", "h6", "caption", "summary", "figcaption", "dt")
)
_LISTS: Final = frozenset(("ul", "ol", "dl", "table"))
_BOXES: Final = frozenset(("aside", "div", "section", "figure", "details", "table", "fieldset"))
# Characters. A longer box is a report of its own; and a page that is mostly box has no report.
_SHORTEST, _LONGEST = 60, 3_000
_LONGEST_TITLE: Final = 100
_LONGEST_NAMING: Final = 400
_MOST_OF_BODY: Final = 0.4
_MOST_LINKED: Final = 0.3
_MOST_BOXES: Final = 12
_FEWEST_LISTED: Final = 3
_MOST_LOOKED_AT: Final = 3_000  # elements between the first and the last block of a report
_AFTER: Final = 3  # blocks after a report in which a box of it may begin
_ENOUGH: Final = 3


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """A fact box and the row of blocks that it is made of."""

    box: FactBox
    first: int
    last: int


def find_fact_boxes(sheet: Sheet, places: Sequence[int]) -> list[BoxPlace]:
    """Return the fact boxes in the row of a report's blocks, in page order, none inside another.

    A box is named as one, or stands apart (an <aside>, a box called background, context ...)
    and has a title that says so. Time is linear in the page.
    """
    if not places:
        return []
    body = sum(len(sheet.blocks[place].text) for place in places)
    found: list[BoxPlace] = []
    for element in _between(sheet, places):
        if len(found) > _MOST_BOXES:
            return []  # a page of cards
        if found and element.first_block < found[-1].last:
            continue
        read = _read(sheet, element)
        if read is not None and _size(sheet, read) <= _MOST_OF_BODY * body:
            found.append(read)
    untitled = [one for one in found if one.box.title is None]
    # Where boxes without titles follow each other they are what the page lists.
    return found if len(untitled) < _FEWEST_LISTED else [one for one in found if one.box.title]


def _between(sheet: Sheet, places: Sequence[int]) -> Iterator[Element]:
    """Yield the boxes that may be one: inside the report's row of blocks, apart by their names."""
    first, last = places[0], places[-1]
    start = sheet.blocks[first].home
    end = sheet.elements[sheet.blocks[last].home].end
    if last + 1 < len(sheet.blocks):
        end = max(end, sheet.blocks[min(last + _AFTER, len(sheet.blocks) - 1)].home + 1)
    for element in sheet.elements[start : min(end, start + _MOST_LOOKED_AT)]:
        if element.tag not in _BOXES or element.first_block <= first:
            continue
        if element.tag == "aside" or _may_be_facts(element.naming):
            yield element


def _may_be_facts(naming: str) -> bool:
    return bool(naming) and (bool(kinds_of(naming) & _MAY_BE) or _is_named(naming))


@lru_cache(maxsize=2048)
def _is_named(naming: str) -> bool:
    return _NAMED.search(naming[:_LONGEST_NAMING]) is not None


def _read(sheet: Sheet, element: Element) -> BoxPlace | None:
    blocks = sheet.blocks[element.first_block : element.last_block]
    size = sum(len(block.text) for block in blocks)
    if not _SHORTEST <= size <= _LONGEST or len(blocks) > _LONGEST // 20:
        return None
    if sum(block.linked for block in blocks) > _MOST_LINKED * size:
        return None
    if element.kinds & _OTHERS or _SUMMARY.search(element.naming):
        return None
    title = _title_of(sheet, blocks)
    opening = title or blocks[0].text
    if is_labelled_furniture(opening) or _OFFER.search(opening) or is_to_be_used(sheet, element):
        return None
    if _worth(sheet, element, title) < _ENOUGH:
        return None
    texts = tuple(block.text for block in (blocks[1:] if title else blocks))
    if sum(map(len, texts)) < _SHORTEST:
        return None
    return BoxPlace(FactBox(title=title, paragraphs=texts), element.first_block, element.last_block)


def _worth(sheet: Sheet, element: Element, title: str | None) -> int:
    """Weigh what speaks for a box of facts: its name, its place, its title, its form."""
    named = 3 * _is_named(element.naming) or 1
    titled = bool(title) + 2 * bool(title and _TITLE.search(title))
    inside = sheet.inside(element)
    if any(one.tag in ("blockquote", "h1", "q") for one in inside):
        return 0
    if named < _ENOUGH and element.tag != "aside":
        return named + titled
    return named + titled + any(one.tag in _LISTS for one in (element, *inside))


def _title_of(sheet: Sheet, blocks: Sequence[Block]) -> str | None:
    """Return the line that opens a box as its title: a heading, or a short one all in bold."""
    first = blocks[0]
    home = sheet.elements[first.home]
    if len(blocks) < 2 or len(first.text) > _LONGEST_TITLE:
        return None
    if home.tag in _HEADINGS or first.bold >= len(first.text) or "title" in home.naming.casefold():
        return first.text
    return first.text if _TITLE.search(first.text) and first.text[-1] not in ".!?؟" else None


def _size(sheet: Sheet, one: BoxPlace) -> int:
    return sum(len(block.text) for block in sheet.blocks[one.first : one.last])
