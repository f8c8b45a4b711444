"""The front of an edition, of now and of days past."""

from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.cursors import RankCursor, read_rank_cursor
from wireroom.news.queries.front import (
    FrontPage,
    front_of,
    read_front,
    read_front_rows,
    read_past_front,
)
from wireroom.web.editions import offered
from wireroom.web.feeds import feed_of_stories
from wireroom.web.front_layout import lay_out
from wireroom.web.keeping import show_kept
from wireroom.web.parts import page_url
from wireroom.web.respond import lead_on, own_path, respond
from wireroom.web.samples import tells_sample
from wireroom.web.times import written_day
from wireroom.web.views.podcast import asked_day, past_day


@require_safe
def show_front(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the stories of now; with ?before, the older ones that follow there.

    While others write, a front is still the same where its rows are.
    """
    languages, country = offered()[edition].languages, offered()[edition].country
    before = read_rank_cursor(request.GET.get("before", ""))
    if before is not None:
        older = read_front(languages, country=country, before=before)
        return _show(request, edition, older, before=before)
    if own_path(request) != request.path:
        return _show(request, edition, read_front(languages, country=country))
    return show_kept(
        request,
        # None of a newsroom that is being set up: there they do not tell all.
        rows=lambda: read_front_rows(languages, country=country) or None,
        make=lambda rows: _show(request, edition, front_of(rows or ())),
    )


def _show(
    request: HttpRequest, edition: str, front: FrontPage, *, before: RankCursor | None = None
) -> HttpResponse:
    title = (
        _("Older stories")
        if before
        else _("%(site)s: today’s stories, each once") % {"site": settings.WIREROOM_NAME}
    )
    return respond(
        request,
        "older.jinja" if before else "front.jinja",
        {
            "front": front,
            "layout": lay_out(front.stories),
            "today": timezone.now(),
            "before": timezone.now().date() - timedelta(days=1),
            "edition_name": offered()[edition].name,
        },
        title=title,
        description=_(
            "One page per event, every outlet’s report side by side, and what is wire copy."
        ),
        is_sample=tells_sample(front.stories),
        is_indexed=before is None,
        is_of_country=True,
    )


@require_safe
def front_feed(request: HttpRequest, edition: str) -> HttpResponse:
    """Give the stories of now as a feed."""
    here = offered()[edition]
    front = read_front(here.languages, country=here.country)
    return feed_of_stories(
        request,
        front.stories,
        title=_("%(site)s: today’s stories, each once") % {"site": settings.WIREROOM_NAME},
        page=page_url("front"),
        address=page_url("front-feed"),
    )


@require_safe
def show_past_front(request: HttpRequest, edition: str, day: date) -> HttpResponse:
    """Show the stories of a day that has begun, laid out as a front."""
    day = past_day(day)
    here = offered()[edition]
    front = read_past_front(here.languages, day, country=here.country)
    after = day + timedelta(days=1)
    return respond(
        request,
        "past_front.jinja",
        {
            "front": front,
            "layout": lay_out(front.stories),
            "day": day,
            "before": day - timedelta(days=1),
            "after": after if after <= timezone.now().date() else None,
            "last": timezone.now().date(),
        },
        title=_("The front page of %(day)s") % {"day": written_day(day)},
        is_sample=tells_sample(front.stories),
        is_indexed=bool(front.stories),
        is_of_country=True,
    )


@require_safe
def find_past_front(request: HttpRequest, edition: str) -> HttpResponse:
    """Lead to the front of ?day; to that of now where it names none that has begun."""
    day = asked_day(request)
    return lead_on(page_url("past-front", day=day.isoformat()) if day else page_url("front"))
