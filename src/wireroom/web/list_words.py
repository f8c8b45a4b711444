"""What the starter lists of outlets are called in the interface's language."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# By the titles in outlets/; a host's own list keeps the title that it gives itself.
_TITLES: Final[dict[str, Promise | str]] = {
    "Africa": _("Africa"),
    "The Americas": _("The Americas"),
    "News in Arabic": _("News in Arabic"),
    "Asia and Oceania": _("Asia and Oceania"),
    "Business, markets and economy": _("Business, markets and economy"),
    "Europe": _("Europe"),
    "Science, technology, health and environment": _("Science, technology, health and environment"),
    "World and regional news": _("World and regional news"),
}


def list_title(title: str) -> str:
    """Return what a list is called; its own title where it has no words."""
    return str(_TITLES.get(title, title))
