"""One article: what its outlet lets us show of its text, and where it stands."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from wireroom.news.models import Article, Copy, Membership, Revision, Story
from wireroom.news.publication import Shown, public_link, show
from wireroom.news.queries.cards import (
    ARTICLE_CARD,
    STORY_CARD,
    OutletCard,
    ReportCard,
    StoryCard,
    outlet_card,
    policy_of,
    report_card,
    story_card,
)
from wireroom.news.queries.coverage import read_storyline
from wireroom.news.queries.lineage import CARRIES_FROM

_SIBLINGS = 8
_COLUMNS = (
    *ARTICLE_CARD, "authors", "tags", "short_url", "platform__slug", "platform__name",
    "platform__lang", "platform__is_sample", "platform__is_aggregator",
    "membership__story__storyline_id", "membership__story__merged_into_id",
    *(f"membership__story__{name}" for name in STORY_CARD),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How often the text changed since it was first seen, and when it last did."""

    count: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The report whose text this article carries; `share` of its words stand there."""

    report_id: int
    headline: str
    lang: str
    outlet_name: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """What an article's page shows: no more than its outlet allows."""

    report: ReportCard
    shown: Shown
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    section: str
    short_link: str
    platform: OutletCard | None
    changes: Changes
    origin: Origin | None
    story: StoryCard | None
    siblings: tuple[ReportCard, ...]
    storyline: tuple[StoryCard, ...]


def read_article(article_id: int) -> ArticlePage | None:
    """Return an article's page, or None: five queries."""
    article = _find(article_id)
    if article is None:
        return None
    text = Revision.objects.filter(article_id=article.pk).order_by("-number").first()
    story = _published_story(article)
    platform = article.platform
    return ArticlePage(
        report=report_card(article, body=text.body if text else ""),
        shown=_shown(article, text),
        authors=tuple(str(name) for name in article.authors),
        tags=tuple(str(tag) for tag in article.tags),
        section=article.section,
        short_link=public_link(article.short_url),
        platform=outlet_card(platform) if platform and platform != article.outlet else None,
        changes=_changes(article, text),
        origin=_read_origin(article.pk),
        story=story_card(story) if story else None,
        siblings=_read_siblings(article.pk, story),
        storyline=read_storyline(story) if story else (),
    )


def _find(article_id: int) -> Article | None:
    joined = Article.objects.select_related("outlet", "platform", "membership__story__lead__outlet")
    return joined.only(*_COLUMNS).filter(pk=article_id).first()


def _published_story(article: Article) -> Story | None:
    membership: Membership | None = getattr(article, "membership", None)
    story = membership.story if membership else None
    return story if story and story.rank is not None and not story.merged_into_id else None


def _shown(article: Article, text: Revision | None) -> Shown:
    return show(
        policy_of(article.outlet),
        health=article.health,
        standfirst=text.standfirst if text else article.standfirst,
        key_points=tuple(str(point) for point in text.key_points) if text else (),
        body=text.body if text else "",
    )


def _changes(article: Article, text: Revision | None) -> Changes:
    count = max(article.revision_count - 1, 0)
    return Changes(count=count, last_at=text.seen_at if text and count else None)


def _read_origin(article_id: int) -> Origin | None:
    """Return what this article carries: of several, the one that holds most of its words."""
    as_b = Q(b_id=article_id, direction="a>b", containment_b__gte=CARRIES_FROM)
    as_a = Q(a_id=article_id, direction="b>a", containment_a__gte=CARRIES_FROM)
    pairs = Copy.objects.filter(as_a | as_b).select_related("a__outlet", "b__outlet").only(
        "containment_a", "containment_b", "a__headline", "a__lang", "a__outlet__name",
        "b__headline", "b__lang", "b__outlet__name",
    )  # fmt: skip
    found = [_origin(pair, article_id) for pair in pairs.order_by("pk")[:50]]
    return max(found, key=lambda origin: origin.share, default=None)


def _origin(pair: Copy, article_id: int) -> Origin:
    original = pair.a if pair.b_id == article_id else pair.b
    return Origin(
        report_id=original.pk,
        headline=original.headline,
        lang=original.lang,
        outlet_name=original.outlet.name,
        share=pair.containment_b if pair.b_id == article_id else pair.containment_a,
    )


def _read_siblings(article_id: int, story: Story | None) -> tuple[ReportCard, ...]:
    if story is None:
        return ()
    rows: QuerySet[Article] = (
        Article.objects.filter(membership__story_id=story.pk)
        .exclude(pk=article_id)
        .order_by("-sort_at", "id")
        .select_related("outlet")
        .only(*ARTICLE_CARD)
    )
    return tuple(report_card(article) for article in rows[:_SIBLINGS])
