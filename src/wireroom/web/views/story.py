"""A story, and why its articles stand together."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.engine.insight.ask.question import LONGEST
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.asking import answer_question
from wireroom.news.queries.brief import read_story_quotes
from wireroom.news.queries.cards import ReportCard, StoryCard
from wireroom.news.queries.grouping import GroupingPage, read_grouping
from wireroom.news.queries.standing import read_local
from wireroom.news.queries.story import StoryPage, read_story
from wireroom.news.queries.topics import read_tags
from wireroom.web.cards import shared_card, story_face
from wireroom.web.editions import current_edition
from wireroom.web.feeds import feed_of_reports
from wireroom.web.keeping import keep_unchanged
from wireroom.web.parts import page_url
from wireroom.web.pictures import shared_picture
from wireroom.web.plots import plot_coverage
from wireroom.web.respond import SharedImage, respond
from wireroom.web.samples import tells_sample
from wireroom.web.story_opening import open_story
from wireroom.web.talking import talk_of


@require_safe
@keep_unchanged
def show_story(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show one event: its reports, whose text each is, and what it belongs to."""
    story = open_story(request, "story", story_id)
    if isinstance(story, HttpResponse):
        return story
    page = read_story(story, page=_page_number(request))
    lead = page.story.lead
    return respond(
        request,
        "story.jinja",
        {"page": page, "plot": plot_coverage(page.moments), "talk": talk_of(story.id)},
        title=page.story.headline,
        description=lead.opening.text if lead else "",
        kind="article",
        image=_image(request, page.story),
        is_sample=_story_is_sample(page),
    )


@require_safe
def story_feed(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Give a story's reports as a feed, the latest first."""
    story = open_story(request, "story-feed", story_id)
    if isinstance(story, HttpResponse):
        return story
    page = read_story(story, page=1)
    return feed_of_reports(
        request,
        sorted(_reports(page), key=lambda report: report.times.sort_at, reverse=True),
        title=page.story.headline,
        page=page_url("story", story_id=story_id),
        address=page_url("story-feed", story_id=story_id),
    )


@require_safe
@keep_unchanged
def show_grouping(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show why the story's articles stand together, in order of time."""
    story = open_story(request, "grouping", story_id)
    if isinstance(story, HttpResponse):
        return story
    page = read_grouping(story, page=_page_number(request))
    return respond(
        request,
        "grouping.jinja",
        {"page": page, "local": read_local(story.id, current_edition().country)},
        title=_("About this grouping: %(headline)s") % {"headline": page.story.headline},
        is_sample=_grouping_is_sample(page),
        is_indexed=False,
    )


@require_safe
@keep_unchanged
def show_quotes(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show everything that the story's reports quote."""
    story = open_story(request, "quotes", story_id)
    if isinstance(story, HttpResponse):
        return story
    page = read_story_quotes(story)
    return respond(
        request,
        "quotes.jinja",
        {"page": page, "people": read_tags(story.id).people},
        title=_("Who said what: %(headline)s") % {"headline": page.story.headline},
        is_sample=tells_sample([page.story]),
        is_indexed=False,
    )


@require_safe
def show_ask(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show what the story's reports answer to a reader's question."""
    story = open_story(request, "ask", story_id)
    if isinstance(story, HttpResponse):
        return story
    question, before = (_typed(request, name) for name in ("q", "after"))
    page = answer_question(story, question, (before,) if before else ())
    return respond(
        request,
        "ask.jinja",
        {"page": page},
        title=_("Ask about this story: %(headline)s") % {"headline": page.story.headline},
        is_sample=tells_sample([page.story]),
        is_indexed=False,
    )


def _image(request: HttpRequest, story: StoryCard) -> SharedImage | None:
    """Return the story's card; where none can be drawn, the picture of its lead."""
    card = shared_card(request, "story-card", story.id, story_face(story))
    lead = story.lead
    return card or (shared_picture(request, lead.id, lead.image_url) if lead else None)


def _typed(request: HttpRequest, name: str) -> str:
    """Return what a reader typed on one line, as much of it as is read."""
    return one_line(request.GET.get(name, "")[:LONGEST])


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _reports(page: StoryPage) -> Iterator[ReportCard]:
    for strand in page.strands:
        yield strand.report
        yield from (carrier.report for carrier in strand.carriers)


def _story_is_sample(page: StoryPage) -> bool:
    return any(report.outlet.is_sample for report in _reports(page))


def _grouping_is_sample(page: GroupingPage) -> bool:
    return any(place.report.outlet.is_sample for place in page.places)
