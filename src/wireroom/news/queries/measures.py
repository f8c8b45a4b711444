"""What the host's monitoring asks of the database: queues, dead letters, feeds, its size."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count, Min, Q

from wireroom.news.models import Feed
from wireroom.news.queries.queue import MODELS


@dataclass(frozen=True, slots=True, kw_only=True)
class StageQueue:
    """What one stage has before it; `lag_s` is how long its first due row has waited."""

    step: str
    due: int
    later: int
    lag_s: float


def stage_queues(*, now: datetime) -> list[StageQueue]:
    """Return every stage's queue, of those that have any; rows under lease count as later."""
    queues: list[StageQueue] = []
    for model in MODELS:
        due = Q(due_at__lte=now)
        rows = (
            model._default_manager.filter(due_at__isnull=False)
            .values("step")
            .annotate(due=Count("pk", filter=due), all=Count("pk"), first_at=Min("due_at"))
            .order_by("step")
        )
        queues += [
            StageQueue(
                step=row["step"],
                due=row["due"],
                later=row["all"] - row["due"],
                lag_s=max((now - row["first_at"]).total_seconds(), 0.0),
            )
            for row in rows
        ]
    return queues


def dead_counts() -> dict[str, int]:
    """Return how many rows were given up, by the stage that gave up."""
    counts: dict[str, int] = {}
    for model in MODELS:
        dead = model._default_manager.filter(dead_at__isnull=False)
        for row in dead.values("step").annotate(rows=Count("pk")).order_by("step"):
            counts[row["step"]] = counts.get(row["step"], 0) + row["rows"]
    return counts


def feed_counts() -> dict[str, int]:
    """Return how many feeds are well, failing and retired."""
    is_retired = Q(retired_at__isnull=False)
    return Feed.objects.aggregate(
        well=Count("pk", filter=Q(error_count=0) & ~is_retired),
        failing=Count("pk", filter=Q(error_count__gt=0) & ~is_retired),
        retired=Count("pk", filter=is_retired),
    )


def database_bytes() -> int:
    """Return how large the database is on its disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        return int(cursor.fetchone()[0])
