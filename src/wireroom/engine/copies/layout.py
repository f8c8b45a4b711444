"""Where the paragraphs of two texts stand beside each other."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from wireroom.engine.copies.pieces import Piece

_BREAK: Final = re.compile(r"\n\s*\n")
# Two paragraphs that share fewer words in one place are no counterparts, unless that is half of
# the shorter one: a name that a passage ends with must not pull two paragraphs into one row.
_SHARED_WORDS: Final = 5


def find_paragraphs(body: str) -> list[tuple[int, int]]:
    """Return where each paragraph stands, its blank line included: together the whole body."""
    ends = [match.end() for match in _BREAK.finditer(body) if match.end() < len(body)]
    borders = [0, *ends, len(body)] if body else []
    return list(pairwise(borders))


def align_paragraphs(
    links: Iterable[tuple[int, int]], sizes: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the rows of two columns, each as the number of paragraphs after it in both.

    `links` are (paragraph of a, paragraph of b) of every word kept in its place, rising in both.
    Paragraphs without a counterpart stand in a row of their own, those of both texts together.
    """
    counts = Counter(links)
    totals: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    for (i, j), count in counts.items():
        totals[0][i] += count
        totals[1][j] += count
    rows: list[tuple[int, int]] = []
    done = (0, 0)
    for (i, j), count in sorted(counts.items()):
        if count < _SHARED_WORDS and 2 * count < max(totals[0][i], totals[1][j]):
            continue
        if i >= done[0] and j >= done[1]:
            if (i, j) != done:
                rows.append((i, j))
            rows.append((i + 1, j + 1))
        else:  # one of the two stands in the last row already
            rows[-1] = (max(i + 1, done[0]), max(j + 1, done[1]))
        done = rows[-1]
    if done != sizes:
        rows.append(sizes)
    return rows


def cut_at(pieces: Iterable[Piece], borders: Sequence[int]) -> list[Piece]:
    """Cut pieces where a paragraph begins."""
    cut = []
    for piece in pieces:
        number = bisect_right(borders, piece.start)
        while number < len(borders) and borders[number] < piece.end:
            cut.append(replace(piece, end=borders[number]))
            piece = replace(piece, start=borders[number])
            number += 1
        cut.append(piece)
    return cut
