"""Which edition a request asks for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import get_script_prefix
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.encoding import escape_uri_path

from wireroom.web.editions import edition_in_path, edition_meant, preferred_edition
from wireroom.web.here import stand_here
from wireroom.web.private import account_edition

_REDIRECT_AGE_S = 300  # an edition that was withdrawn may come back


class EditionMiddleware:
    """Activate the edition's language: address, else where it leads, else the reader's wish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        edition = edition_in_path(request.path_info)
        if edition is None and (leads_on := _lead_on(request)):
            return leads_on
        edition = (
            edition
            or account_edition(request)
            or preferred_edition(request.headers.get("Accept-Language", ""))
        )
        with translation.override(edition.code), stand_here():
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", edition.tag)
        return response


def _lead_on(request: HttpRequest) -> HttpResponse | None:
    """Lead from an edition as it is not written, or not offered any more, to what it means.

    What is sent goes along; None for addresses that mean no edition.
    """
    meant = edition_meant(request.path_info)
    if meant is None:
        return None
    edition, is_for_good = meant
    _first, _, rest = request.path_info.lstrip("/").partition("/")
    query = request.META.get("QUERY_STRING", "")
    path = escape_uri_path(f"{get_script_prefix()}{edition.code}/{rest}")
    address = f"{path}{'?' if query else ''}{query}"
    response = HttpResponseRedirect(address, preserve_request=True)
    if is_for_good:
        response.status_code = 308
    patch_cache_control(response, public=True, max_age=_REDIRECT_AGE_S)
    return response
