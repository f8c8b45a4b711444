"""Claiming rows and giving them back: one conditional UPDATE, the same on both databases."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db.models import F, Q

from wireroom.news.models import Article, Feed, Page, Shard, Story, Work

W = TypeVar("W", bound=Work)

ERROR_LENGTH = 1000


class LeaseLost(Exception):  # noqa: N818
    """Somebody else has the row by now: drop the result, theirs counts."""


def claim(
    model: type[W],
    step: str,
    *,
    now: datetime,
    limit: int,
    lease_s: float,
    holder: str = "",
    only: Q | None = None,
    related: Sequence[str] = (),
) -> list[W]:
    """Take up to `limit` rows whose `step` is due, oldest first, for `lease_s` seconds.

    `related` names the rows to load with them, in the same query.

    SQLite has no row locks, so the claim is an UPDATE that repeats the condition: of two
    claimers, one changes the row and the other finds it no longer due.
    """
    due = model._default_manager.filter(only or Q(), step=step, due_at__lte=now)
    ids = list(due.order_by("due_at").values_list("pk", flat=True)[:limit])
    if not ids:
        return []
    lease = f"{holder[:12]}{uuid.uuid4().hex}"[:32]
    model._default_manager.filter(pk__in=ids, step=step, due_at__lte=now).update(
        due_at=now + timedelta(seconds=lease_s), lease=lease, attempts=F("attempts") + 1
    )
    claimed = model._default_manager.filter(pk__in=ids, lease=lease).order_by("pk")
    return list(claimed.select_related(*related) if related else claimed)


def finish(row: Work, *, step: str = "", due_at: datetime | None = None, **changes: Any) -> None:
    """End the claim inside the caller's transaction and say what is due next.

    Raises LeaseLost when the row is no longer held under the lease that claimed it.
    """
    kept = type(row)._default_manager.filter(pk=row.pk, lease=row.lease)
    changed = kept.update(
        step=step, due_at=due_at, lease="", attempts=0, last_error="", dead_at=None, **changes
    )
    if not changed:
        raise LeaseLost(f"{type(row).__name__} {row.pk}")


def put_off(row: Work, error: str, *, until: datetime) -> bool:
    """Keep the row's step for another try at `until`; False if the lease is lost."""
    kept = type(row)._default_manager.filter(pk=row.pk, lease=row.lease)
    return bool(kept.update(due_at=until, lease="", last_error=error[:ERROR_LENGTH]))


def bury(row: Work, error: str, *, now: datetime, **changes: Any) -> bool:
    """Make the row a dead letter: its step and error stay for the host to see and re-run."""
    kept = type(row)._default_manager.filter(pk=row.pk, lease=row.lease)
    return bool(
        kept.update(due_at=None, lease="", last_error=error[:ERROR_LENGTH], dead_at=now, **changes)
    )


def rerun_dead(models: Sequence[type[Work]], *, now: datetime) -> int:
    """Make every dead letter due again; return how many."""
    return sum(
        model._default_manager.filter(dead_at__isnull=False).update(
            due_at=now, dead_at=None, attempts=0, lease=""
        )
        for model in models
    )


def release_leases(holder: str, *, now: datetime) -> int:
    """Make due at once what a holder that is known to be dead had claimed."""
    models: Sequence[type[Work]] = (Feed, Page, Article, Story, Shard)
    released = sum(
        model._default_manager.filter(due_at__isnull=False, lease__startswith=holder[:12]).update(
            due_at=now, lease=""
        )
        for model in models
    )
    Shard.objects.filter(holder=holder).update(held_until=None)
    return released
