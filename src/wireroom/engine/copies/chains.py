"""Runs of equal words in two texts, chained over small edits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from wireroom.engine.copies.fingerprint import Prints, shingles

SEED_WORDS: Final = 3

# A three-word run that stands this often in either text ("of the united", a list's "- - -")
# says nothing about where the texts agree, and would make the seeds quadratic.
_SEED_REPEATS: Final = 6

# An edit inside a passage: words put for others, or words cut out of a sentence. Chosen on
# benchmarks/copies_set.py: longer ones join passages that stand apart in one of the texts.
_MAX_REWORDED: Final = 12
MAX_CUT: Final = 25
_CUT_LEAVES: Final = 3
_GAP_COST: Final = 0.25  # a word, and on each side


@dataclass(frozen=True, slots=True)
class Run:
    """`length` equal words: from word `a` of the first text, word `b` of the second."""

    a: int
    b: int
    length: int

    @property
    def a_end(self) -> int:
        """The word after the run in the first text."""
        return self.a + self.length

    @property
    def b_end(self) -> int:
        """The word after the run in the second text."""
        return self.b + self.length


Chain = tuple[Run, ...]  # in order in both texts, without overlap


def find_chains(a: Prints, b: Prints, *, min_words: int) -> list[Chain]:
    """Return chains of at least `min_words` equal words, best first; no word is used twice.

    `a` and `b` are word keys. Seeds and chains as in genome alignment (Abouelhoda and
    Ohlebusch 2005), with a linear gap cost and a local score that may not fall below zero.
    """
    if len(a) == len(b) and bool(np.array_equal(a, b)):
        return [(Run(0, 0, len(a)),)] if len(a) >= min_words else []
    runs = _equal_runs(a, b)
    scores, before = _link(runs)
    return _take(runs, scores, before, (len(a), len(b)), min_words)


def _equal_runs(a: Prints, b: Prints) -> list[Run]:
    """Return the maximal runs of equal words that hold a seed, in order of `a`, then `b`."""
    in_a, in_b = _seeds(shingles(a, width=SEED_WORDS), shingles(b, width=SEED_WORDS))
    if not len(in_a):
        return []
    diagonal = in_a - in_b
    order = np.lexsort((in_a, diagonal))
    in_a, in_b, diagonal = in_a[order], in_b[order], diagonal[order]
    breaks = (np.diff(diagonal) != 0) | (np.diff(in_a) != 1)
    first = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    length = np.diff(np.concatenate((first, [len(in_a)]))) + SEED_WORDS - 1
    starts = zip(in_a[first].tolist(), in_b[first].tolist(), length.tolist(), strict=True)
    return [Run(*each) for each in sorted(starts)]


def _seeds(a: Prints, b: Prints) -> tuple[np.ndarray, np.ndarray]:
    """Return the places (i, j) of every equal pair of hashes that is rare in both texts."""
    sort_a, sort_b = np.argsort(a, kind="stable"), np.argsort(b, kind="stable")
    sorted_a, sorted_b = a[sort_a], b[sort_b]
    left = np.searchsorted(sorted_b, sorted_a, side="left")
    count = np.searchsorted(sorted_b, sorted_a, side="right") - left
    own = np.searchsorted(sorted_a, sorted_a, side="right") - np.searchsorted(
        sorted_a, sorted_a, side="left"
    )
    rare = np.flatnonzero((count > 0) & (count <= _SEED_REPEATS) & (own <= _SEED_REPEATS))
    left, count = left[rare], count[rare]
    within = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(sort_a[rare], count), sort_b[np.repeat(left, count) + within]


def _link(runs: Sequence[Run]) -> tuple[list[float], list[int]]:
    """Return each run's best chain score and the run before it in that chain (-1: none)."""
    scores: list[float] = []
    before: list[int] = []
    open_runs: list[int] = []  # those whose end is near enough to be followed
    for index, run in enumerate(runs):
        reach = run.a - MAX_CUT
        open_runs = [each for each in open_runs if runs[each].a_end >= reach]
        score, best = float(run.length), -1
        for each in open_runs:
            linked = scores[each] + _gain(runs[each], run)
            if linked > score:
                score, best = linked, each
        scores.append(score)
        before.append(best)
        open_runs.append(index)
    return scores, before


def _gain(left: Run, right: Run) -> float:
    """Return what following `left` by `right` adds; minus infinity where it cannot follow."""
    gap_a, gap_b = right.a - left.a_end, right.b - left.b_end
    overlap = max(0, -gap_a, -gap_b)
    if overlap >= right.length:
        return float("-inf")
    gap_a, gap_b = gap_a + overlap, gap_b + overlap
    longer, shorter = max(gap_a, gap_b), min(gap_a, gap_b)
    if longer > (MAX_CUT if shorter <= _CUT_LEAVES else _MAX_REWORDED):
        return float("-inf")
    return right.length - overlap - _GAP_COST * (gap_a + gap_b)


def _take(
    runs: Sequence[Run],
    scores: Sequence[float],
    before: Sequence[int],
    sizes: tuple[int, int],
    min_words: int,
) -> list[Chain]:
    """Walk back from the best ends, giving every word of both texts to one chain only."""
    used_a, used_b = bytearray(sizes[0]), bytearray(sizes[1])
    taken = bytearray(len(runs))
    chains: list[Chain] = []
    for end in sorted(range(len(runs)), key=lambda each: (-scores[each], each)):
        if scores[end] < min_words * _LEAST_SHARE:
            break
        chain = _walk(runs, before, end, taken, used_a, used_b)
        if sum(run.length for run in chain) < min_words * _LEAST_SHARE:
            continue
        for run in chain:
            used_a[run.a : run.a_end] = b"\1" * run.length
            used_b[run.b : run.b_end] = b"\1" * run.length
        chains.append(chain)
    return chains


# Single equal words in the gaps and at the ends are counted later, and may make up the rest.
_LEAST_SHARE: Final = 0.6


def _walk(
    runs: Sequence[Run],
    before: Sequence[int],
    end: int,
    taken: bytearray,
    used_a: bytearray,
    used_b: bytearray,
) -> Chain:
    chain: list[Run] = []
    limit_a, limit_b = len(used_a), len(used_b)
    while end >= 0 and not taken[end]:
        taken[end] = 1
        run = _free_part(runs[end], limit_a, limit_b, used_a, used_b)
        if run is None:
            break
        chain.append(run)
        limit_a, limit_b = run.a, run.b
        if run.a != runs[end].a:  # its beginning belongs to another chain
            break
        end = before[end]
    return tuple(reversed(chain))


def _free_part(
    run: Run, limit_a: int, limit_b: int, used_a: bytearray, used_b: bytearray
) -> Run | None:
    """Return the last stretch of the run that ends before the limits and is not used."""
    stop = min(run.length, limit_a - run.a, limit_b - run.b)
    while stop > 0 and (used_a[run.a + stop - 1] or used_b[run.b + stop - 1]):
        stop -= 1
    start = max(0, stop)
    while start > 0 and not (used_a[run.a + start - 1] or used_b[run.b + start - 1]):
        start -= 1
    return Run(run.a + start, run.b + start, stop - start) if stop > start else None
