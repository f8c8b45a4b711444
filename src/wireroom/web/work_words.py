"""What the desk calls the work of the pipeline's steps, of which one may wait or be given up."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_STEPS: Final[dict[str, Promise | str]] = {
    "poll": _("poll of a feed"),
    "hub": _("subscription at a hub"),
    "fetch": _("fetch of a page"),
    "held": _("page that waits until its site may be asked"),
    "extract": _("reading of a page"),
    "listen": _("fetch of a transcript"),
    "match": _("search for copies of a report"),
    "assign": _("grouping of a report"),
    "publish": _("renewal of a story"),
    "brief": _("brief of a story"),
    "write": _("writing about a story"),
    "tag": _("topics of a story"),
    "index": _("indexing of a report"),
    "repair": _("new grouping of a language"),
    "tie": _("search for one event in several languages"),
    "abroad": _("search for translations"),
}


def say_step(step: str) -> str:
    """Return what one piece of work of a step is; the step where it has no words."""
    return str(_STEPS.get(step, step))
