"""Times every request by the page it was for, and traces it where somebody collects."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from wireroom.adapters.metrics import REQUESTS
from wireroom.adapters.tracing import traced


class MeasuringMiddleware:
    """Count each answer's time by page and kind of status, never by address or reader."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        with traced("wireroom.request") as span:
            response = self.get_response(request)
            match = request.resolver_match
            page = (match.url_name if match else None) or "none"  # files, and what is not found
            span.tell("wireroom.page", page)
            span.tell("http.response.status_code", response.status_code)
        status = f"{response.status_code // 100}xx"
        REQUESTS.labels(page=page, status=status).observe(time.perf_counter() - began)
        return response
