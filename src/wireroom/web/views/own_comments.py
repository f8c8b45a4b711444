"""A person's own side of the talk: their comments, threads as they see them, flags and blocks."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.db import InternalError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wireroom.engine.talk.limits import EDIT_WINDOW
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.cards import story_card
from wireroom.talk.models import Commenter, Mode
from wireroom.talk.queries.family import read_headlines, read_talk
from wireroom.talk.queries.personal import find_commenter, read_blocked, read_own
from wireroom.talk.queries.thread import ShownComment, is_of, read_comment, read_thread
from wireroom.talk.services.flags import (
    MOST_WORDS,
    REASONS,
    block_commenter,
    flag_comment,
    unblock_commenter,
)
from wireroom.talk.services.refused import Refused
from wireroom.talk.services.writing import delete_comment
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.signed_in import person_of
from wireroom.web.talk_wording import refused_words
from wireroom.web.talking import (
    commenter_of,
    find_story_now,
    is_of_desk,
    only_for_people,
    only_with_comments,
    open_comment,
    story_now,
    thread_url,
)

_OWN: Final = 50


@require_safe
@only_with_comments
@only_for_people
def show_own(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what somebody wrote, what became of it, and whom they do not want to see."""
    person = person_of(request)
    commenter = find_commenter(person)
    before = row_number(request.GET.get("before", ""))
    own = read_own(commenter, before=before, most=_OWN + 1) if commenter else []
    facts = {
        "headlines": read_headlines(commenter.pk) if commenter else {},
        "commenter": commenter, "ban": getattr(commenter, "ban", None), "comments": own[:_OWN],
        "older": own[_OWN - 1].pk if len(own) > _OWN else None, "blocked": read_blocked(person),
        "editable_since": timezone.now() - EDIT_WINDOW,
    }  # fmt: skip
    return render(request, "comments_mine.jinja", facts)


@require_safe
@only_with_comments
@only_for_people
def show_thread(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show comments as one person sees them: without whom they blocked, with held ones."""
    person, story = person_of(request), story_now(story_id)
    mine, talk = commenter_of(request), read_talk(story.id)
    page = read_thread(
        talk,
        start=row_number(request.GET.get("from", "")),
        viewer=mine,
        blocked={one.pk for one in read_blocked(person)},
    )
    facts = {
        "page": page, "story": story_card(story), "mine": mine, "is_desk": is_of_desk(request),
        "modes": tuple(Mode), "editable_since": timezone.now() - EDIT_WINDOW,
    }  # fmt: skip
    return render(request, "comments_own.jinja", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_comments
@only_for_people
def delete(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Ask once more, then take one's own comment away."""
    mine = commenter_of(request)
    comment = read_comment(comment_id, viewer=mine)
    if comment is None or not is_of(comment, mine):
        raise Http404
    person = person_of(request)

    def act() -> None:
        delete_comment(comment_id, person=person)

    return _ask(request, "comment_delete.jinja", comment, act, done=_("Your comment is deleted."))


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_comments
@only_for_people
def flag(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Put somebody's comment before moderators."""
    comment, person = open_comment(request, comment_id), person_of(request)
    kind, words = request.POST.get("kind", ""), one_line(request.POST.get("words", ""))
    facts = {"reasons": REASONS, "most": MOST_WORDS, "kind": kind, "words": words[:MOST_WORDS]}
    if request.method == "POST" and kind not in REASONS:
        said = _("Choose what is wrong with it.")
        return _question(request, "comment_flag.jinja", comment, said=said, status=400, **facts)

    def act() -> None:
        flag_comment(comment_id, kind, words=words, person=person, now=timezone.now())

    done = _("Thank you. A moderator will look at it.")
    return _ask(request, "comment_flag.jinja", comment, act, done=done, **facts)


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_comments
@only_for_people
def block(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Keep a comment's writer out of one's sight."""
    comment, person = open_comment(request, comment_id), person_of(request)

    def act() -> None:
        commenter = Commenter.objects.filter(comments=comment_id).first()
        if commenter is not None:
            block_commenter(commenter, person=person, now=timezone.now())

    done = _("You do not see what they write any more, on your own view of the comments.")
    return _ask(request, "comment_block.jinja", comment, act, done=done)


@require_POST
@only_with_comments
@only_for_people
def unblock(request: HttpRequest, edition: str, commenter_id: int) -> HttpResponse:
    """See a commenter again."""
    unblock_commenter(commenter_id, person=person_of(request))
    return HttpResponseRedirect(page_url("comments-mine"))


def _ask(
    request: HttpRequest,
    template: str,
    comment: ShownComment,
    act: Callable[[], None],
    *,
    done: str,
    **facts: Any,
) -> HttpResponse:
    """Show the question, or do what was asked and lead back."""
    if request.method != "POST":
        return _question(request, template, comment, **facts)
    try:
        act()
    except Refused as refused:
        said = refused_words(refused)
        return _question(request, template, comment, said=said, status=400, **facts)
    except (OperationalError, InternalError):
        said = _("Nothing can be written just now. Try again in a minute.")
        return _question(request, template, comment, said=said, status=503, **facts)
    messages.success(request, done)
    return HttpResponseRedirect(_way_back(comment))


def _way_back(comment: ShownComment) -> str:
    """Return the way to the comment's thread, or to one's own comments where it has none now."""
    story = find_story_now(comment.story_id)
    if story is None:
        return page_url("comments-mine")
    return thread_url(comment, story.id, name="comments-mine-of")


def _question(
    request: HttpRequest,
    template: str,
    comment: ShownComment,
    *,
    said: str = "",
    status: int = 200,
    **facts: Any,
) -> HttpResponse:
    return render(request, template, {"comment": comment, "said": said, **facts}, status=status)
