"""A page laid flat: its elements and text blocks in reading order, made in one traversal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.class_words import kinds_of, naming_of

# Elements that begin and end a line of text.
BOXES: Final = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol "
    "option p pre search section summary table tbody td tfoot th thead tr ul caption".split()
)
# What never holds text of a report; nothing below it is looked at.
_UNSEEN: Final = frozenset(
    "script style noscript template svg iframe head object embed select option textarea canvas "
    "button input link math map audio datalist".split()
)
# More elements than any real page has (the largest of 1,000 has 31,000): the rest is left out.
_MOST_ELEMENTS: Final = 200_000
_BREAKS: Final = 2  # two <br> in a row part paragraphs, one is a line's end
_NO_ATTRIBUTES: Final[Mapping[str, str | None]] = {}


@dataclass(slots=True)
class Element:
    """One element: `end` is the first element after its subtree, `parent` -1 for the body.

    Its text is pieces[first_piece:last_piece], its blocks are blocks[first_block:last_block];
    an inline element's block range holds the block that it stands in. `kinds` are the bits of
    class_words.kinds_of for its class, id and the like.
    """

    place: int
    tag: str
    parent: int
    node: LexborNode
    attributes: Mapping[str, str | None]
    kinds: int
    first_piece: int
    first_block: int
    end: int = 0
    last_piece: int = 0
    last_block: int = 0

    def attribute(self, name: str) -> str:
        """Return an attribute's value without edges of space, empty where it is not there."""
        return (self.attributes.get(name) or "").strip()


@dataclass(slots=True)
class Block:
    """A line or paragraph: the text between two borders of boxes, white space folded.

    `home` is the place of the box element that holds it; `linked` counts the characters of
    it that stand in links, `bold` those in bold type.
    """

    place: int
    home: int
    text: str
    linked: int
    bold: int
    first_piece: int
    last_piece: int


@dataclass(slots=True)
class Sheet:
    """The flat page. Elements are in document order; element 0 is the body.

    An element that holds another one comes before it, and its `end` after it, so "inside" is
    a comparison of places. Empty where a page has no body.
    """

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def text(self, element: Element) -> str:
        """Return the visible text of an element on one line."""
        return fold_space("".join(self.pieces[element.first_piece : element.last_piece]))

    def ancestors(self, place: int) -> Iterator[Element]:
        """Yield the elements that hold element `place`, the nearest first."""
        parent = self.elements[place].parent
        while parent >= 0:
            element = self.elements[parent]
            yield element
            parent = element.parent

    def inside(self, element: Element) -> list[Element]:
        """Return the elements below `element`."""
        return self.elements[element.place + 1 : element.end]


def fold_space(text: str) -> str:
    """Return `text` on one line, its edges bare, without soft hyphens and zero-width spaces."""
    if "\u00ad" in text or "\u200b" in text:
        text = text.replace("\u00ad", "").replace("\u200b", "")
    return " ".join(text.split())


def lay_out(tree: LexborHTMLParser) -> Sheet:
    """Lay a parsed page flat; one without a body gives an empty sheet. Time is linear."""
    layer = _Layer()
    if tree.body is not None:
        layer.walk(tree.body)
    return layer.sheet


class _Layer:
    """What is open while the page is walked: elements, and the line that is being gathered."""

    __slots__ = ("block_start", "bold", "bold_size", "breaks", "has_text", "homes", "link_size",
                 "links", "sheet")  # fmt: skip

    def __init__(self) -> None:
        self.sheet = Sheet()
        self.homes: list[int] = []
        self.links = self.bold = self.link_size = self.bold_size = self.breaks = 0
        self.block_start = 0
        self.has_text = False

    def walk(self, body: LexborNode) -> None:
        """Visit every visible element and text below the body once, without recursion."""
        stack = [self._open(body, "body", -1)]
        node = body.first_child
        while stack:
            if node is None:
                closed = stack.pop()
                self._close(closed)
                node = closed.node.next if stack else None
                continue
            tag = node.tag or "-undef"
            if tag == "-text":
                self._take(node.text_content or "")
            elif tag == "br":
                self._break()
            elif tag[0] != "-" and tag not in _UNSEEN:
                element = self._open(node, tag, stack[-1].place)
                below = node.first_child
                if below is not None and element.place < _MOST_ELEMENTS:
                    stack.append(element)
                    node = below
                    continue
                self._close(element)
            node = node.next

    def _open(self, node: LexborNode, tag: str, parent: int) -> Element:
        sheet = self.sheet
        place = len(sheet.elements)
        if tag in BOXES:
            self._flush()
            self.homes.append(place)
        elif tag == "a":
            self.links += 1
        elif tag in ("b", "strong"):
            self.bold += 1
        attributes = node.attributes
        naming = naming_of(attributes) if attributes else ""
        element = Element(
            place, tag, parent, node, attributes or _NO_ATTRIBUTES,
            kinds_of(naming) if naming else 0, len(sheet.pieces), len(sheet.blocks),
        )  # fmt: skip
        sheet.elements.append(element)
        return element

    def _close(self, element: Element) -> None:
        tag = element.tag
        sheet = self.sheet
        if tag in BOXES:
            self._flush()
            self.homes.pop()
        elif tag == "a":
            self.links -= 1
        elif tag in ("b", "strong"):
            self.bold -= 1
        element.end = len(sheet.elements)
        element.last_piece = len(sheet.pieces)
        element.last_block = len(sheet.blocks) + (self.has_text and tag not in BOXES)

    def _take(self, text: str) -> None:
        self.sheet.pieces.append(text)
        if text.isspace():
            return
        self.has_text = True
        self.breaks = 0
        if self.links:
            self.link_size += len(text)
        if self.bold:
            self.bold_size += len(text)

    def _break(self) -> None:
        self.sheet.pieces.append(" ")
        self.breaks += 1
        if self.breaks >= _BREAKS:
            self._flush()

    def _flush(self) -> None:
        """End the line that is being gathered; a line without text leaves nothing."""
        sheet = self.sheet
        if self.has_text:
            end = len(sheet.pieces)
            text = fold_space("".join(sheet.pieces[self.block_start : end]))
            if text:
                place = len(sheet.blocks)
                sheet.blocks.append(
                    Block(place, self.homes[-1], text, min(self.link_size, len(text)),
                          min(self.bold_size, len(text)), self.block_start, end)
                )  # fmt: skip
            self.has_text = False
            sheet.pieces.append(" ")
        self.link_size = self.bold_size = self.breaks = 0
        self.block_start = len(sheet.pieces)
