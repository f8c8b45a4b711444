"""A person's lists: what they saved, follow, block and mute, and the languages they read."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.languages import archive_languages
from wireroom.people.models import Person
from wireroom.reading.queries.front import languages_of
from wireroom.reading.queries.hiding import read_hiding
from wireroom.reading.queries.lists import Page, read_blocks, read_follows, read_mutes
from wireroom.reading.queries.saved import read_saved, saved_last
from wireroom.reading.services.kept import remove_block, remove_follow, remove_saved
from wireroom.reading.services.looks import read_in
from wireroom.reading.services.muted import unmute
from wireroom.web.editions import offered
from wireroom.web.own_pages import Trouble, attempt, own_page, show_own, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.signed_in import signed_in

_TITLES: Final[dict[str, Promise | str]] = {
    "follow": _("What you follow"),
    "block": _("Blocked outlets"),
    "mute": _("Muted words"),
}
_REMOVE: Final[dict[str, Callable[[Person, int], None]]] = {
    "follow": remove_follow,
    "block": remove_block,
    "mute": unmute,
}
_LONGEST_SEARCH: Final = 200
# What a device keeps of it: with a photo each, some 20 MB.
_ON_DEVICE: Final = 200


@own_page
def show_saved(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show what a person saved, all of it or what has the words of ?q; some is removed here."""
    words = " ".join(request.GET.get("q", "").split())[:_LONGEST_SEARCH].replace("\0", "")
    trouble: Trouble | None = None
    if request.method == "POST":
        number = row_number(request.POST.get("remove", "")) or 0
        trouble = attempt(request, person, lambda: remove_saved(person, number))
        if trouble is None:
            return HttpResponseRedirect(page_url("mine-saved"))
    before = row_number(request.GET.get("before", ""))
    page = read_saved(person, read_hiding(person), words=words, before=before)
    context = {"page": page, "words": words, "is_older": before is not None}
    return show_own(request, "mine_saved.jinja", context, trouble=trouble)


@require_safe
def tell_saved(request: HttpRequest, edition: str) -> HttpResponse:
    """Tell a script where the pages are that its reader saved last; 401 where nobody is there."""
    person = signed_in(request)
    if person is None:
        return JsonResponse({}, status=401)
    urls = [
        page_url("article", article_id=article) if article else page_url("story", story_id=story)
        for article, story in saved_last(person, _ON_DEVICE)
        if article or story
    ]
    return JsonResponse({"urls": urls})


@own_page
def show_list(request: HttpRequest, person: Person, edition: str, deed: str) -> HttpResponseBase:
    """Show what a person follows, blocks or mutes; a row is removed here."""
    trouble: Trouble | None = None
    if request.method == "POST":
        number = row_number(request.POST.get("remove", "")) or 0
        trouble = attempt(request, person, lambda: _REMOVE[deed](person, number))
        if trouble is None:
            return HttpResponseRedirect(page_url(f"mine-{deed}s"))
    before = row_number(request.GET.get("before", ""))
    page = _read(person, deed, before)
    context = {"page": page, "deed": deed, "title": _TITLES[deed]}
    return show_own(request, "mine_list.jinja", context, trouble=trouble)


@own_page
def show_settings(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show and change the languages that a person reads; lead to what they follow and hide."""
    own = (one.lang for one in offered().values())
    known = tuple(dict.fromkeys((*own, *sorted(archive_languages()))))
    # One field a language, so that what was chosen outlives signing in like anything typed.
    chosen = tuple(one for one in known if typed(request).get(f"reads-{one}"))
    trouble = None
    if request.method == "POST":
        trouble = attempt(request, person, lambda: read_in(person, chosen))
        if trouble is None:
            messages.success(request, _("Your choices are kept."))
            return HttpResponseRedirect(page_url("mine-settings"))
    context = {
        "known": known,
        "chosen": chosen or languages_of(person) or offered()[edition].languages,
    }
    return show_own(request, "mine_settings.jinja", context, trouble=trouble)


def _read(person: Person, deed: str, before: int | None) -> Page:
    if deed == "follow":
        return read_follows(person, read_hiding(person), before=before)
    return (read_blocks if deed == "block" else read_mutes)(person, before=before)
