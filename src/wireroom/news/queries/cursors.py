"""Where a list was left: positions that stay put while new rows arrive at its head."""

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db.models import Q

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

    def after(self) -> Q:
        """Return the condition of the rows that follow."""
        return Q(rank__lte=self.rank) & (Q(rank__lt=self.rank) | Q(id__gt=self.id))


@dataclass(frozen=True, slots=True)
class TimeCursor:
    """The last article shown of a list by falling `sort_at`; of one time, by rising id."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // _MICROSECOND}_{self.id}"

    def after(self) -> Q:
        """Return the condition of the rows that follow."""
        return Q(sort_at__lte=self.at) & (Q(sort_at__lt=self.at) | Q(id__gt=self.id))


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
