"""Who asks by a reader app, and how each answer goes out: never kept by anybody in between."""

import logging
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Final

from django.db import InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wireroom.people.clients import may_ask, may_write
from wireroom.people.models import AppKey
from wireroom.people.services.app_keys import note_use, open_with

_log: Final = logging.getLogger(__name__)
_STRANGERS_HOURLY: Final = 60  # tries without a key that holds, of one address
# An app that syncs each minute, and somebody who reads two hundred stories in that hour.
_HOURLY: Final = 2400
_RETRY_S: Final = 60
_SCHEME: Final = "googlelogin"
_Answer = Callable[..., HttpResponse]


def for_apps(view: _Answer) -> _Answer:
    """Answer whoever shows a key that holds. No cookie is looked at, so nothing can be forged."""
    return _answered(view, ("GET", "HEAD", "POST"))


def changes(view: _Answer) -> _Answer:
    """Change something for whoever shows a key that holds, by POST alone."""
    return _answered(view, ("POST",))


def _answered(view: _Answer, methods: Sequence[str]) -> _Answer:
    @csrf_exempt
    @require_http_methods(list(methods))
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        key = _shown_key(request)
        if key is None:
            return refuse_stranger(request)
        if not may_write(key.person_id, "app", hourly=_HOURLY):
            return _kept_by_nobody(_plain("too many requests within one hour", 429, wait_s=3600))
        try:
            return _kept_by_nobody(view(request, key, *args, **named))
        except (OperationalError, InternalError) as error:  # what SQLite raises, and PostgreSQL
            _log.warning("nothing can be written for %s: %s", request.path, error)
            return _kept_by_nobody(_plain("nothing can be written now", 503, wait_s=_RETRY_S))

    return answer


def refuse_stranger(request: HttpRequest) -> HttpResponse:
    """Answer somebody whose key opens nothing."""
    if not may_ask(request, "app-key", hourly=_STRANGERS_HOURLY):
        return _kept_by_nobody(_plain("too many tries without a key", 429, wait_s=3600))
    response = _plain("Error=BadAuthentication", 401)
    response["WWW-Authenticate"] = "GoogleLogin"
    return _kept_by_nobody(response)


def plain_answer(text: str) -> HttpResponse:
    """Return a text that nobody in between keeps."""
    return _kept_by_nobody(_plain(text, 200))


def told_as_json(told: Any) -> HttpResponse:
    """Return an answer as JSON."""
    return JsonResponse(told)


def bad_question(words: str, status: int = 400) -> HttpResponse:
    """Return why there is no answer."""
    return _plain(words, status)


def _shown_key(request: HttpRequest) -> AppKey | None:
    scheme, _, told = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != _SCHEME:
        return None
    key = open_with(told.strip().removeprefix("auth="))
    if key is not None:
        _note(key)
    return key


def _note(key: AppKey) -> None:
    """Note that a key is in use, where that can be written: reading goes on where it cannot."""
    try:
        note_use(key, now=timezone.now())
    except (OperationalError, InternalError) as error:
        _log.warning("the use of a key cannot be noted: %s", error)


def _plain(text: str, status: int, *, wait_s: int = 0) -> HttpResponse:
    response = HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
    if wait_s:
        response["Retry-After"] = str(wait_s)
    return response


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response
