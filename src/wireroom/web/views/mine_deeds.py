"""The small pages on which a person saves, follows, blocks or mutes: a question and one button."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wireroom.engine.text.one_line import one_line
from wireroom.people.models import Person
from wireroom.reading.models import MUTED_CHARS
from wireroom.reading.queries.found import find_target, is_blocked, is_followed, is_saved
from wireroom.reading.queries.lists import Listed
from wireroom.reading.queries.to_mute import read_to_mute
from wireroom.reading.services import kept
from wireroom.reading.services.muted import MOST_EXCEPTIONS, mute
from wireroom.reading.targets import Kind, Target
from wireroom.web.editions import current_edition
from wireroom.web.own_pages import attempt, own_page, show_own, typed
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.targets import done_url, read_target, target_name, target_url


class _Add(Protocol):
    def __call__(self, person: Person, target: Target, *, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """What is done to what, how to take it back, and the words of its page."""

    kinds: frozenset[Kind]
    add: _Add
    remove: Callable[[Person, Target], None]
    is_done: Callable[[Person, Target], bool]
    asks: Promise | str
    offers: Promise | str
    takes_back: Promise | str
    tells: Promise | str


_DEEDS: Final = {
    "save": _Deed(
        kinds=frozenset({Kind.ARTICLE, Kind.STORY}),
        add=kept.save, remove=kept.unsave, is_done=is_saved,
        asks=_("Save for later"),
        offers=_("Save"),
        takes_back=_("Remove from saved"),
        tells=_("What you save stands in your pages until you remove it."),
    ),
    "follow": _Deed(
        kinds=frozenset({Kind.STORY, Kind.TOPIC, Kind.OUTLET, Kind.WORDS}),
        add=kept.follow, remove=kept.unfollow, is_done=is_followed,
        asks=_("Follow"),
        offers=_("Follow it"),
        takes_back=_("Follow no longer"),
        tells=_(
            "What you follow comes first on your front. Of a story you are told how much is new"
            " since you last looked."
        ),
    ),
    "block": _Deed(
        kinds=frozenset({Kind.OUTLET}),
        add=kept.block, remove=kept.unblock, is_done=is_blocked,
        asks=_("Block this outlet"),
        offers=_("Block it"),
        takes_back=_("Show it again"),
        tells=_(
            "It is gone from all your pages, and from public ones wherever you are signed in and"
            " scripts are on: those are the same for everybody, and your device hides it there."
        ),
    ),
}  # fmt: skip


@own_page
def show_deed(request: HttpRequest, person: Person, edition: str, deed: str) -> HttpResponseBase:
    """Ask whether something is to be saved, followed or blocked, do it, and lead back to it."""
    chosen = _DEEDS[deed]
    found = read_target(request.GET, chosen.kinds)
    target = found.target
    assert target  # what an address names is always one
    trouble = None
    if request.method == "POST":
        if request.POST.get("deed") == "remove":
            trouble = attempt(request, person, lambda: chosen.remove(person, target))
        else:
            now = timezone.now()
            trouble = attempt(request, person, lambda: chosen.add(person, target, now=now))
        if trouble is None:
            done = "remove" if request.POST.get("deed") == "remove" else deed
            return HttpResponseRedirect(done_url(target_url(found), done))
    name, lang = target_name(found, current_edition().lang)
    return show_own(
        request,
        "mine_deed.jinja",
        {
            "deed": chosen,
            "name": name,
            "lang": lang,
            "is_done": chosen.is_done(person, target),
            "back": target_url(found),
        },
        trouble=trouble,
    )


@own_page
def show_mute(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Ask which words are to be muted, with exceptions, one a line; lead back to what was read."""
    fields = typed(request)
    words, exceptions = fields.get("words", ""), fields.get("exceptions", "")
    read = _read(request)
    back = target_url(read) if read else ""
    trouble = None
    if request.method == "POST":
        trouble = attempt(
            request,
            person,
            lambda: mute(
                person,
                one_line(words),
                [one_line(line) for line in exceptions.splitlines()],
                now=timezone.now(),
            ),
        )
        if trouble is None:
            there = done_url(back, "mute") if back else page_url("mine-mutes")
            return HttpResponseRedirect(there)
    return show_own(
        request,
        "mine_mute.jinja",
        {
            "words": words,
            "exceptions": exceptions,
            "most_chars": MUTED_CHARS,
            "most_exceptions": MOST_EXCEPTIONS,
            "offered": read_to_mute(read.target) if read and read.target else None,
            "back": back or page_url("mine-mutes"),
        },
        trouble=trouble,
    )


def _read(request: HttpRequest) -> Listed | None:
    """Return the story or report that somebody came from."""
    for kind in (Kind.STORY, Kind.ARTICLE):
        number = row_number(request.GET.get(kind.value, ""))
        if number is not None and (found := find_target(Target(kind, number))):
            return found
    return None
