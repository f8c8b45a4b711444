"""What a day brought, in ten stories: as a page, as plain text, and as a feed."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.wrap_up import WrapUp, read_wrap_up, read_wrap_ups
from wireroom.web.cards import shared_card, wrap_up_face
from wireroom.web.editions import current_edition, offered
from wireroom.web.feeds import begin_feed, end_feed
from wireroom.web.parts import page_url
from wireroom.web.respond import SharedImage, lead_on, respond
from wireroom.web.samples import tells_sample
from wireroom.web.spoken import current_speaker
from wireroom.web.views.podcast import (
    asked_day,
    audio_url,
    is_over,
    name_wrap_up,
    past_day,
)

# A feed is asked every quarter of an hour by many readers, and changes once a day.
_FEED_AGE_S: Final = 900
_FEED_DAYS: Final = 7


@require_safe
def show_today(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what today has brought so far; before it has brought anything, yesterday.

    With ?day, lead to the wrap-up of that day.
    """
    if (day := asked_day(request)) is not None:
        return lead_on(page_url("wrap-up-of", day=day.isoformat()))
    today = timezone.now().date()
    wrap_up = _read(edition, today)
    if wrap_up.stories:
        return _show(request, wrap_up)
    return _show(request, _read(edition, today - timedelta(days=1)))


@require_safe
def show_wrap_up(request: HttpRequest, edition: str, day: date) -> HttpResponse:
    """Show what a day brought."""
    return _show(request, _read(edition, past_day(day)))


@require_safe
def wrap_up_text(request: HttpRequest, edition: str, day: date) -> HttpResponse:
    """Give a day's wrap-up as text, to be mailed or read aloud."""
    wrap_up = _read(edition, past_day(day))
    text = render_to_string("wrap_up.txt.jinja", _context(request, wrap_up), request)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=_FEED_AGE_S)
    return response


@require_safe
def wrap_up_feed(request: HttpRequest, edition: str) -> HttpResponse:
    """Give the wrap-ups of the last days, one entry a day that has ended."""
    feed = begin_feed(
        request,
        _("%(site)s: the day’s wrap-up") % {"site": settings.WIREROOM_NAME},
        page_url("wrap-up"),
        page_url("wrap-up-feed"),
    )
    today = timezone.now().date()
    here = offered()[edition]
    for wrap_up in read_wrap_ups(
        here.languages, country=here.country, before=today, days=_FEED_DAYS
    ):
        address = request.build_absolute_uri(page_url("wrap-up-of", day=wrap_up.day.isoformat()))
        ended = datetime.combine(wrap_up.day + timedelta(days=1), time(), UTC)
        feed.add_item(
            title=name_wrap_up(wrap_up.day),
            link=address,
            description=render_to_string(
                "wrap_up_entry.jinja", _context(request, wrap_up), request
            ),
            unique_id=address,
            pubdate=ended,
            updateddate=ended,
        )
    return end_feed(feed, _FEED_AGE_S)


def _read(edition: str, day: date) -> WrapUp:
    here = offered()[edition]
    return read_wrap_up(here.languages, day, country=here.country)


def _show(request: HttpRequest, wrap_up: WrapUp) -> HttpResponse:
    day, edition = wrap_up.day, current_edition()
    speaks = current_speaker(edition) is not None
    return respond(
        request,
        "wrap_up.jinja",
        {
            **_context(request, wrap_up),
            "before": day - timedelta(days=1),
            "last": timezone.now().date(),
            "has_podcast": speaks,
            "audio": audio_url(wrap_up, edition) if speaks and is_over(day) else "",
        },
        title=name_wrap_up(day),
        description=", ".join(one.story.headline for one in wrap_up.stories[:3]),
        canonical=request.build_absolute_uri(page_url("wrap-up-of", day=day.isoformat())),
        image=_image(request, wrap_up),
        is_sample=tells_sample(one.story for one in wrap_up.stories),
        is_of_country=True,
    )


def _image(request: HttpRequest, wrap_up: WrapUp) -> SharedImage | None:
    """Return the wrap-up's card; a day that brought nothing has none."""
    if not wrap_up.stories:
        return None
    face = wrap_up_face(name_wrap_up(wrap_up.day), len(wrap_up.stories))
    return shared_card(request, "wrap-up-card", wrap_up.day, face)


def _context(request: HttpRequest, wrap_up: WrapUp) -> dict[str, object]:
    return {
        "wrap_up": wrap_up,
        "title": name_wrap_up(wrap_up.day),
        "absolute": request.build_absolute_uri,
    }
