"""Answers about one report, outlet or topic, about a search and about a day."""

from wireroom.api import shapes
from wireroom.api.addresses import Addresses
from wireroom.api.told import tell_outlet, tell_report, tell_story
from wireroom.api.told_story import tell_points, tell_quotes
from wireroom.engine.insight.topics.topic import TopicKind
from wireroom.news.publication import Shown
from wireroom.news.queries.article import ArticlePage
from wireroom.news.queries.cursors import TimeCursor
from wireroom.news.queries.outlet import OutletPage
from wireroom.news.queries.search import Hit
from wireroom.news.queries.topic import TopicPage
from wireroom.news.queries.topics import TopicCard
from wireroom.news.queries.wrap_up import WrapUp


def tell_article(page: ArticlePage, at: Addresses) -> shapes.ArticleDetail:
    """Return a report with as much of its text as its outlet lets be shown."""
    return shapes.ArticleDetail(
        **tell_report(page.report, at).dict(),
        authors=list(page.authors),
        section=page.section,
        tags=list(page.tags),
        text=_text(page.shown),
        story=tell_story(page.story, at) if page.story else None,
        changes=page.changes.count,
        changed_at=page.changes.last_at,
    )


def tell_outlet_whole(page: OutletPage, at: Addresses) -> shapes.OutletDetail:
    """Return an outlet with its terms and a page of its reports."""
    return shapes.OutletDetail(
        **tell_outlet(page.outlet, at).dict(),
        country=page.country,
        owner_type=page.owner_type,
        link=page.home_link,
        shows=page.policy.level,
        excerpt_words=page.policy.excerpt_words,
        own_reporting=page.lately.own.own,
        counted=page.lately.own.total,
        reports=[tell_report(one, at) for one in page.reports],
        next=_next(page.older, at),
    )


def tell_topic(page: TopicPage, at: Addresses) -> shapes.TopicDetail:
    """Return a topic with a page of its stories."""
    return shapes.TopicDetail(
        **_topic(page.topic, at).dict(),
        stories=[tell_story(one.story, at) for one in page.stories],
        quotes=tell_quotes(page.quotes, at),
        next=_next(page.older, at),
    )


def tell_hit(one: Hit, at: Addresses) -> shapes.Hit:
    """Return a report that was found."""
    return shapes.Hit(
        report=tell_report(one.report, at),
        story=one.story_id,
        others=one.others,
        snippet=one.snippet.text if one.snippet else "",
    )


def tell_wrap_up(page: WrapUp, at: Addresses) -> shapes.WrapUp:
    """Return what a day brought."""
    return shapes.WrapUp(
        day=page.day,
        stories=[
            shapes.Wrapped(story=tell_story(one.story, at), points=tell_points(one.points, at))
            for one in page.stories
        ],
    )


def _topic(one: TopicCard, at: Addresses) -> shapes.Topic:
    is_section = one.kind is TopicKind.SUBJECT
    page = at.page("section", slug=one.slug) if is_section else at.page("topic", named=one.named)
    return shapes.Topic(
        id=one.id,
        kind=one.kind,
        name=one.name,
        names=one.names,
        country=one.country,
        latitude=one.latitude,
        longitude=one.longitude,
        url=page,
    )


def _text(shown: Shown) -> shapes.Paragraphs:
    return shapes.Paragraphs(
        standfirst=shown.standfirst,
        key_points=list(shown.key_points),
        paragraphs=list(shown.paragraphs),
        html=shown.html,
        withheld=shown.withheld,
    )


def _next(older: TimeCursor | None, at: Addresses) -> str | None:
    return at.onward(before=older) if older else None
