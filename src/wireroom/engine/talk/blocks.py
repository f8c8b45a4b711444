"""A comment's text as a page shows it: paragraphs and quotes, links, and signs made visible."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal
from urllib.parse import urlsplit

# Embeddings and overrides turn what follows them round; isolates end with their paragraph.
_TURNING: Final = "\u202a-\u202e"
_PIECE: Final = re.compile(
    rf"(?P<sign>[{_TURNING}])"
    rf"|(?P<link>(?<![\w])https?://[^\s<>\"'`{_TURNING}\u200e\u200f\u061c\u2066-\u2069]{{1,2000}})",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"(?:> ?)+")
# What closes a sentence or a bracket is seldom the end of an address.
_AFTER_LINK: Final = ".,;:!?…،؛؟»”’*_"
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, an address that leads out, or a sign that would turn its neighbours."""

    kind: Literal["text", "link", "sign"]
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or, where its lines open with ">", a quote."""

    is_quote: bool
    lines: tuple[tuple[Piece, ...], ...]


def find_blocks(text: str) -> list[Block]:
    """Return the blocks of a cleaned text in reading order."""
    blocks = []
    for kind, lines in groupby(text.split("\n"), key=_kind):
        if kind != "empty":
            shown = (_QUOTED.sub("", line, count=1) if kind == "quote" else line for line in lines)
            blocks.append(Block(kind == "quote", tuple(tuple(_pieces(line)) for line in shown)))
    return blocks


def quote(text: str) -> str:
    """Return a text as the quote that opens an answer to it, and room for the answer."""
    lines = (line.strip() for line in text.split("\n"))
    return "".join(f"> {line}\n" for line in lines if line) + "\n"


def _kind(line: str) -> str:
    if not line.strip():
        return "empty"
    return "quote" if line.startswith(">") else "said"


def _pieces(line: str) -> Iterator[Piece]:
    done = 0
    for match in _PIECE.finditer(line):
        end = match.start() + len(_address(match[0])) if match["link"] else match.end()
        if end == match.start():
            continue
        if match.start() > done:
            yield Piece("text", line[done : match.start()])
        yield Piece("link" if match["link"] else "sign", line[match.start() : end])
        done = end
    if done < len(line):
        yield Piece("text", line[done:])


def _address(found: str) -> str:
    """Return as much of what looks like an address as is one; "" where none is."""
    end = len(found)
    while end and (found[end - 1] in _AFTER_LINK or _closes_more(found[:end])):
        end -= 1
    try:
        return found[:end] if urlsplit(found[:end]).hostname else ""
    except ValueError:
        return ""


def _closes_more(found: str) -> bool:
    """Tell whether the bracket at the end was opened before the address began."""
    closing = found[-1]
    return closing in _BRACKETS and found.count(closing) > found.count(_BRACKETS[closing])
