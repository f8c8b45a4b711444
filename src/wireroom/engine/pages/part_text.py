"""The paragraphs of one part of a page, and its nodes in the tree, until one reader reads both."""

from collections.abc import Iterator
from typing import Final

from wireroom.engine.pages.class_words import bit_of
from wireroom.engine.pages.heads import CHROME, HEADINGS, is_prose
from wireroom.engine.pages.region import Span
from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.text.words import words

_FURNITURE_TAGS: Final = CHROME | {"figure", "figcaption", "button", "table"}
_FURNITURE: Final = bit_of("caption", "social", "comment", "related", "popular", "newsletter",
                           "ad", "nav", "tags", "bio", "video", "paywall", "consent")  # fmt: skip
_SENTENCE_END: Final = (".", "!", "?", "؟", "。", "…", '"', "”", "“", "»", ":", "'", "’")


def paragraphs_of(sheet: Sheet, span: Span, *, title: str) -> list[str]:
    """Return the text of a part: its paragraphs, and what is short among them but a sentence."""
    gone = _furniture(sheet, span)
    blocks = [
        block
        for block in sheet.blocks[span[0] : span[1]]
        if not gone[block.place - span[0]] and block.linked * 2 < len(block.text)
    ]
    prose = [place for place, block in enumerate(blocks) if _is_paragraph(sheet, block)]
    if not prose:
        return []
    said = words(title)
    return [
        block.text
        for block in blocks[prose[0] : prose[-1] + 1]
        if _is_paragraph(sheet, block)
        or (block.text.endswith(_SENTENCE_END) and words(block.text) != said)
        or sheet.elements[block.home].tag in HEADINGS
    ]


def _is_paragraph(sheet: Sheet, block: Block) -> bool:
    return is_prose(block) and sheet.elements[block.home].tag not in HEADINGS


def _furniture(sheet: Sheet, span: Span) -> list[bool]:
    """Mark the blocks of a span that stand in an element which is named as furniture."""
    first, last = span
    gone = [False] * (last - first)
    most = sum(len(block.text) for block in sheet.blocks[first:last]) / 2
    for element in _elements_in(sheet, span):
        if element.tag not in _FURNITURE_TAGS and not element.kinds & _FURNITURE:
            continue
        inside = sheet.blocks[element.first_block : element.last_block]
        if element.tag in CHROME or sum(len(block.text) for block in inside) < most:
            for block in inside:
                gone[block.place - first] = True
    return gone


def _elements_in(sheet: Sheet, span: Span) -> Iterator[Element]:
    for top in tops_of(sheet, span):
        yield from sheet.elements[top.place : top.end]


def tops_of(sheet: Sheet, span: Span) -> list[Element]:
    """Return the largest elements with text whose blocks all lie in a span."""
    found: list[Element] = []
    place = 0
    elements = sheet.elements
    while place < len(elements):
        element = elements[place]
        if element.last_block <= span[0]:
            place = element.end
            continue
        if element.first_block >= span[1]:
            break
        whole = span[0] <= element.first_block < element.last_block <= span[1]
        if whole:
            found.append(element)
        place = element.end if whole else place + 1
    return found


def markup_of(sheet: Sheet, span: Span) -> str:
    """Return the markup of a part."""
    return "\n".join(element.node.html or "" for element in tops_of(sheet, span))


def cut_out(sheet: Sheet, span: Span) -> None:
    """Take a part out of the tree, so that nothing of it is read as the main article's."""
    for element in tops_of(sheet, span):
        after = element.node.next
        while after is not None and after.tag == "-text":
            text, after = after, after.next
            text.decompose()
        element.node.decompose()
