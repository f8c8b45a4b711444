"""A story's tools: merge, split, pin, spike, choose its lead, each with what would be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.engine.errors import BadInput
from wireroom.engine.versions import Overtaken, version_of
from wireroom.news.models import Mend, Story
from wireroom.news.queries.desk_stories import (
    StoryAtDesk,
    WillBe,
    find_stories,
    foresee_merge,
    foresee_split,
    read_story_at_desk,
    what_editors_did,
)
from wireroom.news.services.mends import Mending
from wireroom.news.services.unmended import hold_unmended
from wireroom.people.roles import Role
from wireroom.pipeline.mending import mending
from wireroom.web.desk import by_whom, desk_page, do_deed, show_desk, typed
from wireroom.web.editions import current_edition
from wireroom.web.fault_words import say_fault
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number

# Reports of a story that its page at the desk shows at first; 500 are 255 KB.
_REPORTS_AT_FIRST: Final = 100
_FOUND: Final = 30
_OFFERED: Final = 100  # stories to join one to: a day's, of which a browser shows those typed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a form asks to be done to a story."""

    deed: str
    story: int
    into: int
    articles: tuple[int, ...]
    hours: int

    @classmethod
    def read(cls, request: HttpRequest, story_id: int) -> "_Asked":
        sent = request.POST if request.method == "POST" else request.GET
        numbers = [row_number(text) for text in sent.getlist("article")]
        deed = sent.get("deed", "")
        if deed not in _DEEDS:
            raise Http404
        return cls(
            deed=deed,
            story=story_id,
            into=row_number(sent.get("into", "").strip()) or 0,
            articles=tuple(one for one in numbers if one is not None),
            hours=row_number(sent.get("hours", "")) or 0,
        )

    def stories(self) -> list[int]:
        """Return the stories that the deed is about."""
        return [self.story, self.into] if self.into else [self.story]

    def article(self) -> int:
        """Return the one report that is meant. Raises BadInput."""
        if len(self.articles) != 1:
            raise BadInput(_("Choose one report to lead the story."))
        return self.articles[0]


_DEEDS: Final[dict[str, Callable[[Mending, _Asked], Mend]]] = {
    "merge": lambda mends, asked: mends.merge(asked.story, asked.into),
    "split": lambda mends, asked: mends.split(asked.story, asked.articles),
    "pin": lambda mends, asked: mends.pin(asked.story, hours=asked.hours),
    "spike": lambda mends, asked: mends.spike_story(asked.story),
    "lead": lambda mends, asked: mends.lead(asked.story, asked.article()),
}


@require_safe
@desk_page(Role.EDITOR)
def show_stories(request: HttpRequest, edition: str) -> HttpResponse:
    """Find a story by words of its headline."""
    words = typed(request, "q")[:200]
    langs = current_edition().languages
    context = {"named": words, "stories": find_stories(words, langs, limit=_FOUND)}
    return show_desk(request, "stories.jinja", context)


@require_safe
@desk_page(Role.MODERATOR)
def show_story_at_desk(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show a story's reports, why each stands there, and what can be done.

    Of a story of very many the first ones, all where they are asked for.
    """
    here = _story(story_id)
    most = None if typed(request, "all") == "1" else _REPORTS_AT_FIRST
    told = {"here": here, "others": _others(here), "most": most}
    return show_desk(request, "story.jinja", told)


@require_safe
@desk_page(Role.EDITOR)
def preview(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show how stories would be after a deed, with the form that does it; nothing is done yet."""
    return _preview(request, story_id)


def _preview(request: HttpRequest, story_id: int, *, said: str = "") -> HttpResponse:
    """Show it; `said` is why a deed that was sent was not done: what was typed stands there."""
    here, asked = _story(story_id), _Asked.read(request, story_id)
    into = read_story_at_desk(asked.into) if asked.deed == "merge" else None
    context = {
        "here": here,
        "others": _others(here) if asked.deed == "merge" else (),
        "asked": asked,
        "into": into,
        "fault": _fault(here, asked, into),
        "will_be": _foresee(here, asked, into),
        "version": version_of(*what_editors_did(asked.stories())),
        "said": said,
        "why": typed(request, "why") if said else "",
    }
    return show_desk(request, "preview.jinja", context, status=409 if said else 200)


@require_POST
@desk_page(Role.EDITOR)
def mend(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Do what the preview showed."""
    asked = _Asked.read(request, story_id)

    def deed() -> str:
        by = by_whom(request)
        with transaction.atomic():
            hold_unmended(asked.stories(), seen=typed(request, "seen"))
            _DEEDS[asked.deed](mending(by=by.who, why=by.why, now=by.now), asked)
        return _("Done. The log takes it back.")

    there = asked.into if asked.deed == "merge" and read_story_at_desk(asked.into) else story_id
    try:
        return do_deed(request, deed, back=page_url("desk-story", story_id=there))
    except Overtaken as error:
        return _preview(request, story_id, said=say_fault(error))


def _others(here: StoryAtDesk) -> list[Story]:
    """Return what a story may be joined to: the first of its language's front."""
    found = find_stories("", (here.story.lang,), limit=_OFFERED)
    return [one for one in found if one.pk != here.story.pk]


def _story(story_id: int) -> StoryAtDesk:
    here = read_story_at_desk(story_id)
    if here is None:
        raise Http404
    return here


def _fault(here: StoryAtDesk, asked: _Asked, into: StoryAtDesk | None) -> str:
    """Return why it cannot be done, as far as can be told before; empty where it can."""
    if here.story.spiked_at or here.story.merged_into_id:
        return _("This story was withdrawn, or joined to another one.")
    if asked.deed == "merge" and asked.into and into is None:
        return _("There is no story %(number)s.") % {"number": asked.into}
    if asked.deed == "merge" and (into is None or into.story.pk == here.story.pk):
        return _("Name another story to join it to.")
    if into and (into.story.spiked_at or into.story.merged_into_id):
        return _("The other story was withdrawn, or joined to another one.")
    if into and into.story.lang != here.story.lang:
        return _("The stories are in different languages.")
    chosen = sum(article.pk in asked.articles for article in here.articles)
    if asked.deed == "split" and not 0 < chosen < len(here.articles):
        return _("Choose reports to part from it, and leave one.")
    if asked.deed == "lead" and (chosen != 1 or len(asked.articles) != 1):
        return _("Choose one report to lead the story.")
    return ""


def _foresee(here: StoryAtDesk, asked: _Asked, into: StoryAtDesk | None) -> list[WillBe]:
    if asked.deed == "merge":
        return foresee_merge(here, into) if into else []
    if asked.deed == "split":
        return foresee_split(here, asked.articles)
    if asked.deed == "spike":
        return [WillBe(story=here.story.pk, articles=())]
    return [WillBe(story=here.story.pk, articles=here.articles)]
