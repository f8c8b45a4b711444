"""An article as a language's index knows it, and what stands near one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import numpy as np

from wireroom.engine.stories.decide import SAME_OUTLET
from wireroom.engine.stories.pairs import Floats, Vector

# 95% of the development set's stories last under 41 hours, the longest 7.6 days.
STORY_WINDOW: Final = timedelta(days=7)
STORYLINE_WINDOW: Final = timedelta(days=30)


class Placed(NamedTuple):
    """An article in the index; a tuple as its Vector is."""

    article: int
    story: int
    at: datetime
    outlet: str | None
    vector: Vector


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands near an article: candidates, nearest first, and signals and density a row.

    `dense` are the log odds that an embedder adds a row, None where none is used.
    """

    vector: Vector
    near: Sequence[Placed]
    signals: Floats
    density: Floats
    dense: Floats | None = None


@dataclass(frozen=True, slots=True)
class Nearby:
    """A live article, what was near it when it was asked, nearest first, and what they share."""

    placed: Placed
    near: Sequence[Placed]
    signals: Floats

    def without(self, article: int) -> "Nearby":
        """Leave an article out."""
        return self._only([one.article != article for one in self.near])

    def as_it_came(self) -> "Nearby":
        """Leave out what is later than the article."""
        return self._only([one.at <= self.placed.at for one in self.near])

    def _only(self, kept: Sequence[bool]) -> "Nearby":
        near = [one for one, stays in zip(self.near, kept, strict=True) if stays]
        return replace(self, near=near, signals=self.signals[np.array(kept, np.bool_)])


def near_odds(
    odds: Floats, survey: Survey, *, at: datetime, outlet: str | None
) -> dict[int, float]:
    """Return the log odds of each near report that may be of the same story."""
    return {
        placed.article: value - SAME_OUTLET * (outlet is not None and placed.outlet == outlet)
        for placed, value in zip(survey.near, odds.tolist(), strict=True)
        if abs(at - placed.at) <= STORY_WINDOW
    }


def hour_of(at: datetime) -> int:
    """Return the hour in which something entered, as hours since 1970."""
    return hour_at(at.timestamp())


def hour_at(moment: float) -> int:
    """Return the same of a moment in seconds since 1970."""
    return int(moment // 3600)
