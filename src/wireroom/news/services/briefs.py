"""Filing what was chosen of stories' reports, and making it due anew when they changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from wireroom.news.models import ArticleInsight, Brief
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
    """File briefs and end their claims. Raises LeaseLost, and has then filed none.

    Where the host has a model, its words on the same stories are due afterwards.
    """
    finish_all([(row, {"content": dict(one.content), "made_at": now}) for row, one in made])
    insights = {one.article_id: one for _, brief in made for one in brief.insights}
    ArticleInsight.objects.bulk_create(
        insights.values(),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["revision", "quotes"],
    )
    if asks_model:
        ask_for_writings([row.story_id for row, _ in made], now=now)
