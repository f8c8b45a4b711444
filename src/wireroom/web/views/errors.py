"""Reporting an error in what a machine chose or wrote, and what a form refused is told."""

import logging
from typing import Final

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.defaults import bad_request

from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.errors import ShownPiece
from wireroom.news.services.errors import MOST_WORDS, Noted, TooMany, file_error
from wireroom.people.clients import sender_key
from wireroom.web.error_links import Place, read_place
from wireroom.web.parts import page_url
from wireroom.web.reported_piece import find_piece
from wireroom.web.respond import respond

log = logging.getLogger(__name__)

# People do not see this field and leave it empty; programs that fill in forms do not.
_TRAP: Final = "website"


@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the words and the form, or take what a reader wrote; a link made elsewhere is none."""
    place = read_place(request.GET.get("of", ""))
    piece = find_piece(place) if place else None
    if place is None or piece is None:
        raise Http404
    if request.method == "POST":
        return _take(request, place, piece, edition)
    return _show(request, piece, is_sent="sent" in request.GET)


def refuse_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form without this site's own mark is not taken, and how nothing typed is lost."""
    log.info("a form to %s is refused: %s", request.path, reason)
    title = _("This form was not taken")
    response = respond(request, "refused.jinja", {}, title=title, is_indexed=False)
    response.status_code = 403
    response["Cache-Control"] = "private, no-store"
    return response


def refuse_odd(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that a form holds too much to be read at all; what else is odd gets Django's answer."""
    if not isinstance(exception, RequestDataTooBig):
        return bad_request(request, exception)
    title = _("This is too much for one form")
    response = respond(request, "refused.jinja", {"is_large": True}, title=title, is_indexed=False)
    response.status_code = 413
    response["Cache-Control"] = "private, no-store"
    return response


def _take(request: HttpRequest, place: Place, piece: ShownPiece, edition: str) -> HttpResponse:
    words = one_line(request.POST.get("words", ""))
    if len(words) > MOST_WORDS:
        return _show(request, piece, words=words, is_too_long=True, status=400)
    if not request.POST.get(_TRAP):
        noted = Noted(
            article=place.article, revision=place.revision, start=place.start, end=place.end,
            room=place.room, shown=piece.text, words=words, edition=edition,
        )  # fmt: skip
        now = timezone.now()
        try:
            file_error(noted, sender=sender_key(request, now=now), now=now)
        except TooMany:
            return _show(request, piece, words=words, is_too_many=True, status=429)
    query = request.GET.copy()
    query["sent"] = "1"
    return HttpResponseRedirect(f"{page_url('report-error')}?{query.urlencode()}")


def _show(
    request: HttpRequest,
    piece: ShownPiece,
    *,
    words: str = "",
    is_sent: bool = False,
    is_too_long: bool = False,
    is_too_many: bool = False,
    status: int = 200,
) -> HttpResponse:
    response = respond(
        request,
        "report_error.jinja",
        {
            "piece": piece, "words": words, "most": MOST_WORDS, "trap": _TRAP,
            "is_sent": is_sent, "is_too_long": is_too_long, "is_too_many": is_too_many,
        },
        title=_("Report an error"),
        is_sample=piece.report.outlet.is_sample,
        is_indexed=False,
    )  # fmt: skip
    response.status_code = status
    # It has a reader's own mark against forged requests, and perhaps their words.
    response["Cache-Control"] = "private, no-store"
    return response
