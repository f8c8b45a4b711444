"""Pages as Atom feeds (RFC 4287): stories, reports and quotes, in their outlets' own words."""

from collections.abc import Iterable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed

from wireroom.news.queries.brief import ShownQuote
from wireroom.news.queries.cards import ReportCard, StoryCard
from wireroom.web.citing import cite_url
from wireroom.web.direction import plain_text
from wireroom.web.editions import current_edition
from wireroom.web.parts import page_url

# Feeds are asked for every quarter of an hour by many readers.
_AGE_S: Final = 900
# Of a quote as a headline; the whole of it stands in the entry.
_TITLE_CHARS: Final = 120


def feed_of_stories(
    request: HttpRequest, stories: Iterable[StoryCard], *, title: str, page: str, address: str
) -> HttpResponse:
    """Return a feed with an entry for each story; `address` is its own path, `page` the page's."""
    feed = begin_feed(request, title, page, address)
    for story in stories:
        url = request.build_absolute_uri(page_url("story", story_id=story.id))
        feed.add_item(
            title=plain_text(story.headline),
            link=url,
            description=render_to_string("topic_entry.jinja", {"story": story}, request),
            unique_id=url,
            author_name=story.lead.outlet.name if story.lead else None,
            pubdate=story.first_at,
            updateddate=story.last_at,
        )
    return end_feed(feed, _AGE_S)


def feed_of_reports(
    request: HttpRequest,
    reports: Iterable[ReportCard],
    *,
    title: str,
    page: str,
    address: str,
    age_s: int = _AGE_S,
) -> HttpResponse:
    """Return a feed with an entry for each report, that may be kept for so many seconds."""
    feed = begin_feed(request, title, page, address)
    for report in reports:
        url = request.build_absolute_uri(page_url("article", article_id=report.id))
        feed.add_item(
            title=plain_text(report.headline),
            link=url,
            description=plain_text(report.opening.text),
            unique_id=url,
            author_name=report.outlet.name,
            pubdate=report.times.sort_at,
            updateddate=report.times.updated_at or report.times.sort_at,
        )
    return end_feed(feed, age_s)


def feed_of_quotes(
    request: HttpRequest,
    quotes: Iterable[tuple[ShownQuote, StoryCard]],
    *,
    title: str,
    page: str,
    address: str,
) -> HttpResponse:
    """Return a feed with an entry for each quote, of the story that it stands beside."""
    feed = begin_feed(request, title, page, address)
    for quote, story in quotes:
        cited = quote.cited
        url = request.build_absolute_uri(page_url("article", article_id=cited.report.id))
        feed.add_item(
            title=_as_title(plain_text(cited.text)),
            link=request.build_absolute_uri(cite_url(cited)),
            description=render_to_string(
                "quote_entry.jinja",
                {"quote": quote, "story": story, "absolute": request.build_absolute_uri},
                request,
            ),
            unique_id=f"{url}#{cited.start}-{cited.end}",
            author_name=cited.report.outlet.name,
            pubdate=cited.report.times.sort_at,
            updateddate=cited.report.times.sort_at,
        )
    return end_feed(feed, _AGE_S)


def _as_title(text: str) -> str:
    return text if len(text) <= _TITLE_CHARS else f"{text[:_TITLE_CHARS].rstrip()}…"


def begin_feed(request: HttpRequest, title: str, page: str, address: str) -> Atom1Feed:
    """Return an empty feed; `address` is its own path, `page` that of the page it belongs to."""
    return Atom1Feed(
        title=plain_text(title),
        link=request.build_absolute_uri(page),
        description="",
        language=current_edition().tag,
        feed_url=request.build_absolute_uri(address),
    )


def end_feed(feed: Atom1Feed, age_s: int) -> HttpResponse:
    """Return the answer that a feed makes, which anyone may keep for so many seconds."""
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml")
    patch_cache_control(response, public=True, max_age=age_s)
    return response
