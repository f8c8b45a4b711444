"""The service that programs ask, its description, and how its answers are kept by others."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.operation import Operation

from wireroom.api.asked import Refused
from wireroom.api.endpoints.lists import router as lists
from wireroom.api.endpoints.single import router as single
from wireroom.api.origins import is_public

# As pages: a report that is taken down must be gone at once.
_MAX_AGE_S: Final = 30


class Service(NinjaAPI):
    """Answers anybody, in any program: what is here is public and knows nobody."""

    def create_response(self, request: HttpRequest, data: Any, **named: Any) -> HttpResponse:
        """Return an answer that may be kept for a moment; any page may read a public site's."""
        response = super().create_response(request, data, **named)
        if response.status_code == 200:
            patch_cache_control(response, public=True, max_age=_MAX_AGE_S)
        if is_public(request):
            response["Access-Control-Allow-Origin"] = "*"
        return response

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return what programs call a question: the name of its function."""
        return operation.view_func.__name__


service: Final = Service(
    title="Wireroom",
    version="1",
    urls_namespace="api",
    docs_url=None,  # its page needs scripts that the site's policy forbids
    description=(
        "Stories, each once, with every outlet's report, whose text each is, and what they say."
        " All of it is what the public pages show, within the terms of each outlet."
        " Lists go on at the address in `next`. Times are UTC, places count code points."
    ),
)
service.add_router("", lists)
service.add_router("", single)


@service.exception_handler(Refused)
def _refuse(request: HttpRequest, error: Refused) -> HttpResponse:
    return service.create_response(request, {"error": error.words}, status=error.status)


@service.exception_handler(ValidationError)
def _misread(request: HttpRequest, error: ValidationError) -> HttpResponse:
    told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
    return service.create_response(request, {"error": told}, status=422)
