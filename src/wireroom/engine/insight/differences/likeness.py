"""How alike what surrounds two figures is, rare words of a report counting most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from wireroom.engine.insight.differences.figure import Figure, Keys
from wireroom.engine.insight.differences.quantity_tables import CHANGES
from wireroom.engine.insight.differences.wording import SAYS

# The sentence beyond a figure's own neighbours says less of what it is.
_AROUND: Final = 0.35
COMMON: Final = CHANGES | SAYS
_COMMON_WORTH: Final = 0.4


@dataclass(frozen=True, slots=True)
class _Words:
    """Words by their keys, with what each weighs, all keys together, and the whole weight."""

    weighed: tuple[tuple[Keys, float], ...]
    keys: Keys
    total: float


class Likeness:
    """Compares the surroundings of figures of one story."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._weights = _weights(figures)
        self._near: dict[Figure, _Words] = {}
        self._around: dict[Figure, _Words] = {}

    def of(self, one: Figure, two: Figure) -> float:
        """Return how alike two figures' surroundings are, from 0 to 1."""
        near = _overlap(self._near_of(one), self._near_of(two))
        around = _overlap(self._around_of(one), self._around_of(two))
        return (1 - _AROUND) * near + _AROUND * around

    def _near_of(self, figure: Figure) -> _Words:
        if figure not in self._near:
            self._near[figure] = self._weigh(figure.near)
        return self._near[figure]

    def _around_of(self, figure: Figure) -> _Words:
        if figure not in self._around:
            self._around[figure] = self._weigh(figure.around)
        return self._around[figure]

    def _weigh(self, words: Sequence[Keys]) -> _Words:
        weights = self._weights
        weighed = tuple(
            (keys, min((weights.get(key, 1.0) for key in keys), default=1.0) * _worth(keys))
            for keys in words
        )
        union = frozenset(key for keys in words for key in keys)
        return _Words(weighed, union, sum(weight for _, weight in weighed))


def _worth(keys: Keys) -> float:
    """Return what a word is worth: "rose" and "said" stand beside every number."""
    return 1.0 if COMMON.isdisjoint(keys) else _COMMON_WORTH


def shared(one: Iterable[Keys], two: Iterable[Keys]) -> bool:
    """Whether any word of the one says the same as any of the other."""
    theirs = {key for keys in two for key in keys}
    return any(not theirs.isdisjoint(keys) for keys in one)


def _weights(figures: Sequence[Figure]) -> dict[str, float]:
    """Return how much a key tells of one figure: less where it stands beside many of a report."""
    beside: Counter[str] = Counter()
    reports: dict[str, set[int]] = {}
    for figure in figures:
        for key in {key for keys in figure.near for key in keys}:
            beside[key] += 1
            reports.setdefault(key, set()).add(figure.report)
    return {key: len(reports[key]) / beside[key] for key in beside}


def _overlap(one: _Words, two: _Words) -> float:
    """Return the weighted Dice coefficient of two runs of words (Dice 1945)."""
    if one.keys.isdisjoint(two.keys):
        return 0.0
    found = sum(weight for keys, weight in one.weighed if not two.keys.isdisjoint(keys))
    found += sum(weight for keys, weight in two.weighed if not one.keys.isdisjoint(keys))
    return found / (one.total + two.total)
