"""What is known of the host's model server: its way, and whether it may be asked now."""

from datetime import datetime

from django.db.models import F

from wireroom.engine.circuit import PROBE, open_until
from wireroom.engine.writing import OF_SERVER, Unwritten, Written
from wireroom.news.models import ModelServer

_LONGEST_ERROR = 1000


def admit(name: str, *, now: datetime) -> datetime | None:
    """Return None where the server may be asked now, else when to come again.

    Once a circuit's time is up, one caller gets in to try the server, and the others wait on.
    """
    row, _ = ModelServer.objects.get_or_create(name=name)
    if row.open_until is None:
        return None
    if row.open_until > now:
        return row.open_until
    due = ModelServer.objects.filter(name=name, open_until=row.open_until)
    return None if due.update(open_until=now + PROBE) else now + PROBE


def way_of(name: str) -> str:
    """Return how the server wants to be asked, as far as that was found out."""
    return ModelServer.objects.filter(name=name).values_list("way", flat=True).first() or ""


def note_reply(name: str, reply: Written | Unwritten, *, now: datetime) -> None:
    """Remember how a server answered, inside the caller's transaction."""
    ModelServer.objects.get_or_create(name=name)
    rows = ModelServer.objects.filter(name=name)
    if isinstance(reply, Written) or reply.failure not in OF_SERVER:
        rows.update(way=reply.way, failed=0, open_until=None, answered_at=now)
        return
    rows.update(failed=F("failed") + 1, last_error=reply.why[:_LONGEST_ERROR], failed_at=now)
    failed = rows.values_list("failed", flat=True).get()
    rows.update(open_until=open_until(failed, now=now, asked_s=reply.retry_after_s))
