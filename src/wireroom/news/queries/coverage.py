"""The articles of a story in order of time, a page of them at a time, and the text they share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import F
from django.db.models.functions import Substr

from wireroom.news.models import Article, Copy, Membership, Revision, Story
from wireroom.news.publication import show
from wireroom.news.queries.cards import (
    ARTICLE_CARD,
    OPENING_CHARS,
    STORY_CARD,
    ReportCard,
    StoryCard,
    policy_of,
    report_card,
    story_card,
)
from wireroom.news.queries.lineage import SharedText

PAGE_REPORTS: Final = 30
# Beyond any real event's coverage; what lies further back is counted but not listed.
MOST_REPORTS: Final = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a long coverage: `number` of `total`, counted from 1."""

    number: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which articles a story has, earliest first, and when each appeared."""

    order: tuple[int, ...]
    moments: tuple[datetime, ...]

    def leaf(self, number: int, *, size: int = PAGE_REPORTS) -> Leaf:
        """Return the page nearest to `number` that exists."""
        total = max(1, -(-len(self.order) // size))
        return Leaf(number=min(max(number, 1), total), total=total)

    def page(self, leaf: Leaf, *, size: int = PAGE_REPORTS) -> tuple[int, ...]:
        """Return the ids of one page."""
        return self.order[(leaf.number - 1) * size : leaf.number * size]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report in full detail of a list, with the key points that may be shown."""

    card: ReportCard
    key_points: tuple[str, ...]


def read_coverage(story_id: int) -> Coverage:
    """Return the story's articles in order of time, in one query."""
    rows = list(
        Membership.objects.filter(story_id=story_id)
        .order_by("article__sort_at", "article_id")
        .values_list("article_id", "article__sort_at")[:MOST_REPORTS]
    )
    return Coverage(order=tuple(row[0] for row in rows), moments=tuple(row[1] for row in rows))


def read_reports(article_ids: Iterable[int], *, most_words: int = 40) -> dict[int, Report]:
    """Return the articles by id, cut to their outlets' policies, in two queries."""
    ids = list(article_ids)
    texts = _read_texts(ids)
    articles = Article.objects.filter(pk__in=ids).select_related("outlet").only(*ARTICLE_CARD)
    return {one.pk: _report(one, *texts.get(one.pk, ("", ())), most_words) for one in articles}


def read_shared_texts(article_ids: Iterable[int]) -> tuple[SharedText, ...]:
    """Return the copies among these articles; few ids, as pairs grow with their square."""
    ids = list(article_ids)
    rows = Copy.objects.filter(a__in=ids, b__in=ids).values_list(
        "a_id", "b_id", "direction", "containment_a", "containment_b", "why"
    )
    return tuple(
        SharedText(
            a=row[0], b=row[1], direction=row[2], containment_a=row[3], containment_b=row[4],
            why=row[5],
        )
        for row in rows
    )  # fmt: skip


def read_storyline(story: Story, *, limit: int = 6) -> tuple[StoryCard, ...]:
    """Return the other stories of the storyline, latest first; one query even where none."""
    others = (
        Story.objects.filter(
            storyline_id=story.storyline_id or 0, rank__isnull=False, merged_into__isnull=True
        )
        .exclude(pk=story.pk)
        .order_by("-last_at", "id")
        .select_related("lead__outlet")
        .only(*STORY_CARD)
    )
    return tuple(story_card(other) for other in others[:limit])


def _read_texts(ids: list[int]) -> dict[int, tuple[str, tuple[str, ...]]]:
    rows = (
        Revision.objects.filter(article_id__in=ids, number=F("article__revision_count"))
        .annotate(opening=Substr("body", 1, OPENING_CHARS))
        .values_list("article_id", "opening", "key_points")
    )
    return {row[0]: (row[1], tuple(str(point) for point in row[2])) for row in rows}


def _report(article: Article, body: str, key_points: tuple[str, ...], most_words: int) -> Report:
    card = report_card(article, body=body, most_words=most_words)
    if not key_points:
        return Report(card=card, key_points=())
    shown = show(
        policy_of(article.outlet),
        health=article.health,
        standfirst=article.standfirst,
        key_points=key_points,
    )
    return Report(card=card, key_points=shown.key_points)
