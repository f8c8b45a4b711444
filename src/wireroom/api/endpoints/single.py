"""One story, report, outlet or topic."""

from datetime import datetime, timedelta
from typing import Final

from django.http import HttpRequest
from django.utils import timezone
from ninja import P, QueryEx, Router

from wireroom.api import shapes
from wireroom.api.addresses import Addresses
from wireroom.api.asked import Asked, Refused, open_story, read_edition
from wireroom.api.told import tell_cited, tell_report, tell_story
from wireroom.api.told_others import tell_article, tell_outlet_whole, tell_topic
from wireroom.api.told_story import tell_news, tell_quotes, tell_story_whole
from wireroom.engine.insight.ask.question import LONGEST
from wireroom.engine.text.one_line import one_line
from wireroom.news.queries.article import read_article
from wireroom.news.queries.asking import answer_question
from wireroom.news.queries.brief import read_story_quotes
from wireroom.news.queries.came_in import read_came_in
from wireroom.news.queries.cards import story_card
from wireroom.news.queries.cursors import TimeCursor, read_time_cursor
from wireroom.news.queries.mends import Withdrawn, is_withdrawn
from wireroom.news.queries.outlet import read_outlet
from wireroom.news.queries.story import read_story
from wireroom.news.queries.topic import MergedTopic, find_topic, read_topic

router: Final = Router(tags=["one thing"])
_MOST: Final = 10**18  # what a row's number is below
# What is written at this moment may have been begun a moment ago.
_OVERLAP: Final = timedelta(seconds=60)


@router.get("/stories/{int:story_id}", response=shapes.StoryDetail)
def story(
    request: HttpRequest,
    story_id: int,
    page: QueryEx[int, P(ge=1, lt=100_000, description="of a long coverage")] = 1,
) -> shapes.StoryDetail:
    """One event: whose text each report is, what they say, where they differ.

    A story that was merged into another one is answered by that one, under its own id.
    """
    found = read_story(open_story(_row(story_id)), page=page)
    return tell_story_whole(found, Addresses(request))


@router.get("/stories/{int:story_id}/new", response=shapes.NewSince)
def new(
    request: HttpRequest,
    story_id: int,
    since: QueryEx[datetime, P(description="the last answer's `cursor`, or a time and its zone")],
) -> shapes.NewSince:
    """What came into a story since a moment, and what that says for the first time.

    A report may come twice in a minute: know it by its id.
    """
    if since.tzinfo is None:
        raise Refused(422, "since: give a time with its zone, as 2026-11-29T14:05:00Z")
    row, at, now = open_story(_row(story_id)), Addresses(request), timezone.now()
    came = read_came_in(row, since)
    return shapes.NewSince(
        story=tell_story(story_card(row), at),
        since=since,
        cursor=max(since, now - _OVERLAP).isoformat(),
        reports=[tell_report(one, at) for one in came.reports],
        news=tell_news(came.news, at),
    )


@router.get("/stories/{int:story_id}/quotes", response=shapes.Quotes)
def quotes(request: HttpRequest, story_id: int) -> shapes.Quotes:
    """All that a story's reports quote, as far as their outlets let it be shown."""
    found, at = read_story_quotes(open_story(_row(story_id))), Addresses(request)
    return shapes.Quotes(
        story=tell_story(found.story, at), quotes=tell_quotes(found.brief.quotes, at)
    )


@router.get("/stories/{int:story_id}/ask", response=shapes.Answer)
def ask(
    request: HttpRequest,
    story_id: int,
    q: QueryEx[str, P(max_length=LONGEST, description="a question in the story's language")],
    after: QueryEx[str, P(max_length=LONGEST, description="the question before, if any")] = "",
) -> shapes.Answer:
    """What a story's reports answer, in their own sentences; none where they do not answer."""
    asked, before = one_line(q), one_line(after)
    found = answer_question(open_story(_row(story_id)), asked, (before,) if before else ())
    at = Addresses(request)
    return shapes.Answer(
        story=tell_story(found.story, at),
        asked=found.asked,
        replies=[tell_cited(one, at) for one in found.replies],
        is_withheld=found.is_withheld,
        read=found.read,
    )


@router.get("/articles/{int:article_id}", response=shapes.ArticleDetail)
def article(request: HttpRequest, article_id: int) -> shapes.ArticleDetail:
    """One report, with as much of its text as its outlet lets be shown."""
    found = read_article(_row(article_id))
    if found is None:
        if is_withdrawn(article_id):
            raise Refused(410, "this report was withdrawn")
        raise Refused(404, "there is no such report")
    return tell_article(found, Addresses(request))


@router.get("/outlets/{slug}", response=shapes.OutletDetail)
def outlet(request: HttpRequest, slug: str, before: str = "") -> shapes.OutletDetail:
    """One outlet, its terms, and its reports, the latest first."""
    found = read_outlet(slug, before=_place(before)) if slug.isprintable() else None
    if found is None:
        raise Refused(404, "there is no such outlet")
    return tell_outlet_whole(found, Addresses(request))


@router.get("/topics/{int:topic_id}", response=shapes.TopicDetail)
def topic(
    request: HttpRequest, topic_id: int, edition: str = "", before: str = ""
) -> shapes.TopicDetail:
    """A person, place, organisation or section, and the stories that name it."""
    return _topic(_row(topic_id), read_edition(edition), _place(before), Addresses(request))


def _topic(
    topic_id: int, here: Asked, before: TimeCursor | None, at: Addresses
) -> shapes.TopicDetail:
    found = find_topic(topic_id)
    if isinstance(found, MergedTopic):
        found = find_topic(found.topic_id)
    if isinstance(found, Withdrawn):
        raise Refused(410, "this topic was hidden by an editor")
    if found is None or isinstance(found, MergedTopic):
        raise Refused(404, "there is no such topic")
    return tell_topic(read_topic(found, here.languages, before=before), at)


def _place(before: str) -> TimeCursor | None:
    cursor = read_time_cursor(before)
    if before and cursor is None:
        raise Refused(422, "before: take it from `next`")
    return cursor


def _row(number: int) -> int:
    if not 0 <= number < _MOST:
        raise Refused(404, "there is no such number")
    return number
