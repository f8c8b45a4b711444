"""Which words of two stretches are the same, in an order that reads well and in bounded time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wireroom.engine.text.words import fold_word

# Up to so many cells a gap is aligned word by word (50 words against 50): edits inside a passage
# are at most 25 words (chains.MAX_CUT), what is longer is first cut at words that stand once.
_MOST_CELLS: Final = 2_500
# And so many cells in all, a quarter of a second: a hostile text is compared more coarsely.
_ALL_CELLS: Final = 1_000_000
# Words of both texts that are compared one by one: passages end at 50,000 words of a text
# (fingerprint.MAX_WORDS). What is beyond is compared in whole paragraphs.
_ALL_WORDS: Final = 120_000
_DEEPEST: Final = 12  # of cutting a gap at words that stand once; each level reads every word once
# Three for a word that follows on an equal one, two for one alone: whole phrases stay together.
_ALONE: Final = 2
_FOLLOWING: Final = 3

# Words that hold no news of their own: one of them between two changes belongs to the change.
_WEAK_TEXT: Final = """
a an and are as at be been but by for from had has have he her his in into is it its of on or
our she so than that the their them they this to up was we were which who will with would not
في من على إلى عن أن إن ما لا مع هذا هذه التي الذي الذين كان كانت قد أو ثم كما لم بعد قبل عند بين
وفي ومن au aux avec ce ces dans de des du elle en est et il la le les leur mais ou par pas pour
que qui sa se son sur un une das dem den der die ein eine im ist mit und von zu el los las con
del es una
"""
_WEAK_WORDS: Final = frozenset(map(fold_word, _WEAK_TEXT.split()))
_WEAK_LETTERS: Final = 2

Pairs = list[tuple[int, int]]


@dataclass(slots=True)
class Budget:
    """How much aligning word by word one comparison may still do."""

    cells: int = _ALL_CELLS
    words: int = _ALL_WORDS

    def reads(self, words: int) -> bool:
        """Spend so many words of both texts; False where too few are left."""
        if words > self.words:
            return False
        self.words -= words
        return True

    def take(self, cells: int) -> bool:
        """Spend so many cells; False where a gap is too large or nothing is left."""
        if cells > _MOST_CELLS or cells > self.cells:
            return False
        self.cells -= cells
        return True


@dataclass(frozen=True, slots=True)
class Run:
    """Words [a, a_end) beside words [b, b_end): the same, or one put for the other."""

    a: int
    a_end: int
    b: int
    b_end: int
    is_kept: bool


def match_words(a: Sequence[int], b: Sequence[int], budget: Budget) -> Pairs:
    """Return the places (i, j) of words that are the same, rising in both.

    `a` and `b` are word keys. Ends that agree are taken first; then gaps are cut at words that
    stand once in both (patience diff, Cohen), and aligned word by word once they are small.
    """
    pairs: Pairs = []
    gaps = [(0, len(a), 0, len(b), 0)]
    while gaps:
        a_from, a_to, b_from, b_to, depth = gaps.pop()
        while a_from < a_to and b_from < b_to and a[a_from] == b[b_from]:
            pairs.append((a_from, b_from))
            a_from, b_from = a_from + 1, b_from + 1
        while a_from < a_to and b_from < b_to and a[a_to - 1] == b[b_to - 1]:
            a_to, b_to = a_to - 1, b_to - 1
            pairs.append((a_to, b_to))
        left, right = a[a_from:a_to], b[b_from:b_to]
        if not left or not right:
            continue
        if budget.take(len(left) * len(right)):
            pairs += [(a_from + i, b_from + j) for i, j in _align(left, right)]
        elif depth < _DEEPEST and (anchors := _anchors(left, right)):
            i, j = a_from, b_from
            for anchor_i, anchor_j in anchors:
                next_i, next_j = a_from + anchor_i, b_from + anchor_j
                gaps.append((i, next_i, j, next_j, depth + 1))
                pairs.append((next_i, next_j))
                i, j = next_i + 1, next_j + 1
            gaps.append((i, a_to, j, b_to, depth + 1))
    return sorted(pairs)


def find_runs(words: Sequence[str], pairs: Pairs, sizes: tuple[int, int]) -> list[Run]:
    """Return the runs that `pairs` cut two stretches into, changes joined into phrases.

    `words` are those of the first stretch. A weak word between two changes joins them, and so
    do two of them between longer ones.
    """
    runs: list[Run] = []
    for run in _plain_runs(pairs, sizes):
        runs.append(run)
        while len(runs) > 2 and _joins(words, *runs[-3:]):
            first, _between, last = runs[-3:]
            runs[-3:] = [Run(first.a, last.a_end, first.b, last.b_end, is_kept=False)]
    return runs


def find_long_runs(
    keys: tuple[Sequence[int], Sequence[int]],
    owners: tuple[Sequence[int], Sequence[int]],
    budget: Budget,
) -> list[Run]:
    """Return the runs of two very long stretches: whole paragraphs, the same or not.

    `owners` gives for each word of both the paragraph it stands in.
    """
    borders, units = [], []
    for words, numbers in zip(keys, owners, strict=True):
        starts = [
            0,
            *(place for place, pair in enumerate(pairwise(numbers), 1) if pair[0] != pair[1]),
        ]
        borders.append([*starts, len(words)])
        units.append([hash(tuple(words[i:j])) for i, j in pairwise(borders[-1])])
    pairs = match_words(units[0], units[1], budget)
    a, b = borders
    return [
        Run(a[run.a], a[run.a_end], b[run.b], b[run.b_end], run.is_kept)
        for run in _plain_runs(pairs, (len(units[0]), len(units[1])))
    ]


def _plain_runs(pairs: Pairs, sizes: tuple[int, int]) -> list[Run]:
    runs: list[Run] = []
    kept = (0, 0)  # where the run of kept words began that ends at (a, b)
    a = b = 0
    for i, j in [*pairs, sizes]:
        if (i, j) != (a, b) or (i, j) == sizes:
            if kept != (a, b):
                runs.append(Run(kept[0], a, kept[1], b, is_kept=True))
            if (i, j) != (a, b):
                runs.append(Run(a, i, b, j, is_kept=False))
            kept = (i, j)
        a, b = i + 1, j + 1
    return runs


def _joins(words: Sequence[str], first: Run, between: Run, last: Run) -> bool:
    if first.is_kept or last.is_kept or not between.is_kept:
        return False
    length = between.a_end - between.a
    if length > 2 or not all(map(is_weak, words[between.a : between.a_end])):
        return False
    return length == 1 or min(_size(first), _size(last)) > 1


def _size(run: Run) -> int:
    return max(run.a_end - run.a, run.b_end - run.b)


def is_weak(word: str) -> bool:
    """Tell whether a word holds no news of its own: "of", "في", a single letter."""
    folded = fold_word(word)
    return folded in _WEAK_WORDS or (len(folded) <= _WEAK_LETTERS and folded.isalpha())


def _anchors(a: Sequence[int], b: Sequence[int]) -> Pairs:
    """Return the longest rising row of words that stand once in both (patience sorting)."""
    once_b = {word for word, count in Counter(b).items() if count == 1}
    place_b = {word: place for place, word in enumerate(b) if word in once_b}
    once_a = {word for word, count in Counter(a).items() if count == 1}
    found = [(i, place_b[word]) for i, word in enumerate(a) if word in once_a and word in place_b]
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(found):
        pile = bisect_left(tops, j)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        ends[pile : pile + 1] = [number]
    row: Pairs = []
    number = ends[-1] if ends else -1
    while number >= 0:
        row.append(found[number])
        number = before[number]
    return row[::-1]


def _align(a: Sequence[int], b: Sequence[int]) -> Pairs:
    """Return the best common words of two short stretches, in whole phrases where it can be.

    A longest common subsequence with a bonus for words that follow on one another.
    """
    best, ending = _score(a, b)
    pairs: Pairs = []
    i, j = len(a), len(b)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            while True:
                score = ending[i][j]
                i, j = i - 1, j - 1
                pairs.append((i, j))
                if not ending[i][j] or score != ending[i][j] + _FOLLOWING:
                    break
    return pairs[::-1]


def _score(a: Sequence[int], b: Sequence[int]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the best scores up to each place, and of those that end on an equal word there."""
    width = len(b) + 1
    best, ending = [[0] * width], [[0] * width]
    for word in a:
        above, above_ending = best[-1], ending[-1]
        row, row_ending = [0] * width, [0] * width
        for j, other in enumerate(b, 1):
            score = above[j] if above[j] >= row[j - 1] else row[j - 1]
            if word == other:
                followed = above_ending[j - 1]
                own = max(above[j - 1] + _ALONE, followed + _FOLLOWING if followed else 0)
                row_ending[j] = own
                score = max(score, own)
            row[j] = score
        best.append(row)
        ending.append(row_ending)
    return best, ending
