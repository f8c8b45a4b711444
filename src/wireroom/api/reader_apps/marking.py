"""What an app changes for its reader: seen, saved, followed no more."""

from collections.abc import Collection
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wireroom.api.reader_apps.asking import bad_question, changes, plain_answer
from wireroom.api.reader_apps.item_numbers import microseconds, read_number
from wireroom.api.reader_apps.streams import (
    ALL,
    FEED,
    READ,
    STARRED,
    own_name,
    read_asker,
    read_stories_of,
)
from wireroom.news.models import Story
from wireroom.people.models import AppKey, Person
from wireroom.reading.queries.streams import numbered_follow
from wireroom.reading.services.kept import TooMany, remove_follow, save, unsave_whole
from wireroom.reading.services.looks import look_at, unlook
from wireroom.reading.targets import Kind, Target

_MOST_AT_ONCE: Final = 1000


@changes
def mark_items(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Add and remove what is said of stories: read, and the star. Other tags are passed over."""
    told = request.POST.getlist("i")[:_MOST_AT_ONCE]
    numbers = {number for one in told if (number := read_number(one)) is not None}
    stories = list(Story.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    try:
        _add(key.person, stories, set(map(own_name, request.POST.getlist("a"))))
    except TooMany as error:
        return bad_question(f"at most {error.most} can be saved: remove some first", 409)
    _remove(key.person, stories, set(map(own_name, request.POST.getlist("r"))))
    return plain_answer("OK")


@changes
def mark_all(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Mark all of a stream as read, up to a moment (microseconds) where one is told."""
    found = read_stories_of(read_asker(key), own_name(request.POST.get("s", ALL)))
    if found is None:
        return bad_question("s: there is no such stream", 404)
    told = request.POST.get("ts", "").strip()
    until = int(told) if told.isascii() and told.isdigit() and len(told) < 20 else None
    ids = [one.story.id for one in found if until is None or microseconds(one.at) <= until]
    look_at(key.person, ids, at=timezone.now())
    return plain_answer("OK")


@changes
def change_streams(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Follow something no more. What is followed anew is chosen on the site's pages."""
    if request.POST.get("ac") != "unsubscribe":
        return bad_question("follow stories, topics and outlets on the site's pages")
    for one in request.POST.getlist("s"):
        number = numbered_follow(own_name(one).removeprefix(FEED))
        if number is None:
            return bad_question("s: this stream cannot be left")
        remove_follow(key.person, number)
    return plain_answer("OK")


def _add(person: Person, stories: Collection[int], states: set[str]) -> None:
    now = timezone.now()
    if READ in states:
        look_at(person, stories, at=now)
    for story in stories if STARRED in states else ():
        save(person, Target(Kind.STORY, story), now=now)


def _remove(person: Person, stories: Collection[int], states: set[str]) -> None:
    if READ in states:
        unlook(person, stories)
    for story in stories if STARRED in states else ():
        unsave_whole(person, story)
