"""Whether one report is another's in a second language, by its paragraphs and what they keep."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from operator import mul
from typing import Final

from wireroom.engine.copies.beside import Beside, Couple, set_beside
from wireroom.engine.copies.kept_marks import Marks, find_marks
from wireroom.engine.copies.lineage import mirror
from wireroom.engine.copies.translation_notes import find_first
from wireroom.engine.types import ArticleText, CopyKind, CopyPair, Passage

# A report is translated while it is news.
WINDOW: Final = timedelta(days=3)
# Two reports of one event agree in a paragraph or two by themselves.
_FEWEST_COUPLES: Final = 3
_FEWEST_SHARED: Final = 6  # numbers and names, in such couples
_ROUNDED: Final = 2  # of these, which a translator may have rounded
_TELLING: Final = 2.0  # weight of shared marks that makes a couple say something
# More shared marks than this say that both are long, not that one is the other.
_ENOUGH: Final = 40.0

SIGNALS: Final = (
    "evidence",  # log(1 + weight of the marks that couples share)
    "kept",  # share by weight, of the marks in couples, that both sides have
    "covered",  # share of the letters of the side that is covered more, in couples
    "covered less",  # the same of the other side
    "uneven",  # how far lengths of coupled paragraphs fall from one ratio, mean of their logs x 5
    "sentences",  # mean difference of the numbers of sentences
    "quotes",  # mean difference of the shares that stand in quotation marks x 5
    "kinds",  # share of the kinds of events and places in couples that both sides have
    "unbroken",  # share of couples that stand next to the one before on both sides
)
# Learned by benchmarks/translated_set.py: one weight for each of SIGNALS.
WEIGHTS: Final = (1.9, 0.89, 0.7, 1.65, -2.98, -0.14, -1.06, 2.13, 1.21)
BIAS: Final = -7.98
# Log odds from which one report is said to be the other's. On events that the weights never saw
# the likeliest of 265 independent pairs has 1.22, and 132 of 140 translations have more than this;
# a false one says that a witness is none.
SURE: Final = 1.5
_ORDERED: Final = 0.8  # share of the shared marks, in couples that did not move


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two texts beside each other, with the values of SIGNALS."""

    couples: tuple[Couple, ...]
    signals: tuple[float, ...]

    @property
    def odds(self) -> float:
        """Log odds that one is a translation of the other."""
        return float(sum(map(mul, WEIGHTS, self.signals), start=BIAS))


def resemble(a: Marks, b: Marks) -> Resemblance | None:
    """Set two texts beside each other; None where they have too little in common to tell."""
    beside = Beside(a, b)
    if not beside.may_resemble(fewest=_FEWEST_SHARED - _ROUNDED):
        return None
    couples = set_beside(beside)
    telling = [one for one in couples if one.both >= _TELLING]
    if len(telling) < _FEWEST_COUPLES or sum(one.shared for one in telling) < _FEWEST_SHARED:
        return None
    both = sum(one.both for one in couples)
    alone = sum(one.only_a + one.only_b for one in couples)
    less, more = sorted(
        (
            _covered(a, [(one.a, one.a_end) for one in couples]),
            _covered(b, [(one.b, one.b_end) for one in couples]),
        )
    )
    middle = sorted(one.stretch for one in couples)[len(couples) // 2]
    signals = (
        math.log1p(min(both, _ENOUGH)),
        both / (both + alone),
        more,
        less,
        5 * _mean([abs(one.stretch - middle) for one in couples]),
        _mean([abs(one.sentences) for one in couples]),
        5 * _mean([abs(one.quotes) for one in couples]),
        (1 + sum(one.kinds for one in couples)) / (2 + sum(one.most_kinds for one in couples)),
        _unbroken(couples),
    )
    return Resemblance(couples, signals)


def _covered(marks: Marks, spans: Sequence[tuple[int, int]]) -> float:
    held = sum(one.letters for start, end in spans for one in marks.paragraphs[start:end])
    return held / max(1, marks.whole.letters)


def _unbroken(couples: Sequence[Couple]) -> float:
    steps = [one.a == before.a_end and one.b == before.b_end for before, one in pairwise(couples)]
    return sum(steps) / max(1, len(steps))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def compare_translated(a: ArticleText, b: ArticleText) -> CopyPair | None:
    """Return what one article carries of another in a second language, None where it does not.

    compare_translated(b, a) is the mirror image. Its passages are paragraphs beside each other,
    with the share of their marks that both have as the similarity. Only reports that may tell of
    one event should be compared.
    """
    if b.body < a.body:
        pair = _compare(b, a)
        return None if pair is None else mirror(pair)
    return _compare(a, b)


def _compare(a: ArticleText, b: ArticleText) -> CopyPair | None:
    ours, theirs = find_marks(a), find_marks(b)
    if ours.lang == theirs.lang:
        return None
    found = resemble(ours, theirs)
    if found is None or found.odds < SURE:
        return None
    share_a = _covered(ours, [(one.a, one.a_end) for one in found.couples])
    share_b = _covered(theirs, [(one.b, one.b_end) for one in found.couples])
    origin = find_first(a, b, (share_a, share_b))
    return CopyPair(
        a=a.id,
        b=b.id,
        direction=("unknown", "b>a", "a>b")[origin.side],
        containment_a=round(share_a, 4),
        containment_b=round(share_b, 4),
        passages=tuple(_as_passage(ours, theirs, one) for one in found.couples),
        why=f"{_say(found.couples)}; {origin.why}",
        kind=CopyKind.TRANSLATED,
        confidence=origin.confidence,
    )


def _as_passage(a: Marks, b: Marks, one: Couple) -> Passage:
    alone = one.only_a + one.only_b
    return Passage(
        a.paragraphs[one.a].start,
        a.paragraphs[one.a_end - 1].end,
        b.paragraphs[one.b].start,
        b.paragraphs[one.b_end - 1].end,
        round(one.both / (one.both + alone), 4) if one.both else 0.0,
    )


def _say(couples: Sequence[Couple]) -> str:
    """Say in plain words what tells that one is a translation."""
    shared = sum(one.shared for one in couples)
    kept = sum(one.shared for one in couples if not one.moved)
    order = "in the same order" if kept >= _ORDERED * shared else "in another order"
    return f"translated: the same {shared} names and numbers {order}, paragraph by paragraph"
