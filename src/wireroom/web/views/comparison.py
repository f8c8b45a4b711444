"""Two reports side by side."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.comparison import ComparisonPage, MissingReports, read_comparison
from wireroom.web.comparing import keep_changes, name_reports, say_verdict
from wireroom.web.direction import plain_text
from wireroom.web.keeping import keep_unchanged
from wireroom.web.parts import compare_url, page_url
from wireroom.web.respond import respond


@require_safe
@keep_unchanged
def show_comparison(
    request: HttpRequest, edition: str, first_id: int, second_id: int
) -> HttpResponse:
    """Show what one report kept, changed, cut and added of another's text.

    Either order of the two is the same page; a report beside itself is the report.
    """
    if first_id == second_id:
        return HttpResponsePermanentRedirect(page_url("article", article_id=first_id))
    page = read_comparison(first_id, second_id)
    if isinstance(page, MissingReports):
        return _say_missing(request, page)
    changes_only = request.GET.get("show") == "changes"
    names = name_reports(page.first.report, page.second.report)
    titles = [plain_text(name.striptags()) for name in names]
    address = compare_url(page.first.report.id, page.second.report.id)
    return respond(
        request,
        "comparison.jinja",
        {
            "page": page,
            "names": names,
            "verdict": say_verdict(page.pair, names) if page.pair else "",
            "rows": keep_changes(page.rows) if changes_only else page.rows,
            "changes_only": changes_only,
            "address": address,
        },
        title=_("Compared: %(first)s and %(second)s") % {"first": titles[0], "second": titles[1]},
        canonical=request.build_absolute_uri(address),
        is_sample=_is_sample(page),
        is_indexed=False,
    )


def _say_missing(request: HttpRequest, page: MissingReports) -> HttpResponse:
    if page.kept is None:
        raise Http404
    response = respond(
        request,
        "comparison_missing.jinja",
        {"kept": page.kept},
        title=_("One of the two reports is not here"),
        is_sample=page.kept.outlet.is_sample,
        is_indexed=False,
    )
    response.status_code = 404
    return response


def _is_sample(page: ComparisonPage) -> bool:
    return any(side.report.outlet.is_sample for side in (page.first, page.second))
