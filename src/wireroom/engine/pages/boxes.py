"""Boxes beside a report that open with a label of their own: comments, app offers, sign-ups."""

import re
from collections.abc import Sequence
from typing import Final

from wireroom.engine.pages.sheet import Block, Element, Sheet

_LABEL: Final = re.compile(
    r"^\W*(?:(?:no |\d+ |all |reader |join the )?(?:comments?|discussion|conversation)\b|"
    r"leave a (?:comment|reply)|related\b|recommended\b|you (?:may|might)\b|most (?:read|popular)|"
    r"popular\b|trending\b|top stories|latest (?:news|stories|from)|more (?:from|on|in|stories|"
    r"news)\b|read (?:more|next|also)|watch next|up next|newsletter|follow us|share\b|"
    r"(?:sign|log) (?:in|up)\b|subscribe\b|(?:get|download) (?:the|our) app|advertisement|"
    r"kommentare|commentaires|comentarios|"
    r"التعليقات|تعليقات|أضف تعليق|الأكثر قراءة|أخبار ذات صلة|مواضيع|مقالات|قد يهمك|قد يعجبك|"
    r"اقرأ أيض|إقرأ أيض|شارك|تابعنا|اشترك|النشرة|نشرة)",
    re.IGNORECASE,
)
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
# As lexbor writes them: attributes in double quotes.
_CONTROL: Final = re.compile(
    r"""<(?:form|button|textarea|select)[\s>]|<input(?![^>]*\stype="hidden")[\s>]""", re.IGNORECASE
)
_APP: Final = re.compile(
    r"\b(?:iphone|ipad|android|app store|google play|play store|app gallery)\b|آيفون|أندرويد",
    re.IGNORECASE,
)
_OFFER: Final = re.compile(
    r"^\W*(?:sign (?:me )?up|subscribe|register|join|download|get (?:it|the app)|donate|"
    r"اشترك|سجل|حمل)\b",
    re.IGNORECASE,
)
# Characters. Offers are a sentence or two; a section of a report is longer.
_LONGEST_LABEL: Final = 80
_LONGEST_BOX: Final = 400
_LABEL_WORDS: Final = 5
_MOST_OFFERS: Final = 3
_MOST_LINKS: Final = 10


def places_in_boxes(sheet: Sheet) -> set[int]:
    """Return the blocks of short boxes that are labelled as furniture or are there to be used.

    To be used: a box with a heading of its own that holds a button or a field, or links to an
    app for telephones.
    """
    found: set[int] = set()
    offers: list[Element] = []
    for block in sheet.blocks:
        tag = sheet.elements[block.home].tag
        if tag not in _HEADINGS and not block.bold:
            continue
        label = block.text
        if tag != "p" and _is_offer_in_a_line(sheet, block):
            offers.append(sheet.elements[block.home])
        if len(label) > _LONGEST_LABEL or not _is_heading(tag, block):
            continue
        box = _own_box(sheet, block)
        if box is None:
            continue
        if _LABEL.match(label) and label.count(" ") < _LABEL_WORDS:
            found.update(range(box.first_block, box.last_block))
        elif _is_offer(sheet, box):
            offers.append(box)
    # Where many boxes have buttons they are the list that the page is about.
    for box in offers if len(offers) <= _MOST_OFFERS else ():
        found.update(range(box.first_block, box.last_block))
    return found


def _is_heading(tag: str, block: Block) -> bool:
    """Tell whether a block is a heading by its tag, or by its looks: all bold in a plain box."""
    return tag in _HEADINGS or (tag == "div" and block.bold >= len(block.text))


def _is_offer_in_a_line(sheet: Sheet, block: Block) -> bool:
    """Tell whether a box is one line that opens in bold and ends in a link to be followed."""
    if not block.linked or not 0 < block.bold < len(block.text) <= _LONGEST_BOX:
        return False
    home = sheet.elements[block.home]
    whole = home.first_block == block.place and home.last_block == block.place + 1
    return whole and _is_offer(sheet, home)


def _own_box(sheet: Sheet, heading: Block) -> Element | None:
    """Return the largest short element that this heading opens."""
    best = None
    home = sheet.elements[heading.home]
    above = list(sheet.ancestors(heading.home))
    for box in (home, *above) if home.tag == "div" else above:
        if box.tag in ("body", "main") or box.first_block != heading.place:
            break
        blocks = sheet.blocks[box.first_block : box.last_block]
        # A box of more blocks than characters allowed is too long in any case.
        if len(blocks) > _LONGEST_BOX or _size(blocks) > len(heading.text) + _LONGEST_BOX:
            break
        if any(sheet.elements[block.home].tag == "h1" for block in blocks):
            break
        best = box
    return best


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) + 1 for block in blocks)


def _is_offer(sheet: Sheet, box: Element) -> bool:
    if _CONTROL.search(box.node.html or ""):
        return True
    links = [element for element in sheet.inside(box) if element.tag == "a"][:_MOST_LINKS]
    texts = [sheet.text(link) for link in links]
    return any(_APP.search(text) or _OFFER.match(text) for text in texts if len(text) < 40)
