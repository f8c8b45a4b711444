"""One article, as far as its outlet lets it be shown."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from wireroom.news.queries.article import read_article
from wireroom.news.queries.front import primary_subtag
from wireroom.news.queries.mends import is_withdrawn
from wireroom.web.respond import respond, respond_gone
from wireroom.web.translating import find_offer, known_languages


@require_safe
def show_article(request: HttpRequest, edition: str, article_id: int) -> HttpResponse:
    """Show one report; search engines are sent to the publisher, whose it is."""
    page = read_article(article_id)
    if page is None:
        if is_withdrawn(article_id):
            return respond_gone(request)
        raise Http404
    report = page.report
    offer = find_offer(page, edition)
    # Only where a translation can be had does the page depend on who reads it.
    is_foreign = offer is not None and primary_subtag(report.lang) not in known_languages(request)
    response = respond(
        request,
        "article.jinja",
        {"page": page, "offers_translation": is_foreign},
        title=f"{report.headline} – {report.outlet.name}",
        description=report.opening.text,
        canonical=report.link,
        kind="article",
        image=report.image.url if report.image else "",
        is_sample=report.outlet.is_sample,
    )
    if offer:
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
