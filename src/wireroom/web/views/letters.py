"""Ending the letters: by the link in each of them, for whoever holds it, signed in or not."""

from django.db.utils import InternalError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wireroom.reading.queries.unsubscribing import read_token
from wireroom.reading.services.alerts import stop_digest
from wireroom.web.respond import respond


# Mail programs send the form by themselves and have no mark of ours (RFC 8058); the signed
# token is what allows it. A page that is only opened, as scanners of mail do, changes nothing.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, edition: str, token: str) -> HttpResponse:
    """Ask whether the letters shall end, and end them."""
    person_id = read_token(token)
    if person_id is None:
        raise Http404
    state = "asks"
    if request.method == "POST":
        try:
            stop_digest(person_id)
            state = "done"
        except (OperationalError, InternalError):  # what SQLite raises, and PostgreSQL
            state = "failed"
    title = _("No more letters")
    response = respond(
        request, "unsubscribe.jinja", {"state": state}, title=title, is_indexed=False
    )
    response.status_code = 503 if state == "failed" else 200
    response["Cache-Control"] = "private, no-store"
    return response
