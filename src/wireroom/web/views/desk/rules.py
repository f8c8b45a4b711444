"""An outlet's filters and rewrites at the desk: tried on its latest entries, then kept."""

from itertools import zip_longest

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wireroom.engine.errors import BadInput
from wireroom.engine.feeds.rules import (
    MOST_RULES,
    Deed,
    Filter,
    Part,
    Rewrite,
    Rules,
    Where,
    check_rules,
)
from wireroom.engine.text.one_line import one_line
from wireroom.engine.versions import Overtaken, version_of
from wireroom.news.models import Outlet
from wireroom.news.queries.rules import rules_of, try_rules
from wireroom.news.services.rules import keep_rules
from wireroom.people.roles import Role
from wireroom.web.desk import by_whom, desk_page, show_desk, typed
from wireroom.web.fault_words import say_fault
from wireroom.web.parts import page_url

_FREE_LINES = 2  # empty ones below those that are kept


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Role.EDITOR)
def show_rules(request: HttpRequest, edition: str, outlet_id: int) -> HttpResponse:
    """Show the form; with it sent, what it would do to the latest entries, or keep it."""
    outlet = Outlet.objects.filter(pk=outlet_id).first()
    if outlet is None:
        raise Http404
    if request.method != "POST":
        return _show(request, outlet, rules_of(outlet_id))
    try:
        rules = _sent(request)
    except BadInput as error:
        return _show(request, outlet, rules_of(outlet_id), wrong=say_fault(error))
    return _keep_or_try(request, outlet, rules)


def _keep_or_try(request: HttpRequest, outlet: Outlet, rules: Rules) -> HttpResponse:
    """What cannot be kept stays in the form, with the reason."""
    try:
        if request.POST.get("do") != "keep":
            check_rules(rules)
            return _show(request, outlet, rules, is_tried=True)
        keep_rules(outlet.pk, rules, by=by_whom(request), seen=request.POST.get("seen", ""))
    except Overtaken as error:
        return _show(request, outlet, rules, wrong=say_fault(error), now=rules_of(outlet.pk))
    except BadInput as error:
        return _show(request, outlet, rules, wrong=say_fault(error))
    messages.success(request, _("Kept. It holds from the next poll on."))
    return HttpResponseRedirect(page_url("desk-outlet-rules", outlet_id=outlet.pk))


def _show(
    request: HttpRequest,
    outlet: Outlet,
    rules: Rules,
    *,
    is_tried: bool = False,
    wrong: str = "",
    now: Rules | None = None,
) -> HttpResponse:
    """Show the form with rules; `now` are those that somebody else kept meanwhile."""
    status = 409 if now else 400 if wrong else 200
    tried = try_rules(outlet.pk, rules) if is_tried else []
    context = {
        "outlet": outlet,
        "filters": [*rules.filters, *[None] * _free(len(rules.filters))],
        "rewrites": [*rules.rewrites, *[None] * _free(len(rules.rewrites))],
        "deeds": list(Deed),
        "wheres": list(Where),
        "parts": list(Part),
        "is_tried": is_tried,
        "wrong": wrong,
        # Tried, or wrong, it is still of what stood there when it was opened.
        "version": _seen(request, outlet) if now is None else version_of(now),
        "now": now,
        "why": typed(request, "why"),
        "tried": tried,
        "left_out": sum(one.left_out is not None for one in tried),
        "rewritten": sum(one.is_rewritten for one in tried),
    }
    return show_desk(request, "rules.jinja", context, status=status)


def _seen(request: HttpRequest, outlet: Outlet) -> str:
    return request.POST.get("seen", "") or version_of(rules_of(outlet.pk))


def _free(lines: int) -> int:
    return max(min(_FREE_LINES, MOST_RULES - lines), 0)


def _sent(request: HttpRequest) -> Rules:
    """Return the rules that the form holds; a line without a pattern is none. Raises BadInput."""
    filters = _lines(request, "deed", "where", "pattern")
    rewrites = _lines(request, "part", "find", "put")
    try:
        return Rules(
            tuple(
                Filter(deed=Deed(deed), where=Where(where), pattern=pattern)
                for deed, where, pattern in filters
                if pattern
            ),
            tuple(
                Rewrite(part=Part(part), find=find, put=put) for part, find, put in rewrites if find
            ),
        )
    except ValueError as error:
        raise BadInput(_("The form is incomplete; open the page again.")) from error


def _lines(request: HttpRequest, *names: str) -> list[tuple[str, ...]]:
    columns = [[one_line(value) for value in request.POST.getlist(name)] for name in names]
    return list(zip_longest(*columns, fillvalue=""))[: MOST_RULES + 1]
