"""Which lines of a dump are its report, and which its headline, by trained classifiers.

Trained on real pages copied as readers copy them (benchmarks/train_dumps.py).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from wireroom.engine.pages.body import best_cut
from wireroom.engine.pages.dump.line_context import context_of_lines
from wireroom.engine.pages.dump.line_signs import signs_of
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.title_signs import title_signs
from wireroom.engine.pages.dump.typed_line import LONGEST_REPEATED, Line
from wireroom.engine.pages.forest import Forest, read_forest
from wireroom.engine.pages.numbers import Matrix
from wireroom.engine.pages.odds import Odds

MODEL: Final = Path(__file__).with_name("lines.npz")
# Lines past which nothing is told: no page that was copied has so many, and time matters.
_MOST_LINES: Final = 20_000
# A headline stands above its text; one below is believed where nothing above is as likely.
_LIKELY_ABOVE: Final = 0.05
_NO_TITLES: Final = frozenset((Kind.HEADER, Kind.LABEL, Kind.URL))
PARTS: Final = ("first", "second", "title")


@dataclass(frozen=True, slots=True)
class LineModel:
    """`first` judges a line by its signs, `second` by first opinions too; `title` the headline."""

    first: Forest
    second: Forest
    title: Forest
    odds: Odds


@dataclass(frozen=True, slots=True)
class Likely:
    """The places of the lines taken for the report, and the F1 to expect of them, 0 to 1.

    `title` is the place of its likeliest headline, None where no line can be one, and
    `title_chance` how likely it is.
    """

    places: tuple[int, ...]
    confidence: float
    title: int | None
    title_chance: float


@lru_cache(maxsize=1)
def line_model() -> LineModel:
    """Return the classifiers that benchmarks/train_dumps.py wrote."""
    return load(MODEL)


def load(path: Path) -> LineModel:
    """Read classifiers from a file of arrays; nothing in it is executed."""
    with np.load(path, allow_pickle=False) as arrays:
        forests = [read_forest(arrays, name) for name in PARTS]
        tables = json.loads(bytes(arrays["odds"]).decode("utf-8"))
    first, second, title = forests
    return LineModel(first, second, title, Odds(tables))


def find_likely(lines: Sequence[Line]) -> Likely:
    """Return which lines are most likely the report, in reading order, and its headline."""
    if not lines or len(lines) > _MOST_LINES:
        return Likely((), 0.0, None, 0.0)
    model = line_model()
    signs, size = signs_of(lines, model.odds)
    chances = chances_of(model, signs, size)
    cut, confidence = best_cut(chances, size)
    places = tuple(np.flatnonzero(chances >= cut).tolist())
    rows = title_rows(lines, signs, chances, size)
    titled = model.title.probabilities(rows)
    for place, line in enumerate(lines):
        if len(line.text) > LONGEST_REPEATED or line.kind in _NO_TITLES:
            titled[place] = 0.0
    above = titled[: places[0] + 1] if places else titled[:0]
    best = int((above if len(above) and above.max() >= _LIKELY_ABOVE else titled).argmax())
    return Likely(places, confidence, best if titled[best] > 0 else None, float(titled[best]))


def chances_of(model: LineModel, signs: Matrix, size: Matrix) -> Matrix:
    """Return (n,) chances that each line is of the report."""
    first = model.first.probabilities(signs)
    return model.second.probabilities(
        np.concatenate([signs, context_of_lines(first, size)], axis=1)
    )


def title_rows(lines: Sequence[Line], signs: Matrix, chances: Matrix, size: Matrix) -> Matrix:
    """Return (n, k) features of the lines as headlines."""
    told = title_signs(lines, chances, size)
    return np.concatenate([signs, context_of_lines(chances, size), told], axis=1)
