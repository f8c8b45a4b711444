"""The page on which a person says how they want to be told of what is new, and on what devices."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wireroom.adapters.push.lock import read_keys
from wireroom.adapters.push.service import check_endpoint
from wireroom.engine.alerts.hours import Every
from wireroom.engine.errors import BadInput
from wireroom.people.models import Person
from wireroom.pipeline.alerts import push_sender
from wireroom.reading.models import ENDPOINT_CHARS, Alert, AlertWishes
from wireroom.reading.queries.alerts import read_devices, read_wishes, writes_to
from wireroom.reading.queries.hiding import read_hiding
from wireroom.reading.queries.lists import read_follows
from wireroom.reading.services.alerts import (
    Wishes,
    add_device,
    remove_device,
    set_alerts,
    set_wishes,
)
from wireroom.web.own_pages import Trouble, attempt, own_page, show_own, typed
from wireroom.web.row_numbers import row_number

_DAYS: Final[tuple[Promise | str, ...]] = (
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
    _("Sunday"),
)  # fmt: skip
_OFTEN: Final[dict[Every, Promise | str]] = {
    Every.OFF: _("No digest"), Every.DAY: _("Every day"), Every.WEEK: _("Once a week"),
}  # fmt: skip
_WHEN: Final[dict[Alert, Promise | str]] = {
    Alert.AT_ONCE: _("At once"),
    Alert.DIGEST: _("In the digest"),
    Alert.NEVER: _("Never"),
}
_DAILY: Final = (1, 3, 5, 10, 20, 50)
_FIELD: Final = "alert-"


@own_page
def show_alerts(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show and change the digest, the devices, and of which follows a person is told when."""
    trouble = None
    if request.method == "POST":
        trouble = _change(request, person, edition)
        if trouble is None:
            messages.success(request, _("Your choices are kept."))
            return HttpResponseRedirect(request.get_full_path())
    before = row_number(request.GET.get("before", ""))
    wishes = read_wishes(person)
    return show_own(
        request,
        "mine_alerts.jinja",
        {
            "wishes": wishes,
            "chosen": _chosen(request, wishes or AlertWishes(person=person)),
            "writes": settings.WIREROOM_MAIL is not None and writes_to(person),
            "often": _OFTEN, "days": _DAYS, "whens": _WHEN, "zones": _zones(), "daily": _DAILY,
            "devices": read_devices(person),
            "page": read_follows(person, read_hiding(person), before=before),
            "is_older": before is not None,
            "push_key": push_sender().public_key,
        },
        trouble=trouble,
    )  # fmt: skip


def _change(request: HttpRequest, person: Person, edition: str) -> Trouble | None:
    """Do what the form that was sent is for."""
    sent = request.POST
    forms: dict[str, Callable[[], None]] = {
        "wishes": lambda: _keep_wishes(person, sent, edition),
        "device": lambda: _keep_device(person, sent),
        "forget": lambda: remove_device(person, row_number(sent.get("number", "")) or 0),
        "follows": lambda: set_alerts(person, _alerts(sent)),
    }
    return attempt(request, person, forms.get(sent.get("deed", ""), _refuse))


def _keep_wishes(person: Person, sent: Mapping[str, str], edition: str) -> None:
    try:
        wishes = Wishes(
            digest=Every(sent.get("digest", "")), hour=int(sent.get("hour", "")),
            weekday=int(sent.get("weekday", "")), zone=sent.get("zone", ""), lang=edition,
            quiet_from=int(sent.get("quiet_from", "")),
            quiet_until=int(sent.get("quiet_until", "")),
            most_daily=int(sent.get("most_daily", "")),
        )  # fmt: skip
    except ValueError as error:
        raise BadInput("no such choice") from error
    set_wishes(person, wishes, now=timezone.now())


def _keep_device(person: Person, sent: Mapping[str, str]) -> None:
    endpoint, p256dh, auth = (sent.get(name, "") for name in ("endpoint", "p256dh", "auth"))
    if len(endpoint) > ENDPOINT_CHARS or not endpoint.isprintable() or len(p256dh) > 100:
        raise BadInput("this is no address of a push service")
    check_endpoint(endpoint, allow=settings.WIREROOM_ALLOW)
    read_keys(p256dh, auth)
    add_device(person, endpoint=endpoint, p256dh=p256dh, auth=auth, now=timezone.now())


def _alerts(sent: Mapping[str, str]) -> dict[int, Alert]:
    """Return what was chosen for which follow."""
    chosen = {}
    for name, value in sent.items():
        number = row_number(name.removeprefix(_FIELD)) if name.startswith(_FIELD) else None
        if number is not None and value in Alert.values:
            chosen[number] = Alert(value)
    return chosen


def _chosen(request: HttpRequest, wishes: AlertWishes) -> dict[str, str]:
    """Return what each field of the first form holds: as typed, else as it is kept."""
    fields = typed(request)
    names = ("digest", "hour", "weekday", "zone", "quiet_from", "quiet_until", "most_daily")
    return {name: str(fields.get(name, getattr(wishes, name))) for name in names}


@cache
def _zones() -> tuple[str, ...]:
    """Return the time zones of places, some 500, and UTC."""
    rooms = {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe",
             "Indian", "Pacific"}  # fmt: skip
    return ("UTC", *sorted(one for one in available_timezones() if one.split("/")[0] in rooms))


def _refuse() -> None:
    raise BadInput("no such form")
