"""What the stages have before them, for the host."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Max, Min, Q, QuerySet

from wireroom.engine.types import Health
from wireroom.news.models import (
    Article,
    Brief,
    Feed,
    HeldHost,
    Mailbox,
    Page,
    SearchDocument,
    Shard,
    Story,
    Subscription,
    Tagging,
    Work,
    Writing,
)

MODELS: Final[tuple[type[Work], ...]] = (
    Feed,
    Mailbox,
    Subscription,
    Page,
    Article,
    Story,
    Brief,
    Writing,
    Tagging,
    SearchDocument,
    Shard,
)
READ: Final = (Health.ARTICLE.value, Health.PAYWALL.value)
_LATELY: Final = timedelta(days=7)
_PAGE_STEPS: Final = ("fetch", "extract", "listen")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageQueue:
    """What one step of one table has before it; `oldest_at` is when its first row is due."""

    step: str
    due: int
    later: int
    oldest_at: datetime

    def lag_s(self, now: datetime) -> float:
        """Return how long its first due row has waited."""
        return max((now - self.oldest_at).total_seconds(), 0.0)


def read_queues(*, now: datetime) -> Iterator[StageQueue]:
    """Yield the queues that hold any rows; rows under lease count as later."""
    for model in MODELS:
        waiting = model._default_manager.filter(due_at__isnull=False)
        yield from _queues(waiting, Count("pk", filter=Q(due_at__lte=now)))


def read_lags(*, now: datetime) -> list[StageQueue]:
    """Return what is due alone, the longest waiting first: one short query a table."""
    lags: list[StageQueue] = []
    for model in MODELS:
        due = model._default_manager.filter(due_at__lte=now, due_at__isnull=False)
        lags += _queues(due, Count("pk"))
    return sorted(lags, key=lambda lag: lag.oldest_at)


def _queues(rows: "QuerySet[Work]", due: Count) -> Iterator[StageQueue]:
    steps = rows.values("step").annotate(due=due, all=Count("pk"), oldest=Min("due_at"))
    for row in steps.order_by("step"):
        later = row["all"] - row["due"]
        yield StageQueue(step=row["step"], due=row["due"], later=later, oldest_at=row["oldest"])


def is_due_by(when: datetime) -> bool:
    """Say whether anything is due, or under a lease that ends, by then."""
    # Pages behind a host have its turn before them, and no time of their own.
    pages = Page.objects.filter(step__in=_PAGE_STEPS, due_at__lte=when)
    due = (
        pages if model is Page else model._default_manager.filter(due_at__lte=when)
        for model in MODELS
    )  # fmt: skip
    return HeldHost.objects.filter(turn_at__lte=when).exists() or any(rows.exists() for rows in due)


def unread_waiting(*, most: int) -> int:
    """Count the pages that wait to be read, no further than to `most`."""
    due = Page.objects.filter(step="extract", due_at__isnull=False).order_by("due_at")
    return len(due.values_list("pk", flat=True)[:most])


def failing_feeds() -> QuerySet[Feed]:
    """Return the feeds whose last polls failed or that were retired, with their outlets."""
    failing = Feed.objects.filter(Q(error_count__gt=0) | Q(retired_at__isnull=False))
    return failing.select_related("outlet").order_by("-error_count", "pk")


def unread_pages(*, now: datetime, limit: int) -> Iterator[str]:
    """Yield a line a reason for which pages fetched in the last week were read as no report."""
    lately = Page.objects.filter(fetched_at__gte=now - _LATELY).exclude(health__in=("", *READ))
    reasons = list(
        lately.values("health")
        .annotate(pages=Count("pk"), latest=Max("pk"))
        .order_by("-pages", "health")[:limit]
    )
    latest = Page.objects.in_bulk([reason["latest"] for reason in reasons])
    for reason in reasons:
        page = latest[reason["latest"]]
        note = f" ({page.health_note})" if page.health_note else ""
        yield f"{reason['pages']} {page.health}, the latest {page.url}{note}"
