"""Two texts in two languages side by side: paragraphs in rows, each beside its translation."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from wireroom.engine.copies.layout import align_paragraphs, find_paragraphs
from wireroom.engine.copies.pieces import Comparison, Kind, Piece, Row, WordCounts
from wireroom.engine.text.words import find_words
from wireroom.engine.types import Passage

# As good as the words that align_paragraphs() counts: a translation links whole paragraphs.
_LINK: Final = 100


def lay_beside(a: str, b: str, passages: Iterable[Passage]) -> Comparison:
    """Lay two bodies out by the paragraphs that are known to translate each other.

    What stands in a passage is kept, all else stands in one text only; a passage out of order is
    numbered as moved. Passages that do not fit the texts do no harm.
    """
    paragraphs = find_paragraphs(a), find_paragraphs(b)
    links: list[tuple[int, int]] = []
    moved: tuple[dict[int, int], dict[int, int]] = {}, {}  # paragraph -> number of what moved
    done, number = -1, 0
    for one in sorted(passages, key=lambda each: each.a_start):
        ours = _touched(paragraphs[0], one.a_start, one.a_end)
        theirs = _touched(paragraphs[1], one.b_start, one.b_end)
        if not ours or not theirs:
            continue
        in_order = theirs[0] > done
        done = max(done, theirs[-1]) if in_order else done
        number += not in_order
        for side, touched in enumerate((ours, theirs)):
            moved[side].update(dict.fromkeys(touched, 0 if in_order else number))
        links += [(i, j) for i in ours for j in theirs] if in_order else []
    rows = align_paragraphs(links * _LINK, (len(paragraphs[0]), len(paragraphs[1])))
    return Comparison(
        tuple(_rows(paragraphs, rows, moved)),
        _count(a, paragraphs[0], moved[0]),
        _count(b, paragraphs[1], moved[1]),
        number,
    )


def _touched(paragraphs: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    return [
        number
        for number, (first, stop) in enumerate(paragraphs)
        if first < end and stop > start and start < end
    ]


def _rows(
    paragraphs: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    rows: Iterable[tuple[int, int]],
    moved: tuple[dict[int, int], dict[int, int]],
) -> Iterator[Row]:
    done = (0, 0)
    for ends in rows:
        sides = (
            tuple(
                _piece(number, paragraphs[side][number], moved[side])
                for number in range(done[side], ends[side])
            )
            for side in (0, 1)
        )
        yield Row(*sides)
        done = ends


def _piece(number: int, span: tuple[int, int], moved: dict[int, int]) -> Piece:
    if number not in moved:
        return Piece(Kind.ONLY, *span)
    return Piece(Kind.KEPT, *span, moved=moved[number])


def _count(body: str, paragraphs: Sequence[tuple[int, int]], kept: dict[int, int]) -> WordCounts:
    words = [len(find_words(body[start:end])) for start, end in paragraphs]
    inside = sum(count for number, count in enumerate(words) if number in kept)
    return WordCounts(kept=inside, only=sum(words) - inside)
