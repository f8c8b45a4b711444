"""How groups of outlets tell a story, and which stories some of them do not tell."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.gaps import read_uneven
from wireroom.news.queries.perspectives import read_story_perspectives
from wireroom.web.editions import offered
from wireroom.web.respond import respond
from wireroom.web.samples import shows_sample
from wireroom.web.story_opening import open_story


@require_safe
def show_perspectives(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show how groups of outlets tell a story, by the axis that a reader chose."""
    story = open_story(request, "perspectives", story_id)
    if isinstance(story, HttpResponse):
        return story
    page = read_story_perspectives(story, request.GET.get("axis", ""))
    groups = page.view.groups if page.view else ()
    cited = [one.cited for group in groups for one in group.findings]
    cited += [group.opening for group in groups if group.opening]
    lead = page.story.lead
    return respond(
        request,
        "perspectives.jinja",
        {"page": page},
        title=_("Perspectives: %(headline)s") % {"headline": page.story.headline},
        is_sample=shows_sample(
            [*(one.report.outlet for one in cited), *([lead.outlet] if lead else [])]
        ),
        is_indexed=False,
    )


@require_safe
def show_gaps(request: HttpRequest, edition: str) -> HttpResponse:
    """Show the day's stories that some kinds of outlets hardly tell, or tell alone."""
    axis = request.GET.get("axis", "")
    page = read_uneven(offered()[edition].languages, axis=axis, now=timezone.now())
    leads = (one.story.lead for one in page.stories)
    return respond(
        request,
        "gaps.jinja",
        {"page": page, "axis": axis},
        title=_("Gaps in the coverage"),
        is_sample=shows_sample(lead.outlet for lead in leads if lead),
    )
