"""The hour of a person's next letter and their quiet hours, by the clock of their time zone."""

from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

_WEEK: Final = 7


class Every(StrEnum):
    """How often somebody wants a digest."""

    OFF = "off"
    DAY = "daily"
    WEEK = "weekly"


def next_letter(
    every: Every, *, hour: int, weekday: int, zone: tzinfo, after: datetime
) -> datetime | None:
    """Return the first time behind `after` at which the clock shows the hour; None where off.

    `weekday` counts from Monday, 0. An hour that the clock leaves out in spring is taken at the
    moment it would have been; of one that it shows twice in autumn, the first counts (PEP 495).
    """
    if every is Every.OFF:
        return None
    day = after.astimezone(zone).date() - timedelta(days=1)  # the clock may have been set back
    while True:
        at = datetime.combine(day, time(hour), zone).astimezone(UTC)
        if at > after and (every is Every.DAY or day.weekday() == weekday % _WEEK):
            return at
        day += timedelta(days=1)


def is_quiet(at: datetime, zone: tzinfo, *, first: int, end: int) -> bool:
    """Tell whether a time lies from hour `first` to before hour `end`; the same hour is never."""
    hour = at.astimezone(zone).hour
    if first <= end:
        return first <= hour < end
    return hour >= first or hour < end
