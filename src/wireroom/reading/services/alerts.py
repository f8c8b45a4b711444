"""How a person is told of what is new: their wishes, their devices, and what is due next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from django.db import transaction

from wireroom.engine.alerts.hours import Every, next_letter
from wireroom.engine.errors import BadInput
from wireroom.people.models import Person
from wireroom.reading.models import Alert, AlertWishes, Device, Follow
from wireroom.reading.services.kept import add_row

MOST_DEVICES: Final = 10
MOST_DAILY: Final = 50
MOST_REFUSED: Final = 3  # letters in a row: then the address is taken for dead


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants; hours are those of the clock in `zone`, an IANA name."""

    digest: Every
    hour: int
    weekday: int
    zone: str
    lang: str
    quiet_from: int
    quiet_until: int
    most_daily: int


@transaction.atomic
def set_wishes(person: Person, wishes: Wishes, *, now: datetime) -> None:
    """Keep how a person wants to be told. Raises BadInput.

    A digest that is turned on tells of what comes in from now on.
    """
    hours = (wishes.hour, wishes.quiet_from, wishes.quiet_until)
    if not all(0 <= hour < 24 for hour in hours) or not 0 <= wishes.weekday < 7:
        raise BadInput("no such hour or day")
    if wishes.zone not in available_timezones() or not 1 <= wishes.most_daily <= MOST_DAILY:
        raise BadInput("no such time zone, or too many alerts")
    row = _wishes_of(person)
    if row.digest == Every.OFF or row.digested_at is None:
        row.digested_at = now
    if row.digest == Every.OFF:
        row.failures = row.refusals = 0
    for name in Wishes.__slots__:
        setattr(row, name, getattr(wishes, name))
    row.digest_due_at = next_due(row, after=now)
    row.save()


def next_due(row: AlertWishes, *, after: datetime) -> datetime | None:
    """Return when the next digest is due."""
    return next_letter(
        Every(row.digest), hour=row.hour, weekday=row.weekday, zone=ZoneInfo(row.zone), after=after
    )


@transaction.atomic
def set_alerts(person: Person, chosen: Mapping[int, Alert]) -> None:
    """Keep for some follows when their news is told."""
    for alert in Alert:
        numbers = [number for number, wanted in chosen.items() if wanted is alert]
        Follow.objects.filter(person=person, pk__in=numbers).update(alert=alert)


@transaction.atomic
def add_device(person: Person, *, endpoint: str, p256dh: str, auth: str, now: datetime) -> None:
    """Keep a browser that takes alerts; one that another person used is theirs no longer.

    Whoever has no device yet is told of what comes in from now on. Raises TooMany.
    """
    Device.objects.filter(endpoint=endpoint).exclude(person=person).delete()
    keys = {"p256dh": p256dh, "auth": auth}
    row = Device(person=person, endpoint=endpoint, at=now, **keys)
    add_row(row, {"endpoint": endpoint}, most=MOST_DEVICES)
    Device.objects.filter(person=person, endpoint=endpoint).update(**keys)
    wishes = _wishes_of(person)
    if wishes.alerts_due_at is None:
        wishes.alerts_due_at = wishes.alerted_at = now
        wishes.save(update_fields=["alerts_due_at", "alerted_at"])


def remove_device(person: Person, number: int) -> None:
    """Send nothing to a device any more."""
    Device.objects.filter(person=person, pk=number).delete()


@transaction.atomic
def stop_digest(person_id: int) -> None:
    """Write no more letters to a person."""
    AlertWishes.objects.filter(person=person_id).update(digest=Every.OFF, digest_due_at=None)


def _wishes_of(person: Person) -> AlertWishes:
    """Return the row of a person's wishes, held until the end of the transaction."""
    AlertWishes.objects.get_or_create(person=person)
    return AlertWishes.objects.select_for_update().get(person=person)
