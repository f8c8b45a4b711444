"""Editions, fronts, wrap-ups and searches."""

from datetime import date
from typing import Final, Literal

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import P, QueryEx, Router

from wireroom.api import shapes
from wireroom.api.addresses import Addresses
from wireroom.api.asked import Asked, Refused, read_edition
from wireroom.api.told import tell_story
from wireroom.api.told_others import tell_hit, tell_wrap_up
from wireroom.engine.search.query import MOST_CHARS, last_days, parse_query
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.cursors import read_rank_cursor
from wireroom.news.queries.front import FrontPage, read_front, read_past_front
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.queries.search import SearchPage, search_best, search_newest
from wireroom.news.queries.wrap_up import read_wrap_up

router: Final = Router(tags=["lists"])
_MOST_TYPED: Final = 4 * MOST_CHARS
_FIRST_DAY: Final = date(1970, 1, 1)
_Edition = QueryEx[str, P(description="its code; without one the site's first")]


@router.get("/editions", response=list[shapes.Edition])
def editions(request: HttpRequest) -> list[shapes.Edition]:
    """The fronts that this site offers."""
    at = Addresses(request)
    front = at.page("front", lang="")
    first = settings.WIREROOM_EDITIONS[0]
    return [
        shapes.Edition(
            code=code,
            lang=code.partition("-")[0],
            country=code.partition("-")[2].upper(),
            url=f"{front.removesuffix(f'{first}/')}{code}/",
        )
        for code in settings.WIREROOM_EDITIONS
    ]


@router.get("/front", response=shapes.Stories)
def front(
    request: HttpRequest,
    edition: _Edition = "",
    before: QueryEx[str, P(description="from `next`: the stories behind a page")] = "",
    day: QueryEx[date | None, P(description="a day past, of UTC, instead of now")] = None,
) -> shapes.Stories:
    """The stories of now or of a day, the foremost first, each once."""
    here, at = read_edition(edition), Addresses(request)
    page = _past(here, day) if day else _now(here, before)
    return shapes.Stories(
        stories=[tell_story(one, at) for one in page.stories],
        next=at.onward(before=page.older) if page.older else None,
    )


def _now(here: Asked, before: str) -> FrontPage:
    cursor = read_rank_cursor(before)
    if before and cursor is None:
        raise Refused(422, "before: take it from `next`")
    return read_front(here.languages, country=here.country, before=cursor)


def _past(here: Asked, day: date) -> FrontPage:
    return read_past_front(here.languages, _begun(day), country=here.country)


def _begun(day: date) -> date:
    if not _FIRST_DAY <= day <= timezone.now().date():
        raise Refused(404, "that day has not begun, or was before there was news here")
    return day


@router.get("/wrap-ups/{day}", response=shapes.WrapUp)
def wrap_up(request: HttpRequest, day: date, edition: _Edition = "") -> shapes.WrapUp:
    """What a day brought: its foremost stories in sentences of their reports."""
    here = read_edition(edition)
    page = read_wrap_up(here.languages, _begun(day), country=here.country)
    return tell_wrap_up(page, Addresses(request))


@router.get("/search", response=shapes.Found)
def search(
    request: HttpRequest,
    q: QueryEx[str, P(max_length=_MOST_TYPED, description="as in the search of the site")],
    edition: _Edition = "",
    sort: QueryEx[
        Literal["best", "new"], P(description="the best of the latest, or by time")
    ] = "best",
    before: QueryEx[int | None, P(ge=0, lt=10**18, description="from `next`, of sort=new")] = None,
) -> shapes.Found:
    """Reports that hold the words; operators as the site explains them (topic:, is:own)."""
    here, at = read_edition(edition), Addresses(request)
    page = _found(q, here, by_age=sort == "new" or before is not None, before=before)
    return shapes.Found(
        hits=[tell_hit(one, at) for one in page.hits],
        next=at.onward(before=page.older, sort="new") if page.older is not None else None,
    )


def _found(typed: str, here: Asked, *, by_age: bool, before: int | None) -> SearchPage:
    query = last_days(parse_query(one_line(typed)), today=timezone.now().date())
    if query.is_empty:
        return SearchPage(hits=())
    try:
        if by_age or not query.parts:
            return search_newest(query, langs=here.languages, before=before)
        return search_best(query, langs=here.languages, now=timezone.now())
    except TooSlow as error:
        raise Refused(503, "that search takes too long: add a word, or ask for sort=new") from error
