"""What a carrier left out: the paragraphs of its original that no passage reaches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wireroom.engine.copies.layout import find_paragraphs

# With a fifth of a paragraph in passages it was cut short, not left out.
_CUT_SHORT: Final = 0.2
# A subhead or a signature is no paragraph that a reader would miss: five words of prose.
_LEAST_CHARS: Final = 30


@dataclass(frozen=True, slots=True)
class LeftOutParagraphs:
    """Where the paragraphs stand that were left out, and how many there are in all."""

    spans: tuple[tuple[int, int], ...]
    total: int


def find_left_out(body: str, passages: Iterable[tuple[int, int]]) -> LeftOutParagraphs:
    """Return the paragraphs of a body that are not in its passages; lines do not count.

    All are code points [start, end). Passages may stand in any order, overlap, or reach beyond
    the body.
    """
    inside = _join(passages)
    found, total, first = [], 0, 0
    for start, stop in find_paragraphs(body):
        end = start + len(body[start:stop].rstrip())
        while first < len(inside) and inside[first][1] <= start:
            first += 1
        if end - start < _LEAST_CHARS:
            continue
        total += 1
        if _covered(inside, first, start, end) < _CUT_SHORT * (end - start):
            found.append((start, end))
    return LeftOutParagraphs(tuple(found), total)


def _join(passages: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order and without overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(passages):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _covered(inside: list[tuple[int, int]], first: int, start: int, end: int) -> int:
    covered = 0
    for number in range(first, len(inside)):
        if inside[number][0] >= end:
            break
        covered += max(0, min(inside[number][1], end) - max(inside[number][0], start))
    return covered
