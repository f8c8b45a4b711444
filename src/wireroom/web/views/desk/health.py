"""How gathering fares, and what an outlet was asked today."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from wireroom.adapters.host_budget import WINDOW
from wireroom.news.queries.asked_hosts import read_asked_hosts
from wireroom.news.queries.dead_letters import read_letter_kinds
from wireroom.news.queries.desk import read_silent
from wireroom.news.queries.health import (
    read_asked_today,
    read_drops,
    read_held_back,
    read_still_feeds,
    read_troubles,
)
from wireroom.people.roles import Role
from wireroom.web.desk import desk_page, show_desk

_SHOWN = 20  # of each kind: with more than these in one trouble, the trouble is the host's own


@require_safe
@desk_page(Role.EDITOR)
def show_health(request: HttpRequest, edition: str) -> HttpResponse:
    """Show silent and failing feeds by kind with what to do, and what was dropped where."""
    now = timezone.now()
    context = {
        "still": read_still_feeds(now=now, shown=_SHOWN),
        "silent": read_silent(today=now.date(), limit=_SHOWN),
        "troubles": read_troubles(shown=_SHOWN),
        "drops": read_drops(now=now),
        "letters": read_letter_kinds(),
        "held": read_held_back(budget=settings.WIREROOM_HOST_BUDGET, now=now, window=WINDOW),
    }
    return show_desk(request, "health.jinja", context)


@require_safe
@desk_page(Role.EDITOR)
def show_asked(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Show what an outlet was asked since midnight UTC."""
    asked = read_asked_today(outlet_id, now=timezone.now())
    if asked is None:
        raise Http404
    now, outlet = timezone.now(), asked.outlet
    context = {
        "asked": asked,
        "hosts": read_asked_hosts(outlet, now=now, window=WINDOW),
        "budget": outlet.day_budget or settings.WIREROOM_HOST_BUDGET,
    }
    return show_desk(request, "asked.jinja", context)
