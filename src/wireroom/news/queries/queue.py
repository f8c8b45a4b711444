"""What the stages have before them, for the host."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Max, Q

from wireroom.engine.types import Health
from wireroom.news.models import (
    Article,
    Brief,
    Feed,
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


def due_counts(*, now: datetime) -> Iterator[tuple[str, int, int]]:
    """Yield (step, rows due now, rows due later); rows under lease count as later."""
    for model in MODELS:
        rows = (
            model._default_manager.filter(due_at__isnull=False)
            .values("step")
            .annotate(due=Count("pk", filter=Q(due_at__lte=now)), all=Count("pk"))
            .order_by("step")
        )
        for row in rows:
            yield row["step"], row["due"], row["all"] - row["due"]


def is_due_by(when: datetime) -> bool:
    """Say whether anything is due, or under a lease that ends, by then."""
    return any(model._default_manager.filter(due_at__lte=when).exists() for model in MODELS)


def unread_waiting(*, most: int) -> int:
    """Count the pages that wait to be read, no further than to `most`."""
    due = Page.objects.filter(step="extract", due_at__isnull=False).order_by("due_at")
    return len(due.values_list("pk", flat=True)[:most])


def failing_feeds(*, limit: int) -> Iterator[str]:
    """Yield a line for each feed whose last polls failed or that was retired, with the reason."""
    failing = Feed.objects.filter(Q(error_count__gt=0) | Q(retired_at__isnull=False))
    for feed in failing.select_related("outlet").order_by("-error_count", "pk")[:limit]:
        yield f"{feed.outlet} {feed.url}: {feed.reason}"


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


def dead_letters(*, limit: int) -> Iterator[str]:
    """Yield a line for each row that was given up: what it is, its step and its last error."""
    for model in MODELS:
        dead = model._default_manager.filter(dead_at__isnull=False).order_by("-dead_at")
        for row in dead[:limit]:
            yield f"{row.step} {type(row).__name__.lower()} {row.pk} {row}: {row.last_error}"
