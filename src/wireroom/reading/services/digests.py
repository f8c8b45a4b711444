"""Who is to be written to, each by one process alone, and what became of the letter."""

from datetime import datetime
from typing import Final

from django.db.models import F

from wireroom.engine.alerts.hours import Every
from wireroom.reading.models import AlertWishes
from wireroom.reading.services.alerts import MOST_REFUSED, next_due

_AT_ONCE: Final = 50


def due_digests(*, now: datetime) -> list[AlertWishes]:
    """Return whose digest is due, the longest due first."""
    due = AlertWishes.objects.filter(digest_due_at__lte=now, person__is_active=True)
    return list(due.select_related("person").order_by("digest_due_at")[:_AT_ONCE])


def claim_digest(row: AlertWishes, *, now: datetime) -> bool:
    """Take a digest, before it is sent; False where another process has it.

    The next one is due from here on: whoever is killed with the letter under way, sent or not,
    sends nobody two. What it told, or would have told, stands in the next.
    """
    own = AlertWishes.objects.filter(pk=row.pk, digest_due_at=row.digest_due_at)
    return own.update(digest_due_at=next_due(row, after=now)) == 1


def note_sent(row: AlertWishes, *, now: datetime) -> None:
    """Note until when a person was told."""
    AlertWishes.objects.filter(pk=row.pk).update(digested_at=now, failures=0, refusals=0)


def put_off_digest(row: AlertWishes, *, until: datetime) -> None:
    """Try a letter again that no server took; not after the next is due, nor once turned off."""
    on = AlertWishes.objects.filter(pk=row.pk, digest_due_at__gt=until)
    on.update(digest_due_at=until, failures=F("failures") + 1)


def note_refused(row: AlertWishes) -> None:
    """Count a letter whose address was refused for good; after some no more are sent."""
    own = AlertWishes.objects.filter(pk=row.pk)
    own.update(refusals=F("refusals") + 1)
    own.filter(refusals__gte=MOST_REFUSED).update(digest=Every.OFF, digest_due_at=None)
