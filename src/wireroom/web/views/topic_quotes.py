"""All that a person is quoted with: a page, the latest first, and its feed."""

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.queries.brief import ShownQuote
from wireroom.news.queries.cards import StoryCard
from wireroom.news.queries.cursors import read_time_cursor
from wireroom.news.queries.topic_quotes import TopicQuotes, read_topic_quotes
from wireroom.news.queries.topics import TopicCard
from wireroom.web.editions import offered
from wireroom.web.feeds import feed_of_quotes
from wireroom.web.keeping import keep_unchanged
from wireroom.web.parts import page_url
from wireroom.web.respond import respond
from wireroom.web.samples import tells_sample
from wireroom.web.topic_parts import quotes_url, topic_name, topic_url
from wireroom.web.views.topic import open_topic


@require_safe
@keep_unchanged
def show_topic_quotes(request: HttpRequest, edition: str, named: str) -> HttpResponse:
    """Show what a person said, in the words of reports."""
    return open_topic(request, edition, named, quotes_url, _show)


@require_safe
def topic_quotes_feed(request: HttpRequest, edition: str, named: str) -> HttpResponse:
    """Give the latest of what a person said as a feed."""
    return open_topic(request, edition, named, _feed_url, _feed)


def _feed_url(topic: TopicCard) -> str:
    return page_url("topic-quotes-feed", named=topic.named)


def _show(request: HttpRequest, edition: str, topic: TopicCard) -> HttpResponse:
    _expect_person(topic)
    before = read_time_cursor(request.GET.get("before", ""))
    page = read_topic_quotes(topic, offered()[edition].languages, before=before)
    return respond(
        request,
        "topic_quotes.jinja",
        {
            "page": page,
            "is_older": before is not None,
            "address": quotes_url(topic),
            "feed": _feed_url(topic),
            "about": topic_url(topic),
        },
        title=_title(topic, edition),
        canonical=request.build_absolute_uri(quotes_url(topic)) if before is None else "",
        is_sample=tells_sample(one.story for one in page.stories),
        is_indexed=before is None and bool(page.stories),
    )


def _feed(request: HttpRequest, edition: str, topic: TopicCard) -> HttpResponse:
    _expect_person(topic)
    page = read_topic_quotes(topic, offered()[edition].languages)
    return feed_of_quotes(
        request,
        _said(page),
        title=f"{_title(topic, edition)} · {settings.WIREROOM_NAME}",
        page=quotes_url(topic),
        address=_feed_url(topic),
    )


def _said(page: TopicQuotes) -> Iterator[tuple[ShownQuote, StoryCard]]:
    return ((quote, one.story) for one in page.stories for quote in one.quotes)


def _title(topic: TopicCard, edition: str) -> str:
    name, _lang = topic_name(topic, offered()[edition].lang)
    return _("What %(name)s said") % {"name": name}


def _expect_person(topic: TopicCard) -> None:
    """Raise Http404 for a topic that does not speak."""
    if topic.kind is not TopicKind.PERSON:
        raise Http404
