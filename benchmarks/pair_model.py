"""Models of pairs of reports: fitted to rows of signals, and as model.json has them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from wireroom.engine.stories.decide import AGAIN_SIGNALS, DENSITY_SIGNALS, Model
from wireroom.engine.stories.pairs import SIGNALS, Floats

# Log odds above which an article joins: linkage.MERGED, a tenth below, says how it was chosen.
STORY_THRESHOLD: Final = -0.15
STORYLINE_THRESHOLD: Final = 0.1
# Signals are cut to what all but these percents of the rows at either end have: squares of what
# was never seen say nothing. In small streams of languages with a word list nothing is near, less
# than ever in a disguise: the lowest twentieth counts as one there.
_RANGE: Final = (0.1, 99.9)
_UNCOUNTED_RANGE: Final = (5.0, 99.9)
_RIDGE: Final = 10.0
# Log odds given so that both models have the same bars. English, cross-validated by time: B-cubed
# precision / F1 and pairwise F1 are .945 / .922 / .804 at .45 and .951 / .919 / .798 at .25.
# Without background: at .4 the disguises' recall is .02 higher, but two accidents of one day in
# invented Hindi are one story.
_READILY: Final = 0.33
_UNCOUNTED_READILY: Final = 0.2
# As how many rows each stream counts where reports are measured again: a dense one has three times
# as many as a quiet one. About the fewest that any of them has.
_ROWS_EACH: Final = 20_000
# Log odds taken where reports are measured again: with none taken B-cubed F1 is up to .004 higher,
# but two events of which nothing else tells are one story sooner.
_READILY_AGAIN: Final = -0.3
_CONVERGED: Final = 1e-4  # the longest step of Newton's method that changes no decision


def fit(rows: Floats, labels: Floats) -> Model:
    """Fit a ridge-penalised logistic regression on the signals, for English."""
    return _fit(rows, labels, within=_RANGE, readily=_READILY, products=False)


def fit_uncounted(rows: Floats, labels: Floats) -> Model:
    """Fit one on the signals and their products, for languages without background."""
    return _fit(rows, labels, within=_UNCOUNTED_RANGE, readily=_UNCOUNTED_READILY, products=True)


def fit_again(tables: Sequence[tuple[Floats, Floats]], first: Model) -> Model:
    """Fit what the first model's odds and the margin count where reports are measured again.

    Every stream counts alike. Two weights and a bias are learned, no more: decision 0026 says why.
    """
    worth = np.concatenate([np.full(len(own), _ROWS_EACH / len(own)) for _, own in tables])
    rows, labels = (np.concatenate(part) for part in zip(*tables, strict=True))
    low, high = np.percentile(rows[:, -1], _RANGE)
    odds = first.log_odds(rows, rows[:, :0])
    bias, scale, weight = _regress(
        np.column_stack([odds, np.clip(rows[:, -1], low, high)]), labels, worth
    )
    count = len(first.weights) + 1
    return replace(
        first,
        bias=float(bias + scale * first.bias) + _READILY_AGAIN,
        low=np.append(first.low, low),
        high=np.append(first.high, high),
        mean=np.append(first.mean, 0.0),
        spread=np.append(first.spread, 1.0),
        weights=np.append(scale * first.weights, weight),
        products=np.zeros((count, count)),
    )


def _fit(
    rows: Floats, labels: Floats, *, within: tuple[float, float], readily: float, products: bool
) -> Model:
    low, high = np.percentile(rows, within, axis=0)
    rows = np.clip(rows, low, high)
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    rows = (rows - mean) / spread
    count = rows.shape[1]
    one, other = np.triu_indices(count) if products else (np.zeros(0, int), np.zeros(0, int))
    rows = np.column_stack([rows, rows[:, one] * rows[:, other]])
    beta = _regress(rows, labels, np.ones(len(rows)))
    weights = np.zeros((count, count))
    weights[one, other] = beta[1 + count :]
    return Model(
        bias=float(beta[0]) + readily, low=low, high=high, mean=mean, spread=spread,
        weights=beta[1 : 1 + count], products=weights,
        story_threshold=STORY_THRESHOLD, storyline_threshold=STORYLINE_THRESHOLD,
    )  # fmt: skip


def _regress(rows: Floats, labels: Floats, worth: Floats) -> Floats:
    """Return intercept and weights by Newton's method; the intercept is not penalised.

    A row counts as often as `worth` says.
    """
    rows = np.column_stack([np.ones(len(rows)), rows])
    penalty = np.eye(rows.shape[1]) * _RIDGE
    penalty[0, 0] = 0.0
    beta = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (worth * (chance - labels)) + penalty @ beta
        curve = (rows * (worth * chance * (1 - chance))[:, None]).T @ rows + penalty
        step = np.linalg.solve(curve, slope)
        beta -= step
        if np.abs(step).max() < _CONVERGED:
            break
    return beta


def as_fields(model: Model) -> dict[str, Any]:
    """Return a model as model.json has it, four digits a number."""
    names = [*SIGNALS, *DENSITY_SIGNALS, *AGAIN_SIGNALS][: len(model.weights)]
    parts = {"low": model.low, "high": model.high, "mean": model.mean, "spread": model.spread}
    parts["weight"] = model.weights
    signals: dict[str, Any] = {}
    for number, name in enumerate(names):
        signals[name] = {part: round(float(values[number]), 4) for part, values in parts.items()}
        signals[name]["with"] = {
            other: round(float(weight), 4)
            for other, weight in zip(names, model.products[number], strict=True)
            if weight
        }
    return {
        "bias": round(model.bias, 4),
        "signals": signals,
        "story_threshold": model.story_threshold,
        "storyline_threshold": model.storyline_threshold,
    }
