"""A story's comments, as everybody reads them: a page, a feed, and each comment's address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.news.queries.cards import story_card
from wireroom.news.queries.story import MovedTo, find_story
from wireroom.talk.queries.family import read_talk
from wireroom.talk.queries.thread import read_comment, read_latest, read_thread
from wireroom.web.feeds import begin_feed, end_feed
from wireroom.web.parts import page_url
from wireroom.web.respond import lead_on, respond
from wireroom.web.row_numbers import row_number
from wireroom.web.story_opening import open_story
from wireroom.web.talk_parts import comment_html
from wireroom.web.talking import only_with_comments, thread_url

# A conversation is slower than the news, and a feed's readers ask every few minutes.
_FEED_AGE_S = 300


@require_safe
@only_with_comments
def show_comments(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Show a page of a story's comments, from the one that the address names."""
    story = open_story(request, "comments", story_id)
    if isinstance(story, HttpResponse):
        return story
    start = row_number(request.GET.get("from", ""))
    page = read_thread(read_talk(story_id), start=start)
    return respond(
        request,
        "comments.jinja",
        {"page": page, "story": story_card(story)},
        title=_("Comments: %(headline)s") % {"headline": story.headline},
        is_indexed=start is None and page.may_be_found(now=timezone.now()),
    )


@require_safe
@only_with_comments
def comments_feed(request: HttpRequest, edition: str, story_id: int) -> HttpResponse:
    """Give a story's latest comments as a feed."""
    story = open_story(request, "comments-feed", story_id)
    if isinstance(story, HttpResponse):
        return story
    feed = begin_feed(
        request,
        _("Comments: %(headline)s") % {"headline": story.headline},
        page_url("comments", story_id=story_id),
        page_url("comments-feed", story_id=story_id),
    )
    for one in read_latest(read_talk(story_id)):
        here = request.build_absolute_uri(page_url("comment", comment_id=one.id))
        name = one.author.name if one.author else ""
        feed.add_item(
            title=name, link=here, description=comment_html(one.text, one.lang), unique_id=here,
            author_name=name, pubdate=one.made_at, updateddate=one.edited_at or one.made_at,
        )  # fmt: skip
    return end_feed(feed, _FEED_AGE_S)


@require_safe
@only_with_comments
def show_comment(request: HttpRequest, edition: str, comment_id: int) -> HttpResponse:
    """Lead to where a comment stands now, whatever became of the story it was written on."""
    comment = read_comment(comment_id)
    if comment is None:
        raise Http404
    story = find_story(comment.story_id)
    there = story.story_id if isinstance(story, MovedTo) else comment.story_id
    return lead_on(thread_url(comment, there))
