"""All that was found for a search, story by story: as a page, as a table, as signed data."""

import json
from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.adapters.signing import ALGORITHM, Signer
from wireroom.news.queries.in_time import TooSlow
from wireroom.news.queries.press_review import MOST_REPORTS, PressReview, read_press_review
from wireroom.people.clients import may_ask
from wireroom.web.asked_search import as_words, asked_again, query_of, typed_words
from wireroom.web.choosing import read_choice
from wireroom.web.editions import offered
from wireroom.web.parts import page_url
from wireroom.web.press_export import as_data, as_table
from wireroom.web.respond import respond
from wireroom.web.samples import shows_sample

# Each is some twenty pages of a search: a newsroom's morning, no program's feed.
_HOURLY: Final = 120
_KEY_AGE_S: Final = 3600


@require_safe
def show_press_review(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the reports that were found by the stories they tell, to be read or printed."""
    if not may_ask(request, "press-review", hourly=_HOURLY):
        return render(request, "429.jinja", status=429)
    words = _words(request)
    review = _read(request, edition)
    asked = urlencode(asked_again(typed_words(request), read_choice(request)))
    stories = review.stories if review else ()
    return respond(
        request,
        "press_review.jinja",
        {
            "words": words,
            "review": review,
            "now": timezone.now(),
            "most": MOST_REPORTS,
            "search": f"{page_url('search')}?{asked}",
            "data": f"{page_url('press-review-json')}?{asked}",
            "table": f"{page_url('press-review-csv')}?{asked}",
        },
        title=_("Press review: %(query)s") % {"query": words} if words else _("Press review"),
        is_sample=shows_sample(one.report.outlet for story in stories for one in story.reports),
        is_indexed=False,
    )


@require_safe
def signed_press_review(request: HttpRequest, edition: str) -> HttpResponse:
    """Give a review as data with this site's signature: what it showed, and when."""

    def signed(review: PressReview) -> HttpResponse:
        words, now = _words(request), timezone.now()
        told = as_data(review, request, edition=edition, words=words, now=now)
        text = json.dumps(_signer().sign(told), ensure_ascii=False, indent=1)
        return HttpResponse(text, content_type="application/json; charset=utf-8")

    return _to_take(request, edition, "press-review.json", signed)


@require_safe
def press_review_table(request: HttpRequest, edition: str) -> HttpResponse:
    """Give a review as a table, a line a report."""

    def tabled(review: PressReview) -> HttpResponse:
        # Programs for tables take UTF-8 for such only behind its mark.
        text = f"\ufeff{as_table(review)}"
        return HttpResponse(text, content_type="text/csv; charset=utf-8")

    return _to_take(request, edition, "press-review.csv", tabled)


@require_safe
def tell_key(request: HttpRequest) -> HttpResponse:
    """Tell by which public key this site's signatures are known."""
    told = {"algorithm": ALGORITHM, "key": _signer().public_key, "name": settings.WIREROOM_NAME}
    response = JsonResponse({"signing_key": told})
    patch_cache_control(response, public=True, max_age=_KEY_AGE_S)
    return response


def _signer() -> Signer:
    return Signer(settings.WIREROOM_SIGNING_KEY)


def _words(request: HttpRequest) -> str:
    return as_words(typed_words(request), read_choice(request))


def _read(request: HttpRequest, edition: str) -> PressReview | None:
    """Return the review of what is asked for; None where it would take too long, or is nothing."""
    query = query_of(typed_words(request), read_choice(request))
    if query.is_empty:
        return None
    try:
        return read_press_review(query, langs=offered()[edition].languages)
    except TooSlow:
        return None


def _to_take(
    request: HttpRequest, edition: str, name: str, give: Callable[[PressReview], HttpResponse]
) -> HttpResponse:
    """Return the file of a review, or why there is none."""
    if not may_ask(request, "press-review", hourly=_HOURLY):
        return _too_many()
    review = _read(request, edition)
    if review is None:
        return _nothing()
    response = give(review)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, public=True, max_age=0)
    return response


def _nothing() -> HttpResponse:
    words = "name what to look for, in words that are not too common: ?q=...\n"
    return HttpResponse(words, status=422, content_type="text/plain; charset=utf-8")


def _too_many() -> HttpResponse:
    response = HttpResponse("too many within one hour\n", status=429, content_type="text/plain")
    response["Retry-After"] = "3600"
    return response
