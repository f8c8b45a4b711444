"""Claiming rows and giving them back: conditional UPDATEs, the same on both databases."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import F, prefetch_related_objects

from wireroom.news.models import Feed, OutletState, Page, Shard, Subscription, Work
from wireroom.news.queries.queue import MODELS
from wireroom.news.services.rows import change_rows, find_due

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
    langs: Collection[str] | None = None,
    related: Sequence[str] = (),
) -> list[W]:
    """Take up to `limit` rows whose `step` is due, oldest first, for `lease_s` seconds.

    `langs` are the only languages taken; `related` names the rows to load with them, a query a
    table.

    SQLite has no row locks, so the claim is an UPDATE that repeats the condition: of two
    claimers, one changes the row and the other finds it no longer due.
    """
    # Looked up first, because an UPDATE that finds nothing still waits for SQLite's one writer.
    ids = find_due(model, step, now=now, limit=limit, langs=langs)
    if not ids:
        return []
    lease = f"{holder[:12]}{uuid.uuid4().hex}"[:32]
    table, marks = connection.ops.quote_name(model._meta.db_table), ", ".join("%s" for _ in ids)
    claim_sql = (
        f"UPDATE {table} SET due_at = %s, lease = %s, attempts = attempts + 1"  # noqa: S608
        f" WHERE id IN ({marks}) AND step = %s AND due_at <= %s RETURNING *"
    )
    claimed = model._default_manager.raw(
        claim_sql,
        [now + timedelta(seconds=lease_s), lease, *ids, step, now],
    )
    rows = sorted(claimed, key=lambda row: row.pk)
    prefetch_related_objects(rows, *related)
    return rows


def finish(row: Work, *, step: str = "", due_at: datetime | None = None, **changes: Any) -> None:
    """End the claim inside the caller's transaction and say what is due next.

    Raises LeaseLost when the row is no longer held under the lease that claimed it.
    """
    finish_all([(row, {"step": step, "due_at": due_at, **changes})])


def finish_all(ended: Sequence[tuple[Work, Mapping[str, Any]]]) -> None:
    """End many claims of one table inside the caller's transaction, each with its changes.

    Every mapping names the same columns; without `step` and `due_at` nothing is due next.
    Raises LeaseLost when any of the rows is no longer held: the caller rolls back, and files
    them one by one.
    """
    if not ended:
        return
    # In one order, so that two coordinators never wait for each other's rows in a circle.
    ended = sorted(ended, key=lambda one: one[0].pk)
    model = type(ended[0][0])
    changed = change_rows(
        model,
        [(row.pk, {**_NOTHING_DUE, **changes}) for row, changes in ended],
        always=_ENDED,
        fence="lease",
        fences=[row.lease for row, _ in ended],
    )
    if changed != len(ended):
        raise LeaseLost(f"{model.__name__} {', '.join(str(row.pk) for row, _ in ended)}")


_NOTHING_DUE: Final[Mapping[str, Any]] = {"step": "", "due_at": None}
# For work that is begun anew: whoever had it claimed was interrupted, and did not fail.
BEGUN_ANEW: Final[Mapping[str, Any]] = {
    "lease": "", "attempts": 0, "orphaned": 0, "last_error": "", "dead_at": None
}  # fmt: skip
_ENDED: Final = "lease = '', attempts = 0, orphaned = 0, last_error = '', dead_at = NULL"


def put_off(row: Work, error: str, *, until: datetime, is_attempt: bool = True) -> bool:
    """Keep the row's step for another try at `until`; False if the lease is lost.

    Without `is_attempt` the claim does not count: nothing was tried.
    """
    kept = type(row)._default_manager.filter(pk=row.pk, lease=row.lease)
    uncounted = {} if is_attempt else {"attempts": F("attempts") - 1}
    return bool(kept.update(due_at=until, lease="", last_error=error[:ERROR_LENGTH], **uncounted))


def bury(row: Work, error: str, *, now: datetime, **changes: Any) -> bool:
    """Make the row a dead letter: its step and error stay for the host to see and re-run."""
    kept = type(row)._default_manager.filter(pk=row.pk, lease=row.lease)
    return bool(
        kept.update(due_at=None, lease="", last_error=error[:ERROR_LENGTH], dead_at=now, **changes)
    )


def rerun_dead(models: Sequence[type[Work]], *, now: datetime, **only: str | int) -> int:
    """Make every dead letter due again, or those of `only` this step or row; return how many.

    What would ask an outlet that is to be left alone stays dead.
    """
    return sum(
        model._default_manager.filter(dead_at__isnull=False, **only)
        .exclude(**_LEFT_ALONE.get(model, {"pk": None}))
        .update(due_at=now, dead_at=None, attempts=0, orphaned=0, lease="")
        for model in models
    )


_RESTS: Final = (OutletState.PAUSED, OutletState.BLOCKED)
_LEFT_ALONE: Final[Mapping[type[Work], Mapping[str, Any]]] = {
    Feed: {"outlet__state__in": _RESTS},
    Subscription: {"feed__outlet__state__in": _RESTS},
    Page: {"outlet__state": OutletState.BLOCKED},
}


def release_leases(holder: str, *, now: datetime) -> int:
    """Make due at once what a holder that is known to be dead had claimed.

    Such a claim was no attempt: whoever is killed often enough would lose good rows. It is
    counted apart, so that a row which does kill its holders comes to its end too.
    """
    released = sum(
        model._default_manager.filter(due_at__isnull=False, lease__startswith=holder[:12]).update(
            due_at=now, lease="", attempts=F("attempts") - 1, orphaned=F("orphaned") + 1
        )
        for model in MODELS
    )
    Shard.objects.filter(holder=holder).update(held_until=None)
    return released
