"""Which stories a stream has, and what stands in some of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict

from wireroom.api.addresses import Addresses
from wireroom.api.reader_apps.asking import bad_question, for_apps, told_as_json
from wireroom.api.reader_apps.atom import as_atom
from wireroom.api.reader_apps.entries import tell_item
from wireroom.api.reader_apps.item_numbers import microseconds, read_number
from wireroom.api.reader_apps.streams import (
    ALL,
    FEED,
    READ,
    STARRED,
    Asker,
    own_name,
    read_asker,
    read_stories_of,
    read_streams,
)
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.coverage import Report, read_reports
from wireroom.people.models import AppKey
from wireroom.reading.queries.streams import MOST_TOLD, Told, read_told_stories

_FEW: Final = 20  # of a list that does not say how many it wants
MOST_ITEMS: Final = 250  # whole items in one answer
_LAST_SECOND: Final = datetime(9999, 1, 1, tzinfo=UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a stream an app wants; times are seconds since 1970."""

    most: int
    behind: str
    since: float
    until: float
    without: frozenset[str]
    within: frozenset[str]
    is_oldest_first: bool

    def takes(self, one: Told) -> bool:
        """Tell whether a story is among what is wanted."""
        if not self.since <= one.at.timestamp() <= self.until:
            return False
        states = {state for state, holds in ((READ, one.is_seen), (STARRED, one.is_saved)) if holds}
        return not states & self.without and self.within <= states | {ALL}


@for_apps
def list_numbers(request: HttpRequest, key: AppKey) -> HttpResponse:
    """List the numbers of a stream's stories, by which apps find what they have not."""
    stream = own_name(request.GET.get("s", ALL))
    found = read_stories_of(read_asker(key), stream)
    if found is None:
        return bad_question("s: there is no such stream", 404)
    page, onward = _cut(found, read_wanted(request.GET, most=MOST_TOLD))
    refs = [
        {
            "id": str(one.story.id),
            "directStreamIds": [FEED + name for name in one.streams],
            "timestampUsec": str(microseconds(one.at)),
        }
        for one in page
    ]
    return told_as_json({"itemRefs": refs, **onward})


@for_apps
def show_stream(request: HttpRequest, key: AppKey, stream: str = "") -> HttpResponse:
    """Show a stream's stories whole."""
    asker, stream = read_asker(key), own_name(stream or request.GET.get("s", ALL))
    found = read_stories_of(asker, stream)
    if found is None:
        return bad_question("there is no such stream", 404)
    page, onward = _cut(found, read_wanted(request.GET, most=MOST_ITEMS))
    return _tell(request, asker, stream, page, onward)


@for_apps
def show_stream_as_atom(request: HttpRequest, key: AppKey, stream: str) -> HttpResponse:
    """Show a stream's stories as an Atom feed."""
    asker, stream = read_asker(key), own_name(stream)
    found = read_stories_of(asker, stream)
    if found is None:
        return bad_question("there is no such stream", 404)
    page, _onward = _cut(found, read_wanted(request.GET, most=MOST_ITEMS))
    titles = _titles(asker)
    items = _whole(page, asker, Addresses(request), titles)
    front = Addresses(request).page("front", edition=asker.edition)
    return as_atom(
        items, stream=stream, title=titles.get(stream.removeprefix(FEED), ""), page=front
    )


@for_apps
def show_items(request: HttpRequest, key: AppKey) -> HttpResponse:
    """Show some stories whole, by their numbers; what is not there is left out."""
    told = request.POST.getlist("i") or request.GET.getlist("i")
    numbers = [number for one in told[:MOST_ITEMS] if (number := read_number(one)) is not None]
    asker = read_asker(key)
    # In which of the reader's streams they stand, which one read of all of them tells.
    streams = {one.story.id: one for one in read_stories_of(asker, ALL) or ()}
    others = [number for number in numbers if number not in streams]
    rest = read_told_stories(key.person, others, asker.hiding) if others else []
    known = streams | {one.story.id: one for one in rest}
    page = [known[number] for number in dict.fromkeys(numbers) if number in known]
    return _tell(request, asker, ALL, page, {})


def read_wanted(asked: QueryDict, *, most: int) -> Wanted:
    """Return which part is asked for; what cannot be read is as if it were not said."""
    return Wanted(
        most=min(_number(asked.get("n"), _FEW) or _FEW, most),
        behind=asked.get("c", ""),
        since=_number(asked.get("ot"), 0),
        until=_number(asked.get("nt"), 0) or _LAST_SECOND,
        without=frozenset(map(own_name, asked.getlist("xt"))),
        within=frozenset(map(own_name, asked.getlist("it"))),
        is_oldest_first=asked.get("r") == "o",
    )


def _number(told: str | None, otherwise: int) -> int:
    told = (told or "").strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) < 13 else otherwise


def _cut(found: Sequence[Told], wanted: Wanted) -> tuple[list[Told], dict[str, str]]:
    """Return a page of the stories that are wanted, and behind which of them the next begins.

    By time and number, so that what is read meanwhile, or comes in, moves nothing.
    """
    own = sorted((one for one in found if wanted.takes(one)), key=_place)
    if not wanted.is_oldest_first:
        own.reverse()
    if behind := _read_place(wanted.behind):
        oldest_first = wanted.is_oldest_first
        own = [
            one for one in own if (_place(one) > behind) is oldest_first and _place(one) != behind
        ]
    page = own[: wanted.most]
    more = len(own) > len(page)
    return page, {"continuation": "-".join(map(str, _place(page[-1])))} if more else {}


def _place(one: Told) -> tuple[int, int]:
    return microseconds(one.at), one.story.id


def _read_place(told: str) -> tuple[int, int] | None:
    at, _, story = told.partition("-")
    if not (at.isascii() and at.isdigit() and story.isascii() and story.isdigit()):
        return None
    return (int(at), int(story)) if len(told) < 60 else None


def _tell(
    request: HttpRequest, asker: Asker, stream: str, page: Sequence[Told], onward: dict[str, str]
) -> HttpResponse:
    titles = _titles(asker)
    told: dict[str, Any] = {
        "id": stream,
        "title": titles.get(stream.removeprefix(FEED), ""),
        "updated": max((int(one.at.timestamp()) for one in page), default=0),
        "items": _whole(page, asker, Addresses(request), titles),
    }
    return told_as_json({**told, **onward})


def _titles(asker: Asker) -> dict[str, str]:
    return {one.name: one.title for one in read_streams(asker)}


def _whole(
    page: Sequence[Told], asker: Asker, at: Addresses, titles: dict[str, str]
) -> list[dict[str, Any]]:
    leads = read_reports(one.story.lead.id for one in page if one.story.lead)
    return [tell_item(one, _lead(one, leads), asker, at, titles) for one in page]


def _lead(one: Told, leads: Mapping[int, Report]) -> ReportCard | None:
    """Return the report that leads a story, with what of it opens an entry and its picture."""
    found = leads.get(one.story.lead.id) if one.story.lead else None
    return found.card if found else None
