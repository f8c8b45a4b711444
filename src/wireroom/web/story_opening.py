"""The story that a page is of, or the answer that stands for the page."""

from django.http import Http404, HttpRequest, HttpResponse

from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.mends import Withdrawn
from wireroom.news.queries.story import MovedTo, find_story
from wireroom.web.parts import page_url
from wireroom.web.respond import lead_on, respond_gone


def open_story(request: HttpRequest, page: str, story_id: int) -> StoryRow | HttpResponse:
    """Return the story, or the answer that stands for a page of it: moved, or withdrawn.

    Whoever asks for a merged one is led on for now: a merge may be undone.
    """
    story = find_story(story_id)
    if story is None:
        raise Http404
    if isinstance(story, MovedTo):
        query = request.GET.urlencode()
        there = page_url(page, story_id=story.story_id)
        return lead_on(f"{there}?{query}" if query else there)
    return respond_gone(request) if isinstance(story, Withdrawn) else story
