"""What the host's monitoring asks of the database: how its feeds fare, its size."""

from datetime import datetime

from django.db import connection
from django.db.models import Count, Q

from wireroom.news.models import Feed
from wireroom.news.queries.health import LOOKED_AT, read_still_feeds


def feed_counts(*, now: datetime) -> dict[str, int]:
    """Return how many feeds are well, failing and retired, and how many of the well are silent.

    As many as 5,000 of them are looked at.
    """
    is_retired = Q(retired_at__isnull=False)
    counts = Feed.objects.aggregate(
        well=Count("pk", filter=Q(error_count=0) & ~is_retired),
        failing=Count("pk", filter=Q(error_count__gt=0) & ~is_retired),
        retired=Count("pk", filter=is_retired),
    )
    return {**counts, "silent": len(read_still_feeds(now=now, shown=LOOKED_AT))}


def database_bytes() -> int:
    """Return how large the database is on its disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        return int(cursor.fetchone()[0])
