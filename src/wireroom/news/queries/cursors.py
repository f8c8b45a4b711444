"""Where a list was left: positions that stay put while new rows arrive at its head."""

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from wireroom.news.queries.rows import Value, time_value

# The conditions of the rows that follow a cursor; the first part lets an index be used.
AFTER_RANK: Final = "story.rank <= %s AND (story.rank < %s OR story.id > %s)"
AFTER_TIME: Final = "article.sort_at <= %s AND (article.sort_at < %s OR article.id > %s)"
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_FORM: Final = re.compile(r"(-?[0-9.e+-]{1,32})_([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class RankCursor:
    """The last story shown of a list by falling rank; rows of one rank go by rising id."""

    rank: float
    id: int

    def __str__(self) -> str:
        return f"{self.rank!r}_{self.id}"

    def values(self) -> tuple[Value, ...]:
        """Return the values of AFTER_RANK."""
        return (self.rank, self.rank, self.id)


@dataclass(frozen=True, slots=True)
class TimeCursor:
    """The last article shown of a list by falling `sort_at`; of one time, by rising id."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // _MICROSECOND}_{self.id}"

    def values(self) -> tuple[Value, ...]:
        """Return the values of AFTER_TIME."""
        at = time_value(self.at)
        return (at, at, self.id)


def read_rank_cursor(text: str) -> RankCursor | None:
    """Return the position, or None (the head of the list) where the text is none."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    try:
        rank = float(match[1])
    except ValueError:
        return None
    return RankCursor(rank, int(match[2])) if math.isfinite(rank) else None


def read_time_cursor(text: str) -> TimeCursor | None:
    """Return the position, or None (the head of the list) where the text is none."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    try:
        return TimeCursor(_EPOCH + int(match[1]) * _MICROSECOND, int(match[2]))
    except (ValueError, OverflowError):  # not a whole number, or beyond the calendar
        return None
