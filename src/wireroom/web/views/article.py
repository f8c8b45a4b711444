"""One article, as far as its outlet lets it be shown."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import escape

from wireroom.news.queries.article import read_article
from wireroom.news.queries.languages import primary_subtag
from wireroom.news.queries.mends import is_withdrawn
from wireroom.news.queries.revisions import read_revisions
from wireroom.reading.models import HIGHLIGHT_CHARS
from wireroom.web.cards import report_face, shared_card
from wireroom.web.comparing import keep_changes
from wireroom.web.editions import current_edition
from wireroom.web.keeping import keep_unchanged
from wireroom.web.pictures import shared_picture
from wireroom.web.respond import respond, respond_gone
from wireroom.web.talking import talk_of
from wireroom.web.translating import find_offer, known_languages

# Reports below one another: a story's hundred reports say little more than ten.
_MOST_READ_ON: Final = 10


@require_safe
@keep_unchanged
def show_article(request: HttpRequest, edition: str, article_id: int) -> HttpResponse:
    """Show one report; search engines are sent to the publisher, whose it is."""
    page = read_article(article_id)
    if page is None:
        if is_withdrawn(article_id):
            return respond_gone(request)
        raise Http404
    report = page.report
    offer = find_offer(page, current_edition().lang)
    # Only where a translation can be had does the page depend on who reads it.
    is_foreign = offer is not None and primary_subtag(report.lang) not in known_languages(request)
    response = respond(
        request,
        "article.jinja",
        {
            "page": page,
            "offers_translation": is_foreign,
            "talk": talk_of(page.story.id) if page.story else None,
            "most_marked": HIGHLIGHT_CHARS,
            "most_read_on": _MOST_READ_ON,
        },
        title=f"{report.headline} – {report.outlet.name}",
        description=report.opening.text,
        canonical=report.link,
        kind="article",
        image=shared_card(request, "article-card", report.id, report_face(report))
        or shared_picture(request, report.id, report.image.url if report.image else ""),
        is_sample=report.outlet.is_sample,
    )
    if offer:
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
@keep_unchanged
def show_changes(request: HttpRequest, edition: str, article_id: int) -> HttpResponse:
    """Show how a report's text changed: with ?state=N, what changed with that state of it."""
    state = request.GET.get("state", "")
    number = int(state) if state.isascii() and state.isdecimal() and len(state) < 6 else None
    page = read_revisions(article_id, number)
    if page is None:
        if is_withdrawn(article_id):
            return respond_gone(request)
        raise Http404
    return respond(
        request,
        "changes.jinja",
        {
            "page": page,
            "names": (escape(_("Before")), escape(_("After"))),
            "body_rows": keep_changes(page.body.rows) if page.body else [],
        },
        title=_("What changed: %(headline)s") % {"headline": page.report.headline},
        is_sample=page.report.outlet.is_sample,
        is_indexed=False,
    )
