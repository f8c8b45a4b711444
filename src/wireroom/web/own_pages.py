"""A person's own pages: who is there, what they typed before they had to sign in, failed writes."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.db.utils import IntegrityError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wireroom.engine.errors import BadInput
from wireroom.people.clients import may_write
from wireroom.people.models import Person
from wireroom.reading.services.highlights import NotThere
from wireroom.reading.services.kept import TooMany
from wireroom.web.kept_words import keep_words, take_words
from wireroom.web.signed_in import signed_in

_log: Final = logging.getLogger(__name__)
# Somebody who tidies up an archive presses a button every three seconds for an hour.
_HOURLY: Final = 1200
_RETRY_S: Final = 60
_View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a deed was not done, in words for the person, and the status that says so."""

    words: str
    status: int


def own_page(view: _View) -> _View:
    """Show a page to whom it belongs; whoever has to sign in first finds what they typed again."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def show(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        person = signed_in(request)
        if person is not None:
            return view(request, person, *args, **named)
        leads_in = keep_words(request, _fields(request)) if request.method == "POST" else None
        return leads_in or redirect_to_login(request.get_full_path())

    return show


def typed(request: HttpRequest) -> Mapping[str, Any]:
    """Return what the fields of this page hold: sent now, sent before signing in, or linked."""
    if request.method == "POST":
        return request.POST
    kept = take_words(request)
    return {**request.GET.dict(), **kept} if kept else request.GET


def attempt(request: HttpRequest, person: Person, deed: Callable[[], None]) -> Trouble | None:
    """Do what a person asks for; return why it was not done, or None."""
    if not may_write(person.pk, "own", hourly=_HOURLY):
        return Trouble(_("That is a great deal within one hour. Please go on a little later."), 429)
    try:
        deed()
    except TooMany as error:
        return Trouble(
            _("%(most)s of these can be kept, and you have as many: remove some first.")
            % {"most": error.most},
            409,
        )
    except NotThere:
        return Trouble(
            _("These words do not stand in what is shown of the report. Copy them from below."), 400
        )
    except BadInput:
        return Trouble(_("Please type some words, and no more than fit."), 400)
    except (IntegrityError, ObjectDoesNotExist):  # deleted between the question and the answer
        return Trouble(_("It is not there any more."), 410)
    except (OperationalError, InternalError) as error:  # what SQLite raises, and PostgreSQL
        _log.warning("nothing can be written for %s: %s", request.path, error)
        return Trouble(
            _("Nothing can be written just now. What you typed still stands here: send it again in"
              " a minute. Reading goes on."),
            503,
        )  # fmt: skip
    return None


def show_own(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    trouble: Trouble | None = None,
) -> HttpResponse:
    """Return a page of a person's, with what went wrong above it."""
    status = trouble.status if trouble else 200
    response = render(request, template, {**context, "trouble": trouble}, status=status)
    if status == 503:
        response["Retry-After"] = str(_RETRY_S)
    return response


def _fields(request: HttpRequest) -> dict[str, str]:
    """Return what a form held that is worth keeping."""
    return {
        name: str(value)
        for name, value in request.POST.items()
        if name not in ("csrfmiddlewaretoken", "deed")
    }
