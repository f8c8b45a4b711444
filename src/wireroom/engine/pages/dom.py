"""Reading a parsed page: the text of an element as a person sees it, its class words, its kin."""

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

# Inside a line of text these add no space: "<b>O</b>nce".
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "-text",
    ]
)
_UNSEEN: Final = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "head", "object"]
)
_CLASS_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def fold_space(text: str) -> str:
    """Return `text` on one line, its edges bare."""
    return " ".join(text.replace("\u200b", "").replace("\u00ad", "").split())


def seen_text(node: LexborNode) -> str:
    """Return the visible text of an element on one line; blocks and spans are spaced."""
    only = node.child
    if only is None:
        return ""
    if only.tag == "-text" and only.next is None:  # most links and many paragraphs
        return "" if node.tag in _UNSEEN else fold_space(only.text_content or "")
    pieces: list[str] = []
    for part in node.traverse(include_text=True):
        tag = part.tag
        if tag == "-text":
            parent = part.parent
            if parent is None or parent.tag not in _UNSEEN:
                pieces.append(part.text_content or "")
        elif tag not in _INLINE:
            pieces.append(" ")
    return fold_space("".join(pieces))


def attribute(node: LexborNode, name: str) -> str:
    """Return an attribute's value, the empty string where it is not there."""
    return (node.attributes.get(name) or "").strip()


def class_words(node: LexborNode) -> set[str]:
    """Return the lower-case words of class, id, itemprop and data-testid: "postByline" has two."""
    attributes = node.attributes
    names = " ".join(
        attributes.get(key) or "" for key in ("class", "id", "itemprop", "data-testid", "rel")
    )
    return {word.lower() for word in _CLASS_WORD.findall(names)}


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that hold `node`, the nearest first."""
    parent = node.parent
    while parent is not None and parent.tag not in ("-undef", "-document"):
        yield parent
        parent = parent.parent
