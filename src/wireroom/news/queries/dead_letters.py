"""Dead letters: rows that a stage gave up, by table and step, with their last error."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, Max

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
    return list(_kinds())


def _kinds() -> Iterator[LetterKind]:
    for table, model in TABLES.items():
        dead = model._default_manager.filter(dead_at__isnull=False)
        found = dead.values("step").annotate(count=Count("pk"), latest=Max("dead_at"))
        for row in found.order_by("step"):
            yield LetterKind(
                table=table, step=row["step"], count=row["count"], latest_at=row["latest"]
            )


def read_letters(table: str, step: str, *, limit: int) -> Sequence[Letter]:
    """Return the latest dead letters of a kind: one query."""
    dead = TABLES[table]._default_manager.filter(dead_at__isnull=False, step=step)
    return [
        Letter(
            table=table, id=row.pk, step=row.step, what=str(row), error=row.last_error,
            dead_at=row.dead_at,
        )
        for row in dead.order_by("-dead_at", "-pk")[:limit]
        if row.dead_at is not None
    ]  # fmt: skip
