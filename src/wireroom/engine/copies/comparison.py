"""Two copies side by side: which words of each were kept, changed, cut, added or moved."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, TypeAlias

from wireroom.engine.copies.edges import Stretch, tidy_edges
from wireroom.engine.copies.fingerprint import word_keys
from wireroom.engine.copies.layout import align_paragraphs, cut_at, find_paragraphs
from wireroom.engine.copies.moved import choose_moved
from wireroom.engine.copies.pieces import Comparison, Kind, Piece, Row, WordCounts, turn
from wireroom.engine.copies.tokens import Tokens, read_tokens
from wireroom.engine.copies.wordmatch import Budget, Run, find_long_runs, find_runs, match_words
from wireroom.engine.types import Passage

Label: TypeAlias = tuple[Kind, int, int]  # kind, change, moved

_ONLY: Final[Label] = (Kind.ONLY, 0, 0)
# What ends a sentence goes with it; any mark goes with what the other text has nothing of.
_SENTENCE_END: Final = re.compile(r"[.!?؟…।。]+[\"'”’»)\]]*")
_OPENING: Final = re.compile(r"(?<!\S)[\"'“‘«(\[„]+\Z")
_CLOSING: Final = re.compile(r"[^\s\w]*")
_MARKS_AFTER: Final = {
    Kind.ONLY: _CLOSING,
    Kind.CUT: _SENTENCE_END,
    Kind.ADDED: _SENTENCE_END,
}


def compare_words(a: str, b: str, passages: Iterable[Passage]) -> Comparison:
    """Compare two bodies (paragraphs joined by a blank line) whose passages are known.

    compare_words(b, a, mirrored passages) is the mirror image. Passages that overlap others or
    do not fit the texts are left out, so that an older text's passages do no harm. Marks,
    capitals and spelling variants alone are no change. The time grows with the length of the
    texts; what repeats itself too much to be aligned word by word is told as changed.
    """
    if a == b:
        return _compare_same(a)
    found = sorted(passages, key=lambda one: (one.a_start, one.b_start))
    turned = sorted(
        (turn_passage(one) for one in found), key=lambda one: (one.a_start, one.b_start)
    )
    if (b, _spans(turned)) < (a, _spans(found)):
        return turn(_Board(b, a).compare(turned))
    return _Board(a, b).compare(found)


def _compare_same(body: str) -> Comparison:
    kept = WordCounts(kept=len(read_tokens(body)))
    rows = ((Piece(Kind.KEPT, start, end),) for start, end in find_paragraphs(body))
    return Comparison(tuple(Row(row, row) for row in rows), kept, kept, 0)


def turn_passage(one: Passage) -> Passage:
    """Return the passage seen from the other text."""
    return Passage(one.b_start, one.b_end, one.a_start, one.a_end, one.similarity)


def _spans(passages: Sequence[Passage]) -> list[tuple[int, int, int, int]]:
    return [(one.a_start, one.a_end, one.b_start, one.b_end) for one in passages]


class _Board:
    """The words of both texts, each with what became of it."""

    def __init__(self, a: str, b: str) -> None:
        self._texts = read_tokens(a), read_tokens(b)
        self._keys = tuple(word_keys(text.words).tolist() for text in self._texts)
        self._paragraphs = [find_paragraphs(body) for body in (a, b)]
        self._owners = [
            text.paragraphs(places)
            for text, places in zip(self._texts, self._paragraphs, strict=True)
        ]
        self._labels = [[_ONLY] * len(text) for text in self._texts]
        self._kept: list[tuple[int, int]] = []  # words kept where they stand
        self._changes = 0

    def compare(self, passages: Sequence[Passage]) -> Comparison:
        """Label the words of every passage, then lay the texts out in rows."""
        stretches = tidy_edges(
            self._stretches(passages),
            (self._keys[0], self._keys[1]),
            (self._owners[0], self._owners[1]),
        )
        moved = choose_moved([(each[0], each[2], each[1] - each[0]) for each in stretches])
        budget = Budget()
        for stretch, number in zip(stretches, moved, strict=True):
            self._label(stretch, number, budget)
        counts = [_count(labels) for labels in self._labels]
        return Comparison(self._rows(), counts[0], counts[1], max(moved, default=0))

    def _stretches(self, passages: Sequence[Passage]) -> list[Stretch]:
        """Return the passages in word numbers, without those that are empty or overlap."""
        a, b = self._texts
        used_b = bytearray(len(b))
        stretches, free = [], 0
        for one in passages:
            first, stop = a.between(one.a_start, one.a_end)
            other, end = b.between(one.b_start, one.b_end)
            if first < free or first >= stop or other >= end or any(used_b[other:end]):
                continue
            used_b[other:end] = b"\1" * (end - other)
            free = stop
            stretches.append((first, stop, other, end))
        return stretches

    def _label(self, stretch: Stretch, moved: int, budget: Budget) -> None:
        a, a_end, b, b_end = stretch
        keys = self._keys[0][a:a_end], self._keys[1][b:b_end]
        if budget.reads(a_end - a + b_end - b):
            words = self._texts[0].words[a:a_end]
            runs = find_runs(words, match_words(*keys, budget), (a_end - a, b_end - b))
        else:
            owners = self._owners[0][a:a_end], self._owners[1][b:b_end]
            runs = find_long_runs(keys, owners, budget)
        for run in runs:
            self._put(Run(a + run.a, a + run.a_end, b + run.b, b + run.b_end, run.is_kept), moved)

    def _put(self, run: Run, moved: int) -> None:
        if run.is_kept:
            kinds = Kind.KEPT, Kind.KEPT
            if not moved:
                self._kept += zip(range(run.a, run.a_end), range(run.b, run.b_end), strict=True)
        elif run.a < run.a_end and run.b < run.b_end:
            kinds = Kind.CHANGED, Kind.CHANGED
        else:
            kinds = Kind.CUT, Kind.ADDED
        self._changes += not run.is_kept
        change = 0 if run.is_kept else self._changes
        borders = ((run.a, run.a_end), (run.b, run.b_end))
        for labels, kind, (first, stop) in zip(self._labels, kinds, borders, strict=True):
            labels[first:stop] = [(kind, change, moved)] * (stop - first)

    def _rows(self) -> tuple[Row, ...]:
        paragraphs, owners = self._paragraphs, self._owners
        pieces = [
            cut_at(_pieces(text, labels), [start for start, _ in places])
            for text, labels, places in zip(self._texts, self._labels, paragraphs, strict=True)
        ]
        links = ((owners[0][i], owners[1][j]) for i, j in self._kept)
        beside = align_paragraphs(links, (len(paragraphs[0]), len(paragraphs[1])))
        rows, done = [], [0, 0]
        for stops in beside:
            sides = []
            for side, stop in enumerate(stops):
                here = paragraphs[side][stop - 1][1] if stop else 0
                first = done[side]
                while done[side] < len(pieces[side]) and pieces[side][done[side]].start < here:
                    done[side] += 1
                sides.append(tuple(pieces[side][first : done[side]]))
            rows.append(Row(sides[0], sides[1]))
        return tuple(rows)


def _pieces(text: Tokens, labels: Sequence[Label]) -> list[Piece]:
    """Return the words of one label together; what stands between goes to kept words.

    So a line through a word never runs on through the space after it.
    """
    starts: list[int] = []
    ends: list[int] = []
    found: list[Label] = []
    place = 0
    for label, group in groupby(labels):
        count = sum(1 for _ in group)
        start = _start_of(text, place, label) if found else 0
        if found and label[0] is Kind.KEPT and found[-1][0] is not Kind.KEPT:
            start = ends[-1]
        elif found:
            ends[-1] = start
        starts.append(start)
        ends.append(_end_of(text, place + count - 1, label[0]))
        found.append(label)
        place += count
    if not found:
        return [Piece(Kind.ONLY, 0, len(text.body))] if text.body else []
    ends[-1] = len(text.body)
    return [
        Piece(kind, start, end, change, moved)
        for start, end, (kind, change, moved) in zip(starts, ends, found, strict=True)
    ]


def _start_of(text: Tokens, word: int, label: Label) -> int:
    """Return where a piece that begins with this word begins: with the quotation mark before it.

    Only where a whole stretch begins there: of words changed in a quote, the mark is no part.
    """
    start = text.starts[word]
    if label[0] is not Kind.ONLY and not label[2]:
        return start
    after = text.ends[word - 1] if word else 0
    marks = _OPENING.search(text.body, after, start)
    return marks.start() if marks else start


def _end_of(text: Tokens, word: int, kind: Kind) -> int:
    """Return where a piece that ends with this word ends: with the marks that go with it."""
    end = text.ends[word]
    marks = _MARKS_AFTER.get(kind)
    if marks is None:
        return end
    # A sign may be a word: what follows is its own.
    limit = text.starts[word + 1] if word + 1 < len(text) else len(text.body)
    found = marks.match(text.body, end, limit)
    return found.end() if found else end


def _count(labels: Sequence[Label]) -> WordCounts:
    counts = Counter(label[0] for label in labels)
    return WordCounts(
        kept=counts[Kind.KEPT],
        changed=counts[Kind.CHANGED],
        alone=counts[Kind.CUT] + counts[Kind.ADDED],
        only=counts[Kind.ONLY],
    )
