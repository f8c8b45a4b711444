"""The page on which somebody has a report read that no feed announced: a bookmark leads here."""

from typing import Any, Final
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from wireroom.engine.errors import BadInput
from wireroom.engine.pages.warc_answer import NoPage, check_is_page
from wireroom.news.services.given import Given, GivenPage, file_given
from wireroom.news.services.named import Refused, name_page, usable_address
from wireroom.news.services.outlets import outlet_of_url
from wireroom.people.models import Person
from wireroom.people.roles import Role, role_of
from wireroom.web.own_pages import Trouble, attempt, own_page, show_own, typed
from wireroom.web.parts import page_url
from wireroom.web.views.handing_in import MOST_BYTES

# The page that it was pressed on is given to the one that it opens, where that asks for it.
_BOOKMARK: Final = (
    "javascript:(()=>{{const h='{here}',w=open(h+'?url='+encodeURIComponent(location.href));"
    "addEventListener('message',e=>{{if(e.source===w&&e.origin===new URL(h).origin)"
    "w.postMessage({{page:'<!doctype html>'+document.documentElement.outerHTML}},e.origin)}})}})()"
)
_REFUSALS: Final = frozenset({Given.GONE, Given.TAKEN, Given.BLOCKED})


@own_page
def show_send(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Ask which page is to be read, and have it fetched."""
    address = str(typed(request).get("url", ""))[:2_000]
    may = may_send(person)
    trouble = None if may else Trouble(_("Only the desk has pages read here."), 403)
    is_sent, is_given = False, False
    if may and request.method == "POST":
        page = request.FILES.get("page") if _may_give(person) else None
        is_given = bool(page and page.size)
        trouble = _send(request, person, address, page if is_given else None)
        is_sent = trouble is None
    here = urljoin(settings.WIREROOM_URL, page_url("mine-send"))
    context = {
        "address": address,
        "may": may,
        "is_sent": is_sent,
        "is_given": is_given,
        "gives": may and _may_give(person),
        "bookmark": _BOOKMARK.format(here=here),
    }
    response = show_own(request, "mine_send.jinja", context, trouble=trouble)
    # The page that opened it may speak to it: sending.js says what is taken of which one.
    response["Cross-Origin-Opener-Policy"] = "unsafe-none"
    return response


def may_send(person: Person) -> bool:
    """Tell whether the host lets this person have pages read."""
    if settings.WIREROOM_SEND == "accounts":
        return True
    return settings.WIREROOM_SEND == "desk" and role_of(person).may(Role.MODERATOR)


def _may_give(person: Person) -> bool:
    """Tell whether they may give the page itself: what stands in it is taken for the outlet's."""
    return role_of(person).may(Role.MODERATOR)


def _send(
    request: HttpRequest, person: Person, address: str, page: "UploadedFile[Any] | None"
) -> Trouble | None:
    try:
        url = usable_address(address)
        given = _given(page) if page else None
    except NoPage:
        return Trouble(_("This file is no web page, or a very large one."), 400)
    except BadInput:
        return Trouble(_("This is no web address: it begins with https:// or http://."), 400)
    try:
        return attempt(request, person, lambda: _file(url, given))
    except Refused:
        return Trouble(_("This report was taken down here, or its outlet is blocked."), 409)


def _given(page: "UploadedFile[Any]") -> tuple[bytes, str]:
    """Return a page as it was given, and its content type. Raises NoPage."""
    kind = f"text/html; charset={page.charset}"[:200] if page.charset else "text/html"
    if (page.size or 0) > MOST_BYTES:
        raise NoPage("too large")
    body = page.read()
    check_is_page("", body)  # by what it is: a browser names a file's kind by its ending
    return body, kind


def _file(url: str, given: tuple[bytes, str] | None) -> None:
    now = timezone.now()
    if given is None:
        name_page(url, now=now)
        return
    body, kind = given
    outlet = outlet_of_url(url).pk
    page = GivenPage(url=url, outlet_id=outlet, body=body, content_type=kind, captured_at=now)
    fate = file_given([page], now=now)[0]
    if fate in _REFUSALS:
        raise Refused(fate.value)
