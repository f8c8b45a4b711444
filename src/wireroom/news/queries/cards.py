"""Outlets, reports and stories as lists show them: small values, already cut to the policy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import F
from django.db.models.functions import Substr

from wireroom.engine.text.words import words
from wireroom.news.models import Article, Outlet, Revision, Story
from wireroom.news.publication import (
    Excerpt,
    Policy,
    excerpt,
    public_image,
    public_link,
    read_policy,
    shows_image,
)

# What is read of a body to open a list entry: 60 words of the longest-worded news languages.
OPENING_CHARS: Final = 800

_OUTLET_COLUMNS: Final = (
    "slug", "name", "lang", "is_sample", "is_aggregator", "policy", "excerpt_words",
    "images_allowed",
)  # fmt: skip
_ARTICLE_COLUMNS: Final = (
    "headline", "standfirst", "lang", "health", "url", "wire_credit", "dateline", "published_at",
    "published_from", "updated_at", "seen_at", "sort_at", "revision_count", "section",
    "image_url", "image_caption", "image_credit", "outlet_id", "outlet__name_en",
)  # fmt: skip
ARTICLE_CARD: Final = (*_ARTICLE_COLUMNS, *(f"outlet__{name}" for name in _OUTLET_COLUMNS))
# A front reads some forty of these: no more columns than it shows.
STORY_CARD: Final = (
    "lang", "headline", "section", "articles_count", "outlets_count", "independent_count",
    "outlet_names", "first_at", "last_at", "rank", "lead_id", "lead__headline",
    "lead__standfirst", "lead__lang", "lead__health", "lead__image_url", "lead__outlet_id",
    *(f"lead__outlet__{name}" for name in _OUTLET_COLUMNS),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCard:
    """Who publishes."""

    id: int
    slug: str
    name: str
    lang: str
    is_sample: bool
    is_aggregator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCard:
    """A picture that its outlet lets us show, at an address the pages may load."""

    url: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a report was published, as far as is known; `seen_at` always is."""

    published_at: datetime | None
    published_from: str
    updated_at: datetime | None
    seen_at: datetime
    sort_at: datetime

    @property
    def is_updated(self) -> bool:
        """Tell whether the outlet states an update that is not the publication itself."""
        if self.updated_at is None or self.published_at is None:
            return self.updated_at is not None
        return self.updated_at - self.published_at >= timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """One article in a list; `wire_credit` is empty where the outlet credits itself."""

    id: int
    headline: str
    lang: str
    outlet: OutletCard
    times: Times
    opening: Excerpt
    image: ImageCard | None
    wire_credit: str
    dateline: str
    health: str
    link: str
    revision_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadCard:
    """The report whose headline stands for a story."""

    id: int
    outlet: OutletCard
    lang: str
    opening: Excerpt
    image_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """One story in a list."""

    id: int
    headline: str
    lang: str
    section: str
    articles_count: int
    outlets_count: int
    independent_count: int
    outlet_names: tuple[str, ...]
    first_at: datetime | None
    last_at: datetime | None
    lead: LeadCard | None


def policy_of(outlet: Outlet) -> Policy:
    """Return the outlet's terms of publication."""
    return read_policy(outlet.policy, outlet.excerpt_words, images=outlet.images_allowed)


def outlet_card(outlet: Outlet) -> OutletCard:
    """Return what lists show of an outlet."""
    return OutletCard(
        id=outlet.pk,
        slug=outlet.slug,
        name=outlet.name,
        lang=outlet.lang,
        is_sample=outlet.is_sample,
        is_aggregator=outlet.is_aggregator,
    )


def image_card(article: Article, policy: Policy) -> ImageCard | None:
    """Return the article's picture where the outlet allows it and a page can load it."""
    url = public_image(article.image_url)
    if not url or not shows_image(policy, health=article.health):
        return None
    return ImageCard(url=url, caption=article.image_caption, credit=article.image_credit)


def times_of(article: Article) -> Times:
    """Return the article's times."""
    return Times(
        published_at=article.published_at,
        published_from=article.published_from,
        updated_at=article.updated_at,
        seen_at=article.seen_at,
        sort_at=article.sort_at,
    )


def foreign_credit(wire_credit: str, outlet: Outlet) -> str:
    """Return the wire credit unless it names the outlet itself: an agency's own report.

    An agency credits itself by a part of its name or a longer form of it, so either may hold
    the other's words.
    """
    credit = set(words(wire_credit))
    for name in (set(words(outlet.name)), set(words(outlet.name_en))):
        if name and (credit <= name or name <= credit):
            return ""
    return wire_credit.strip()


def report_card(article: Article, *, body: str = "", most_words: int = 40) -> ReportCard:
    """Return what lists show of an article; its outlet must be loaded."""
    policy = policy_of(article.outlet)
    return ReportCard(
        id=article.pk,
        headline=article.headline,
        lang=article.lang,
        outlet=outlet_card(article.outlet),
        times=times_of(article),
        opening=_opening(article, policy, body, most_words),
        image=image_card(article, policy),
        wire_credit=foreign_credit(article.wire_credit, article.outlet),
        dateline=article.dateline,
        health=article.health,
        link=public_link(article.url),
        revision_count=article.revision_count,
    )


def story_card(story: Story, *, body: str = "", most_words: int = 40) -> StoryCard:
    """Return what lists show of a story; its lead and the lead's outlet must be loaded.

    The headline is the lead's as it stands now: a headline is always some outlet's own words.
    """
    lead = story.lead
    return StoryCard(
        id=story.pk,
        headline=lead.headline if lead else story.headline,
        lang=lead.lang if lead else story.lang,
        section=story.section,
        articles_count=story.articles_count,
        outlets_count=story.outlets_count,
        independent_count=story.independent_count,
        outlet_names=tuple(str(name) for name in story.outlet_names),
        first_at=story.first_at,
        last_at=story.last_at,
        lead=_lead_card(lead, body, most_words) if lead else None,
    )


def _lead_card(article: Article, body: str, most_words: int) -> LeadCard:
    policy = policy_of(article.outlet)
    shows = shows_image(policy, health=article.health)
    return LeadCard(
        id=article.pk,
        outlet=outlet_card(article.outlet),
        lang=article.lang,
        opening=_opening(article, policy, body, most_words),
        image_url=public_image(article.image_url) if shows else "",
    )


def _opening(article: Article, policy: Policy, body: str, most_words: int) -> Excerpt:
    return excerpt(
        policy,
        health=article.health,
        standfirst=article.standfirst,
        body=body,
        most_words=most_words,
    )


def read_openings(article_ids: Iterable[int]) -> dict[int, str]:
    """Return the first characters of each article's latest text, in one query."""
    rows = (
        Revision.objects.filter(
            article_id__in=list(article_ids), number=F("article__revision_count")
        )
        .annotate(opening=Substr("body", 1, OPENING_CHARS))
        .values_list("article_id", "opening")
    )
    return dict(rows)
