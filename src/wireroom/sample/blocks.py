"""What a report's text is made of: paragraphs, subheads, lists, quotations, tables and terms."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final

from wireroom.sample.errors import BadContent


class Shape(StrEnum):
    """What a block is; a content file marks all but a paragraph by the first sign of each line."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    QUOTATION = "quotation"
    TABLE = "table"
    TERMS = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a text: `rows` has a row a line, and in it what that line holds.

    Paragraphs and subheads have one line, lists and quotations one cell a line; a table's first
    row is its head; terms are pairs of a name and what is said of it.
    """

    shape: Shape
    rows: tuple[tuple[str, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts of the block in reading order."""
        return tuple(cell for row in self.rows for cell in row)


_BLANK_LINES: Final = re.compile(r"\n\s*\n")
_SIGNS: Final[Mapping[Shape, re.Pattern[str]]] = {
    Shape.SUBHEAD: re.compile(r"##(?:\s+|\Z)"),
    Shape.BULLETS: re.compile(r"-(?:\s+|\Z)"),
    Shape.NUMBERS: re.compile(r"\d{1,2}\.(?:\s+|\Z)"),
    Shape.QUOTATION: re.compile(r">(?:\s+|\Z)"),
    Shape.TABLE: re.compile(r"\|\s*"),
    Shape.TERMS: re.compile(r"=(?:\s+|\Z)"),
}


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Split at blank lines; every run of white space is one space.

    A block that opens with a sign keeps its lines.
    """
    parts = (_folded(part) for part in _BLANK_LINES.split(text))
    return tuple(part for part in parts if part)


def block_of(source: str, *, where: str) -> Block:
    """Return the block that a part of a content file's text stands for.

    Raises BadContent, opening with `where`, when its lines are not all of one shape.
    """
    shape = _shape_of(source)
    if shape is Shape.PARAGRAPH:
        return Block(shape=shape, rows=((source,),))
    lines = [_unsigned(line, shape, where) for line in source.split("\n")]
    rows = tuple(_CELLS.get(shape, _one_cell)(line) for line in lines)
    _check(shape, rows, source, where)
    return Block(shape=shape, rows=rows)


def texts_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return all texts of the blocks in reading order."""
    return tuple(text for block in blocks for text in block.texts)


def block_html(block: Block) -> str:
    """Return a block in the plainest HTML, as feeds and mobile pages have it."""
    if block.shape is Shape.TABLE:
        head, *rows = block.rows
        return f"<table>{_row_html(head, 'th')}{''.join(_row_html(r, 'td') for r in rows)}</table>"
    outer, inner = _TAGS[block.shape]
    lines = "".join(f"<{inner}>{escape(text, quote=False)}</{inner}>" for text in block.texts)
    return f"<{outer}>{lines}</{outer}>" if outer else lines


def _row_html(row: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell, quote=False)}</{tag}>' for cell in row)}</tr>"


_TAGS: Final[Mapping[Shape, tuple[str, str]]] = {
    Shape.PARAGRAPH: ("", "p"),
    Shape.SUBHEAD: ("", "h2"),
    Shape.BULLETS: ("ul", "li"),
    Shape.NUMBERS: ("ol", "li"),
    Shape.QUOTATION: ("blockquote", "p"),
    Shape.TERMS: ("", "p"),
}


def _folded(part: str) -> str:
    lines = [" ".join(line.split()) for line in part.strip().split("\n")]
    return (" " if _shape_of(lines[0]) is Shape.PARAGRAPH else "\n").join(lines).strip()


def _shape_of(source: str) -> Shape:
    signed = (shape for shape, sign in _SIGNS.items() if sign.match(source))
    return next(signed, Shape.PARAGRAPH)


def _unsigned(line: str, shape: Shape, where: str) -> str:
    match = _SIGNS[shape].match(line)
    if match is None:
        raise BadContent(f"{where}: {line!r} stands among {shape} and does not open as they do")
    return line[match.end() :]


def _one_cell(line: str) -> tuple[str, ...]:
    return (line,)


def _table_row(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removesuffix("|").split("|"))


def _term(line: str) -> tuple[str, ...]:
    name, _, said = line.partition(": ")
    return (name.strip(), said.strip())


_CELLS: Final[Mapping[Shape, Callable[[str], tuple[str, ...]]]] = {
    Shape.TABLE: _table_row,
    Shape.TERMS: _term,
}


def _check(shape: Shape, rows: tuple[tuple[str, ...], ...], source: str, where: str) -> None:
    if not all(cell for row in rows for cell in row):
        raise BadContent(f"{where}: an empty line or cell in {source!r}")
    if shape is Shape.SUBHEAD and len(rows) > 1:
        raise BadContent(f"{where}: a subhead is one line: {source!r}")
    if shape is Shape.TABLE and (len(rows) < 2 or len({len(row) for row in rows}) > 1):
        raise BadContent(f"{where}: a table has two rows or more, all as wide: {source!r}")
