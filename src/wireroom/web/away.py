"""What a page answers while its database is away: later, and not that the page is broken."""

import logging
from collections.abc import Callable
from typing import Final

from django.db.utils import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

_log: Final = logging.getLogger(__name__)
_RETRY_S: Final = 30


class AwayMiddleware:
    """Answer 503 where the database cannot be asked: proxies and search engines come again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the answer, or None for any other error."""
        if not isinstance(error, OperationalError | InterfaceError):
            return None
        _log.error("%s cannot be shown: %s", request.path, str(error).strip())
        headers = {"Retry-After": str(_RETRY_S), "Cache-Control": "no-store"}
        return HttpResponse(
            "503 Service Unavailable\n", content_type="text/plain", status=503, headers=headers
        )
