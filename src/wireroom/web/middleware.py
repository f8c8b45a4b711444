"""Which edition a request asks for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from wireroom.web.editions import edition_in_path, preferred_edition
from wireroom.web.here import stand_here
from wireroom.web.private import account_edition


class EditionMiddleware:
    """Activate the edition's language: address, else where it leads, else the reader's wish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        edition = (
            edition_in_path(request.path_info)
            or account_edition(request)
            or preferred_edition(request.headers.get("Accept-Language", ""))
        )
        with translation.override(edition.code), stand_here():
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", edition.code)
        return response
