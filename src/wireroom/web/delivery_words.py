"""Why an alert or a letter was not delivered, and what helps, in words for the desk."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WHY: Final[dict[tuple[str, str], tuple[Promise | str, Promise | str]]] = {
    ("push", "gone"): (
        _("Subscriptions that ended"),
        _("The browser takes no more alerts: its owner stopped them, or it was removed."
          " The device was forgotten."),
    ),
    ("push", "refused"): (
        _("The push service refuses the message for good"),
        _("Often the key of this site is another one than when people allowed alerts"
          " (WIREROOM_PUSH_KEY). They allow them again on their page of alerts."),
    ),
    ("push", "busy"): (
        _("The push service asks to be left alone for a while"),
        _("It is tried again later, as it asks."),
    ),
    ("push", "server"): (
        _("The push service fails"),
        _("It is tried again, each time later than before."),
    ),
    ("push", "unreachable"): (
        _("The push service is not reached"),
        _("It is tried again, each time later than before. Where it is all of them, see whether"
          " this machine may open connections to the internet."),
    ),
    ("letter", "refused"): (
        _("The mail server refuses the address"),
        _("After three in a row the digest ends; its reader can turn it on again."),
    ),
    ("letter", "server"): (
        _("The mail server does not take letters"),
        _("Digests are tried again, each time later than before. A host can try the mail on the"
          " page of settings."),
    ),
}  # fmt: skip


def say_undelivered(way: str, reason: str) -> tuple[str, str]:
    """Return why, and what helps or happens; the bare reason where there are no words for it."""
    why, advice = _WHY.get((way, reason), (reason, ""))
    return str(why), str(advice)
