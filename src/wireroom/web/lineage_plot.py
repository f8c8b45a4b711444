"""A story's lineage as a picture: sources with their carriers below, as plain geometry."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from wireroom.news.queries.tree import LineageTree, TreeReport

_WIDTH: Final = 320
_ROW: Final = 40
REACH: Final = 36  # how high a row answers to a finger, which covers some 24 pixels at least
_STEP: Final = 20  # to the side, for each level
_DEEPEST: Final = 4  # further levels stand where this one does: there must be room for names
_BETWEEN: Final = 14  # sources
_DOT: Final = 5
# An average letter of the names' size, in a sans-serif; East Asian ones take two.
_LETTER: Final = 7.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report in the picture; `above` is the report it has its text from, None for a source."""

    report: TreeReport
    above: TreeReport | None
    x: float
    y: float
    text_x: float
    name: str
    platform: str


@dataclass(frozen=True, slots=True)
class More:
    """So many that have no room here."""

    x: float
    y: float
    count: int
    kind: str  # carriers, sources or own


@dataclass(frozen=True, slots=True, kw_only=True)
class LineagePlot:
    """The picture: its box, lines as SVG paths, and what stands at their ends."""

    width: int
    height: float
    lines: tuple[str, ...]
    nodes: tuple[Node, ...]
    mores: tuple[More, ...]
    own_y: float  # where the reports that nobody carries begin; 0 where there are none


def plot_lineage(tree: LineageTree, *, is_mirrored: bool) -> LineagePlot:
    """Return the picture; `is_mirrored` for a page that runs right to left."""
    drawing = _Drawing(is_mirrored)
    for source in tree.sources:
        drawing.source(source)
    if tree.more_sources:
        drawing.more(tree.more_sources, "sources", 0)
    own_y = drawing.own(tree) if tree.own else 0.0
    return LineagePlot(
        width=_WIDTH,
        height=drawing.y,
        lines=tuple(drawing.lines),
        nodes=tuple(drawing.nodes),
        mores=tuple(drawing.mores),
        own_y=own_y,
    )


class _Drawing:
    """What is drawn so far, down to `y`."""

    def __init__(self, is_mirrored: bool) -> None:
        self._is_mirrored = is_mirrored
        self.y = 0.0
        self.lines: list[str] = []
        self.nodes: list[Node] = []
        self.mores: list[More] = []

    def source(self, source: TreeReport) -> None:
        """Draw a source and, below, its carriers."""
        self._branch(source, None, 0)
        if source.more:
            self._elbow(0, self._last_y(source))
            self.more(source.more, "carriers", 1)
        self.y += _BETWEEN

    def own(self, tree: LineageTree) -> float:
        """Draw the reports that nobody carries; return where they begin."""
        self.y += _ROW / 2
        begins = self.y
        for report in tree.own:
            self._branch(report, None, 0)
        if tree.own_more:
            self.more(tree.own_more, "own", 0)
        return begins

    def more(self, count: int, kind: str, level: int) -> None:
        """Draw how many have no room."""
        self.mores.append(More(self._x(level * _STEP + 3 * _DOT), self.y + _ROW / 2, count, kind))
        self.y += _ROW

    def _branch(self, report: TreeReport, above: TreeReport | None, level: int) -> None:
        left = min(level, _DEEPEST) * _STEP + _DOT
        y = self.y + _ROW / 2
        room = int((_WIDTH - left - 2 * _DOT) / _LETTER)
        self.nodes.append(
            Node(
                report=report,
                above=above,
                x=self._x(left),
                y=y,
                text_x=self._x(left + 2 * _DOT),
                name=shorten(report.outlet, room),
                platform=shorten(report.platform, room // 3) if report.platform else "",
            )
        )
        self.y += _ROW
        for one in report.below:
            self._elbow(level, y)
            self._branch(one, report, level + 1)

    def _elbow(self, level: int, from_y: float) -> None:
        """Draw the line from a report to the one that comes next, a level below."""
        here, there = (min(each, _DEEPEST) * _STEP + _DOT for each in (level, level + 1))
        end = self._x(max(there - _DOT, here))
        self.lines.append(f"M{self._x(here):g} {from_y + _DOT:g}V{self.y + _ROW / 2:g}H{end:g}")

    def _last_y(self, source: TreeReport) -> float:
        return next(node.y for node in reversed(self.nodes) if node.report is source)

    def _x(self, left: float) -> float:
        return _WIDTH - left if self._is_mirrored else left


def shorten(name: str, room: int) -> str:
    """Cut a name to so many letters' width; it stays apart from the text around it."""
    if name.isascii() and len(name) <= room:
        return f"\u2068{name}\u2069"
    widths = (2 if east_asian_width(sign) in "WF" else 1 for sign in name)
    kept = sum(1 for _ in _within(widths, room))
    cut = name if kept == len(name) else f"{name[: max(kept - 1, 1)].rstrip()}…"
    return f"\u2068{cut}\u2069"


def _within(widths: Iterator[int], room: int) -> Iterator[int]:
    used = 0
    for width in widths:
        used += width
        if used > room:
            return
        yield width
