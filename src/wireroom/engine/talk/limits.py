"""How often somebody may comment, and for how long they are new here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

EDIT_WINDOW: Final = timedelta(minutes=10)
SLOW: Final = timedelta(minutes=10)
DAY: Final = timedelta(days=1)
_WHILE: Final = timedelta(minutes=10)
# An account is new for a day: most that are made to flood are used within hours.
_NEW: Final = timedelta(days=1)
# Lively talk comes to a comment a minute for a while; who is new has less to answer.
_OFTEN: Final = 10
_OFTEN_NEW: Final = 3
_DAILY: Final = 60
_DAILY_NEW: Final = 10
# Trusted is who has been about for a week and whose comments stood.
_TRUSTED_AFTER: Final = timedelta(days=7)
_TRUSTED_SHOWN: Final = 3
_TRUSTED_SHARE: Final = 5  # of so many shown comments one at most was removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What somebody did before: times of their comments of the last day, the latest first."""

    joined_at: datetime
    commented_at: Sequence[datetime]
    last_here: datetime | None = None  # in the story that is commented on now


def find_wait(past: Past, *, now: datetime, is_slow: bool = False) -> timedelta:
    """Return how long somebody has to wait before they may comment: none, for most."""
    is_new = now - past.joined_at < _NEW
    ends = [
        _ends(past.commented_at, _OFTEN_NEW if is_new else _OFTEN, _WHILE),
        _ends(past.commented_at, _DAILY_NEW if is_new else _DAILY, DAY),
        past.last_here + SLOW if is_slow and past.last_here else None,
    ]
    return max((end - now for end in ends if end), default=timedelta(0))


def is_trusted(since: datetime, *, shown: int, removed: int, now: datetime) -> bool:
    """Tell whether pages with somebody's comments may be found by search engines."""
    stood = shown >= _TRUSTED_SHOWN and removed * _TRUSTED_SHARE <= shown
    return stood and now - since >= _TRUSTED_AFTER


def _ends(times: Sequence[datetime], most: int, within: timedelta) -> datetime | None:
    """Return when the oldest of the latest `most` times is long enough ago."""
    return times[most - 1] + within if len(times) >= most else None
