"""What is wrong with a password, in words of our own: Django's lack some in Arabic."""

import logging
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext

from wireroom.adapters.leaked_passwords import is_leaked

_log: Final = logging.getLogger(__name__)


class LongEnough(MinimumLengthValidator):
    """Asks for a length."""

    def get_error_message(self) -> str:
        """Return what a shorter one is told."""
        said = ngettext(
            "This password is too short: it needs at least one letter.",
            "This password is too short: it needs at least %(num)s letters.",
            self.min_length,
        )
        return said % {"num": self.min_length}


class UnlikeAddress(UserAttributeSimilarityValidator):
    """Asks for another word than the e-mail address."""

    def get_error_message(self) -> str:
        """Return what one like it is told."""
        return gettext("This password is too like your e-mail address.")


class NotLeaked:
    """Asks for one that is not known from leaks, where the operator has those; asks nobody else."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse one that is known. Raises ValidationError."""
        if not settings.WIREROOM_LEAKED_PASSWORDS:
            return
        try:
            is_known = is_leaked(password, Path(settings.WIREROOM_LEAKED_PASSWORDS))
        except OSError:
            # A disk that is away may keep nobody from an account of theirs.
            _log.exception("leaked passwords cannot be searched")
            return
        if is_known:
            raise ValidationError(self.get_help_text(), code="password_leaked")

    def get_help_text(self) -> str:
        """Return what one that is known is told."""
        return gettext("This password is known from a leak at another site. Choose another one.")
