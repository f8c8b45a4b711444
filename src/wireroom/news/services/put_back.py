"""Feeds that were polled by a clock which ran ahead: they are asked by the one of now."""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from wireroom.news.models import Feed

# Clocks of two machines differ by seconds; what was done later than this was done by a wrong one.
CLOCK_SKEW: Final = timedelta(minutes=10)

# What a feed has done, which cannot be later than now.
_PAST: Final = ("polled_at", "ok_at", "news_at")


def ask_by_this_clock(*, now: datetime) -> int:
    """Make feeds due that wait for a time which a wrong clock named; return how many.

    A clock that stood a year ahead for a minute would keep them silent for a year.
    """
    ahead = now + CLOCK_SKEW
    wrong = Q(*((f"{name}__gt", ahead) for name in _PAST), _connector=Q.OR)
    feeds = list(Feed.objects.filter(wrong).values_list("pk", flat=True))
    if not feeds:
        return 0
    touched = Feed.objects.filter(pk__in=feeds)
    # What is being asked just now gets its time when it is filed.
    due = touched.filter(retired_at=None, due_at__gt=now, lease="").update(due_at=now)
    for name in _PAST:
        touched.filter(**{f"{name}__gt": ahead}).update(**{name: now})
    return due
