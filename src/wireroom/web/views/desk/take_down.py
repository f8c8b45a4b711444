"""Taking a report down: an address or a number, what would go, and its going."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from wireroom.engine.errors import BadInput
from wireroom.news.queries.take_downs import find_reports
from wireroom.people.roles import Role
from wireroom.pipeline.taking_down import take_reports_down
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number

_LONGEST = 2000  # of an address, as its column is


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page(Role.EDITOR)
def take_down(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what an address stands for and who carries it; a form sent takes down what it names."""
    if request.method == "POST":
        return _take(request)
    what = typed(request, "what")[:_LONGEST]
    return show_desk(
        request, "take_down.jinja", {"what": what, "found": find_reports(what) if what else None}
    )


def _take(request: HttpRequest) -> HttpResponse:
    named = [row_number(text) for text in request.POST.getlist("article")]
    articles = [one for one in named if one is not None]

    def deed() -> str:
        if not articles:
            raise BadInput(_("No report was named."))
        count = take_reports_down(articles, by=by_whom(request))
        return ngettext(
            "One report is taken down. It is neither fetched nor shown again.",
            "%(num)s reports are taken down. They are neither fetched nor shown again.",
            count,
        ) % {"num": count}

    return do_deed(request, deed, back=page_url("desk-take-down"))
