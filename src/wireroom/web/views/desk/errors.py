"""Errors that readers reported: deciding on each."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.news.models import ErrorState
from wireroom.news.queries.errors import read_errors
from wireroom.news.services.errors import decide_error
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, do_unless_overtaken, show_desk, typed
from wireroom.web.parts import page_url

_A_PAGE: Final = 60
_MOST_DIGITS: Final = 18
_DECISIONS: Final = {"agree": ErrorState.AGREED, "decline": ErrorState.DECLINED}


@require_safe
@desk_page(Role.MODERATOR)
def show_errors(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what waits for a decision, or the latest of all."""
    is_all = typed(request, "all") == "1"
    after = typed(request, "after")
    beyond = int(after) if after.isdecimal() and len(after) < _MOST_DIGITS else None
    errors = read_errors(all_states=is_all, most=_A_PAGE + 1, beyond=beyond)
    told = {
        "errors": errors[:_A_PAGE],
        "is_all": is_all,
        "after": errors[_A_PAGE - 1].pk if len(errors) > _A_PAGE else None,
    }
    return show_desk(request, "errors.jinja", told)


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
