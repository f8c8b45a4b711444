"""What people were not told: kept with its reason, tried again with back-off, and forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import F

from wireroom.people.models import Person
from wireroom.reading.models import Undelivered, Way

KEPT: Final = timedelta(days=14)  # long enough to see that something is wrong, and since when
_AT_ONCE: Final = 200
_DROPPED: Final = 1_000  # of a look: a newsroom fails no faster


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why somebody was not told, and when it is tried again; None where it is given up."""

    reason: str
    error: str
    server: str
    due_at: datetime | None


def note_alert(
    person_id: int, device_id: int | None, story_id: int, failed: Failed, *, named: str,
    now: datetime,
) -> None:  # fmt: skip
    """Keep an alert that a push service did not take; of a device that is gone, that it is."""
    facts = {"reason": failed.reason, "error": failed.error, "due_at": failed.due_at}
    row = Undelivered(
        person_id=person_id, way=Way.PUSH, device_id=device_id, story_id=story_id,
        named=named[:200], server=failed.server[:253], at=now, failed_at=now, **facts,
    )  # fmt: skip
    if device_id is None:
        row.save()
        return
    Undelivered.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["device", "story"],
        update_fields=["reason", "error", "due_at", "failed_at"],
    )  # fmt: skip


def note_letter(person: Person, failed: Failed, *, now: datetime) -> None:
    """Keep that a letter was not taken: the last time counts, and how often in a row."""
    facts = {"reason": failed.reason, "error": failed.error[:200], "server": failed.server[:253],
             "failed_at": now}  # fmt: skip
    own = Undelivered.objects.filter(person=person, way=Way.LETTER)
    if not own.update(attempts=F("attempts") + 1, **facts):
        row = Undelivered(person=person, way=Way.LETTER, at=now, **facts)
        Undelivered.objects.bulk_create([row], ignore_conflicts=True)


def forget_letter(person_id: int) -> None:
    """Forget that letters were not taken, now that one was."""
    Undelivered.objects.filter(person=person_id, way=Way.LETTER).delete()


def due_again(*, now: datetime) -> list[Undelivered]:
    """Return the alerts that are to be tried again, the longest waiting first."""
    due = Undelivered.objects.filter(due_at__lte=now, person__is_active=True)
    rows = due.select_related("device", "story__lead__outlet").order_by("due_at", "pk")
    return list(rows[:_AT_ONCE])


def claim_again(row: Undelivered, *, due_at: datetime | None) -> bool:
    """Take a try, noted before it is made; False where another process has it.

    `due_at` is when the next would be: whoever is killed in between tries no faster.
    """
    own = Undelivered.objects.filter(pk=row.pk, due_at=row.due_at)
    return own.update(due_at=due_at, attempts=F("attempts") + 1) == 1


def put_off(row: Undelivered, *, until: datetime | None) -> None:
    """Try later, and count no try: nobody was asked."""
    Undelivered.objects.filter(pk=row.pk, due_at=row.due_at).update(due_at=until)


def note_failed_again(row: Undelivered, failed: Failed, *, now: datetime) -> None:
    """Keep why it failed this time."""
    Undelivered.objects.filter(pk=row.pk).update(
        reason=failed.reason, error=failed.error, due_at=failed.due_at, failed_at=now
    )


def forget_delivered(rows: Iterable[Undelivered]) -> None:
    """Forget what was delivered after all, or is no alert any more."""
    Undelivered.objects.filter(pk__in=[row.pk for row in rows]).delete()


def drop_old(*, now: datetime) -> None:
    """Forget what nobody needs to see any more."""
    old = Undelivered.objects.filter(at__lt=now - KEPT, due_at=None).order_by("at")
    if ids := list(old.values_list("pk", flat=True)[:_DROPPED]):
        Undelivered.objects.filter(pk__in=ids).delete()
