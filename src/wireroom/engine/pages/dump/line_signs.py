"""What the lines of a dump tell by themselves and by those around them, as rows of numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.pages.numbers import Matrix, log_scaled
from wireroom.engine.pages.odds import Odds, end_words

_END: Final = frozenset(".!?…。！？؟।")
_CLOSERS: Final = "\"'”’»)]›」』 "
_OTHER_ENDS: Final = ("… ", ".” ", "؟ ", "。", "！", "？")
_SAMPLE: Final = 240  # characters looked at for signs
_KINDS: Final = tuple(Kind)
# What divides a page from its reports: further reports, comments, a wall.
_LABELS: Final = (
    Label.RELATED, Label.NEXT, Label.INLINE, Label.COMMENTS, Label.PAYWALL, Label.TAGS,
    Label.AUTHOR_LIST, Label.KEY_POINTS, Label.FURNITURE,
)  # fmt: skip
_DIVIDERS: Final = frozenset((Label.RELATED, Label.NEXT, Label.COMMENTS, Label.AUTHOR_LIST))
_LONG: Final = 80  # characters: a paragraph rather than a line of a menu
_REACH: Final = 3  # lines to each side that are looked at one by one
_WINDOWS: Final = (3, 8, 25)
_SHARED: Final = 6  # of a line's own signs: those that its neighbours lend
_OWN: Final = 23 + len(_KINDS) + len(_LABELS)
WIDTH: Final = _OWN + 2 * _REACH * _SHARED + 2 * len(_WINDOWS) + 11


def signs_of(lines: Sequence[Line], odds: Odds) -> tuple[Matrix, Matrix]:
    """Return (n, k) features of n lines, and their (n,) sizes in characters."""
    if not lines:
        return np.zeros((0, WIDTH), np.float32), np.zeros(0, np.float32)
    words = [end_words(line.text) for line in lines]
    spread = Counter(word for found in words for word in {*found})
    repeats = Counter(line.key for line in lines)
    own = np.array(
        [
            _own(line, found, repeats[line.key] if line.key else 1, spread, odds)
            for line, found in zip(lines, words, strict=True)
        ],
        np.float32,
    )
    size = own[:, 0].copy()
    own[:, 0] = log_scaled(size)
    own[:-1, 1] = [line.after_blank for line in lines[1:]]
    around = _around(lines, own, size)
    return np.concatenate([own, *around], axis=1), size


def _own(
    line: Line, words: list[str], repeats: int, spread: Counter[str], odds: Odds
) -> tuple[float, ...]:
    text = line.text
    size, head = len(text), text[:_SAMPLE]
    spaces = text.count(" ") + 1
    last = text[-1] if text[-1] not in _CLOSERS else text.rstrip(_CLOSERS)[-1:]
    ends = last in _END
    inside = ends + _sentence_ends(text)
    header = line.header
    capital = sum(word[:1].isupper() for word in head.split())
    shared = sum(1 for word in words if spread[word] > 1)
    return (
        size, 1.0, ends, min(inside, 8), min(spaces, 80), inside / spaces, capital / spaces,
        text[0].isupper(), text[0].islower(), text.isupper(), min(head.count(","), 6) / spaces,
        sum(map(str.isdigit, head)) / len(head), min(repeats, 4), "|" in head, ":" in head,
        "©" in head or "@" in head, shared / (len(words) + 1), *odds.of_line(words),
        line.after_blank, bool(header and header.has_time),
        bool(header and (header.authors or header.byline)),
        *(line.kind is kind for kind in _KINDS), *(line.label is label for label in _LABELS),
    )  # fmt: skip


def _sentence_ends(text: str) -> int:
    """Return how many sentences end inside a text."""
    count = text.count
    found = count(". ") + count("! ") + count("? ")
    return found if text.isascii() else found + sum(map(count, _OTHER_ENDS))


def _around(lines: Sequence[Line], own: Matrix, size: Matrix) -> list[Matrix]:
    """Return the signs of the neighbours, the prose around, and where the line stands."""
    count = len(size)
    prose = size * ((own[:, 2] > 0) | (size > _LONG)) * (size > _LONG / 2)
    lent = np.stack(
        [own[:, 0], own[:, 2], prose > 0, own[:, 21], own[:, 20], own[:, 19]], axis=1
    ).astype(np.float32)
    padded = np.zeros((count + 2 * _REACH, _SHARED), np.float32)
    padded[_REACH : _REACH + count] = lent
    beside = [
        padded[_REACH + step : _REACH + step + count] for step in range(-_REACH, _REACH + 1) if step
    ]
    return [*beside, _windows(prose, size), _standing(lines, prose, size)]


def _windows(prose: Matrix, size: Matrix) -> Matrix:
    """Return (n, 2w): how much prose stands within each reach, and its share there."""
    count = len(size)
    sums = np.zeros((2, count + 1), np.float64)
    np.cumsum(prose, out=sums[0, 1:])
    np.cumsum(size, out=sums[1, 1:])
    place = np.arange(count)
    columns = []
    for reach in _WINDOWS:
        first, last = np.maximum(0, place - reach), np.minimum(count, place + reach + 1)
        told, every = sums.take(last, axis=1) - sums.take(first, axis=1)
        columns += [log_scaled(told), told / np.maximum(1, every)]
    return np.stack(columns, axis=1).astype(np.float32)


def _standing(lines: Sequence[Line], prose: Matrix, size: Matrix) -> Matrix:
    """Return (n, 11): where a line stands in the dump, among its prose and its dividers."""
    count = len(size)
    place = np.arange(count, dtype=np.float32)
    before = np.cumsum(prose)
    total = float(before[-1]) or 1.0
    dividers = [line.label in _DIVIDERS for line in lines]
    table = np.empty((11, count), np.float32)
    table[0] = place / count
    table[1] = log_scaled(place)
    table[2] = log_scaled(count - 1 - place)
    table[3] = (before - prose) / total
    table[4] = log_scaled(np.full(count, total))
    table[5] = float(prose.max()) / total
    table[6] = size / (float(np.median(prose[prose > 0])) if total > 1 else 1.0)
    table[7] = log_scaled(_since(dividers))
    table[8] = log_scaled(_since(dividers[::-1])[::-1])
    table[9] = log_scaled(np.full(count, count))
    table[10] = total / max(1.0, float(size.sum()))
    return np.minimum(table, 50).T


def _since(marks: Sequence[bool]) -> Matrix:
    """Return how many lines lie between each line and the last mark above it; 300 without one."""
    far, found = 300.0, []
    for is_mark in marks:
        found.append(far)
        far = 0.0 if is_mark else min(300.0, far + 1)
    return np.array(found, np.float32)
