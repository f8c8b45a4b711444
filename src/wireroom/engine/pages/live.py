"""Live blogs: the entries of a running report, each with its time, its heading and its text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.furniture import is_furniture
from wireroom.engine.pages.page import Page
from wireroom.engine.pages.sheet import Block, Element, Sheet, fold_space
from wireroom.engine.pages.structure import html_of, rows_of
from wireroom.engine.pages.structured import Node, text_of, types_of
from wireroom.engine.text.when import looks_like_time, resolve_time
from wireroom.engine.text.words import words
from wireroom.engine.types import LiveEntry

_LIVE_NAME: Final = re.compile(
    r"live[-_]?(?:blog|ticker|feed|update|entry|post)|liveblog|newsticker", re.I
)
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
_CLOCK: Final = re.compile(
    r"\W*(?:\d|[\u0660-\u0669]){1,2}[:.h](?:\d|[\u0660-\u0669]){2}(?:\s*(?:[ap]\.?m\.?|uhr|h|gmt|utc|"
    r"[a-z]{2,4}|ص|م|مساء|صباحا))?\W*\Z",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_MOST: Final = 500
_LOOKED_UP: Final = 12  # boxes above a time
_LONGEST_TIME: Final = 60
_TEXT: Final = _HEADINGS | {"p", "ul", "ol", "blockquote", "table"}
_SIDE: Final = bit_of("related", "comment", "popular", "nav")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A time that opens an entry: where it stands, and its words or machine form."""

    place: int  # of its block
    home: Element
    stated: str


# The places of a report's blocks, and of those that gave the paragraphs which are shown.
_Places = tuple[Sequence[int], Sequence[int]]
_Live = tuple[list[Node], list[tuple[_Mark, Element]]]


def find_live_entries(
    page: Page, sheet: Sheet, places: Sequence[int], paragraphs: Sequence[str]
) -> tuple[LiveEntry, ...]:
    """Return the entries of a live blog in page order; none of any other page.

    `places` are the report's blocks, `paragraphs` what is shown of them. A page is a live blog
    where JSON-LD says so or its boxes are named so. Entries are boxes of one kind that each open
    with a time; what JSON-LD tells of one (its headline is the same) gives the time that the
    page leaves out.
    """
    nodes, boxes = _live(page, sheet, places)
    updates = _updates(nodes)
    known = {_key(heading): at for heading, at in updates if heading}
    told = (places, (rows_of(sheet, places, paragraphs) or ()) if boxes else ())
    entries = (_entry(page, sheet, told, one, known) for one in boxes[:_MOST])
    return tuple(entry for entry in entries if entry is not None)


def with_entries(page: Page, sheet: Sheet, places: Sequence[int]) -> Sequence[int]:
    """Return the places of a live blog's body with all that its entries hold but their times.

    An entry's lines are short and stand far from the next entry's, so that a classifier of
    blocks leaves out many. Any other page's places come back as they are.
    """
    boxes = _live(page, sheet, places)[1]
    if not boxes:
        return places
    found = set(places)
    for box in _siblings(sheet, boxes[0][1]):
        found.update(_text_of(sheet, box))
    found.difference_update(mark.place for mark, _ in boxes if _is_time(sheet, mark.place))
    return sorted(found)


def _siblings(sheet: Sheet, box: Element) -> Iterator[Element]:
    """Yield the boxes beside an entry that open with a time as it does, itself included."""
    kind = (box.parent, box.tag, box.attribute("class"))
    for element in sheet.inside(sheet.elements[box.parent]):
        if (element.parent, element.tag, element.attribute("class")) == kind and any(
            inner.tag == "time" for inner in sheet.inside(element)
        ):
            yield element


def _text_of(sheet: Sheet, box: Element) -> Iterator[int]:
    """Yield the places of an entry's headings, paragraphs, lists, quotations and tables."""
    end = 0
    for element in sheet.inside(box):
        if element.tag not in _TEXT or element.kinds & _SIDE or element.place < end:
            continue
        end = element.end
        rows = range(element.first_block, element.last_block)
        if element.tag == "table":  # its cells say little each, and are taken whole
            yield from rows
        else:
            yield from (place for place in rows if _is_own_text(sheet, place))


def _is_own_text(sheet: Sheet, place: int) -> bool:
    block = sheet.blocks[place]
    return not (block.linked or _is_time(sheet, place) or is_furniture(block.text))


def _is_time(sheet: Sheet, place: int) -> bool:
    """Tell whether a block says when and nothing else."""
    text = sheet.blocks[place].text
    return bool(_CLOCK.match(text)) or looks_like_time(text)


def _live(page: Page, sheet: Sheet, places: Sequence[int]) -> _Live:
    """Return what JSON-LD says of a live blog and its entries' boxes; none on any other page."""
    nodes = [node for node in page.structured.articles if "LiveBlogPosting" in types_of(node)]
    if not places or not (nodes or _is_named_live(sheet, _middle_of(sheet, places))):
        return nodes, []
    boxes = _entry_boxes(sheet, places)
    return nodes, (boxes if len(boxes) >= _FEWEST else [])


def _middle_of(sheet: Sheet, places: Sequence[int]) -> Element:
    return sheet.elements[sheet.blocks[places[len(places) // 2]].home]


def _is_named_live(sheet: Sheet, element: Element) -> bool:
    """Tell whether an element, or one above it, is named as a live blog."""
    namings = [one.naming for one in (element, *sheet.ancestors(element.place))]
    # Two words tell nearly all pages from live blogs, at once.
    whole = "\n".join(namings).casefold()
    if "live" not in whole and "newsticker" not in whole:
        return False
    return any(map(_LIVE_NAME.search, namings))


def _updates(nodes: Sequence[Mapping[str, Any]]) -> list[tuple[str, datetime | None]]:
    """Return what JSON-LD says of a live blog's entries: their headlines and times."""
    found: list[tuple[str, datetime | None]] = []
    for node in nodes:
        value = node.get("liveBlogUpdate")
        for update in (value if isinstance(value, list) else [value])[:_MOST]:
            if not isinstance(update, dict):
                continue
            time = resolve_time(text_of(update.get("datePublished")) or "", captured_at=None)
            found.append((text_of(update.get("headline")) or "", time.at if time else None))
    return found


def _entry_boxes(sheet: Sheet, places: Sequence[int]) -> list[tuple[_Mark, Element]]:
    """Return the boxes that hold one time each and text of the report, of the commonest kind."""
    marks = list(_marks(sheet, places))
    rows = [mark.place for mark in marks]
    boxes: list[tuple[_Mark, Element]] = []
    for mark in marks:
        box = _box_of(sheet, mark, rows)
        if box is not None and _texts(box, places):
            boxes.append((mark, box))
    kinds: dict[tuple[str, int], list[tuple[_Mark, Element]]] = {}
    for mark, box in boxes:
        kinds.setdefault((box.tag, box.parent), []).append((mark, box))
    return max(kinds.values(), key=len, default=[])


def _marks(sheet: Sheet, places: Sequence[int]) -> Iterator[_Mark]:
    """Yield the times around a report's blocks: <time> elements and lines of nothing else."""
    first, last = max(0, places[0] - 3), places[-1] + 1
    seen: set[int] = set()
    for element in _times(sheet, first, last):
        place = element.first_block
        if place not in seen and not element.kinds & _SIDE:
            seen.add(place)
            stated = element.attribute("datetime") or fold_space(sheet.text(element))
            yield _Mark(place, element, stated)
    if seen:
        return
    for block in sheet.blocks[first:last]:
        if len(block.text) <= _LONGEST_TIME and _is_time(sheet, block.place):
            yield _Mark(block.place, sheet.elements[block.home], block.text)


def _times(sheet: Sheet, first: int, last: int) -> Iterator[Element]:
    start, end = sheet.blocks[first].home, sheet.elements[sheet.blocks[last - 1].home].end
    return (element for element in sheet.elements[start:end] if element.tag == "time")


def _box_of(sheet: Sheet, mark: _Mark, rows: Sequence[int]) -> Element | None:
    """Return the largest box around a time that holds no second one."""
    best: Element | None = None
    for count, element in enumerate((mark.home, *sheet.ancestors(mark.home.place))):
        if count > _LOOKED_UP or element.tag in ("body", "main"):
            break
        inside = bisect_left(rows, element.last_block) - bisect_left(rows, element.first_block)
        if inside > 1:
            break
        best = element
    return best


def _texts(box: Element, places: Sequence[int]) -> Sequence[int]:
    first = bisect_left(places, box.first_block)
    return places[first : bisect_left(places, box.last_block)]


def _entry(
    page: Page,
    sheet: Sheet,
    told: _Places,
    one: tuple[_Mark, Element],
    known: Mapping[str, datetime | None],
) -> LiveEntry | None:
    (mark, box), (places, shown) = one, told
    heading = _heading(sheet, sheet.blocks[box.first_block : box.last_block], mark)
    rows = [
        place
        for place in _texts(box, places)
        if not (place == mark.place and _is_time(sheet, place))
        and (heading is None or place != heading.place)
    ]
    texts = tuple(sheet.blocks[place].text for place in rows)
    said = heading.text if heading else None
    if not texts and said is None:
        return None
    time = resolve_time(mark.stated, captured_at=page.captured_at, lang=page.lang)
    at = known.get(_key(said or "")) or (time.at if time and not time.day_only else None)
    return LiveEntry(
        heading=said,
        at=at,
        paragraphs=texts,
        html=html_of(sheet, rows, texts, base=page.url),
        first=bisect_left(shown, box.first_block),
        end=bisect_left(shown, box.last_block),
    )


def _heading(sheet: Sheet, blocks: Sequence[Block], mark: _Mark) -> Block | None:
    for block in blocks:
        if sheet.elements[block.home].tag in _HEADINGS and block.place != mark.place:
            return block
    opening = next((block for block in blocks if block.place != mark.place), None)
    if opening is not None and opening.bold >= len(opening.text) and len(opening.text) < 200:
        return opening
    return None


def _key(text: str) -> str:
    return " ".join(words(text))
