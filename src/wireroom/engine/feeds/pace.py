"""What a feed itself says of when to ask it: RSS's ttl, skipHours and skipDays.

RSS 2.0, and 0.91 for the skips: hours are of Greenwich, 0 to 23 (24 is midnight in old feeds).
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

_HEAD: Final = 65_536  # bytes; both stand in the channel, before its items in nearly every feed
_SKIPS: Final = re.compile(
    rb"<skip(hours|days)\b[^<>]{0,200}>(.{0,2000}?)</skip\1\s*>", re.I | re.S
)
_HOUR: Final = re.compile(rb"<hour\b[^<>]{0,200}>\s*(\d{1,2})\s*<", re.IGNORECASE)
_DAY: Final = re.compile(rb"<day\b[^<>]{0,200}>\s*([a-z]{3})[a-z]*\s*<", re.IGNORECASE)
_DAYS: Final = (b"mon", b"tue", b"wed", b"thu", b"fri", b"sat", b"sun")
# A weekend and a bank holiday; a feed that skips for longer is asked all the same.
_LONGEST_SKIP: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A feed's own wishes; hours 0 to 23 of UTC, days from Monday, 0."""

    ttl_s: int = 0
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()


def read_pace(raw: bytes, *, ttl_s: int | None) -> Pace:
    """Return what a feed's bytes ask for, beside the ttl that its reader found."""
    hours: set[int] = set()
    days: set[int] = set()
    for kind, inside in _SKIPS.findall(raw[:_HEAD]):
        if kind.lower() == b"hours":
            hours |= {int(hour) % 24 for hour in _HOUR.findall(inside) if int(hour) <= 24}
        else:
            named = (day.lower() for day in _DAY.findall(inside))
            days |= {_DAYS.index(day) for day in named if day in _DAYS}
    return Pace(
        ttl_s=max(ttl_s or 0, 0), skip_hours=tuple(sorted(hours)), skip_days=tuple(sorted(days))
    )


def after_skips(at: datetime, pace: Pace) -> datetime:
    """Return the first moment from `at` on that the feed does not ask to leave out.

    A feed that leaves out everything, or more than three days on end, is not obeyed.
    """
    free = at
    while free - at <= _LONGEST_SKIP:
        utc = free.astimezone(UTC)
        midnight = utc.replace(hour=0, minute=0, second=0, microsecond=0)
        if utc.weekday() in pace.skip_days:
            free = midnight + timedelta(days=1)
        elif utc.hour in pace.skip_hours:
            free = midnight + timedelta(hours=utc.hour + 1)
        else:
            return free
    return at
