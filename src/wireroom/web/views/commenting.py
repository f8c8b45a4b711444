"""Writing a comment and editing it; nothing that was typed is lost, whatever happens."""

import logging
from dataclasses import dataclass, replace
from typing import Final

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import InternalError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wireroom.engine.talk.cleaning import MOST_SIGNS, MOST_TYPED, clean_text
from wireroom.engine.talk.limits import EDIT_WINDOW
from wireroom.news.queries.columns import StoryRow
from wireroom.people.models import Person
from wireroom.talk.models import Comment, State
from wireroom.talk.queries.personal import find_commenter
from wireroom.talk.queries.thread import ShownComment, is_of, read_comment
from wireroom.talk.services.names import choose_name
from wireroom.talk.services.refused import Refused, Why
from wireroom.talk.services.writing import (
    Draft,
    edit_comment,
    read_text,
    write_comment,
)
from wireroom.web.kept_words import keep_words, take_words
from wireroom.web.row_numbers import row_number
from wireroom.web.signed_in import signed_in
from wireroom.web.talk_form import (
    Typed,
    read_quotable,
    read_typed,
    with_quote,
    with_report_words,
)
from wireroom.web.talk_wording import refused_words
from wireroom.web.talking import (
    commenter_of,
    only_with_comments,
    open_comment,
    story_now,
    thread_url,
)

log = logging.getLogger(__name__)

# What a refusal is to machines; to people the page says it in words.
_STATUS: Final = {Why.LONG: 413, Why.OFTEN: 429, Why.SLOW: 429, Why.CHANGED: 409, Why.BANNED: 403}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a comment is written: its story, and what it answers or changes."""

    story: StoryRow
    answered: ShownComment | None = None
    edited: ShownComment | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_comments
def write(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Write a comment on a story."""
    return _form(request, _Place(story=story_now(story_id)))


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_comments
def reply(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Answer a comment."""
    answered = open_comment(request, comment_id)
    return _form(request, _Place(story=story_now(answered.story_id), answered=answered))


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_comments
def edit(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Change one's own comment within its window."""
    mine = commenter_of(request)
    if signed_in(request) is None:
        # Whose it is shows when they are back; what is held is not even shown to be there.
        kept = keep_words(request, read_typed(request).kept()) if request.method == "POST" else None
        if kept or request.method != "POST":
            return kept or redirect_to_login(request.get_full_path())
    edited = read_comment(comment_id, viewer=mine)
    if edited is None or (signed_in(request) and not is_of(edited, mine)):
        raise Http404
    return _form(request, _Place(story=story_now(edited.story_id), edited=edited))


def _form(request: HttpRequest, place: _Place) -> HttpResponse:
    """Show the form, empty or as it was left, or do what its button asks."""
    person = signed_in(request)
    if request.method == "POST":
        typed = read_typed(request)
        if person is None:
            said = _("You are signed out. Sign in, in another window, then send this once more.")
            leads_in = keep_words(request, typed.kept())
            return leads_in or _page(request, place, typed, said=said, status=403)
        return _answer(request, place, typed, person)
    if person is None:
        return redirect_to_login(request.get_full_path())
    kept = take_words(request)
    if kept:
        typed = Typed.back(kept)
        return _page(
            request,
            place,
            typed,
            said=_("You were signed out. Nothing is lost, and nothing is sent yet."),
        )
    return _page(request, place, _opening(request, place))


def _opening(request: HttpRequest, place: _Place) -> Typed:
    if place.edited is not None:
        return replace(Typed(), text=place.edited.text, revision=place.edited.revision)
    told = request.GET.get("quote", "")
    if place.answered is None and "article" in request.GET:
        return with_report_words(Typed(), told, row_number(request.GET["article"]))
    return with_quote(Typed(), told, place.answered)


def _answer(request: HttpRequest, place: _Place, typed: Typed, person: Person) -> HttpResponse:
    if typed.quotes:
        return _page(request, place, with_quote(typed, typed.quotes, place.answered))
    if typed.does == "preview":
        return _page(request, place, typed, is_previewed=True)
    try:
        comment = _file(place, typed, person)
    except Refused as refused:
        return _refuse(request, place, typed, refused)
    except (OperationalError, InternalError):
        log.exception("a comment on story %s cannot be filed", place.story.id)
        said = _(
            "Nothing can be written just now. What you typed stands here:"
            " send it again in a minute."
        )
        return _page(request, place, typed, said=said, status=503)
    if comment.state == State.HELD:
        messages.info(request, _("Your comment waits for a moderator. You alone see it now."))
    else:
        messages.success(request, _("Your comment is shown."))
    shown = read_comment(comment.pk, viewer=comment.commenter_id)
    return HttpResponseRedirect(thread_url(shown, comment.story_id, name="comments-mine-of"))


def _file(place: _Place, typed: Typed, person: Person) -> Comment:
    now = timezone.now()
    if place.edited is not None:
        return edit_comment(
            place.edited.id, typed.text, revision=typed.revision, person=person, now=now
        )
    read_text(typed.text)  # a name is for good: none is taken for a comment that is none
    if find_commenter(person) is None:
        if not typed.name.strip():
            raise Refused(Why.NO_NAME)
        choose_name(person, typed.name, now=now)
    draft = Draft(
        story_id=place.story.id, text=typed.text, form=typed.form,
        parent_id=place.answered.id if place.answered else None, edition=place.story.lang,
    )  # fmt: skip
    return write_comment(draft, person=person, now=now)


def _refuse(request: HttpRequest, place: _Place, typed: Typed, refused: Refused) -> HttpResponse:
    said = refused_words(refused, typed=typed.text)
    if refused.why is not Why.CHANGED or place.edited is None:
        return _page(request, place, typed, said=said, status=_STATUS.get(refused.why, 400))
    # Sent once more, it takes the place of what has just been shown.
    typed = replace(typed, revision=place.edited.revision)
    return _page(request, place, typed, said=said, meanwhile=refused.told, status=409)


def _page(
    request: HttpRequest,
    place: _Place,
    typed: Typed,
    *,
    said: str = "",
    meanwhile: str = "",
    is_previewed: bool = False,
    status: int = 200,
) -> HttpResponse:
    person = signed_in(request)
    commenter = find_commenter(person) if person else None
    preview = clean_text(typed.text) if is_previewed and len(typed.text) <= MOST_TYPED else ""
    facts = {
        "story": place.story, "answered": place.answered, "edited": place.edited, "typed": typed,
        "commenter": commenter, "said": said, "meanwhile": meanwhile, "preview": preview,
        "is_previewed": is_previewed, "most": MOST_SIGNS, "is_late": _is_late(place),
        "quotable": read_quotable(place.story) if place.edited is None else (),
    }  # fmt: skip
    return render(request, "comment_write.jinja", facts, status=status)


def _is_late(place: _Place) -> bool:
    return place.edited is not None and timezone.now() - place.edited.made_at > EDIT_WINDOW
