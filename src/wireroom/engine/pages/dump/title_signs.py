"""What speaks for a line of a dump being the headline of the text that was found in it."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from wireroom.engine.pages.dump.line_context import core_of
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.pages.numbers import Matrix, log_scaled

_FEWEST_LETTERS: Final = 3  # of a word that two texts may share
_OPENING: Final = 3  # paragraphs that repeat a headline's words most
_NEAR: Final = 10  # lines above the text among which a headline is sought first
_FEWEST_WORDS: Final = 4  # of a line that may well be a headline
# Lines past which none is looked for in the others: that takes time of their square.
_MOST_COMPARED: Final = 1_500
_WHOLE: Final = 15  # signs: shorter lines stand in others by chance
WIDTH: Final = 13


def title_signs(lines: Sequence[Line], chances: Matrix, size: Matrix) -> Matrix:
    """Return (n, 13): how each line shares words with the likeliest text, and lies to it."""
    count = len(lines)
    if not count:
        return np.zeros((0, WIDTH), np.float32)
    first, last = core_of(chances, size)
    words = [_telling(line) for line in lines]
    core = [n for n in range(first, last) if chances[n] >= 0.5] or list(range(first, last))
    told = Counter(word for n in core for word in words[n])
    opening = frozenset().union(*(words[n] for n in core[:_OPENING]))
    near = _longest_above(lines, first)
    nearer = _nearer(lines, first)
    held = _held(lines)
    rows = np.empty((count, WIDTH), np.float32)
    for place, own in enumerate(words):
        inside = first <= place < last and chances[place] >= 0.5
        known = sum(1 for word in own if told[word] > inside)
        many = len(own) or 1
        rows[place] = (
            known / many, min(known, 10), sum(1 for word in own if word in opening) / many,
            many, place == near, place < first, place - first if place > first else 0,
            first - place if place < first else 0, chances[place], inside, nearer[place],
            held[place], sum(told[word] for word in own) / many,
        )  # fmt: skip
    rows[:, 6:8] = log_scaled(rows[:, 6:8])
    return rows


def _telling(line: Line) -> frozenset[str]:
    return frozenset(word for word in line.key.split() if len(word) >= _FEWEST_LETTERS)


def _longest_above(lines: Sequence[Line], first: int) -> int:
    """Return the longest of the lines right above the text, -1 where none is."""
    near = range(max(0, first - _NEAR), first)
    return max(near, key=lambda n: len(lines[n].text), default=-1)


def _nearer(lines: Sequence[Line], first: int) -> list[int]:
    """Return for each line above the text how many long ones stand between, 50 below it."""
    counts, found = [50] * len(lines), 0
    for place in range(min(first, len(lines)) - 1, -1, -1):
        counts[place] = min(found, 50)
        found += lines[place].word_count >= _FEWEST_WORDS
    return counts


def _held(lines: Sequence[Line]) -> list[int]:
    """Return for each line how many others hold it: a path to the page, the page's own title."""
    if len(lines) > _MOST_COMPARED:
        return [0] * len(lines)
    keys = [line.key for line in lines]
    whole = "\n".join(keys)
    return [min(whole.count(key) - 1, 5) if len(key) >= _WHOLE else 0 for key in keys]
