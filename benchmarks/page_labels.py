"""Which blocks of a page are body, told by aligning the page's words with the truth's."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 4
_MOSTLY: Final = 0.6  # of a block's shingles: what is cut inside a paragraph still counts
_LONG: Final = 60  # characters: what is shorter ("Pros") is repeated without being a second copy
IGNORED: Final = -1


def words_of(text: str) -> list[str]:
    """Return the words that the scorer of the corpus counts."""
    return _WORD.findall(text)


def label_blocks(texts: Sequence[str], body: str, optional: Sequence[str]) -> list[int]:
    """Return 1 for a block of the body, 0 for another one, IGNORED where truth leaves it open.

    Blocks of four words and more count by their shingles; shorter ones where they stand in the
    truth right beside a longer one that does. A paragraph that a page holds twice counts once:
    the occurrence in the longest run of body blocks.
    """
    truth = words_of(body)
    rows = [words_of(text) for text in texts]
    known = _shingles(truth)
    labels = [_share(row, known) for row in rows]
    marks = [1 if share >= _MOSTLY else 0 for share in labels]
    _take_short(rows, truth, marks)
    _drop_repeats(rows, truth, marks)
    maybe = {" ".join(words_of(text)) for text in optional}
    loose = set().union(*(_shingles(words_of(text)) for text in optional)) if optional else set()
    for place, row in enumerate(rows):
        if not marks[place] and (" ".join(row) in maybe or (loose and _share(row, loose) > 0.5)):
            marks[place] = IGNORED
    return marks


def _shingles(row: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(row[n:] for n in range(_SHINGLE)), strict=False))


def _share(row: Sequence[str], known: set[tuple[str, ...]]) -> float:
    own = _shingles(row)
    return sum(shingle in known for shingle in own) / len(own) if own else 0.0


def _take_short(rows: Sequence[Sequence[str]], truth: Sequence[str], marks: list[int]) -> None:
    """Mark blocks under four words that stand in the truth right after or before a marked one."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(truth) - 2):
        places[tuple(truth[place : place + 3])].append(place)
    for step in (1, -1):
        order = range(len(rows)) if step == 1 else range(len(rows) - 1, -1, -1)
        for place in order:
            row = rows[place]
            if marks[place] or not row or len(row) >= _SHINGLE:
                continue
            beside = place - step
            while 0 <= beside < len(rows) and not rows[beside]:
                beside -= step
            if not (0 <= beside < len(rows)) or not marks[beside] or len(rows[beside]) < 2:
                continue
            near = rows[beside]
            joined = [*near[-3:], *row] if step == 1 else [*row, *near[:3]]
            starts = places.get(tuple(joined[:3]), ()) if len(joined) >= 3 else ()
            marks[place] = int(any(truth[s : s + len(joined)] == joined for s in starts))


def _drop_repeats(rows: Sequence[Sequence[str]], truth: Sequence[str], marks: list[int]) -> None:
    """Keep as many occurrences of a repeated paragraph as the truth has, those in long runs."""
    joined = " ".join(truth)
    runs = _run_sizes(rows, marks)
    twins: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if marks[place] == 1:
            twins[" ".join(row)].append(place)
    for text, places in twins.items():
        wanted = max(1, joined.count(text))
        if len(places) > wanted:
            for place in sorted(places, key=lambda p: -runs[p])[wanted:]:
                marks[place] = 0 if len(text) > _LONG else IGNORED


def _run_sizes(rows: Sequence[Sequence[str]], marks: Sequence[int]) -> list[int]:
    """Return for each block the words of its run of marked blocks, gaps of 3 closed."""
    sizes = [0] * len(rows)
    run: list[int] = []
    gap = 0
    for place in range(len(rows) + 1):
        if place < len(rows) and marks[place] == 1:
            run.append(place)
            gap = 0
            continue
        gap += 1
        if (gap > 3 or place == len(rows)) and run:
            total = sum(len(rows[p]) for p in run)
            for p in run:
                sizes[p] = total
            run = []
    return sizes
