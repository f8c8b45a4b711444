"""What an article has in common with each of many others, as a few numbers a model weighs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from wireroom.engine.stories.features import NUMBER, TITLE, Features
from wireroom.engine.stories.rarity import Rarity

SIGNALS: Final = (
    "text",  # cosine of all terms, 0 to 1
    "likeness",  # its logarithm: next to nothing in common outweighs everything else
    "title",  # cosine of headline terms
    "title_in_body",  # share of each headline, by rarity, that the other article holds; mean
    "shared_numbers",  # log(1 + summed rarity of shared numbers)
    "gap",  # log(1 + hours apart)
    "gap_days",  # days apart, up to 7
)
# Names are among the terms and say why; signals of their own gained less than .01 B-cubed
# F1 on the development set and do not exist in scripts without capitals.
# Hours taken for two articles of which one has no time: about the median distance inside
# and across stories of the development set, so that it speaks neither for nor against.
UNKNOWN_GAP_H: Final = 12.0
_MAX_GAP_DAYS: Final = 7.0
_LEAST_TEXT: Final = 0.02  # a usual cosine of two articles on nothing in common

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
# One term in 8 bytes: 100,000 live articles of 200 terms are 160 MB.
_TERM: Final = np.dtype([("key", "<u4"), ("weight", "u1"), ("flag", "u1"), ("rare", "<f2")])
_LOW_BITS: Final = 0xFFFF  # of a key, which stands in a term's low half


class Vector(NamedTuple):
    """An article's terms weighed by rarity; `terms` is a structured array sorted by key.

    A tuple, as Stored is: one is made of every live article at start.
    """

    terms: npt.NDArray[Any]
    norm: float
    title_norm: float
    published_at: datetime | None

    def strongest(self, limit: int) -> tuple[list[int], list[float]]:
        """Return the keys of the weightiest terms and their squared weights, weightiest first."""
        value = self.terms["weight"] * self.terms["rare"].astype(np.float64)
        order = np.lexsort((self.terms["key"], -value))[:limit]
        return self.terms["key"][order].tolist(), (value[order] ** 2).tolist()


def weigh(features: Features, rarity: Rarity) -> Vector:
    """Weigh an article's terms by how rare they are now."""
    terms = np.empty(len(features.keys), _TERM)
    terms["key"] = features.keys
    terms["weight"] = np.rint(np.array(features.weights) * 16)
    terms["flag"] = features.flags
    terms["rare"] = rarity.idfs(features.keys)
    return _measured(terms, features.published_at)


def weigh_again(vector: Vector, rarity: Rarity) -> Vector:
    """Weigh the terms of an article that was weighed before by how rare they are now."""
    terms = vector.terms.copy()
    terms["rare"] = rarity.idfs(terms["key"])
    return _measured(terms, vector.published_at)


def _measured(terms: npt.NDArray[Any], published_at: datetime | None) -> Vector:
    if (terms["key"][1:] < terms["key"][:-1]).any():  # never so as they are extracted
        terms.sort(order="key")
    rare = terms["rare"].astype(np.float64)
    title = rare[(terms["flag"] & TITLE) > 0]
    return Vector(
        terms=terms,
        norm=float(norms(terms["weight"] * rare, np.array([len(rare)]))[0]),
        title_norm=float(norms(title, np.array([len(title)]))[0]),
        published_at=published_at,
    )


def norms(values: Floats, sizes: Ints) -> Floats:
    """Return the Euclidean norm of each run of values laid end to end, 1 where it would be 0.

    The very same of a run alone and of one among many, which products of matrices would not give.
    """
    sums, filled = np.zeros(len(sizes)), sizes > 0
    if len(values):
        sums[filled] = np.add.reduceat(values * values, (np.cumsum(sizes) - sizes)[filled])
    return np.where(sums > 0, np.sqrt(sums), 1.0)


def compare(vector: Vector, others: Sequence[Vector]) -> Floats:
    """Return the values of SIGNALS between one article and others, shape (others, signals)."""
    table = np.zeros((len(others), len(SIGNALS)))
    if not others or not len(vector.terms):
        return table  # nothing is ever found for an article without terms
    shared = _Shared(vector, others)
    norms = np.array([(o.norm, o.title_norm) for o in others])
    ours, theirs = shared.ours_flag, shared.their_flag
    both, rare = ours & theirs, shared.rare
    table[:, 0] = shared.total(shared.weight) / (vector.norm * norms[:, 0])
    table[:, 1] = np.log(table[:, 0] + _LEAST_TEXT)
    table[:, 2] = shared.total(rare * _flag(both, TITLE)) / (vector.title_norm * norms[:, 1])
    held = shared.total(shared.ours_rare**2 * _flag(ours, TITLE)) / vector.title_norm**2
    holds = shared.total(shared.their_rare**2 * _flag(theirs, TITLE)) / norms[:, 1] ** 2
    table[:, 3] = (held + holds) / 2
    table[:, 4] = np.log1p(shared.total(shared.ours_rare * _flag(both, NUMBER)))
    gaps = np.array([hours_apart(vector.published_at, other.published_at) for other in others])
    table[:, 5:] = gap_signals(gaps)
    return table


def gap_signals(hours: Floats) -> Floats:
    """Return the two signals of time, shape (hours, 2)."""
    return np.column_stack([np.log1p(hours), np.minimum(hours / 24, _MAX_GAP_DAYS)])


def hours_apart(a: datetime | None, b: datetime | None) -> float:
    """Return the hours between two times, UNKNOWN_GAP_H where one is not known."""
    return abs((a - b).total_seconds()) / 3600 if a and b else UNKNOWN_GAP_H


def _flag(flags: npt.NDArray[Any], bit: int) -> npt.NDArray[Any]:
    return (flags & bit) > 0


class _Shared:
    """The terms one article shares with each of many, laid end to end."""

    def __init__(self, vector: Vector, others: Sequence[Vector]) -> None:
        ours = vector.terms
        # As plain integers: joining structured arrays costs four times as much.
        laid = np.concatenate([other.terms.view("<u8") for other in others])
        row = np.repeat(np.arange(len(others)), [len(other.terms) for other in others])
        # Nine terms of ten are not shared. The low bits of their keys say so of nearly all of
        # them, at a quarter of a search's cost.
        bits = np.zeros(_LOW_BITS + 1, np.bool_)
        bits[ours["key"] & _LOW_BITS] = True
        likely = np.flatnonzero(bits[laid & _LOW_BITS])
        laid, row = laid[likely].view(_TERM), row[likely]
        place = np.searchsorted(ours["key"], laid["key"])
        place[place == len(ours)] = 0
        hit = ours["key"][place] == laid["key"]
        self._rows, self._count = row[hit], len(others)
        mine, theirs = ours[place[hit]], laid[hit]
        self.ours_flag, self.their_flag = mine["flag"], theirs["flag"]
        self.ours_rare = mine["rare"].astype(np.float64)
        self.their_rare = theirs["rare"].astype(np.float64)
        self.rare = self.ours_rare * self.their_rare
        self.weight = self.rare * mine["weight"] * theirs["weight"].astype(np.float64)

    def total(self, values: npt.NDArray[Any]) -> Floats:
        """Return the sum of the values per other article."""
        sums = np.bincount(self._rows, weights=values, minlength=self._count)
        return sums.astype(np.float64)  # counts are whole numbers where nothing is shared
