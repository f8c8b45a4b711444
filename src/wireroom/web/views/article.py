"""One article, as far as its outlet lets it be shown."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wireroom.news.queries.article import read_article
from wireroom.news.queries.mends import is_withdrawn
from wireroom.web.respond import respond, respond_gone


@require_safe
def show_article(request: HttpRequest, edition: str, article_id: int) -> HttpResponse:
    """Show one report; search engines are sent to the publisher, whose it is."""
    page = read_article(article_id)
    if page is None:
        if is_withdrawn(article_id):
            return respond_gone(request)
        raise Http404
    report = page.report
    return respond(
        request,
        "article.jinja",
        {"page": page},
        title=f"{report.headline} – {report.outlet.name}",
        description=report.opening.text,
        canonical=report.link,
        kind="article",
        image=report.image.url if report.image else "",
        is_sample=report.outlet.is_sample,
    )
