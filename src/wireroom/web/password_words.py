"""What is wrong with a password, in words of our own: Django's lack some in Arabic."""

from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.utils.translation import gettext, ngettext


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
