"""How allauth fits this site: who may sign up, where it leads, and mail that cannot be sent."""

import logging
from smtplib import SMTPException
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wireroom.people.clients import client_address
from wireroom.web.parts import page_url

_log: Final = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts as this site's host wants them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Tell whether anybody may make an account."""
        return bool(settings.WIREROOM_MAY_SIGN_UP)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return whom limits on tries are counted for."""
        return str(client_address(request))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the person's own page in the edition they are in."""
        return page_url("mine")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Lead where signing in leads."""
        return page_url("mine")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the front of the edition they are in."""
        return page_url("front")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the person's own page, which says that it is done."""
        return page_url("mine")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        """Lead to the person's own page, by way of signing in."""
        return page_url("mine")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter; where the mail server fails, log it and say so instead of breaking."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            _log.exception("no e-mail can be sent (%s)", template_prefix)
            _say_unsent()


def _say_unsent() -> None:
    # The same whoever asked and for which address: it tells nothing of who has an account.
    text = _("The e-mail could not be sent just now. Please try again later.")
    messages.error(context.request, text)
