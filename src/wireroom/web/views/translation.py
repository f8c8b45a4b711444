"""A report in the reader's language: made when asked for, verified, its original a click away."""

import logging
from threading import BoundedSemaphore
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wireroom.engine.errors import TranslationFailed
from wireroom.engine.ports import Translator
from wireroom.news.queries.article import ArticlePage, read_article
from wireroom.news.queries.machine_translation import read_translation
from wireroom.news.queries.mends import is_withdrawn
from wireroom.news.services.machine_translations import translate_report
from wireroom.news.translatable import Translatable
from wireroom.people.clients import may_ask
from wireroom.web.editions import current_edition
from wireroom.web.parts import page_url
from wireroom.web.respond import respond, respond_gone
from wireroom.web.translating import KNOWN_COOKIE, find_offer, said_languages

log = logging.getLogger(__name__)

_HOURLY: Final = 20  # reports that one reader may have translated in an hour
_YEAR_S: Final = 365 * 86_400
# The site serves pages on four threads: two of them at most wait for a translator.
_turns: Final = BoundedSemaphore(2)


@require_http_methods(["GET", "HEAD", "POST"])
def show_translated(request: HttpRequest, edition: str, article_id: int) -> HttpResponse:
    """Show a report's translation, or make it (POST); where none is to be had, the report."""
    page = read_article(article_id)
    if page is None:
        if is_withdrawn(article_id):
            return respond_gone(request)
        raise Http404
    original = HttpResponseRedirect(page_url("article", article_id=article_id))
    lang = current_edition().lang
    offer = find_offer(page, lang)
    if offer is None:
        return original
    words, translator = offer
    if request.method == "POST" and "known" in request.POST:
        return _keep_known(request, words.source, original)
    if request.method == "POST":
        return _make(request, lang, page, words, translator)
    return _show(request, lang, page, words)


def _make(
    request: HttpRequest,
    lang: str,
    page: ArticlePage,
    words: Translatable,
    translator: Translator,
) -> HttpResponse:
    if read_translation(words, lang) is None:
        if not may_ask(request, "translation", hourly=_HOURLY):
            return _say_not_made(request, page, status=429)
        if not _turns.acquire(blocking=False):
            return _say_not_made(request, page, status=503)
        try:
            daily = settings.WIREROOM_TRANSLATOR_DAILY
            translate_report(words, lang, translator, now=timezone.now(), daily_chars=daily)
        except TranslationFailed as error:
            log.warning("report %s is not translated: %s", words.article_id, error)
            return _say_not_made(request, page, status=503)
        finally:
            _turns.release()
    response = HttpResponseRedirect(page_url("translated", article_id=words.article_id))
    response.status_code = 303
    return response


def _show(request: HttpRequest, lang: str, page: ArticlePage, words: Translatable) -> HttpResponse:
    report = page.report
    translated = read_translation(words, lang)
    told = translated.headline if translated else ()
    return respond(
        request,
        "translated.jinja",
        {"page": page, "translated": translated, "failed": 0},
        title=_("Translated: %(headline)s")
        % {"headline": " ".join(piece.text for piece in told) or report.headline},
        canonical=report.link,
        is_sample=report.outlet.is_sample,
        is_indexed=False,
    )


def _say_not_made(request: HttpRequest, page: ArticlePage, *, status: int) -> HttpResponse:
    """Say that there is no translation now, and why: one asked for too many, or it failed."""
    response = respond(
        request,
        "translated.jinja",
        {"page": page, "translated": None, "failed": status},
        title=_("Not translated: %(headline)s") % {"headline": page.report.headline},
        is_sample=page.report.outlet.is_sample,
        is_indexed=False,
    )
    response.status_code = status
    response["Cache-Control"] = "no-store"
    return response


def _keep_known(request: HttpRequest, language: str, response: HttpResponse) -> HttpResponse:
    """Note in the reader's browser that they read a language: it is offered no more."""
    said = dict.fromkeys((*said_languages(request), language))
    response.set_cookie(
        KNOWN_COOKIE, ".".join(said), max_age=_YEAR_S, samesite="Lax", httponly=True
    )
    response.status_code = 303
    return response
