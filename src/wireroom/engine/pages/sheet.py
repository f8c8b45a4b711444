"""A page laid flat: its elements and text blocks in reading order, made in one traversal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.engine.pages.class_words import kinds_of, naming_of


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Elements that begin and end a line of text.
BOXES: Final = _listed(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol "
    "p pre search section summary table tbody td tfoot th thead tr ul caption"
)
# What never holds text of a report; nothing below it is looked at.
_UNSEEN: Final = _listed(
    "script style noscript template svg iframe head object embed select option textarea canvas "
    "button input link math map audio datalist nav"
)
# A footer outside these is the page's: of 18,000 blocks in footers of the shared pages, ten
# were of a report.
_REPORTS: Final = frozenset(("article", "main"))
# More elements than any real page has (of 1,000 shared ones, 9,400): the rest is left out.
_MOST_ELEMENTS: Final = 200_000
_BREAKS: Final = 2  # two <br> in a row part paragraphs, one is a line's end
# What a tag means to the walk; all others are part of a line. Those past _BOX are not entered.
_INLINE, _LINK, _BOLD, _BOX, _BREAK, _SKIP = range(6)
_WHAT: Final[Mapping[str, int]] = (
    dict.fromkeys(BOXES, _BOX)
    | dict.fromkeys(_UNSEEN, _SKIP)
    | {"footer": _SKIP, "a": _LINK, "b": _BOLD, "strong": _BOLD, "br": _BREAK}
    | dict.fromkeys(("-comment", "-undef", "-document", "!doctype"), _SKIP)
)
_NO_ATTRIBUTES: Final[Mapping[str, str | None]] = {}


@dataclass(slots=True)
class Element:
    """One element: `end` is the first element after its subtree, `parent` -1 for the body.

    Its text is pieces[first_piece:last_piece], its blocks are blocks[first_block:last_block];
    an inline element's block range holds the block that it stands in.
    """

    place: int
    tag: str
    parent: int
    depth: int
    node: LexborNode
    attributes: Mapping[str, str | None]
    first_piece: int
    first_block: int
    end: int = 0
    last_piece: int = 0
    last_block: int = 0

    @property
    def naming(self) -> str:
        """Its class, id and the like on one line."""
        attributes = self.attributes
        if len(attributes) < 2:
            return attributes.get("class") or "" if attributes else ""
        return naming_of(attributes)

    @property
    def kinds(self) -> int:
        """What the words of its naming stand for (class_words.kinds_of)."""
        return kinds_of(naming) if (naming := self.naming) else 0

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
    if not text.isascii() and ("\u00ad" in text or "\u200b" in text):
        text = text.replace("\u00ad", "").replace("\u200b", "")
    return " ".join(text.split())


def _has_signs(text: str) -> bool:
    """Tell whether fold_space leaves anything of a text; what it takes makes no block."""
    if text.isascii() or not ("\u00ad" in text or "\u200b" in text):
        return bool(text)
    return bool(fold_space(text))


def lay_out(tree: LexborHTMLParser) -> Sheet:
    """Lay a parsed page flat; one without a body gives an empty sheet. Time is linear."""
    sheet = Sheet()
    if tree.body is not None:
        _walk(tree.body, sheet)
    return sheet


class _Line:
    """The line that is being gathered: where it began and what of it is linked or bold."""

    __slots__ = ("bold", "breaks", "linked", "sheet", "start")

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.start = self.linked = self.bold = self.breaks = 0

    def end(self, home: int) -> None:
        """Make a block of the line; one without visible signs leaves nothing."""
        sheet = self.sheet
        last = len(sheet.pieces)
        text = fold_space("".join(sheet.pieces[self.start : last]))
        if text:
            size = len(text)
            linked, bold = min(self.linked, size), min(self.bold, size)
            block = Block(len(sheet.blocks), home, text, linked, bold, self.start, last)
            sheet.blocks.append(block)
        sheet.pieces.append(" ")
        self.start = last + 1
        self.linked = self.bold = self.breaks = 0

    def takes_break(self, is_visible: bool, home: int) -> bool:
        """Take a <br> in; return whether the line goes on with what is visible of it."""
        self.sheet.pieces.append(" ")
        self.breaks += 1
        if self.breaks < _BREAKS or not is_visible:
            return is_visible
        self.end(home)
        return False


def _walk(body: LexborNode, sheet: Sheet) -> None:  # noqa: C901 - the one hot loop of the reader
    """Visit every visible element and text below the body once, without recursion."""
    elements, blocks, pieces, line = sheet.elements, sheet.blocks, sheet.pieces, _Line(sheet)
    what_is, is_visible = _WHAT.get, False  # whether the line in hand has visible text
    top, place = _opened(body, sheet), 1  # the element in hand, and the place of the next one
    stack, kinds, homes, links, bold = [top], [_BOX], [0], 0, 0
    node = body.first_child
    while True:
        if node is None:
            if (kind := kinds.pop()) >= _BOX:
                if is_visible:
                    line.end(homes[-1])
                    is_visible = False
                homes.pop()
            elif kind != _INLINE:
                links, bold = (links - 1, bold) if kind == _LINK else (links, bold - 1)
            top.end, top.last_piece, top.last_block = place, len(pieces), len(blocks) + is_visible
            node = stack.pop().node.next
            if not stack:
                return
            top = stack[-1]
        elif (tag := node.tag or "-undef") == "-text":
            text = node.text_content or ""
            pieces.append(text)
            if not text.isspace() and ((text.isascii() and text) or _has_signs(text)):
                is_visible, line.breaks = True, 0
                line.linked += len(text) if links else 0
                line.bold += len(text) if bold else 0
            node = node.next
        elif (kind := what_is(tag, _INLINE)) <= _BOX or _is_entered(node, tag, stack):
            if kind >= _BOX:
                if is_visible:
                    line.end(homes[-1])
                    is_visible = False
                homes.append(place)
            elif kind != _INLINE:
                links, bold = (links + 1, bold) if kind == _LINK else (links, bold + 1)
            known = node.attributes or _NO_ATTRIBUTES
            top = Element(place, tag, top.place, len(stack), node, known, len(pieces), len(blocks))
            elements.append(top)
            stack.append(top)
            kinds.append(kind)
            place += 1
            node = node.first_child if place < _MOST_ELEMENTS else None
        else:
            if kind == _BREAK:
                is_visible = line.takes_break(is_visible, homes[-1])
            node = node.next


def _opened(body: LexborNode, sheet: Sheet) -> Element:
    element = Element(0, "body", -1, 0, body, body.attributes or _NO_ATTRIBUTES, 0, 0)
    sheet.elements.append(element)
    return element


def _is_entered(node: LexborNode, tag: str, stack: Sequence[Element]) -> bool:
    """Tell whether a footer is a report's own, and a navigation tabs under a headline."""
    if tag == "footer":
        return any(element.tag in _REPORTS for element in stack)
    if tag != "nav":
        return False
    return any(element.tag == "nav" for element in stack) or node.css_first("h1") is not None
