"""Searching the archive."""

from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.engine.search.query import Query
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.queries.search import SearchPage, search_best, search_newest
from wireroom.web.asked_search import as_words, asked_again, query_of, typed_words
from wireroom.web.choosing import days_of, more_fields, read_choice
from wireroom.web.editions import offered
from wireroom.web.feeds import feed_of_reports
from wireroom.web.parts import page_url
from wireroom.web.respond import respond
from wireroom.web.row_numbers import row_number
from wireroom.web.samples import shows_sample
from wireroom.web.search_words import PERIODS, say_trouble
from wireroom.web.suggesting import suggest

_FEED_AGE_S: Final = 300
_SUGGESTED_AGE_S: Final = 60
_DAY_S: Final = 86_400


@require_safe
def show_search(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what was found for ?q within what is chosen beside it; ?sort=new by time."""
    typed, choice = typed_words(request), read_choice(request)
    query = query_of(typed, choice)
    by_age = request.GET.get("sort") == "new" or not query.parts
    before = row_number(request.GET.get("before", ""))
    page = _search(query, edition, by_age=by_age, before=before)
    asked = asked_again(typed, choice)
    return respond(
        request,
        "search.jinja",
        {
            "page": page or SearchPage(hits=()),
            "is_too_slow": page is None,
            "typed": typed,
            "words": as_words(typed, choice),
            "lang": choice.lang,
            "since": str(choice.days or ""),
            "fields": more_fields(choice),
            "days": days_of(choice),
            "by_age": by_age,
            "is_asked": not query.is_empty,
            "is_older": before is not None,
            "troubles": [say_trouble(*one) for one in query.troubles],
            "periods": [(value, str(name)) for value, name in PERIODS],
            "newest": f"?{urlencode({**asked, 'sort': 'new'})}",
            "best": f"?{urlencode(asked)}" if query.parts else "",
            "shared": _shared(request),
            "feed": f"{page_url('search-feed')}?{urlencode(asked)}" if asked else "",
            "review": f"{page_url('press-review')}?{urlencode(asked)}" if asked else "",
        },
        title=_("Search: %(query)s") % {"query": typed} if typed else _("Search"),
        is_sample=shows_sample(hit.report.outlet for hit in (page.hits if page else ())),
        is_indexed=False,
    )


def _shared(request: HttpRequest) -> str:
    """Return the address that another app shared: it can be read here where the host lets one."""
    if settings.WIREROOM_SEND == "off":
        return ""
    told = f"{request.GET.get('url', '')} {request.GET.get('text', '')}".split()
    address = next((word for word in told if word.startswith(("https://", "http://"))), "")
    return f"{page_url('mine-send')}?{urlencode({'url': address})}" if address else ""


@require_safe
def search_feed(request: HttpRequest, edition: str) -> HttpResponse:
    """Give the newest reports of a search as a feed: a search that a reader comes back to."""
    typed, choice = typed_words(request), read_choice(request)
    asked = urlencode(asked_again(typed, choice))
    page = _search(query_of(typed, choice), edition, by_age=True, before=None)
    return feed_of_reports(
        request,
        (hit.report for hit in (page.hits if page else ())),
        title=_("Search: %(query)s") % {"query": as_words(typed, choice)},
        page=f"{page_url('search')}?{asked}",
        address=f"{page_url('search-feed')}?{asked}",
        age_s=_FEED_AGE_S,
    )


@require_safe
def suggest_search(request: HttpRequest, edition: str) -> HttpResponse:
    """Give topics that ?q may mean, as the OpenSearch suggestions extension 1.1 has it."""
    typed = typed_words(request)
    found = suggest(typed, edition, now=timezone.now())
    urls = [request.build_absolute_uri(one.url) for one in found]
    told = [typed, [one.name for one in found], [one.kind for one in found], urls]
    response = JsonResponse(told, safe=False, content_type="application/x-suggestions+json")
    patch_cache_control(response, public=True, max_age=_SUGGESTED_AGE_S)
    return response


@require_safe
def describe_search(request: HttpRequest, edition: str) -> HttpResponse:
    """Tell browsers how this site is searched (OpenSearch 1.1), so that they offer it."""
    named = {
        "address": request.build_absolute_uri(page_url("search")),
        "suggesting": request.build_absolute_uri(page_url("search-suggest")),
        "edition": edition,
    }
    described = render_to_string("opensearch.xml.jinja", named)
    kind = "application/opensearchdescription+xml"
    response = HttpResponse(described, content_type=kind)
    patch_cache_control(response, public=True, max_age=_DAY_S)
    return response


def _search(query: Query, edition: str, *, by_age: bool, before: int | None) -> SearchPage | None:
    """Return what was found; None where the database would take too long."""
    languages = offered()[edition].languages
    if query.is_empty:
        return SearchPage(hits=())
    try:
        if by_age:
            return search_newest(query, langs=languages, before=before)
        return search_best(query, langs=languages, now=timezone.now())
    except TooSlow:
        return None
