"""Which stories are of a day, whatever the archive's size."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from wireroom.engine.stories.rank import PINNED, rank_of_time
from wireroom.news.queries.rows import Value, time_value

# How far coverage lifts a story, and a flood of one outlet lowers it, in units of rank: stories
# of a day are looked for among those whose rank may be of it.
_LIFTED: Final = 10.0
_LOWERED: Final = 6.0
OF_DAY: Final = f"""story.rank >= %s
    AND (story.rank <= %s OR story.rank >= {PINNED})
    AND story.first_at < %s AND story.last_at >= %s"""


def day_values(day: date) -> tuple[Value, ...]:
    """Return the values of OF_DAY; days are UTC's."""
    start = datetime.combine(day, time(), UTC)
    end = start + timedelta(days=1)
    return (
        rank_of_time(start) - _LOWERED,
        rank_of_time(end) + _LIFTED,
        time_value(end),
        time_value(start),
    )
