"""How much an outlet published right before a story that it alone tells: a flood sinks by it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Final

from django.db.models import Q

from wireroom.engine.stories.rank import CROWD_S
from wireroom.news.models import Article
from wireroom.pipeline.faces import Covering

_BEFORE: Final = timedelta(seconds=CROWD_S)
_MOST_COUNTED: Final = 20_000  # times read at once: a flood of more sinks deep enough


def count_crowds(coverage: Mapping[int, Sequence[Covering]]) -> dict[int, int]:
    """Return how many reports the outlet of a story published in the hour up to its first.

    Of stories that one outlet alone tells, in one query.
    """
    opened: dict[int, tuple[int, datetime]] = {}
    for story, members in coverage.items():
        if len({one.outlet_id for one in members}) == 1:
            opened[story] = (members[0].outlet_id, min(one.at for one in members))
    if not opened:
        return {}
    times = _published(set(opened.values()))
    return {
        story: bisect_right(times[outlet], at) - bisect_left(times[outlet], at - _BEFORE)
        for story, (outlet, at) in opened.items()
    }


def _published(spots: set[tuple[int, datetime]]) -> Mapping[int, Sequence[datetime]]:
    """Return in order when the outlets published in the hours up to these times."""
    hours = (Q(outlet=outlet, sort_at__gte=at - _BEFORE, sort_at__lte=at) for outlet, at in spots)
    rows = Article.objects.filter(reduce(or_, hours)).order_by("outlet", "sort_at")
    times = defaultdict(list)
    for outlet, at in rows.values_list("outlet_id", "sort_at")[:_MOST_COUNTED]:
        times[outlet].append(at)
    return times
