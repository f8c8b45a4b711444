"""The front of an edition."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.cursors import read_rank_cursor
from wireroom.news.queries.front import FrontPage, read_front
from wireroom.web.editions import EDITIONS
from wireroom.web.front_layout import lay_out
from wireroom.web.respond import respond


@require_safe
def show_front(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the stories of now; with ?before, the older ones that follow there."""
    before = read_rank_cursor(request.GET.get("before", ""))
    front = read_front(EDITIONS[edition].languages, before=before)
    name = EDITIONS[edition].name
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
            "edition_name": name,
        },
        title=title,
        description=_(
            "One page per event, every outlet’s report side by side, and what is wire copy."
        ),
        is_sample=_is_sample(front),
        is_indexed=before is None,
    )


def _is_sample(front: FrontPage) -> bool:
    return any(story.lead and story.lead.outlet.is_sample for story in front.stories)
