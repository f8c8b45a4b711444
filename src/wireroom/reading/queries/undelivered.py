"""Alerts and letters that were not delivered, counted by reason: nobody is named."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Count, F, Max, Q, Window
from django.db.models.functions import RowNumber

from wireroom.engine.alerts.hours import Every
from wireroom.reading.models import AlertWishes, Device, Undelivered, Way

_MOST_KINDS: Final = 50  # anybody can name a push service: some are enough to see


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One reason at one server: how many wait for another try, were given up, and the last."""

    way: str
    reason: str
    server: str
    waiting: int
    given_up: int
    people: int
    last_at: datetime
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPage:
    """What the desk sees: kinds of failures, devices that take alerts, letters that ended."""

    kinds: tuple[Kind, ...]
    devices: int
    due: int  # people whose alerts are looked for
    letters: int  # people who get digests
    ended: int  # digests that ended because the address is refused for good


def read_deliveries(*, most_refused: int) -> DeliveryPage:
    """Return it: six queries. So many letters in a row are refused before a digest ends."""
    return DeliveryPage(
        kinds=_kinds(),
        devices=Device.objects.count(),
        due=AlertWishes.objects.filter(alerts_due_at__isnull=False).count(),
        letters=AlertWishes.objects.filter(digest_due_at__isnull=False).count(),
        ended=AlertWishes.objects.filter(digest=Every.OFF, refusals__gte=most_refused).count(),
    )


def count_undelivered() -> int:
    """Return how many are kept that were given up, or wait for another try."""
    return Undelivered.objects.exclude(reason="gone").count()


def _kinds() -> tuple[Kind, ...]:
    groups = ("way", "reason", "server")
    rows = (
        Undelivered.objects.values(*groups)
        .annotate(
            waiting=Count("pk", filter=Q(due_at__isnull=False) | Q(way=Way.LETTER)),
            given_up=Count("pk", filter=Q(due_at=None, way=Way.PUSH)),
            people=Count("person", distinct=True),
            last_at=Max("failed_at"),
        )
        .order_by("-last_at")[:_MOST_KINDS]
    )
    latest = Undelivered.objects.annotate(
        place=Window(
            RowNumber(),
            partition_by=[F(name) for name in groups],
            order_by=[F("failed_at").desc(), F("pk").desc()],
        )
    ).filter(place=1)
    errors = {row[:3]: row[3] for row in latest.values_list(*groups, "error")}
    return tuple(Kind(**row, error=errors.get(tuple(row[one] for one in groups), ""))
                 for row in rows)  # fmt: skip
