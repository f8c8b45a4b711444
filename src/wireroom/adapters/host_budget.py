"""How many requests a host may get in 24 hours, counted by the hour."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Final

from wireroom.engine.errors import FetchFailed
from wireroom.engine.pages.waking import Room
from wireroom.engine.types import AskedFor, GivesWay

# A newsroom of 1,000 reports a day, each looked at four times in its first days, and ten feeds at
# the shortest interval come to this; a host that would be asked more is most likely asked wrongly.
DAY_BUDGET: Final = 6_000
# So much of it may be spent before a request waits: a feed that is not asked loses reports, a
# report that was not fetched is not there, and one that was read is only asked for corrections.
# In `./wireroom bench month` polls take a fifth of all requests, on a platform of many outlets
# more. With .6 for all pages looks at known reports took it from new ones, which waited for 1 to
# 17 hours there. Of .8 and .6, .85 and .6, .85 and .7, .8 and .5, tried on the platforms of seeds
# 8 and 9, new pages waited least with these, and no more polls were held up than with others.
_SHARES: Final[Mapping[GivesWay, float]] = {
    GivesWay.TO_NONE: 1.0,
    GivesWay.TO_FEEDS: 0.85,
    GivesWay.TO_NEWS: 0.6,
}
_HOUR_S: Final = 3_600.0
WINDOW: Final = 25  # hours by the clock: what any 24 hours can touch

Asked = tuple[str, int]  # a host, and an hour since 1970
Kinds = Mapping[AskedFor, int]


class HostBudget:
    """Requests of every host by hour; the loop that asks counts, another thread keeps and learns.

    `clock` gives seconds since 1970: an hour is the same one after a restart, and elsewhere.
    """

    def __init__(self, a_day: int = DAY_BUDGET, *, clock: Callable[[], float] = time.time) -> None:
        self._a_day = a_day
        self._days: Mapping[str, int] = {}
        self._clock = clock
        self._asked: dict[str, dict[int, int]] = {}
        self._unkept: dict[Asked, Counter[AskedFor]] = {}
        self._lock = Lock()
        self._pruned_at = 0

    def spend(self, host: str, *, gives_way: GivesWay, asks_for: AskedFor = AskedFor.PAGE) -> None:
        """Count a request. Raises FetchFailed where the budget of any 24 hours is spent."""
        hour = self.hour
        with self._lock:
            self._prune(hour)
            asked = self._asked.setdefault(host, {})
            budget = self._budget(host, gives_way)
            if sum(asked.values()) >= budget:
                raise FetchFailed(
                    "%(host)s was asked once in 24 hours, which is its budget",
                    "%(host)s was asked %(num)s times in 24 hours, which is its budget",
                    host=host,
                    num=budget,
                    retry_after_s=self._closed_s(asked, hour),
                    held=True,
                    held_by=host,
                )
            asked[hour] = asked.get(hour, 0) + 1
            self._unkept.setdefault((host, hour), Counter())[asks_for] += 1

    def room(self, host: str, *, gives_way: GivesWay) -> Room:
        """Return how many requests a host may get now."""
        hour = self.hour
        with self._lock:
            self._prune(hour)
            asked = self._asked.get(host, {})
            left = self._budget(host, gives_way) - sum(asked.values())
            if left > 0:
                return Room(requests=left)
            return Room(requests=0, closed_s=self._closed_s(asked, hour))

    def _budget(self, host: str, gives_way: GivesWay) -> int:
        return int(self._days.get(host, self._a_day) * _SHARES[gives_way])

    def _closed_s(self, asked: Mapping[int, int], hour: int) -> float:
        """Return how long nothing is free: until the earliest hour that counts is forgotten."""
        return (min(asked, default=hour) + WINDOW) * _HOUR_S - self._clock()

    def set_days(self, days: Mapping[str, int]) -> None:
        """Let hosts have other budgets than all; those of before are forgotten."""
        with self._lock:
            self._days = dict(days)

    @property
    def hour(self) -> int:
        """The hour that it is."""
        return int(self._clock() // _HOUR_S)

    def is_idle(self, host: str) -> bool:
        """Tell whether nothing is counted of a host."""
        return host not in self._asked

    def take_unkept(self) -> Mapping[Asked, Kinds]:
        """Return what was counted since the last time, to be kept."""
        with self._lock:
            unkept, self._unkept = self._unkept, {}
        return unkept

    def give_back(self, unkept: Mapping[Asked, Kinds]) -> None:
        """Have what could not be kept returned once more."""
        with self._lock:
            for asked, kinds in unkept.items():
                self._unkept.setdefault(asked, Counter()).update(kinds)

    def learn(self, kept: Iterable[tuple[str, int, int]]) -> None:
        """Take over what is kept of hosts (host, hour, requests), by others too."""
        with self._lock:
            for host, hour, count in kept:
                asked = self._asked.setdefault(host, {})
                unkept = self._unkept.get((host, hour))
                asked[hour] = count + (unkept.total() if unkept else 0)

    def _prune(self, hour: int) -> None:
        """Forget hours that no budget looks at any more, or that a wrong clock has put ahead."""
        if hour == self._pruned_at:
            return
        self._pruned_at = hour
        recent = {
            host: {at: n for at, n in asked.items() if hour - WINDOW < at <= hour}
            for host, asked in self._asked.items()
        }
        self._asked = {host: asked for host, asked in recent.items() if asked}
