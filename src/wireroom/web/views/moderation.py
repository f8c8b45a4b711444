"""The moderators' pages: what waits, what was decided, and the mode of a story's comments."""

import json
from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.db import InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from wireroom.people.roles import Role
from wireroom.talk.models import Decision, Mode, RemovedFor
from wireroom.talk.queries.export import export_comments
from wireroom.talk.queries.queue import LOG_PAGE, count_waiting, read_log, read_queue
from wireroom.talk.services.flags import REASONS
from wireroom.talk.services.moderating import Moderating
from wireroom.talk.services.refused import Refused
from wireroom.web.desk import desk_page, show_desk, typed
from wireroom.web.fault_words import apart
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.signed_in import person_of
from wireroom.web.talk_wording import refused_words
from wireroom.web.talking import only_with_comments, story_now

# Days; none is for good.
_BANS: Final = (1, 7, 30, None)


@require_safe
@only_with_comments
@desk_page(Role.MODERATOR)
def show_queue(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what waits, the oldest first, with everything a decision needs."""
    after = row_number(request.GET.get("after", "")) or 0
    facts = {
        "page": read_queue(after=after), "number": count_waiting(), "reasons": REASONS,
        "bans": _BANS, "after": after,
    }  # fmt: skip
    return show_desk(request, "queue.jinja", facts)


@require_safe
@only_with_comments
@desk_page(Role.MODERATOR)
def show_log(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what moderators decided, the latest first."""
    log = read_log(before=row_number(request.GET.get("before", "")))
    older = log[-1].pk if len(log) == LOG_PAGE else None
    return show_desk(request, "queue_log.jinja", {"log": log, "older": older})


@require_POST
@only_with_comments
@desk_page(Role.MODERATOR)
def decide(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Show a comment, remove it, or remove it and ban who wrote it."""
    verdict, told = request.POST.get("verdict", ""), request.POST.get("reason", "")
    reason = RemovedFor(told) if told in REASONS else None
    moderating = _moderating(request)
    if verdict == "show":
        return _do(request, lambda: moderating.show(comment_id))
    if verdict not in ("remove", "ban"):
        return _back(request)
    if reason is None:
        messages.error(request, _("Choose the reason: its writer and everybody else read it."))
        return _back(request)
    if verdict == "remove":
        return _do(request, lambda: moderating.remove(comment_id, reason))
    told_days = request.POST.get("days", "")
    days = int(told_days) if told_days in ("1", "7", "30") else None
    return _do(request, lambda: moderating.ban(comment_id, reason, days=days))


@require_POST
@only_with_comments
@desk_page(Role.MODERATOR)
def undo(request: HttpRequest, edition: str, decision_id: int) -> HttpResponse:
    """Take a decision back."""
    moderating = _moderating(request)
    return _do(request, lambda: moderating.undo(decision_id), then=page_url("queue-log"))


@require_POST
@only_with_comments
@desk_page(Role.MODERATOR)
def set_mode(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Open, slow, lock or close a story's comments."""
    story, told = story_now(story_id), request.POST.get("mode", "")
    then = page_url("comments-mine-of", story_id=story.id)
    if told not in Mode:
        return HttpResponseRedirect(then)
    moderating = _moderating(request)
    return _do(request, lambda: moderating.set_mode(story.id, Mode(told)), then=then)


@require_safe
@only_with_comments
@desk_page(Role.MODERATOR)
def export(request: HttpRequest, edition: str, story_id: int) -> StreamingHttpResponse:
    """Hand over a story's comments as JSON Lines, a row at a time."""
    rows = export_comments(story_now(story_id).id)
    pieces = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    response = StreamingHttpResponse(pieces, content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="comments-{story_id}.jsonl"'
    return response


def _moderating(request: HttpRequest) -> Moderating:
    return Moderating(
        by=person_of(request), now=timezone.now(), words=typed(request, "words"),
        seen=typed(request, "seen"),
    )  # fmt: skip


def _do(request: HttpRequest, act: Callable[[], Decision], *, then: str = "") -> HttpResponse:
    try:
        act()
        messages.success(request, _("Done. The log has it, and can take it back."))
    except Refused as refused:
        words = typed(request, "words")
        typed_too = _("Your words were: %(words)s") % {"words": apart(words)} if words else ""
        messages.error(request, " ".join(filter(None, (refused_words(refused), typed_too))))
    except (OperationalError, InternalError):
        messages.error(request, _("Nothing can be written just now. Try again in a minute."))
    return HttpResponseRedirect(then) if then else _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    after = row_number(request.POST.get("after", "")) or 0
    return HttpResponseRedirect(
        f"{page_url('queue')}?after={after}" if after else page_url("queue")
    )
