"""When a feed brings news: what was seen by hour of the day and day of the week, and fades.

Polls are spread as the square root of the rate. Of all ways to spend so many requests over
feeds and hours, that one makes the mean delay of an article least: a poll every T seconds costs
1/T and delays what comes by T/2, and the sum of rate * T/2 at a given sum of 1/T is least where
T goes as 1/sqrt(rate).
"""

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

# Two weeks halve what was seen: a new timetable or a change of the clocks is learned in a month,
# one odd day does not count for much.
_HALF_LIFE_S: Final = 14 * 86_400.0
_LONGEST_LOOK_BACK: Final = timedelta(days=7)  # into a feed's own dates, when it is met first
# As if so many entries had come evenly: one entry at four in the morning makes no night desk.
_EVEN_AN_HOUR: Final = 0.5
_EVEN_A_DAY: Final = 2.0
_ENOUGH_S: Final = 86_400.0  # watched for less, a feed has shown no rhythm yet
_WEEKS_S: Final = 14 * 86_400.0  # before, a day without entries may be one that was not watched
# Chosen by `./wireroom bench month` on seeds 1 to 3: at one entry an hour, look every 45 minutes.
# 3,600 saves a fifth of the requests and makes articles wait a third longer.
_PACE_S: Final = 2_700.0
_HOUR_S: Final = 3_600.0
_FORM: Final = struct.Struct("<32f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Entries by hour of the day and day of the week (UTC, Monday first), and seconds watched.

    Both fade alike, so that entries over time is the rate.
    """

    watched_s: float = 0.0
    hours: tuple[float, ...] = (0.0,) * 24
    days: tuple[float, ...] = (0.0,) * 7

    @property
    def is_known(self) -> bool:
        """Whether the feed was watched for long enough to tell."""
        return self.watched_s >= _ENOUGH_S

    def pack(self) -> bytes:
        """Return 128 bytes that unpack() reads."""
        return _FORM.pack(self.watched_s, *self.hours, *self.days)


def unpack_rhythm(packed: bytes) -> Rhythm:
    """Return the rhythm of its bytes; of any other bytes one that has seen nothing."""
    if len(packed) != _FORM.size:
        return Rhythm()
    watched_s, *counts = _FORM.unpack(packed)
    if not all(math.isfinite(one) and one >= 0 for one in (watched_s, *counts)):
        return Rhythm()
    return Rhythm(watched_s=watched_s, hours=tuple(counts[:24]), days=tuple(counts[24:]))


def observe(
    rhythm: Rhythm,
    stated: Sequence[datetime | None],
    *,
    since: datetime | None,
    now: datetime,
) -> Rhythm:
    """Return the rhythm after one more look, at which entries of these times were new.

    `since` is the last good look; without one the feed's own dates say how long it took to
    bring what it shows. A time that cannot be (no clock is trusted) counts half-way between.
    """
    if since is None:
        times = [one for one in stated if one and now - _LONGEST_LOOK_BACK < one <= now]
        if not times:
            return rhythm
        since = min(times)
    else:
        middle = since + (now - since) / 2
        times = [one if one and since < one <= now else middle for one in stated]
    watched_s = max((now - since).total_seconds(), 0.0)
    fade = 0.5 ** (watched_s / _HALF_LIFE_S)
    faded = Rhythm(
        watched_s=rhythm.watched_s * fade + watched_s,
        hours=tuple(count * fade for count in rhythm.hours),
        days=tuple(count * fade for count in rhythm.days),
    )
    return _counted(faded, times)


def observe_push(
    rhythm: Rhythm,
    stated: Sequence[datetime | None],
    *,
    since: datetime | None,
    now: datetime,
) -> Rhythm:
    """Return the rhythm after a hub told of entries between two looks.

    The time that was watched is counted by the next look, which finds these entries known. A
    push comes when its entry is out: one whose time cannot be counts now.
    """
    if since is None:
        return rhythm
    return _counted(rhythm, [one if one and since < one <= now else now for one in stated])


def _counted(rhythm: Rhythm, times: Sequence[datetime]) -> Rhythm:
    hours, days = list(rhythm.hours), list(rhythm.days)
    for time in times:
        at = time.astimezone(UTC)
        hours[at.hour] += 1
        days[at.weekday()] += 1
    return replace(rhythm, hours=tuple(hours), days=tuple(days))


def rate_at(rhythm: Rhythm, at: datetime) -> float:
    """Return how many entries an hour are to be expected at that time."""
    if not rhythm.watched_s:
        return 0.0
    at = at.astimezone(UTC)
    seen = sum(rhythm.hours)
    # The hours beside count for half: outlets move with summer time, and nobody files by the bell.
    near = (
        rhythm.hours[at.hour - 1] + 2 * rhythm.hours[at.hour] + rhythm.hours[(at.hour + 1) % 24]
    ) / 4
    of_hour = 24 * (near + _EVEN_AN_HOUR) / (seen + 24 * _EVEN_AN_HOUR)
    return seen / rhythm.watched_s * _HOUR_S * of_hour * _of_day(rhythm, at.weekday())


def _of_day(rhythm: Rhythm, weekday: int) -> float:
    if rhythm.watched_s < _WEEKS_S:
        return 1.0
    seen = sum(rhythm.days)
    return 7 * (rhythm.days[weekday] + _EVEN_A_DAY) / (seen + 7 * _EVEN_A_DAY)


def wait_by(rhythm: Rhythm, now: datetime, *, most_s: float) -> float:
    """Return the seconds until the next look is worth its request, at most `most_s`."""
    at, waited_s, due = now, 0.0, 0.0
    while waited_s < most_s:
        left_s = _HOUR_S - (at.minute * 60 + at.second + at.microsecond / 1e6)
        density = math.sqrt(rate_at(rhythm, at)) / _PACE_S
        if due + density * left_s >= 1:
            return min(waited_s + (1 - due) / density, most_s)
        due += density * left_s
        waited_s += left_s
        at += timedelta(seconds=left_s)
    return most_s
