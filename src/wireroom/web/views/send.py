"""The page on which somebody has a report read that no feed announced: a bookmark leads here."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from wireroom.engine.errors import BadInput
from wireroom.news.services.named import Refused, name_page, usable_address
from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of
from wireroom.web.own_pages import Trouble, attempt, own_page, show_own, typed
from wireroom.web.parts import page_url


@own_page
def show_send(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Ask which page is to be read, and have it fetched."""
    address = str(typed(request).get("url", ""))[:2_000]
    may = may_send(person)
    trouble = None if may else Trouble(_("Only the desk has pages read here."), 403)
    is_sent = False
    if may and request.method == "POST":
        trouble = _send(request, person, address)
        is_sent = trouble is None
    here = urljoin(settings.WIREROOM_URL, page_url("mine-send"))
    context = {
        "address": address,
        "may": may,
        "is_sent": is_sent,
        "bookmark": f"javascript:location.href='{here}?url='+encodeURIComponent(location.href)",
    }
    return show_own(request, "mine_send.jinja", context, trouble=trouble)


def may_send(person: Person) -> bool:
    """Tell whether the host lets this person have pages read."""
    if settings.WIREROOM_SEND == "accounts":
        return True
    return settings.WIREROOM_SEND == "desk" and role_of(person).may(Role.MODERATOR)


def _send(request: HttpRequest, person: Person, address: str) -> Trouble | None:
    try:
        url = usable_address(address)
    except BadInput:
        return Trouble(_("This is no web address: it begins with https:// or http://."), 400)
    try:
        return attempt(request, person, lambda: _named(url))
    except Refused:
        return Trouble(_("This report was taken down here, or its outlet is blocked."), 409)


def _named(url: str) -> None:
    name_page(url, now=timezone.now())
