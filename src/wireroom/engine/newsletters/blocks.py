"""A letter's text as blocks of words and links, whatever tables it is laid out with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_BLOCKS: Final = 3_000
_BLOCKS_NAMES: Final = (
    "p div table tbody thead tfoot tr td th ul ol li h1 h2 h3 h4 h5 h6 blockquote section "
    "article header footer center pre hr dl dt dd figure figcaption main aside address form"
)
_BLOCKS: Final = frozenset(_BLOCKS_NAMES.split())
_KINDS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h2"), "li": "li",
    "blockquote": "blockquote",
}  # fmt: skip
_SKIPPED_NAMES: Final = (
    "head script style title img picture svg video audio iframe noscript template button "
    "input select textarea object map"
)
_SKIPPED: Final = frozenset(_SKIPPED_NAMES.split())
# How senders hide what only the list of letters is to show ("preheader").
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|font-size\s*:\s*0|"
    r"max-height\s*:\s*0(?!\.)|opacity\s*:\s*0(?!\.)",
    re.IGNORECASE,
)
_FILLERS: Final = re.compile(r"(?:[\u034f\u00ad\u200b-\u200f\u2060\ufeff]\s*){3,}")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'’]", re.IGNORECASE)
_LONGEST_TITLE: Final = 200  # characters above an address in plain text


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, and where they lead, if anywhere."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading ("h2"), entry of a list ("li") or quotation ("blockquote")."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The block's words, with single spaces."""
        return " ".join("".join(piece.text for piece in self.pieces).split())


def blocks_of_html(markup: str) -> list[Block]:
    """Return the blocks of a letter's HTML that a reader sees, in their order."""
    root = LexborHTMLParser(markup).root
    writer = _Writer()
    if root is not None:
        for node, is_start in _walk(root):
            writer.take(node, is_start=is_start)
            if len(writer.done) >= MOST_BLOCKS:
                break
    writer.end_block()
    return writer.done[:MOST_BLOCKS]


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every node that is shown at its start and, but for texts, at its end."""
    waiting = [(root, True)]
    while waiting:
        node, is_start = waiting.pop()
        yield node, is_start
        if not is_start or node.tag == "-text":
            continue
        waiting.append((node, False))
        inner = [one for one in node.iter(include_text=True) if not _is_hidden(one)]
        waiting += [(one, True) for one in reversed(inner)]


def _is_hidden(node: LexborNode) -> bool:
    if node.tag == "-text":
        return False
    if node.tag in _SKIPPED:
        return True
    told = node.attributes
    return "hidden" in told or _HIDDEN.search(told.get("style") or "") is not None


@dataclass(slots=True)
class _Writer:
    """The block that is being written, and the links and kinds that are open."""

    done: list[Block] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _kinds: list[str] = field(default_factory=list)
    _links: list[str] = field(default_factory=list)

    def take(self, node: LexborNode, *, is_start: bool) -> None:
        """Add what the node says to the blocks."""
        tag = node.tag or ""
        if tag == "-text":
            self._say(node.text_content or "")
        elif tag == "br" and is_start:
            self._break()
        elif tag == "a":
            self._link(node, is_start=is_start)
        elif tag in _BLOCKS:
            self.end_block()
            if tag in _KINDS and is_start:
                self._kinds.append(_KINDS[tag])
            elif tag in _KINDS and self._kinds:
                self._kinds.pop()

    def end_block(self) -> None:
        """Put what was said so far into a block of its own."""
        block = Block(self._kinds[-1] if self._kinds else "p", tuple(self._pieces))
        self._pieces = []
        if any(sign.isalnum() for sign in block.text):
            self.done.append(block)

    def _say(self, text: str) -> None:
        if text := _FILLERS.sub(" ", text):
            self._pieces.append(Piece(text, self._links[-1] if self._links else ""))

    def _break(self) -> None:
        """Two breaks one after the other end a paragraph."""
        if self._pieces and self._pieces[-1].text == "\n":
            self.end_block()
        else:
            self._pieces.append(Piece("\n"))

    def _link(self, node: LexborNode, *, is_start: bool) -> None:
        if is_start:
            self._links.append((node.attributes.get("href") or "").strip())
        elif self._links:
            self._links.pop()


def blocks_of_plain(text: str) -> list[Block]:
    """Return the paragraphs of a plain letter; an address leads from the words above it."""
    paragraphs = re.split(r"\n[ \t>]*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    made = [_plain_block(one) for one in paragraphs[:MOST_BLOCKS]]
    return [block for block in made if any(sign.isalnum() for sign in block.text)]


def _plain_block(paragraph: str) -> Block:
    addresses = _WEB.findall(paragraph)
    words = " ".join(_WEB.sub(" ", paragraph).split()).replace("<>", "").replace("< >", "").strip()
    kind = "p"
    if words.startswith(("* ", "- ", "• ")):
        kind, words = "li", words[2:].strip()
    if len(addresses) == 1 and len(words) <= _LONGEST_TITLE:
        return Block(kind, (Piece(words, addresses[0]),))
    return Block(kind, (Piece(words),))
