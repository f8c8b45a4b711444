"""The blocks of an article as clean HTML: subheads, lists, quotations and tables in order."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice
from types import MappingProxyType
from typing import Final

from wireroom.engine.pages.inline_markup import WRITTEN_AS, InlineWriter, Span
from wireroom.engine.pages.sheet import Element, Sheet

# Everything that is ever written: p, h2 to h4, ul, ol, li, blockquote, table, tr, td, th, and
# inside a line a, em, strong. Attributes: href and rel of a link, lang and dir.
_HEADINGS: Final = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
_FLOW: Final = ("", "blockquote", "li", "td", "th")  # what may hold any of the others
_HOLDERS: Final = {
    "ul": _FLOW, "ol": _FLOW, "blockquote": _FLOW, "table": _FLOW,
    "li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",),
}  # fmt: skip
_CELLS: Final = ("li", "td", "th")
_LOOKED_UP: Final = 48  # ancestors of a block
_DEEPEST: Final = 8  # boxes that are open at once
# A table of data has several short cells; older pages lay out their prose in tables.
_FEWEST_CELLS: Final = 4
_LONGEST_CELL: Final = 120  # characters on the average
_LANG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}\Z")
_DIRECTIONS: Final = ("ltr", "rtl", "auto")

# Everything that article_html and plain_html ever put out, but text and white space.
_TAG: Final = (
    r"</?(?:p|h[2-4]|ul|ol|li|blockquote|table|tr|td|th|em|strong)"
    r'(?: lang="[A-Za-z0-9-]+")?(?: dir="(?:ltr|rtl|auto)")?>'
    r'|<a href="https?://[^"<>\s]+" rel="nofollow noopener">|</a>'
)
_CLEAN: Final = re.compile(rf"(?:[^<>]++|{_TAG})*+\Z")
NOTHING_CUT: Final[Mapping[int, Span]] = MappingProxyType({})

_Path = tuple[Element, ...]


def is_clean_html(markup: str) -> bool:
    """Tell whether a text holds no other markup than article_html writes; time is linear."""
    return _CLEAN.match(markup) is not None


def article_html(
    sheet: Sheet,
    places: Sequence[int],
    *,
    base: str | None = None,
    spans: Mapping[int, Span] = NOTHING_CUT,
) -> str:
    """Return the blocks at `places`, in page order, as HTML that is safe by construction.

    Of the blocks named in `spans` that part of the text alone (code points) is written. Links
    are absolute http(s) ones, resolved against `base`, with rel="nofollow noopener"; others
    leave their words. Nothing of the page's own markup is copied: tags are constants, text is
    escaped. Time and size are linear in the sheet.
    """
    writer = _Writer(sheet, base)
    for place in places:
        writer.add(place, spans.get(place))
    return writer.finish()


def plain_html(paragraphs: Sequence[str]) -> str:
    """Return paragraphs of plain text as HTML."""
    return "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


class _Writer:
    """The page that is being written, and the boxes that are open in it."""

    def __init__(self, sheet: Sheet, base: str | None) -> None:
        self._sheet = sheet
        self._inline = InlineWriter(sheet, base=base)
        self._sizes: list[int] = []
        self._open: _Path = ()
        self._out: list[str] = []
        self._headings: list[int] | None = None  # their places, once they are asked for
        self._above: dict[int, _Path] = {}  # what holds a box, by its parent: neighbours share it

    def add(self, place: int, span: Span | None) -> None:
        """Write one block, or a part of it, in the boxes that it stands in."""
        block = self._sheet.blocks[place]
        home = self._sheet.elements[block.home]
        above = self._held_by(home)
        line = self._inline.write(block, above, span)
        if not line:
            return
        path = self._path(home, above)
        fresh = self._enter(path)
        if path and fresh and path[-1].tag in _CELLS and path[-1] is home:
            self._out.append(line)
            return
        in_row = bool(path) and path[-1].tag in ("td", "th")
        tag = "p" if in_row else _HEADINGS.get(home.tag, "p")
        self._out.append(f"<{tag}{_direction(home)}>{line}</{tag}>")

    def finish(self) -> str:
        """Close what is open and return all of it."""
        self._enter(())
        return "".join(self._out)

    def _enter(self, path: _Path) -> bool:
        """Close and open boxes until those of `path` are open; tell whether one was opened."""
        if path == self._open:  # as between two paragraphs
            return False
        shared = 0
        for mine, theirs in zip(self._open, path, strict=False):
            if mine is not theirs:
                break
            shared += 1
        self._out.extend(f"</{element.tag}>" for element in reversed(self._open[shared:]))
        for element in path[shared:]:
            self._out.append(f"<{element.tag}{_direction(element)}>")
        self._open = path
        return shared < len(path)

    def _held_by(self, home: Element) -> _Path:
        """Return what of the elements above a box is ever written, the nearest first."""
        found = self._above.get(home.parent)
        if found is None:
            above = islice(self._sheet.ancestors(home.place), _LOOKED_UP)
            found = tuple(one for one in above if one.tag in _HOLDERS or one.tag in WRITTEN_AS)
            self._above[home.parent] = found
        return found

    def _path(self, home: Element, above: _Path) -> _Path:
        """Return the boxes around a line that may hold each other, the outermost first."""
        path: list[Element] = []
        for element in (*reversed(above), home):
            if element.tag not in _HOLDERS or len(path) >= _DEEPEST:
                continue
            holder = path[-1].tag if path else ""
            if holder in _HOLDERS[element.tag] and self._is_meant(element):
                path.append(element)
        while path and path[-1].tag not in _FLOW:
            path.pop()
        return tuple(path)

    def _is_meant(self, element: Element) -> bool:
        """Tell whether a table holds data, a list lines; other boxes mean what they are."""
        if element.tag in ("ul", "ol"):
            return not self._lays_out(element)
        if element.tag != "table":
            return True
        if not self._sizes:
            self._sizes = [0, *accumulate(len(block.text) for block in self._sheet.blocks)]
        cells = element.last_block - element.first_block
        size = self._sizes[element.last_block] - self._sizes[element.first_block]
        return cells >= _FEWEST_CELLS and size <= cells * _LONGEST_CELL

    def _lays_out(self, element: Element) -> bool:
        """Tell whether a list holds texts with headings of their own, as live blogs do."""
        if self._headings is None:
            elements = self._sheet.elements
            self._headings = [one.place for one in elements if one.tag in _HEADINGS]
        row = self._headings
        return bisect_right(row, element.place) < bisect_left(row, element.end)


def _direction(element: Element) -> str:
    """Return the language and direction that an element states, as attributes."""
    if not element.attributes:
        return ""
    lang, way = element.attribute("lang"), element.attribute("dir").lower()
    stated = f' lang="{html.escape(lang)}"' if lang and _LANG.match(lang) else ""
    return stated + (f' dir="{way}"' if way in _DIRECTIONS else "")
