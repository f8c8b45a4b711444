"""A person's pages: what is new of what they follow, their front, taking all along, deletion."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from allauth.account.decorators import reauthentication_required
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.db.utils import InternalError, OperationalError
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wireroom.news.queries.cursors import read_rank_cursor, read_time_cursor
from wireroom.people.models import Person
from wireroom.people.queries import read_account
from wireroom.people.roles import Role, role_of
from wireroom.people.services.accounts import delete_person
from wireroom.reading.queries.everything import KEPT, every_row
from wireroom.reading.queries.followed import PAGE_STORIES, read_followed, read_news_of
from wireroom.reading.queries.front import languages_of, read_own_front
from wireroom.reading.queries.hiding import read_hiding
from wireroom.reading.queries.lists import read_follows
from wireroom.reading.queries.saved import read_saved
from wireroom.reading.services.looks import look_at
from wireroom.talk.queries.personal import export_talk
from wireroom.web.editions import offered
from wireroom.web.own_pages import attempt, own_page, show_own
from wireroom.web.parts import page_url
from wireroom.web.row_numbers import row_number
from wireroom.web.signed_in import person_of
from wireroom.web.views.send import may_send

_LATEST_SAVED: Final = 5
_LATEST_FOLLOWS: Final = 12
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


@own_page
def show_mine(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show the stories that a person follows, what is new of each, and the rest of what is theirs.

    A form marks all that is shown as seen: it says what that was, and when.
    """
    trouble, now = None, timezone.now()
    if request.method == "POST":
        trouble = attempt(request, person, lambda: _look_at_shown(request, person, now=now))
        if trouble is None:
            return HttpResponseRedirect(request.get_full_path())
    hiding = read_hiding(person)
    before = read_time_cursor(request.GET.get("before", ""))
    followed = read_followed(person, hiding, before=before)
    context = {
        "followed": followed,
        "read_at": _written(now),
        "since": {one.story.id: _written(one.looked_at) for one in followed.stories},
        "is_older": before is not None,
        "saved": read_saved(person, hiding, limit=_LATEST_SAVED),
        "follows": read_follows(person, hiding, limit=_LATEST_FOLLOWS, has_stories=False),
        "account": person,
        "is_of_desk": role_of(person).may(Role.MODERATOR),
        "may_send": may_send(person),
    }
    return show_own(request, "mine.jinja", context, trouble=trouble)


@own_page
def show_own_story(
    request: HttpRequest, person: Person, edition: str, story_id: int
) -> HttpResponseBase:
    """Show what came into a story since its reader last looked, and note that they looked now.

    ?since is when they had looked, so that a page that is loaded again shows the same.
    """
    since, now = _read_time(request.GET.get("since", "")), timezone.now()
    news = read_news_of(person, story_id, read_hiding(person), since=since)
    if news is None:
        raise Http404
    if _is_opened_here(request):
        # Reading goes on where nothing can be written: then it is new once more.
        with suppress(OperationalError, InternalError):
            look_at(person, [story_id], at=now)
    return show_own(request, "mine_story.jinja", {"news": news})


@own_page
def show_own_front(request: HttpRequest, person: Person, edition: str) -> HttpResponseBase:
    """Show the front in the languages that a person reads, what they follow first."""
    before = read_rank_cursor(request.GET.get("before", ""))
    here = offered()[edition]
    languages = languages_of(person) or here.languages
    front = read_own_front(person, languages, country=here.country, before=before)
    context = {"front": front, "is_older": before is not None}
    return show_own(request, "mine_front.jinja", context)


@require_safe
@login_required
def export_mine(request: HttpRequest, edition: str) -> StreamingHttpResponse:
    """Hand over everything that is kept of a person, as JSON, a row at a time."""
    pieces = _everything(person_of(request))
    response = StreamingHttpResponse(pieces, content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="wireroom.json"'
    return response


def _everything(person: Person) -> Iterator[str]:
    yield f'{{"account": {_json(read_account(person))}'
    for name in KEPT:
        yield f',\n"{name}": ['
        for place, row in enumerate(every_row(person, name)):
            yield (",\n " if place else "\n ") + _json(row)
        yield "]"
    yield f',\n"talk": {_json(export_talk(person))}}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required(enabled=True)  # type: ignore[untyped-decorator]
def delete_mine(request: HttpRequest, edition: str) -> HttpResponse:
    """Ask once more, then delete the account; whoever left a browser open must sign in anew."""
    if request.method != "POST":
        return render(request, "mine_delete.jinja")
    person = person_of(request)
    trouble = attempt(request, person, lambda: delete_person(person))
    if trouble is not None:
        return show_own(request, "mine_delete.jinja", {}, trouble=trouble)
    logout(request)
    return HttpResponseRedirect(f"{page_url('mine-deleted')}")


@require_safe
def show_deleted(request: HttpRequest, edition: str) -> HttpResponse:
    """Say that the account is gone."""
    return render(request, "account/said.jinja", {"title": _("Your account is deleted")})


def _is_opened_here(request: HttpRequest) -> bool:
    """Tell whether somebody opened the page: no other site's link, and no browser that fetches
    ahead. Fetch Metadata (W3C) says so; where a browser says nothing, it is taken for opened.
    """
    site = request.headers.get("Sec-Fetch-Site", "none")
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return request.method == "GET" and site in ("none", "same-origin") and not ahead


def _written(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _look_at_shown(request: HttpRequest, person: Person, *, now: datetime) -> None:
    sent = [row_number(text) for text in request.POST.getlist("shown")[:PAGE_STORIES]]
    at = _read_time(request.POST.get("at", ""))
    if at is not None:
        look_at(person, {number for number in sent if number is not None}, at=min(at, now))


def _read_time(text: str) -> datetime | None:
    number = row_number(text)
    try:
        return _EPOCH + number * _MICROSECOND if number is not None else None
    except OverflowError:
        return None
