"""A person, place, organisation or subject: its page, its feed, and the index of all."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.queries.cursors import read_time_cursor
from wireroom.news.queries.mends import Withdrawn
from wireroom.news.queries.topic import (
    MergedTopic,
    find_section,
    find_topic,
    read_topic,
)
from wireroom.news.queries.topics import TopicCard, read_most_covered
from wireroom.web.editions import offered
from wireroom.web.feeds import feed_of_stories
from wireroom.web.keeping import keep_unchanged
from wireroom.web.plots import plot_coverage
from wireroom.web.respond import respond, respond_gone
from wireroom.web.samples import has_sample, tells_sample
from wireroom.web.topic_parts import KINDS_IN_ORDER, feed_url, quotes_url, topic_name, topic_url

_LATELY: Final = timedelta(days=7)
_NAMED: Final = re.compile(r"(?:.*-)?([0-9]{1,18})")
ShowTopic = Callable[[HttpRequest, str, TopicCard], HttpResponse]


@require_safe
@keep_unchanged
def show_topic(request: HttpRequest, edition: str, named: str) -> HttpResponse:
    """Show what is told of a person, a place or an organisation."""
    return open_topic(request, edition, named, topic_url, _show)


@require_safe
def topic_feed(request: HttpRequest, edition: str, named: str) -> HttpResponse:
    """Give the latest stories of a topic as a feed."""
    return open_topic(request, edition, named, feed_url, _feed)


@require_safe
@keep_unchanged
def show_section(request: HttpRequest, edition: str, slug: str) -> HttpResponse:
    """Show the stories about a subject."""
    return _show(request, edition, _section(slug))


@require_safe
def section_feed(request: HttpRequest, edition: str, slug: str) -> HttpResponse:
    """Give the latest stories about a subject as a feed."""
    return _feed(request, edition, _section(slug))


@require_safe
@keep_unchanged
def show_topics(request: HttpRequest, edition: str) -> HttpResponse:
    """Show what the last week was most about."""
    since = timezone.now() - _LATELY
    covered = read_most_covered(offered()[edition].languages, since=since)
    kinds = [(kind, covered[kind]) for kind in KINDS_IN_ORDER if covered[kind]]
    return respond(
        request,
        "topics.jinja",
        {"kinds": kinds},
        title=_("Topics of the week"),
        description=_("Whom, where and what the last week’s stories were most about."),
        is_sample=has_sample(),
    )


def open_topic(
    request: HttpRequest,
    edition: str,
    named: str,
    address: Callable[[TopicCard], str],
    show: ShowTopic,
) -> HttpResponse:
    """Find a topic by the number in its address and show it at its one address."""
    match = _NAMED.fullmatch(named)
    topic = find_topic(int(match[1])) if match else None
    if isinstance(topic, MergedTopic):
        topic = find_topic(topic.topic_id)
    if isinstance(topic, Withdrawn):
        return respond_gone(request)
    if topic is None or isinstance(topic, MergedTopic):
        raise Http404
    if topic.kind is TopicKind.SUBJECT or named != topic.named:
        # Not for ever: a renamed topic may get its old name back.
        response = HttpResponseRedirect(address(topic))
        patch_cache_control(response, public=True, max_age=300)
        return response
    return show(request, edition, topic)


def _section(slug: str) -> TopicCard:
    topic = find_section(slug)
    if topic is None:
        raise Http404
    return topic


def _show(request: HttpRequest, edition: str, topic: TopicCard) -> HttpResponse:
    before = read_time_cursor(request.GET.get("before", ""))
    page = read_topic(topic, offered()[edition].languages, before=before)
    name, _lang = topic_name(topic, offered()[edition].lang)
    return respond(
        request,
        "topic.jinja",
        {
            "page": page,
            "is_older": before is not None,
            "plot": plot_coverage(page.moments),
            "address": topic_url(topic),
            "feed": feed_url(topic),
            "all_quotes": quotes_url(topic) if page.quotes else "",
        },
        title=name,
        description=_("What outlets report of %(name)s: stories, who said what, and how much.")
        % {"name": name},
        canonical=request.build_absolute_uri(topic_url(topic)) if before is None else "",
        is_sample=tells_sample(one.story for one in page.stories),
        is_indexed=before is None and bool(page.stories),
    )


def _feed(request: HttpRequest, edition: str, topic: TopicCard) -> HttpResponse:
    page = read_topic(topic, offered()[edition].languages)
    name, _lang = topic_name(topic, offered()[edition].lang)
    return feed_of_stories(
        request,
        (one.story for one in page.stories),
        title=f"{name} · {settings.WIREROOM_NAME}",
        page=topic_url(topic),
        address=feed_url(topic),
    )
