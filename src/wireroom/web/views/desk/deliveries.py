"""Alerts and letters that were not delivered: how many, why, and what is tried again."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wireroom.people.roles import Role
from wireroom.reading.queries.undelivered import read_deliveries
from wireroom.reading.services.alerts import MOST_REFUSED
from wireroom.web.delivery_words import say_undelivered
from wireroom.web.desk import desk_page, show_desk


@require_safe
@desk_page(Role.EDITOR)
def show_deliveries(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what people were not told in the last two weeks, by reason; nobody is named."""
    page = read_deliveries(most_refused=MOST_REFUSED)
    kinds = [(kind, *say_undelivered(kind.way, kind.reason)) for kind in page.kinds]
    return show_desk(request, "deliveries.jinja", {"page": page, "kinds": kinds})
