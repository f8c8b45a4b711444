"""When a feed's silence is a sign: by its rhythm more was due than chance leaves out."""

from datetime import datetime, timedelta
from typing import Final

from wireroom.engine.feeds.rhythm import Rhythm, rate_at

# Were entries to come one by one (Poisson), none where 12 are due would be chance once in 160,000
# looks. They come in bunches, so that the bar stands well above the 8 that 5,000 feeds would ask.
MISSED: Final = 12.0
_HOUR: Final = timedelta(hours=1)
_LONGEST: Final = timedelta(days=7)  # by then a daily feed has missed a week: its outlet tells


def missed_since(rhythm: Rhythm, since: datetime, now: datetime) -> float:
    """Return how many entries were due since the last one, counted up to MISSED.

    0 while the rhythm is not known. Nights and days of rest count as little as they bring.
    """
    if not rhythm.is_known:
        return 0.0
    missed, at = 0.0, max(since, now - _LONGEST)
    while at < now and missed < MISSED:
        # To the end of the clock's hour, through which the rate is one.
        past = timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
        step = min(_HOUR - past, now - at)
        missed += rate_at(rhythm, at) * (step / _HOUR)
        at += step
    return missed


def is_silent(rhythm: Rhythm, since: datetime, now: datetime) -> bool:
    """Say whether a feed has been still for longer than its rhythm allows."""
    return missed_since(rhythm, since, now) >= MISSED
