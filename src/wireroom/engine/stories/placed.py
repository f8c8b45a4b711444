"""An article as a language's index knows it, and what stands near one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.stories.pairs import Floats, Vector


@dataclass(frozen=True, slots=True)
class Placed:
    """An article in the index."""

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
