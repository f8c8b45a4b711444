"""The paragraphs of one further article of a page, told by what its blocks stand in."""

from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.enclosed import with_enclosed
from wireroom.engine.pages.heads import CHROME, HEADINGS, is_prose
from wireroom.engine.pages.sheet import Block, Sheet
from wireroom.engine.text.words import words

_FURNITURE_TAGS: Final = CHROME | {"figure", "figcaption", "button", "table"}
_FURNITURE: Final = bit_of("caption", "social", "comment", "related", "popular", "newsletter",
                           "ad", "nav", "tags", "bio", "video", "paywall", "consent")  # fmt: skip
_SENTENCE_END: Final = (".", "!", "?", "؟", "。", "…", '"', "”", "“", "»", ":", "'", "’")


def paragraphs_of(sheet: Sheet, places: Sequence[int], *, title: str) -> list[str]:
    """Return the text of a part: its paragraphs, and what is short among them but a sentence."""
    gone = _furniture(sheet)
    blocks = [
        block
        for block in (sheet.blocks[place] for place in places)
        if not gone[block.place] and block.linked * 2 < len(block.text)
    ]
    prose = [place for place, block in enumerate(blocks) if _is_paragraph(sheet, block)]
    if not prose:
        return []
    said = words(title)
    chosen = [
        block.place
        for block in blocks[prose[0] : prose[-1] + 1]
        if _is_paragraph(sheet, block)
        or (block.text.endswith(_SENTENCE_END) and words(block.text) != said)
        or sheet.elements[block.home].tag in HEADINGS
    ]
    own = set(places)
    return [sheet.blocks[n].text for n in with_enclosed(sheet, chosen) if n in own]


def _is_paragraph(sheet: Sheet, block: Block) -> bool:
    return is_prose(block) and sheet.elements[block.home].tag not in HEADINGS


def _furniture(sheet: Sheet) -> list[bool]:
    """Mark the blocks that stand in an element which is named as furniture."""
    gone = [False] * len(sheet.blocks)
    most = sum(len(block.text) for block in sheet.blocks) / 2
    for element in sheet.elements[1:]:
        if element.tag not in _FURNITURE_TAGS and not element.kinds & _FURNITURE:
            continue
        inside = sheet.blocks[element.first_block : element.last_block]
        if element.tag in CHROME or sum(len(block.text) for block in inside) < most:
            for block in inside:
                gone[block.place] = True
    return gone
