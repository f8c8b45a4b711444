"""Whether there are comments here, and who may see which page of them."""

from collections.abc import Callable
from functools import wraps
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase

from wireroom.engine.talk.paths import DEEPEST_SHOWN
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.story import MovedTo, find_story
from wireroom.people.roles import Role, role_of
from wireroom.talk.models import State
from wireroom.talk.queries.family import Talk, read_talk
from wireroom.talk.queries.personal import find_commenter
from wireroom.talk.queries.thread import ShownComment, read_comment
from wireroom.talk.services.writing import MOST_MOVES
from wireroom.web.parts import page_url
from wireroom.web.signed_in import signed_in

_View = Callable[..., HttpResponseBase]
_STATES: Final = (State.SHOWN, State.HELD)


def comments_are_on() -> bool:
    """Tell whether the host wants comments."""
    return bool(settings.WIREROOM_COMMENTS)


def talk_of(story_id: int) -> Talk | None:
    """Return what a story's page says of its comments; None where it says nothing."""
    talk = read_talk(story_id) if comments_are_on() else None
    return talk if talk and talk.is_shown else None


def only_with_comments(view: _View) -> _View:
    """Answer that a page is not there where the host wants no comments."""

    @wraps(view)
    def show(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        if not comments_are_on():
            raise Http404
        return view(request, *args, **named)

    return show


def only_for_people(view: _View) -> _View:
    """Lead to signing in whoever is not."""

    @wraps(view)
    def show(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        if signed_in(request) is None:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **named)

    return show


def commenter_of(request: HttpRequest) -> int | None:
    """Return the number of who is signed in, as a commenter; None where they have no name yet."""
    person = signed_in(request)
    commenter = find_commenter(person) if person else None
    return commenter.pk if commenter else None


def is_of_desk(request: HttpRequest) -> bool:
    """Tell whether who is signed in moderates."""
    person = signed_in(request)
    return person is not None and role_of(person).may(Role.MODERATOR)


def find_story_now(story_id: int) -> StoryRow | None:
    """Return what a story is now, wherever merges led it; None where it is not shown."""
    story = find_story(story_id)
    for _ in range(MOST_MOVES):
        if not isinstance(story, MovedTo):
            break
        story = find_story(story.story_id)
    return story if isinstance(story, StoryRow) else None


def story_now(story_id: int) -> StoryRow:
    """Return what a story is now. Raises Http404 where it is not shown."""
    story = find_story_now(story_id)
    if story is None:
        raise Http404
    return story


def open_comment(request: HttpRequest, comment_id: int) -> ShownComment:
    """Return a comment that everybody may read. Raises Http404.

    Of a story that was withdrawn, or whose comments are closed, the desk alone may.
    """
    comment = read_comment(comment_id)
    if comment is None or not comment.is_shown:
        raise Http404
    if not is_of_desk(request) and not read_talk(story_now(comment.story_id).id).is_shown:
        raise Http404
    return comment


def thread_url(comment: ShownComment | None, story_id: int, *, name: str = "comments") -> str:
    """Return where a comment stands in its thread, from the one that it answers on."""
    address = page_url(name, story_id=story_id)
    if comment is None or comment.state not in _STATES:
        return address
    near = comment.answers is not None and comment.depth < DEEPEST_SHOWN
    first = comment.answers.id if near and comment.answers else comment.id
    return f"{address}?{urlencode({'from': first})}#comment-{comment.id}"
