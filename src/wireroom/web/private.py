"""Which pages know who is there; all others have no session, person or cookie to look at."""

from collections.abc import Callable
from typing import Final, cast

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix
from django.utils.cache import patch_cache_control

from wireroom.web.editions import Edition, current_edition, edition_in_path, offered

_Respond = Callable[[HttpRequest], HttpResponse]
ACCOUNT_ROOT: Final = "account/"
ADMIN_ROOT: Final = "admin/"
_OWN_ROOMS: Final = ("mine/", "desk/")
# The edition in which somebody signs in: these pages have no edition in their address.
_EDITION_COOKIE: Final = "edition"


class PrivatePagesMiddleware:
    """Give private pages their session, and keep them out of every cache and search engine."""

    def __init__(self, get_response: _Respond) -> None:
        self.get_response = get_response
        # Django's types say that it may be awaited: it is not, where what it wraps is not.
        self._private: Final = cast(
            "_Respond", SessionMiddleware(AuthenticationMiddleware(MessageMiddleware(get_response)))
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_private(request.path_info):
            return self.get_response(request)
        response = self._private(request)
        response.headers.pop("Cache-Control", None)
        patch_cache_control(response, private=True, no_store=True)
        response.headers["X-Robots-Tag"] = "noindex"
        if _is_account(request.path_info):
            _remember_edition(request, response)
        return response


def is_private(path: str) -> bool:
    """Tell whether a page is for some alone: an account's, the admin's, a reader's, the desk's."""
    if _is_account(path) or path.lstrip("/").startswith(ADMIN_ROOT):
        return True
    first, _, rest = path.lstrip("/").partition("/")
    return first in offered() and f"{rest}/".startswith(_OWN_ROOMS)


def account_edition(request: HttpRequest) -> Edition | None:
    """Return the edition that a page without one belongs to: where it leads on to, else the last.

    None for all other pages.
    """
    if not _is_account(request.path_info):
        return None
    leads_to = request.GET.get("next", "").removeprefix(get_script_prefix())
    return edition_in_path(leads_to) or offered().get(request.COOKIES.get(_EDITION_COOKIE, ""))


def _is_account(path: str) -> bool:
    return path.lstrip("/").startswith(ACCOUNT_ROOT)


def _remember_edition(request: HttpRequest, response: HttpResponse) -> None:
    code = current_edition().code
    if request.COOKIES.get(_EDITION_COOKIE) != code:
        response.set_cookie(
            _EDITION_COOKIE, code, path=f"{get_script_prefix()}{ACCOUNT_ROOT}",
            httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
