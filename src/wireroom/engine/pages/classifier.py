"""The trained classifier of blocks: two forests and the odds of words, read once a process."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from wireroom.engine.pages.forest import Forest, read_forest
from wireroom.engine.pages.odds import Odds

MODEL: Final = Path(__file__).with_name("blocks.npz")


@dataclass(frozen=True, slots=True)
class Classifier:
    """`first` judges a block by itself and its surroundings, `second` by the first opinions too."""

    first: Forest
    second: Forest
    odds: Odds


@lru_cache(maxsize=1)
def classifier() -> Classifier:
    """Return the classifier that benchmarks/train_pages.py wrote."""
    return load(MODEL)


def load(path: Path) -> Classifier:
    """Read a classifier from a file of arrays; nothing in it is executed."""
    with np.load(path, allow_pickle=False) as arrays:
        first, second = (read_forest(arrays, name) for name in ("first", "second"))
        tables = json.loads(bytes(arrays["odds"]).decode("utf-8"))
    return Classifier(first, second, Odds(tables))
