"""Re-running dead letters: one, all of a kind, or all there are."""

from django.db import transaction

from wireroom.engine.errors import BadInput
from wireroom.news.queries.dead_letters import TABLES
from wireroom.news.queries.queue import MODELS
from wireroom.news.services.deed_log import By, Done, log_deed
from wireroom.news.services.leases import rerun_dead


@transaction.atomic
def rerun_all(*, by: By) -> int:
    """Make every dead letter due again; return how many."""
    count = rerun_dead(MODELS, now=by.now)
    if count:
        log_deed(Done(deed="letter.rerun", name="all", after={"count": count}), by=by)
    return count


@transaction.atomic
def rerun_letters(table: str, step: str, *, row: int | None = None, by: By) -> int:
    """Make a kind's dead letters due again, or one row of it. Raises BadInput where none is."""
    only: dict[str, str | int] = {"step": step} if row is None else {"step": step, "pk": row}
    count = rerun_dead([TABLES[table]], now=by.now, **only) if table in TABLES else 0
    if not count:
        raise BadInput("no such dead letter: it was re-run before, or its outlet is left alone")
    log_deed(
        Done(deed="letter.rerun", subject=row, name=f"{table} {step}", after={"count": count}),
        by=by,
    )
    return count
