"""One block as safe inline HTML: its words, emphasis and links, and nothing else of its page."""

import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.pages.site import web_url

# What an element is written as; all others leave their words alone.
WRITTEN_AS: Final = {"a": "a", "em": "em", "i": "em", "strong": "strong", "b": "strong"}
# Signs that no address holds unwritten; some of them would end an attribute.
_ENCODED: Final = {ord(sign): f"%{ord(sign):02X}" for sign in " \"'<>\\^`{|}"}
# What nearly every link is; taking one apart costs ten times as much.
_PLAIN_LINK: Final = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:/[\w/.,;~%+=&?:!-]*+)?", re.ASCII)
# A host without a user's name before it, and a port that is one: what else browsers may read
# in their own way leaves its words alone.
_SOUND_LINK: Final = re.compile(
    r"(?P<scheme>https?://)(?P<rest>[^\s/?#@:\[\]%\"<>]+(?::\d{1,5})?(?:[/?][^\s\"<>]*)?)\Z",
    re.IGNORECASE,
)
_LONGEST_LINK: Final = 2_000
_FIRST_PIECE: Final = attrgetter("first_piece")

Span = tuple[int, int]


class InlineWriter:
    """Writes the blocks of one sheet; time is linear in what is written.

    Only constants and escaped text are ever put out: a tag or an attribute of the page
    cannot get through, whatever it holds.
    """

    def __init__(self, sheet: Sheet, *, base: str | None) -> None:
        self._sheet = sheet
        self._base = base

    def write(self, block: Block, above: Sequence[Element], span: Span | None = None) -> str:
        """Return the markup of a block; its text without tags is the block's text.

        `above` are the elements that hold the block's box, the nearest first; `span` takes a
        part of the text alone, in code points.
        """
        waiting = self._over(block, above)
        if not waiting:  # as most paragraphs are
            text = block.text if span is None else block.text[span[0] : span[1]]
            return html.escape(text, quote=False)
        line = _Line(span)
        place = 0
        for piece in range(block.first_piece, block.last_piece):
            line.close(piece)
            while place < len(waiting) and waiting[place].first_piece <= piece:
                element = waiting[place]
                place += 1
                tag = self._tag(element)
                if tag and element.last_piece > piece:
                    line.want(tag, element.last_piece)
            line.say(self._sheet.pieces[piece])
        line.close(None)
        return "".join(line.out)

    def _over(self, block: Block, above: Sequence[Element]) -> Sequence[Element]:
        """Return the inline elements around and in a block, the outer ones first."""
        elements = self._sheet.elements
        around = [
            element
            for element in above
            if element.tag in WRITTEN_AS and element.first_piece < block.first_piece
        ]
        first = bisect_left(elements, block.first_piece, key=_FIRST_PIECE)
        last = bisect_left(elements, block.last_piece, lo=first, key=_FIRST_PIECE)
        inside = [
            element
            for element in elements[first:last]
            if element.tag in WRITTEN_AS and element.first_piece < element.last_piece
        ]
        return [*around[::-1], *inside]

    def _tag(self, element: Element) -> str:
        """Return the opening tag that an element is written with, empty for none."""
        tag = WRITTEN_AS[element.tag]
        if tag != "a":
            return f"<{tag}>"
        href = element.attribute("href")
        if _PLAIN_LINK.fullmatch(href) and len(href) <= _LONGEST_LINK:
            return f'<a href="{href.replace("&", "&amp;")}" rel="nofollow noopener">'
        url = None if href.startswith("#") else web_url(href, base=self._base)
        sound = _SOUND_LINK.match(url.translate(_ENCODED)) if url else None
        if sound is None:
            return ""
        address = sound["scheme"].lower() + sound["rest"]
        return f'<a href="{html.escape(address)}" rel="nofollow noopener">'


class _Line:
    """The markup of one block while it grows: a tag is opened with its first word."""

    __slots__ = ("_at", "_has_text", "_space", "_span", "_stack", "out")

    def __init__(self, span: Span | None) -> None:
        self.out: list[str] = []
        self._stack: list[tuple[str, int, bool]] = []  # opening tag, end, whether it is written
        self._space = self._has_text = False
        self._span = span
        self._at = 0

    def want(self, tag: str, end: int) -> None:
        """Open a tag before the next word; a second one of its kind says nothing new."""
        if all(_name(tag) != _name(other) for other, _end, _open in self._stack):
            self._stack.append((tag, end, False))

    def say(self, piece: str) -> None:
        """Write a piece of text with its white space folded."""
        text = piece.replace("\u00ad", "").replace("\u200b", "")
        said = " ".join(text.split())
        if not said:
            self._space = self._space or bool(text)
            return
        if (self._space or text[0].isspace()) and self._has_text:
            self.out.append(self._cut(" "))
        self._has_text = True
        self._space = text[-1].isspace()
        if shown := self._cut(said):
            self._open()
            self.out.append(html.escape(shown, quote=False))

    def _cut(self, text: str) -> str:
        """Return what of the next text stands in the part that is wanted."""
        if self._span is None:
            return text
        (first, last), at = self._span, self._at
        self._at += len(text)
        return text[max(0, first - at) : max(0, last - at)]

    def _open(self) -> None:
        for place, (tag, end, is_open) in enumerate(self._stack):
            if not is_open:
                self.out.append(tag)
                self._stack[place] = (tag, end, True)

    def close(self, piece: int | None) -> None:
        """Close what ends before a piece; all of it for None."""
        while self._stack and (piece is None or self._stack[-1][1] <= piece):
            tag, _end, is_open = self._stack.pop()
            if is_open:
                self.out.append(f"</{_name(tag)}>")


def _name(tag: str) -> str:
    return tag[1:].split(" ", 1)[0].rstrip(">")
