"""Which story an article belongs to: a small learned model over signals and local density."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from wireroom.engine.stories.pairs import SIGNALS, Floats

DENSITY_SIGNALS: Final = (
    "crowd",  # mean text cosine of the nearest other stories: how dense it is around here
    "rivals",  # log(1 + number of other stories that are nearer)
    "pace",  # log(1 + articles a day of late): the more there are, the fewer belong together
)
# Of the other stories the nearest is left out of the crowd (it may be the same event, split)
# and the next eight are averaged: 5 to 15 scored within .008 B-cubed F1 of each other.
_CROWD_SKIPPED: Final = 1
_CROWD: Final = 8
# The quietest and the busiest pace learned from (the development set as it is and 60 times
# denser): nothing beyond is known, so nothing beyond counts.
_QUIETEST_PER_DAY: Final = 2.0
_BUSIEST_PER_DAY: Final = 120.0
# What an index too empty to tell counts as: the median crowd of the development set at its
# own quiet pace.
_QUIET: Final = 0.07
# A story's score is the mean over its nearest members, so that one odd member cannot pull
# in a stranger (average link; cross-validated pairwise F1 was .05 to .11 above taking the
# best member).
_LINKED_MEMBERS: Final = 8
# Log odds taken off when the outlet already has a report in the story: outlets repeat
# themselves less than others repeat them. Set by hand, for the development set never repeats.
SAME_OUTLET: Final = 0.75


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an article goes: an existing story or None for a new one, and the reason.

    `storyline` is the storyline to join (also for a new story), None for a new one.
    `score` is the log odds of the best story less the threshold: above 0 means join. `near` are
    the log odds of the nearest reports, each by itself; `copied` is the report whose text this
    one carries.
    """

    story: int | None
    storyline: int | None
    score: float
    why: str
    near: Mapping[int, float] = field(default_factory=dict)
    copied: int | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression over SIGNALS, DENSITY_SIGNALS and their products, and its thresholds.

    Signals are cut to `low` and `high`, the range learned from, then brought to mean 0 and
    spread 1. `products` is a square, upper triangular: the weights of each signal times another
    or itself, as what a cosine means hangs on how crowded it is; English has none of them.
    """

    bias: float
    low: Floats
    high: Floats
    mean: Floats
    spread: Floats
    weights: Floats
    products: Floats
    story_threshold: float
    storyline_threshold: float

    def log_odds(self, signals: Floats, density: Floats) -> Floats:
        """Return the log odds of "same story" per row."""
        rows = np.column_stack([signals, density])
        rows = (np.clip(rows, self.low, self.high) - self.mean) / self.spread
        odds: Floats = rows @ self.weights + ((rows @ self.products) * rows).sum(axis=1)
        return odds + self.bias


@cache
def load_model(*, is_counted: bool) -> Model:
    """Return the committed model of languages with or without counted background.

    benchmarks/train_stories.py made them. Without a background what is common weighs as much as
    what is rare, so that the same likeness says less.
    """
    text = (files("wireroom.engine.stories") / "model.json").read_text("utf-8")
    fields = json.loads(text)["counted" if is_counted else "uncounted"]
    names = [*SIGNALS, *DENSITY_SIGNALS]
    signals = [fields["signals"][name] for name in names]
    low, high, mean, spread, weights = (
        np.array([one[part] for one in signals])
        for part in ("low", "high", "mean", "spread", "weight")
    )
    return Model(
        bias=fields["bias"],
        low=low,
        high=high,
        mean=mean,
        spread=spread,
        weights=weights,
        products=np.array([[one["with"].get(name, 0.0) for name in names] for one in signals]),
        story_threshold=fields["story_threshold"],
        storyline_threshold=fields["storyline_threshold"],
    )


def measure_density(text: Floats, stories: Sequence[int], *, per_day: float) -> Floats:
    """Return DENSITY_SIGNALS per candidate, from cosines, stories and articles a day.

    A cosine that means "same event" in a quiet stream means "same subject" in a crowded
    one, so each candidate is seen against the other stories nearby.
    """
    best: dict[int, float] = {}
    for value, story in zip(text.tolist(), stories, strict=True):
        best[story] = max(value, best.get(story, 0.0))
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    values = [value for _, value in ranked]
    pace = float(np.log1p(np.clip(per_day, _QUIETEST_PER_DAY, _BUSIEST_PER_DAY)))
    # Behind the nearest few it is as crowded for all: those few are what is averaged.
    told = _CROWD_SKIPPED + _CROWD
    crowds = [_crowd(values[:rank] + values[rank + 1 :]) for rank in range(min(told, len(values)))]
    crowds += [_crowd(values)] * (len(values) - len(crowds))
    rank_of = {story: rank for rank, (story, _) in enumerate(ranked)}
    ranks = np.array([rank_of[story] for story in stories], np.int64)
    density = np.empty((len(stories), len(DENSITY_SIGNALS)))
    density[:, 0] = np.array(crowds)[ranks]
    density[:, 1] = np.log1p(ranks)
    density[:, 2] = pace
    return density


def _crowd(others: Sequence[float]) -> float:
    nearest = others[_CROWD_SKIPPED : _CROWD_SKIPPED + _CROWD]
    return (sum(nearest) + _QUIET * (_CROWD - len(nearest))) / _CROWD


def score_stories(
    odds: Floats, stories: Sequence[int], *, repeated: Mapping[int, bool]
) -> dict[int, float]:
    """Return the log odds per story; `repeated` says whose outlets include the article's."""
    members: dict[int, list[float]] = {}
    for value, story in zip(odds.tolist(), stories, strict=True):
        members.setdefault(story, []).append(value)
    scores = {}
    for story, values in members.items():
        nearest = sorted(values, reverse=True)[:_LINKED_MEMBERS]
        scores[story] = sum(nearest) / len(nearest) - SAME_OUTLET * repeated.get(story, False)
    return scores
