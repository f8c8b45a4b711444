"""Putting pages behind a host that may not be asked now, and waking some when it may."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q

from wireroom.engine.pages.waking import (
    AT_ONCE,
    LOOK_AGAIN_S,
    HostRoom,
    decide_waking,
    first_turn,
)
from wireroom.news.models import HeldHost, HeldPage, Page
from wireroom.news.models.held import HELD, HOST_LENGTH
from wireroom.news.services.leases import ERROR_LENGTH

# No turn is further away: what is, a wrong clock has put there.
_FURTHEST: Final = timedelta(seconds=2 * LOOK_AGAIN_S)
# A page under way is due by the end of its lease; the soonest that it is looked at again, or
# tried again a third time, is later.
_LEASE: Final = timedelta(seconds=120)
_WOKEN, _KNOWN, _NEW = HeldPage.Line.WOKEN, HeldPage.Line.KNOWN, HeldPage.Line.NEW


@transaction.atomic
def hold_page(row: Page, error: str, *, host: str, closed_s: float, now: datetime) -> bool:
    """Put a claimed page behind its host; nothing was tried. False where it cannot be put there.

    A name that is no host's has no place; nor has a page whose lease is lost.
    """
    if not host or len(host) > HOST_LENGTH:
        return False
    # The host's row first, as in its turn: who takes them the other way round waits in a circle.
    # Changed to what it is, because one that is merely met could be deleted before this is filed.
    turn_at = first_turn(now, closed_s=closed_s)
    HeldHost.objects.bulk_create(
        [HeldHost(host=host, turn_at=turn_at)],
        update_conflicts=True,
        unique_fields=["host"],
        update_fields=["host"],
    )
    claimed = Page.objects.filter(pk=row.pk, lease=row.lease)
    if not claimed.update(
        step=HELD, due_at=turn_at, lease="",
        attempts=F("attempts") - 1, last_error=error[:ERROR_LENGTH],
    ):  # fmt: skip
        return False
    HeldPage.objects.bulk_create(
        [HeldPage(page=row, host=host, line=_KNOWN if row.fetched_at else _NEW)],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["host", "line"],
    )
    return True


def hosts_in_turn(*, now: datetime, limit: int) -> list[HeldHost]:
    """Return hosts whose turn it is, those that have waited longest first."""
    in_turn = HeldHost.objects.filter(Q(turn_at__lte=now) | Q(turn_at__gt=now + _FURTHEST))
    return list(in_turn.order_by("turn_at")[:limit])


@transaction.atomic
def take_turn(taken: HeldHost, room: HostRoom, *, now: datetime) -> int:
    """Make due what a host has room for; return how many pages that is.

    Of two coordinators one has the turn. It reads and changes a handful of rows, however many
    wait: those behind stay as they are until a later turn.
    """
    held = HeldHost.objects.filter(pk=taken.pk, turn_at=taken.turn_at)
    if not held.update(turn_at=now + timedelta(seconds=LOOK_AGAIN_S)):
        return 0
    under_way = _under_way(taken.host, now=now)
    new, known = _latest(taken.host, _NEW), _latest(taken.host, _KNOWN)
    turn = decide_waking(room, new=len(new), known=len(known), under_way=under_way)
    woken = [*new[: turn.new], *known[: turn.known]]
    HeldPage.objects.filter(pk__in=woken).update(line=_WOKEN)
    count = Page.objects.filter(pk__in=woken, step=HELD).update(step="fetch", due_at=now)
    left = HeldHost.objects.filter(pk=taken.pk)
    if under_way or new or known:
        left.update(turn_at=now + timedelta(seconds=turn.next_s))
    else:
        left.delete()
    return count


def _under_way(host: str, *, now: datetime) -> int:
    """Count what was woken before and is not fetched yet; forget what is."""
    before = HeldPage.objects.filter(host=host, line=_WOKEN)
    waits = {"page__step": "fetch", "page__due_at__lte": now + _LEASE}
    under_way = list(before.filter(**waits).values_list("pk", flat=True))
    before.exclude(pk__in=under_way).delete()
    return len(under_way)


def _latest(host: str, line: HeldPage.Line) -> list[int]:
    """Return the pages of a line that are woken next."""
    behind = HeldPage.objects.filter(host=host, line=line).order_by("-page_id")
    return list(behind.values_list("pk", flat=True)[:AT_ONCE])
