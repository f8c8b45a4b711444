"""Filing what was chosen of stories' reports, and making it due anew when they changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Q

from wireroom.engine.insight.changes import Standing
from wireroom.engine.types import Health
from wireroom.news.briefs import as_columns
from wireroom.news.changed import find_gone, mark_changes
from wireroom.news.hidden import cited_articles, without_hidden
from wireroom.news.models import Article, ArticleInsight, Brief
from wireroom.news.queries.errors import read_hidden
from wireroom.news.services.leases import finish_all
from wireroom.news.services.writings import ask_for_writings

# A story that breaks gets a report every few seconds: they are read together.
SETTLE: Final = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Made:
    """A story's new brief, and what was found in those of its articles that were read for it."""

    content: Mapping[str, Any]
    insights: Sequence[ArticleInsight] = field(default_factory=tuple)


def ask_for_briefs(stories: Iterable[int], *, now: datetime) -> None:
    """Make the briefs of stories due whose coverage changed; inside the caller's transaction.

    The first is due at once. One that is being made loses its lease, for it is of yesterday.
    """
    ids = sorted(stories)
    rows = [Brief(story_id=story, step="brief", due_at=now) for story in ids]
    Brief.objects.bulk_create(rows, ignore_conflicts=True)
    known = Brief.objects.filter(Q(due_at=None) | ~Q(lease=""), story__in=ids)
    known.update(step="brief", due_at=now + SETTLE, lease="", attempts=0, dead_at=None)


@transaction.atomic
def file_briefs(
    made: Sequence[tuple[Brief, Made]], *, now: datetime, asks_model: bool = False
) -> None:
    """File briefs, marked where they changed, and end their claims: four queries at most.

    Raises LeaseLost, and has then filed none. Where the host has a model, its words on the same
    stories are due afterwards.
    """
    contents = _marked(made, now=now)
    finish_all(
        [
            (row, {**as_columns(content), "made_at": now})
            for (row, _), content in zip(made, contents, strict=True)
        ]
    )
    insights = {one.article_id: one for _, brief in made for one in brief.insights}
    ArticleInsight.objects.bulk_create(
        insights.values(),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["revision", "quotes"],
    )
    if asks_model:
        ask_for_writings([row.story_id for row, _ in made], now=now)


def _marked(made: Sequence[tuple[Brief, Made]], *, now: datetime) -> list[dict[str, Any]]:
    """Return the new contents without what editors hid, each with what changed since the old."""
    articles = {one for row, new in made for one in _cited(row.content, new.content)}
    hidden = read_hidden(articles)
    pairs = [
        (row, without_hidden(row.content, hidden), without_hidden(one.content, hidden))
        for row, one in made
    ]
    standing = _standing({one for _, old, new in pairs for one in find_gone(old, new)})
    for row, old, new in pairs:
        here = {
            article: Standing(one.revision, one.is_read, is_here=one.story == row.story_id)
            for article, one in standing.items()
        }
        mark_changes(old, new, here, at=now)
    return [new for _, _, new in pairs]


def _cited(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[int]:
    return cited_articles(old) | cited_articles(new)


class _Stands(NamedTuple):
    revision: int
    is_read: bool
    story: int | None


def _standing(articles: set[int]) -> dict[int, _Stands]:
    """Return how the reports of pieces that are gone stand now; no query where none is."""
    if not articles:
        return {}
    rows = Article.objects.filter(pk__in=articles).values_list(*_STANDING)
    return {
        article: _Stands(
            revision,
            spiked is None and may_be and not reserved and health == Health.ARTICLE.value,
            story,
        )
        for article, revision, spiked, may_be, reserved, health, story in rows
    }


_STANDING: Final = (
    "pk", "revision_count", "spiked_at", "outlet__ai_allowed", "ai_reserved", "health",
    "membership__story_id",
)  # fmt: skip
