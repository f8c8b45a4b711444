"""Outlets: how they fare, what is shown of them, and having them rest or read again."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from wireroom.adapters.host_budget import WINDOW
from wireroom.engine.errors import BadInput
from wireroom.engine.versions import Overtaken, version_of
from wireroom.news.models import OutletState, PublicationPolicy
from wireroom.news.queries.asked_hosts import read_asked_hosts
from wireroom.news.queries.deed_log import Asked, read_deed_log
from wireroom.news.queries.desk_outlets import list_outlets, read_outlet_at_desk
from wireroom.news.queries.reading_days import find_fall, read_days
from wireroom.news.services.outlet_deeds import (
    TERMS,
    edit_outlet,
    read_outlet_again,
    set_outlet_state,
    terms_of,
)
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.fault_words import say_fault
from wireroom.web.parts import page_url
from wireroom.web.plots import plot_readings
from wireroom.web.row_numbers import row_number


@require_safe
@desk_page(Role.EDITOR)
def show_outlets(request: HttpRequest, edition: str) -> HttpResponse:
    """List outlets by name; `q` is a part of it, `state` the state they are in."""
    named, state = typed(request, "q")[:200], typed(request, "state")
    outlets, after = list_outlets(
        named=named,
        state=state if state in OutletState.values else "",
        after=request.GET.get("after", "")[:200].replace("\0", ""),
    )
    context = {"outlets": outlets, "after": after, "named": named, "state": state}
    return show_desk(request, "outlets.jinja", context)


@require_safe
@desk_page(Role.EDITOR)
def show_outlet_at_desk(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Show how an outlet's feeds and pages fare, with the forms for all that can be done."""
    return _show(request, outlet_id)


def _show(
    request: HttpRequest, outlet_id: int, told: dict[str, Any] | None = None, *, fault: str = ""
) -> HttpResponse:
    """Show an outlet; `told` are terms as they were typed where they could not be kept."""
    here = read_outlet_at_desk(outlet_id)
    if here is None:
        raise Http404
    days = read_days(outlet_id, timezone.now().date())
    now = {name: getattr(here.outlet, name) for name in TERMS}
    context = {
        "here": here,
        "outlet": here.outlet,
        "days": days,
        "fall": find_fall(days),
        "readings": plot_readings([(one.day, one.pages, one.reports) for one in days]),
        "policies": PublicationPolicy.values,
        "log": read_deed_log(Asked(outlet=outlet_id), limit=10),
        "now": now,
        "moment": timezone.now(),
        "told": told or now,
        "version": version_of(*terms_of(here.outlet)),
        "state_version": version_of(here.outlet.state),
        "hosts": read_asked_hosts(here.outlet, now=timezone.now(), window=WINDOW),
        "budget": here.outlet.day_budget or settings.WIREROOM_HOST_BUDGET,
        "budget_version": version_of(str(here.outlet.day_budget)),
        "fault": fault,
        "why": typed(request, "why") if fault else "",
    }
    return show_desk(request, "outlet.jinja", context, status=409 if fault else 200)


@require_POST
@desk_page(Role.EDITOR)
def edit(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Set what is shown of an outlet, its language and its country."""
    by, seen = by_whom(request), typed(request, "seen")

    def deed() -> str:
        edit_outlet(outlet_id, _terms(request), by=by, seen=seen)
        return _("Kept. It holds for what is shown from now on.")

    try:
        return do_deed(request, deed, back=page_url("desk-outlet", outlet_id=outlet_id))
    except Overtaken as error:
        return _show(request, outlet_id, _terms(request), fault=say_fault(error))


def _terms(request: HttpRequest) -> dict[str, Any]:
    words = row_number(typed(request, "excerpt_words"))
    if words is None:
        raise BadInput(_("An excerpt has a number of words."))
    return {
        "policy": typed(request, "policy"),
        "excerpt_words": words,
        "ai_allowed": "ai_allowed" in request.POST,
        "images_allowed": "images_allowed" in request.POST,
        "lang": typed(request, "lang"),
        "country": typed(request, "country").upper(),
    }


@require_POST
@desk_page(Role.EDITOR)
def set_state(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Pause an outlet, block it, or have it polled again."""
    state = typed(request, "state")
    if state not in OutletState.values:
        raise Http404

    def deed() -> str:
        seen = typed(request, "seen")
        outlet = set_outlet_state(outlet_id, OutletState(state), by=by_whom(request), seen=seen)
        return _("%(outlet)s: done.") % {"outlet": outlet.name}

    try:
        return do_deed(request, deed, back=page_url("desk-outlet", outlet_id=outlet_id))
    except Overtaken as error:
        return _show(request, outlet_id, fault=say_fault(error))


@require_POST
@desk_page(Role.EDITOR)
def read_again(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Have an outlet's latest pages read again from what is kept of them."""

    def deed() -> str:
        count = read_outlet_again(outlet_id, by=by_whom(request))
        said = ngettext("One page is read again.", "%(num)s pages are read again.", count)
        return said % {"num": count}

    return do_deed(request, deed, back=page_url("desk-outlet", outlet_id=outlet_id))
