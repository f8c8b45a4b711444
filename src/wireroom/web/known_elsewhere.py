"""How allauth fits this site where another service knows its people (OpenID Connect)."""

import logging
from typing import Any, Final

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from requests import RequestException

_log: Final = logging.getLogger(__name__)


def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Lead to the service, by our own form alone: no other site may sign somebody in."""
    if request.method != "POST":
        return redirect("account_login")
    return _in_words(views.login, request, provider_id)


def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Take what the service answers of somebody."""
    return _in_words(views.callback, request, provider_id)


def _in_words(view: Any, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Say that the service did not answer as it should: allauth asks for parts of it unguarded."""
    try:
        answer: HttpResponseBase = view(request, provider_id=provider_id)
    except (RequestException, ValueError, LookupError):
        _log.exception("signing in with %s failed", provider_id)
        return render(request, "socialaccount/authentication_error.jinja", status=502)
    return answer


class KnownElsewhereAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # no types
    """Signing in with the host's own service; it makes accounts where anybody may make one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Tell whether somebody who has no account here may get one."""
        return bool(settings.WIREROOM_MAY_SIGN_UP)

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let in whose address the service has checked; without one nobody is known by it."""
        if sociallogin.is_existing:
            return
        checked = [one.email for one in sociallogin.email_addresses if one.verified and one.email]
        if not checked:
            raise ImmediateHttpResponse(render(request, "account/unchecked.jinja", status=403))
        sociallogin.user.email = checked[0].lower()

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Ask nothing more: the address is known, and nobody here has it."""
        return True

    def on_authentication_error(self, request: HttpRequest, provider: Any, **told: Any) -> None:
        """Log what went wrong; allauth says so. Who turned back is where they were."""
        if told.get("error") == AuthError.CANCELLED:
            raise ImmediateHttpResponse(redirect("account_login"))
        _log.warning("signing in with %s failed: %s", provider, told.get("exception") or told)
