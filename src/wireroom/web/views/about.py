"""What this site is, and how its host chooses outlets."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.pipeline.outlet_lists import ListedOutlet, read_titled_lists
from wireroom.web.respond import respond
from wireroom.web.samples import has_sample
from wireroom.web.translating import current_translator


@lru_cache(maxsize=1)
def _titled_lists() -> list[tuple[str, tuple[ListedOutlet, ...]]]:
    return read_titled_lists()


@require_safe
def show_about(request: HttpRequest, edition: str) -> HttpResponse:
    """Say what the site does and what it does not."""
    translates = current_translator() is not None
    return respond(
        request,
        "about.jinja",
        {"translates": translates},
        title=_("About Wireroom"),
        is_sample=has_sample(),
    )


@require_safe
def show_choose_outlets(request: HttpRequest, edition: str) -> HttpResponse:
    """Say how a host replaces the sample newsroom by real outlets."""
    return respond(
        request,
        "choose_outlets.jinja",
        {"lists": _titled_lists()},
        title=_("Choose outlets"),
        is_sample=has_sample(),
    )
