"""Errors that readers reported: deciding on each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.news.models import ErrorState
from wireroom.news.queries.errors import read_errors
from wireroom.news.services.errors import decide_error
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, do_unless_overtaken, show_desk, typed
from wireroom.web.parts import page_url

_DECISIONS = {"agree": ErrorState.AGREED, "decline": ErrorState.DECLINED}


@require_safe
@desk_page(Role.MODERATOR)
def show_errors(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what waits for a decision, or the latest of all."""
    is_all = typed(request, "all") == "1"
    errors = read_errors(all_states=is_all, most=100)
    return show_desk(request, "errors.jinja", {"errors": errors, "is_all": is_all})


@require_POST
@desk_page(Role.MODERATOR)
def decide(request: HttpRequest, edition: str, error_id: int) -> HttpResponse:
    """Agree, which hides the words at once and for good, or decline."""
    state = _DECISIONS.get(typed(request, "decision"))
    if state is None:
        raise Http404

    def deed() -> str:
        by = by_whom(request)
        seen = typed(request, "seen")
        decide_error(error_id, state, by=by.who, why=by.why, now=by.now, seen=seen)
        return _("Decided.")

    return do_unless_overtaken(request, deed, back=page_url("desk-errors"))
