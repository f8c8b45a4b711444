"""A page's card: its headline as a picture, for those who share the page."""

import logging
from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from wireroom.adapters.cards.press import Card, has_fonts
from wireroom.engine.errors import PictureFailed
from wireroom.news.queries.article import read_article
from wireroom.news.queries.cards import story_card
from wireroom.news.queries.mends import Withdrawn
from wireroom.news.queries.story import MovedTo, find_story
from wireroom.news.queries.wrap_up import read_wrap_up
from wireroom.web.cards import (
    card_key,
    card_path,
    card_press,
    report_face,
    story_face,
    wrap_up_face,
)
from wireroom.web.editions import offered
from wireroom.web.respond import lead_on
from wireroom.web.views.podcast import name_wrap_up, past_day

log = logging.getLogger(__name__)

# What a card says never changes at its address, but what an outlet takes back is to leave caches
# in front of us within a day.
_KEPT_S: Final = 86_400
_AGAIN_S: Final = 5


@require_safe
def show_story_card(request: HttpRequest, edition: str, story_id: int, key: str) -> HttpResponse:
    """Show a story's card; of a merged one, that of the story it went into."""
    story = find_story(story_id)
    if isinstance(story, MovedTo):
        story_id = story.story_id
        story = find_story(story_id)
    if story is None or isinstance(story, Withdrawn | MovedTo):
        raise Http404
    return _show("story-card", story_id, key, story_face(story_card(story)))


@require_safe
def show_article_card(
    request: HttpRequest, edition: str, article_id: int, key: str
) -> HttpResponse:
    """Show a report's card."""
    page = read_article(article_id)
    if page is None:
        raise Http404
    return _show("article-card", article_id, key, report_face(page.report))


@require_safe
def show_wrap_up_card(request: HttpRequest, edition: str, day: date, key: str) -> HttpResponse:
    """Show the card of a day's wrap-up; a day that brought nothing has none."""
    here = offered()[edition]
    wrap_up = read_wrap_up(here.languages, past_day(day), country=here.country)
    if not wrap_up.stories:
        raise Http404
    face = wrap_up_face(name_wrap_up(day), len(wrap_up.stories))
    return _show("wrap-up-card", day, key, face)


def _show(kind: str, of: int | date, key: str, face: Card) -> HttpResponse:
    """Draw the card that is asked for by what it says; lead on to it by any other key.

    So nobody has more drawn than there are stories, reports and days, each in each edition once.
    """
    if not has_fonts():
        raise Http404
    if key != card_key(face):
        return lead_on(card_path(kind, of, face))
    try:
        response = HttpResponse(card_press().get(key, face), content_type="image/png")
    except PictureFailed as failed:
        log.warning("card of %s %s: %s", kind, of, failed)
        if failed.permanent:
            raise Http404 from failed
        return HttpResponse(status=503, headers={"Retry-After": str(_AGAIN_S)})
    patch_cache_control(response, public=True, max_age=_KEPT_S, immutable=True)
    response.headers["X-Robots-Tag"] = "noindex"  # search engines are to find the page
    return response
