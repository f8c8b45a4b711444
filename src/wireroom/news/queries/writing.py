"""What is shown of a model's key points: each with the sentences that carry it, by their terms."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from wireroom.news.queries.cited import Cited, Citing
from wireroom.news.queries.rows import Row, moment

# Fewer are no list of key points: sentences chosen by rule are shown then.
FEWEST: Final = 2
_MOST_CITED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWritten:
    """A model's sentence, and the sentences of reports each of which says it."""

    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWriting:
    """A model's key points, empty where too few stand; of those `told`, some were `withheld`.

    `has_failed` tells that the model was asked the last time and wrote nothing.
    """

    points: tuple[ShownWritten, ...] = ()
    model: str = ""
    at: datetime | None = None
    told: int = 0
    withheld: int = 0
    has_failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWriting:
    """A model's key points as their row keeps them."""

    points: Sequence[dict[str, Any]] = ()
    withheld: int = 0
    model: str = ""
    at: datetime | None = None
    has_failed: bool = False

    def cited(self) -> Iterator[int]:
        """Yield the articles that it cites."""
        for point in self.points:
            yield from (saying[1] for saying in point["cited"])


def read_writing(row: Row) -> KeptWriting:
    """Return what a row (content, model, written_at, failure) keeps; empty columns, nothing."""
    if not row or row[0] is None:
        return KeptWriting()
    content, model, at, failure = row
    kept = json.loads(content)
    return KeptWriting(
        points=kept.get("points", ()),
        withheld=len(kept.get("withheld", ())),
        model=model,
        at=moment(at) if at else None,
        has_failed=bool(failure),
    )


def show_writing(kept: KeptWriting, citing: Citing) -> ShownWriting:
    """Return what may be shown of it now: a sentence nothing carries any more is left out."""
    shown = (
        ShownWritten(text=one["text"], cited=citing.carry(one["text"], one["cited"][:_MOST_CITED]))
        for one in kept.points
    )
    points = tuple(one for one in shown if one.cited)
    return ShownWriting(
        points=points if len(points) >= FEWEST else (),
        model=kept.model,
        at=kept.at,
        told=len(kept.points) + kept.withheld,
        withheld=kept.withheld,
        has_failed=kept.has_failed,
    )
