"""Which stories are of a day, whatever the archive's size."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from wireroom.engine.stories.rank import PINNED, rank_of_time
from wireroom.news.queries.ranked import Part, Ranked
from wireroom.news.queries.rows import time_value

# How far coverage lifts a story, and a flood of one outlet lowers it, in units of rank: stories
# of a day are looked for among those whose rank may be of it.
_LIFTED: Final = 10.0
_LOWERED: Final = 6.0
_OF_DAY: Final = " AND story.first_at < %s AND story.last_at >= %s"
# What is pinned stands above all: in one condition with the others, everything between them and
# the day would be read through, which is the whole archive for an early one.
_PINNED: Final = f" AND story.rank >= {PINNED}{_OF_DAY}"
_RANKED: Final = f" AND story.rank >= %s AND story.rank <= %s{_OF_DAY}"


def parts_of_day(ranked: Callable[[str], Ranked], day: date) -> list[Part]:
    """Return how stories of a day are read, by what reads those of a condition; days are UTC's."""
    start = datetime.combine(day, time(), UTC)
    end = start + timedelta(days=1)
    within = (time_value(end), time_value(start))
    ranks = (rank_of_time(start) - _LOWERED, rank_of_time(end) + _LIFTED)
    return [(ranked(_PINNED), within), (ranked(_RANKED), (*ranks, *within))]
