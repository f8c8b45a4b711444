"""How alike what surrounds two figures is, rare words of a report counting more than its refrain."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from wireroom.engine.insight.differences.figure import Figure, Keys

# The sentence beyond a figure's own neighbours says less of what it is.
_AROUND: Final = 0.35


class Rarity:
    """How much a word tells of one figure: less where it stands beside many of its report."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        beside: Counter[str] = Counter()
        reports: dict[str, set[int]] = {}
        for figure in figures:
            for key in {key for keys in figure.near for key in keys}:
                beside[key] += 1
                reports.setdefault(key, set()).add(figure.report)
        self._weights = {key: len(reports[key]) / beside[key] for key in beside}

    def of(self, keys: Keys) -> float:
        """Return the weight of a word by its keys, at most 1."""
        return min((self._weights.get(key, 1.0) for key in keys), default=1.0)


def likeness(one: Figure, two: Figure, rarity: Rarity) -> float:
    """Return how alike two figures' surroundings are, from 0 to 1."""
    near = _overlap(one.near, two.near, rarity)
    around = _overlap(one.around, two.around, rarity)
    return (1 - _AROUND) * near + _AROUND * around


def shared(one: Iterable[Keys], two: Iterable[Keys]) -> bool:
    """Whether any word of the one says the same as any of the other."""
    theirs = {key for keys in two for key in keys}
    return any(keys & theirs for keys in one)


def _overlap(one: Sequence[Keys], two: Sequence[Keys], rarity: Rarity) -> float:
    """Return the weighted Dice coefficient of two runs of words (Dice 1945)."""
    if not one or not two:
        return 0.0
    ours = {key for keys in one for key in keys}
    theirs = {key for keys in two for key in keys}
    total = found = 0.0
    for words, other in ((one, theirs), (two, ours)):
        for keys in words:
            weight = rarity.of(keys)
            total += weight
            found += weight * bool(keys & other)
    return found / total if total else 0.0
