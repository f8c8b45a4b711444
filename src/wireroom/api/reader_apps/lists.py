"""What a reader app shows beside its lists: streams, folders, and how much of each is unread."""

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from wireroom.api.addresses import Addresses
from wireroom.api.reader_apps.asking import for_apps, told_as_json
from wireroom.api.reader_apps.item_numbers import microseconds
from wireroom.api.reader_apps.streams import (
    ALL,
    LABEL,
    STARRED,
    Stream,
    read_asker,
    read_stories_of,
    read_streams,
)
from wireroom.people.models import AppKey
from wireroom.reading.queries.streams import MOST_TOLD, Told

NOTHING: Final[dict[str, dict[str, Any]]] = {
    "preference/list": {"prefs": []},
    "preference/stream/list": {"streamprefs": {}},
    "friend/list": {"friends": []},
}


@for_apps
def list_streams(request: HttpRequest, key: AppKey) -> HttpResponse:
    """List a reader's streams as subscriptions."""
    asker, at = read_asker(key), Addresses(request)
    page = at.page("front", edition=asker.edition)
    icon = at.file("/favicon.ico")
    return told_as_json(
        {"subscriptions": [_subscription(one, page, icon) for one in read_streams(asker)]}
    )


@for_apps
def list_tags(request: HttpRequest, key: AppKey) -> HttpResponse:
    """List the folders, and the star."""
    streams = read_streams(read_asker(key))
    labels = dict.fromkeys(label for one in streams for label in one.labels)
    tags: list[dict[str, str]] = [{"id": STARRED}]
    tags += [{"id": LABEL + label, "type": "folder"} for label in labels]
    return told_as_json({"tags": tags})


@for_apps
def count_unread(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Count what is unread: of all, of each folder, of each stream."""
    asker = read_asker(key)
    unread = [one for one in read_stories_of(asker, ALL) or () if not one.is_seen]
    counts = [_count(ALL, unread, lambda told: True)]
    streams = read_streams(asker)
    for label in dict.fromkeys(label for one in streams for label in one.labels):
        names = {one.name for one in streams if label in one.labels}
        counts.append(_count(LABEL + label, unread, _stands_in(names)))
    counts += [_count(one.id, unread, _stands_in({one.name})) for one in streams]
    shown = [one for one in counts if one["count"]]
    return told_as_json({"max": MOST_TOLD, "unreadcounts": shown})


@for_apps
def tell_nothing(request: HttpRequest, key: AppKey, what: str) -> HttpResponse:
    """Answer what apps ask of Google's other services: there is nothing of the kind here."""
    return told_as_json(NOTHING[what])


def _subscription(one: Stream, page: str, icon: str) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "categories": [{"id": LABEL + label, "label": label} for label in one.labels],
        "url": page,
        "htmlUrl": page,
        "iconUrl": icon,
    }


def _stands_in(names: set[str]) -> Callable[[Told], bool]:
    return lambda told: not names.isdisjoint(told.streams)


def _count(stream: str, unread: list[Told], counts: Callable[[Told], bool]) -> dict[str, Any]:
    own = [one for one in unread if counts(one)]
    newest = max((microseconds(one.at) for one in own), default=0)
    return {"id": stream, "count": len(own), "newestItemTimestampUsec": str(newest)}
