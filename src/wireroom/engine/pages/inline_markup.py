"""One block as safe inline HTML: its words, emphasis and links, and nothing else of its page."""

import html
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from wireroom.engine.pages.sheet import Block, Element, Sheet
from wireroom.engine.pages.site import web_url

# What an element is written as; all others leave their words alone.
_WRITTEN_AS: Final = {"a": "a", "em": "em", "i": "em", "strong": "strong", "b": "strong"}
# Signs that no address holds unwritten; some of them would end an attribute.
_ENCODED: Final = {ord(sign): f"%{ord(sign):02X}" for sign in " \"'<>\\^`{|}"}
_LOOKED_UP: Final = 48  # ancestors of a block: real pages nest a link no deeper


class InlineWriter:
    """Writes the blocks of one sheet; time is linear in what is written.

    Only constants and escaped text are ever put out: a tag or an attribute of the page
    cannot get through, whatever it holds.
    """

    def __init__(self, sheet: Sheet, *, base: str | None) -> None:
        self._sheet = sheet
        self._base = base
        self._inlines = [
            element
            for element in sheet.elements
            if element.tag in _WRITTEN_AS and element.first_piece < element.last_piece
        ]
        self._starts = [element.first_piece for element in self._inlines]

    def write(self, block: Block) -> str:
        """Return the markup of a block; its text without tags is the block's text."""
        line = _Line()
        waiting = self._over(block)
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

    def _over(self, block: Block) -> Sequence[Element]:
        """Return the inline elements around and in a block, the outer ones first."""
        around = [
            element
            for element in self._upward(block)
            if element.tag in _WRITTEN_AS and element.first_piece < block.first_piece
        ]
        first = bisect_left(self._starts, block.first_piece)
        last = bisect_left(self._starts, block.last_piece)
        return [*around[::-1], *self._inlines[first:last]]

    def _upward(self, block: Block) -> Iterator[Element]:
        for count, element in enumerate(self._sheet.ancestors(block.home)):
            if count >= _LOOKED_UP:
                return
            yield element

    def _tag(self, element: Element) -> str:
        """Return the opening tag that an element is written with, empty for none."""
        tag = _WRITTEN_AS[element.tag]
        if tag != "a":
            return f"<{tag}>"
        href = element.attribute("href")
        url = None if href.startswith("#") else web_url(href, base=self._base)
        if url is None:
            return ""
        return f'<a href="{html.escape(url.translate(_ENCODED))}" rel="nofollow noopener">'


class _Line:
    """The markup of one block while it grows: a tag is opened with its first word."""

    __slots__ = ("_has_text", "_space", "_stack", "out")

    def __init__(self) -> None:
        self.out: list[str] = []
        self._stack: list[tuple[str, int, bool]] = []  # opening tag, end, whether it is written
        self._space = self._has_text = False

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
            self.out.append(" ")
        for place, (tag, end, is_open) in enumerate(self._stack):
            if not is_open:
                self.out.append(tag)
                self._stack[place] = (tag, end, True)
        self.out.append(html.escape(said, quote=False))
        self._has_text = True
        self._space = text[-1].isspace()

    def close(self, piece: int | None) -> None:
        """Close what ends before a piece; all of it for None."""
        while self._stack and (piece is None or self._stack[-1][1] <= piece):
            tag, _end, is_open = self._stack.pop()
            if is_open:
                self.out.append(f"</{_name(tag)}>")


def _name(tag: str) -> str:
    return tag[1:].split(" ", 1)[0].rstrip(">")
