"""One outlet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.cursors import read_time_cursor
from wireroom.news.queries.outlet import read_outlet
from wireroom.web.feeds import feed_of_reports
from wireroom.web.keeping import keep_unchanged
from wireroom.web.parts import page_url
from wireroom.web.plots import ShareBar, plot_coverage, plot_readings
from wireroom.web.respond import respond


@require_safe
@keep_unchanged
def show_outlet(request: HttpRequest, edition: str, slug: str) -> HttpResponse:
    """Show who an outlet is, what it reported, and how much of that is its own."""
    before = read_time_cursor(request.GET.get("before", ""))
    page = read_outlet(slug, before=before)
    if page is None:
        raise Http404
    own = page.lately.own
    return respond(
        request,
        "outlet.jinja",
        {
            "page": page,
            "is_older": before is not None,
            "plot": plot_coverage(page.lately.moments),
            "own": ShareBar(part=own.own, whole=own.total),
            "healths": [
                (health, ShareBar(part=count, whole=page.pages_read.total))
                for health, count in page.pages_read.by_health
            ],
            "readings": plot_readings([(one.day, one.pages, one.reports) for one in page.days]),
        },
        title=page.outlet.name,
        description=_("Reports of %(outlet)s, and how much of them is its own.")
        % {"outlet": page.outlet.name},
        kind="profile",
        is_sample=page.outlet.is_sample,
        is_indexed=before is None,
    )


@require_safe
def outlet_feed(request: HttpRequest, edition: str, slug: str) -> HttpResponse:
    """Give an outlet's latest reports as a feed."""
    page = read_outlet(slug)
    if page is None:
        raise Http404
    return feed_of_reports(
        request,
        page.reports,
        title=page.outlet.name,
        page=page_url("outlet", slug=slug),
        address=page_url("outlet-feed", slug=slug),
    )
