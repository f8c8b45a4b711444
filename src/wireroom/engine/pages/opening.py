"""What pages put between headline and report: labels, names, and the standfirst once more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from wireroom.engine.pages.blocks import HEADINGS, Block, row_of
from wireroom.engine.pages.dom import ancestors, class_words, seen_text
from wireroom.engine.pages.plain import is_sentence
from wireroom.engine.text.words import words


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
    """What stands above a report: names, section and tags as `labels`, and its standfirsts."""

    labels: tuple[str, ...]
    standfirsts: tuple[str, ...]


def cut_opening(paragraphs: Sequence[str], tree: LexborHTMLParser, above: Above) -> list[str]:
    """Return the paragraphs without the labels and the standfirst that open them.

    A standfirst goes where the page marks it or keeps it in another box than the report: pages
    that take their first paragraph for a description keep it.
    """
    known = {_key(part) for label in above.labels for part in (label, *_PARTS.split(label))}
    kept = list(paragraphs)
    place = 0
    while place < min(_OPENING_LINES, len(kept) - 1):
        text = kept[place]
        if (_is_label(text, known - {""}) and _opens_soon(kept[place + 1 :])) or (
            place == 0 and _is_standfirst(text, kept[1], tree, above.standfirsts)
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
    key = _key(text)
    if not key or key in known:
        return True
    if len(text) > _LONGEST_LABEL or is_sentence(text) or text[-1] in '.!?؟…:”"»':
        return False
    return len(words(text)) <= _LABEL_WORDS


def _is_standfirst(
    text: str, following: str, tree: LexborHTMLParser, standfirsts: Sequence[str]
) -> bool:
    row = row_of(tree)
    block = _block_with(text, row)
    if block is None:
        return False
    stated = any(_key(text) == _key(told) for told in standfirsts)
    if class_words(block.node) & _STANDFIRST and block.tag != "body":
        return stated or not standfirsts
    if not stated:
        return False
    after = _block_with(following, row)
    if block.tag in HEADINGS or _is_bold(block):
        return True
    return after is not None and _apart(block, after)


def _is_bold(block: Block) -> bool:
    bold = block.node.css_first("b, strong")
    return bold is not None and _key(seen_text(bold)) == _key(block.text)


def _block_with(text: str, row: Sequence[Block]) -> Block | None:
    wanted = _key(text)
    same = next((block for block in row if _key(block.text) == wanted), None)
    # Paragraphs parted by empty lines alone share a block.
    return same or next((block for block in row if _key(block.text).startswith(wanted)), None)


def _apart(block: Block, after: Block) -> bool:
    """Tell whether two lines stand in different boxes, each around more than its own line."""
    home, other = block.node.parent, after.node.parent
    if home is None or other is None:
        return False
    if home.mem_id == other.mem_id:
        return block.tag == "div" and class_words(block.node) != class_words(after.node)
    if any(up.tag == "header" for up in ancestors(block.node)):
        return True
    # Beside the headline, or in a box that is the report's neighbour rather than its parent.
    holds = any(up.mem_id == home.mem_id for up in ancestors(after.node))
    return (holds or home.css_first("h1, h2, h3") is not None) and other.css_first("h1") is None


def _key(text: str) -> str:
    return " ".join(words(text))
