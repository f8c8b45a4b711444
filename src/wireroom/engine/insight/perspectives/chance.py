"""How likely counts so uneven are by chance, and which of many are too uneven for it."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from math import comb
from typing import Final, NamedTuple

_BOTH: Final = 2.0  # either side may be the one that has more


class Table(NamedTuple):
    """`having` of `of` on one side, `others_having` of `others` on the other."""

    having: int
    of: int
    others_having: int
    others: int


@lru_cache(maxsize=1 << 14)
def chance_of(table: Table) -> float:
    """Return the two-sided mid-p value of Fisher's exact test (Lancaster, JASA 56, 1961).

    The plain value counts the table itself whole and is too careful for few outlets.
    """
    weights = _weights(table)
    lowest = max(0, table.having + table.others_having - table.others)
    place = table.having - lowest
    total, own = sum(weights), weights[place]
    below, above = sum(weights[:place]), sum(weights[place + 1 :])
    return min(1.0, _BOTH * (min(below, above) + own / 2) / total)


def _weights(table: Table) -> list[int]:
    """Return in how many ways each table with the same sums comes about."""
    of, others, having = table.of, table.others, table.having + table.others_having
    lowest, highest = max(0, having - others), min(of, having)
    return [comb(of, n) * comb(others, having - n) for n in range(lowest, highest + 1)]


@lru_cache(maxsize=1 << 14)
def least_chance(table: Table) -> float:
    """Return the smallest value that any table with the same sums can have."""
    having = table.having + table.others_having
    lowest, highest = max(0, having - table.others), min(table.of, having)
    ends = (Table(n, table.of, having - n, table.others) for n in (lowest, highest))
    return min(map(chance_of, ends))


def find_uneven(tables: Sequence[Table], *, level: float) -> set[int]:
    """Return which tables are uneven, with at most `level` of them wrong in the long run.

    Gilbert, "A modified false discovery rate multiple-comparisons procedure for discrete data"
    (Applied Statistics 54, 2005): tables that cannot be uneven enough whatever they say are left
    out first (Tarone 1990), then Benjamini and Hochberg's step-up decides.
    """
    least = sorted(map(least_chance, tables))
    tried = 1
    while tried <= len(least) and bisect_right(least, level / tried) > tried:
        tried += 1
    asked = [n for n, one in enumerate(tables) if least_chance(one) <= level / tried]
    ranked = sorted(asked, key=lambda n: (chance_of(tables[n]), n))
    kept = 0
    for rank, number in enumerate(ranked, start=1):
        if chance_of(tables[number]) <= level * rank / len(ranked):
            kept = rank
    return set(ranked[:kept])
