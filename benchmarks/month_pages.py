"""Pages of a simulated month: when they are fetched, and in which order they wait for a host."""

import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.month_world import Outlet, Report


@dataclass(frozen=True, slots=True)
class PageOf:
    """A report's page: `number` counts pages as they were announced, `looks` the fetches so far."""

    number: int
    outlet: Outlet
    report: Report
    announced_at: datetime
    looks: int = 0


_Line = list[tuple[int, PageOf]]


@dataclass(slots=True)
class Waiting:
    """Pages behind their hosts, new and known ones apart, in each line the newest first."""

    _new: defaultdict[str, _Line] = field(default_factory=lambda: defaultdict(list))
    _known: defaultdict[str, _Line] = field(default_factory=lambda: defaultdict(list))

    def hold(self, page: PageOf) -> bool:
        """Put a page behind its host; True where it is the first there."""
        host = page.outlet.host
        was_free = not sum(self.count(host))
        line = self._known if page.looks else self._new
        heapq.heappush(line[host], (-page.number, page))
        return was_free

    def wake(self, host: str, *, new: int, known: int) -> list[PageOf]:
        """Take so many pages from behind a host."""
        lines = ((self._new[host], new), (self._known[host], known))
        return [heapq.heappop(line)[1] for line, count in lines for _ in range(count)]

    def count(self, host: str) -> tuple[int, int]:
        """Return how many new and known pages wait behind a host."""
        return len(self._new[host]), len(self._known[host])

    def total(self) -> tuple[int, int]:
        """Return how many new and known pages wait behind all hosts."""
        return sum(map(len, self._new.values())), sum(map(len, self._known.values()))
