"""Dead letters: rows that a stage gave up, by table and step, with their last error."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, Max, QuerySet

from wireroom.news.models import Work
from wireroom.news.queries.queue import MODELS

TABLES: Final[Mapping[str, type[Work]]] = {str(model._meta.model_name): model for model in MODELS}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """The dead letters of one table and step."""

    table: str
    step: str
    count: int
    latest_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One row that was given up: what it is, and what went wrong the last time."""

    table: str
    id: int
    step: str
    what: str
    error: str
    dead_at: datetime


def read_letter_kinds() -> list[LetterKind]:
    """Return which dead letters there are: one short query a table."""
    return [
        LetterKind(table=table, step=row["step"], count=row["count"], latest_at=row["latest"])
        for table in TABLES
        for row in _dead(table)
        .values("step")
        .annotate(count=Count("pk"), latest=Max("dead_at"))
        .order_by("step")
    ]


def count_dead() -> Mapping[str, int]:
    """Return how many rows were given up, by the step that gave up."""
    counts: Counter[str] = Counter()
    for kind in read_letter_kinds():
        counts[kind.step] += kind.count
    return counts


def read_letters(table: str, step: str | None = None, *, limit: int) -> Sequence[Letter]:
    """Return the latest dead letters of a table, or of one step of it: one query."""
    dead = _dead(table) if step is None else _dead(table).filter(step=step)
    return [
        Letter(
            table=table, id=row.pk, step=row.step, what=str(row), error=row.last_error,
            dead_at=row.dead_at,
        )
        for row in dead.order_by("-dead_at", "-pk")[:limit]
        if row.dead_at is not None
    ]  # fmt: skip


def _dead(table: str) -> QuerySet[Work]:
    return TABLES[table]._default_manager.filter(dead_at__isnull=False)
