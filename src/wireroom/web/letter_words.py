"""Why a dead letter was given up and what to do about it, in the reader's words."""

import re
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A reason and an advice, to be shown beside the error as the program told it."""

    why: Promise
    advice: Promise


# By what errors of adapters and of stages say; the first that is found counts.
_REASONS: Final[tuple[tuple[re.Pattern[str], LetterWords], ...]] = (
    (
        re.compile(r"answered (401|403)\b"),
        LetterWords(
            _("The publisher refuses us this page."),
            _("Open the page yourself. If it asks for payment or refuses robots, leave it."),
        ),
    ),
    (
        re.compile(r"answered 429\b|Retry-After"),
        LetterWords(
            _("The publisher asks us to come less often."),
            _("Re-run it tomorrow. If it happens often, pause the outlet for some days."),
        ),
    ),
    (
        re.compile(r"answered 5\d\d\b"),
        LetterWords(
            _("The publisher’s server failed every time."),
            _("Re-run it once their site is well again."),
        ),
    ),
    (
        re.compile(r"robots"),
        LetterWords(
            _("The publisher’s robots.txt keeps us away from this page."),
            _("Leave it, or ask the publisher for leave."),
        ),
    ),
    (
        re.compile(r"refused:"),
        LetterWords(
            _("The address leads to where Wireroom must not go."),
            _("If it is your own server, allow it in WIREROOM_ALLOW. Otherwise leave it."),
        ),
    ),
    (
        re.compile(r"time|timed out", re.IGNORECASE),
        LetterWords(
            _("It took too long, again and again."),
            _("Re-run it when less is waiting. If it dies again, the page itself is the trouble."),
        ),
    ),
    (
        re.compile(r"connect|resolve|DNS|certificate|SSL", re.IGNORECASE),
        LetterWords(
            _("No connection to the publisher could be made."),
            _("See whether the site opens in a browser, then re-run it."),
        ),
    ),
    (
        re.compile(r"killed|orphan|died|BrokenProcess", re.IGNORECASE),
        LetterWords(
            _("The process that worked on it was ended each time, perhaps for want of memory."),
            _("Re-run it alone. If it dies again, report it with the page’s address."),
        ),
    ),
)
_UNKNOWN: Final = LetterWords(
    _("The program failed on it."),
    _("Re-run it after an update. If it dies again, report it with the error below."),
)


def say_letter(error: str) -> LetterWords:
    """Return the words for a row's last error."""
    return next((words for form, words in _REASONS if form.search(error)), _UNKNOWN)
