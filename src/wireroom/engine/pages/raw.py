"""An article's text as its blocks gave it: paragraphs, their places, and what stands beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.engine.pages.beside import NOTHING, Beside, find_beside
from wireroom.engine.pages.body import Body, texts_of_blocks
from wireroom.engine.pages.boxes import places_in_boxes
from wireroom.engine.pages.part_text import paragraphs_of
from wireroom.engine.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Raw:
    """Paragraphs before they are cleaned; `places` are the blocks that the report is found in.

    `body` is what the classifier took, None for a part of a page, which it is not asked about.
    """

    paragraphs: Sequence[str]
    places: Sequence[int] = ()
    beside: Beside = NOTHING
    body: Body | None = None


def raw_of_blocks(
    sheet: Sheet, places: Sequence[int], lang: str | None, body: Body | None = None
) -> Raw:
    """Return the text of a report's blocks without what stands beside it."""
    beside = find_beside(sheet, places, lang=lang)
    running = [place for place in places if place not in beside.places]
    return Raw(texts_of_blocks(sheet, running), running, beside, body)


def raw_of_texts(sheet: Sheet, texts: Sequence[str], own: Raw) -> Raw:
    """Return another opinion on a text, without what is known to stand beside it.

    Its blocks are those that say the same, wherever they stand: the report's own were in doubt.
    """
    apart = own.beside.texts()
    running = [text for text in texts if text not in apart]
    return Raw(running, _places_of(sheet, running), own.beside, own.body)


def raw_of_part(sheet: Sheet, title: str, lang: str | None) -> Raw:
    """Return a part's text without the boxes that offer something, if little else goes."""
    every = range(len(sheet.blocks))
    boxed = places_in_boxes(sheet)
    flat = paragraphs_of(sheet, every, title=title)
    raw = paragraphs_of(sheet, [n for n in every if n not in boxed], title=title)
    chosen = flat if sum(map(len, raw)) * 5 < sum(map(len, flat)) * 4 else raw
    beside = _beside_part(sheet, chosen, lang)
    apart = beside.texts()
    running = [place for place in every if place not in beside.places]
    return Raw([text for text in chosen if text not in apart], running, beside)


def _beside_part(sheet: Sheet, chosen: Sequence[str], lang: str | None) -> Beside:
    return find_beside(sheet, _places_of(sheet, chosen), lang=lang)


def _places_of(sheet: Sheet, texts: Sequence[str]) -> list[int]:
    wanted = set(texts)
    return [block.place for block in sheet.blocks if block.text in wanted]
