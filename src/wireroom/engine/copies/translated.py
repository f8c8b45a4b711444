"""Whether one report is another's in a second language, by its paragraphs and what they keep."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import mul
from typing import Final

from wireroom.engine.copies.beside import Beside, Couple, set_beside
from wireroom.engine.copies.kept_marks import Marks, find_marks
from wireroom.engine.types import ArticleText

# A report is translated while it is news.
WINDOW: Final = timedelta(days=3)
# Two reports of one event agree in a paragraph or two by themselves.
_FEWEST_COUPLES: Final = 3
_FEWEST_SHARED: Final = 6  # numbers and names, in such couples
_ROUNDED: Final = 2  # of these, which a translator may have rounded
_TELLING: Final = 2.0  # weight of shared marks that makes a couple say something

SIGNALS: Final = (
    "evidence",  # log(1 + weight of the marks that couples share)
    "kept",  # share by weight, of the marks in couples, that both sides have
    "covered",  # share of the letters of the side that is covered more, in couples
    "covered less",  # the same of the other side
    "uneven",  # how far lengths of coupled paragraphs fall from one ratio, mean of their logs x 5
    "sentences",  # mean difference of the numbers of sentences
    "quotes",  # mean difference of the shares that stand in quotation marks x 5
)
WEIGHTS: Final = (2.81, 0.61, 0.53, 1.53, -1.53, -0.79, -1.02)
BIAS: Final = -9.4
SURE: Final = 1.5


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
    covered = sorted((_covered(a, [(c.a, c.a_end) for c in couples]), _covered(b, [(c.b, c.b_end) for c in couples])))
    middle = sorted(one.stretch for one in couples)[len(couples) // 2]
    signals = (
        math.log1p(both),
        both / (both + alone),
        covered[1],
        covered[0],
        5 * _mean([abs(one.stretch - middle) for one in couples]),
        _mean([abs(one.sentences) for one in couples]),
        5 * _mean([abs(one.quotes) for one in couples]),
    )
    return Resemblance(couples, signals)


def _covered(marks: Marks, spans: Sequence[tuple[int, int]]) -> float:
    held = sum(one.letters for start, end in spans for one in marks.paragraphs[start:end])
    return held / max(1, marks.whole.letters)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def find_resemblance(a: ArticleText, b: ArticleText) -> Resemblance | None:
    """Return how two articles resemble each other across languages."""
    return resemble(find_marks(a), find_marks(b))
