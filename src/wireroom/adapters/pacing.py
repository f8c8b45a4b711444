"""Politeness: how many requests a host gets at once, how far apart, and when it rests."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from wireroom.adapters.host_budget import HostBudget
from wireroom.engine.errors import FetchFailed
from wireroom.engine.pages.waking import HostRoom, Room
from wireroom.engine.types import AskedFor, GivesWay

_MAX_HOSTS: Final = 5_000  # remembered; beyond, those at rest are forgotten
_SHORT_REST_S: Final = 5.0  # a rest this short is waited for, a longer one reported


@dataclass(slots=True)
class _Host:
    """What is known of one host; times are of the monotonic clock."""

    slots: asyncio.Semaphore
    interval_s: float
    next_at: float = 0.0
    rest_until: float = 0.0
    users: int = field(default=0)


class HostPacing:
    """Gives each host's requests their turns; one object for one event loop."""

    def __init__(
        self,
        *,
        per_host: int = 2,
        min_interval_s: float = 1.0,
        max_wait_s: float = 60.0,
        budget: HostBudget | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._per_host = per_host
        self._interval_s = min_interval_s
        self._max_wait_s = max_wait_s
        self.budget: Final = budget or HostBudget()
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(
        self,
        host: str,
        *,
        trusted: bool = False,
        gives_way: GivesWay = GivesWay.TO_NONE,
        asks_for: AskedFor = AskedFor.PAGE,
    ) -> AsyncIterator[None]:
        """Hold one of the host's places from the moment its next request may start.

        `trusted` hosts (one's own) get many places, no interval and no budget. Raises
        FetchFailed when the host asked for a longer rest, when its budget of requests for 24
        hours is spent, or when its queue is too long to wait in. One that `gives_way` may
        spend a part of the budget alone.
        """
        state = self._state(host, trusted)
        state.users += 1
        try:
            await self._await_rest(host, state)
            async with state.slots:
                await self._await_interval(host, state)
                if not trusted:
                    self.budget.spend(host, gives_way=gives_way, asks_for=asks_for)
                yield
        finally:
            state.users -= 1

    def rest(self, host: str, seconds: float, *, trusted: bool = False) -> None:
        """Remember that the host wants no requests for so long (429 or 503, Retry-After)."""
        state = self._state(host, trusted)
        state.rest_until = max(state.rest_until, self._clock() + seconds)

    def keep_interval(self, host: str, seconds: float) -> None:
        """Leave at least so long between two requests (robots.txt's Crawl-delay)."""
        state = self._state(host, trusted=False)
        state.interval_s = max(self._interval_s, min(seconds, self._max_wait_s))

    def interval_s(self, host: str) -> float:
        """Return the seconds between two requests to the host, as it asked or as all get."""
        known = self._hosts.get(host)
        return known.interval_s if known is not None else self._interval_s

    def room(self, host: str) -> HostRoom:
        """Return how many pages the host may be asked for now, beside what is under way."""
        state = self._hosts.get(host)
        rest_s = state.rest_until - self._clock() if state is not None else 0.0
        interval_s = self.interval_s(host)
        if rest_s > _SHORT_REST_S:
            none = Room(requests=0, closed_s=rest_s)
            return HostRoom(new=none, known=none, interval_s=interval_s)
        return HostRoom(
            new=self.budget.room(host, gives_way=GivesWay.TO_FEEDS),
            known=self.budget.room(host, gives_way=GivesWay.TO_NEWS),
            interval_s=interval_s,
        )

    async def _await_rest(self, host: str, state: _Host) -> None:
        rest_s = state.rest_until - self._clock()
        if rest_s > _SHORT_REST_S:
            until = datetime.now(UTC) + timedelta(seconds=rest_s)
            raise FetchFailed(
                "%(host)s asked for no requests until %(until)s UTC",
                host=host,
                until=f"{until:%Y-%m-%d %H:%M:%S}",
                retry_after_s=rest_s,
                held=True,
                held_by=host,
            )
        if rest_s > 0:
            await self._sleep(rest_s)

    async def _await_interval(self, host: str, state: _Host) -> None:
        now = self._clock()
        wait_s = max(state.next_at, state.rest_until) - now
        if wait_s > self._max_wait_s:
            raise FetchFailed(
                "too many requests wait for %(host)s; the next is %(seconds)s s away",
                host=host,
                seconds=f"{wait_s:.0f}",
                retry_after_s=wait_s,
                held=True,
                held_by=host,
            )
        # Reserved before waiting, so that two places never start in the same moment.
        state.next_at = max(state.next_at, now) + state.interval_s
        if wait_s > 0:
            await self._sleep(wait_s)

    def _state(self, host: str, trusted: bool) -> _Host:
        if host not in self._hosts:
            self._forget_idle()
            places = 64 if trusted else self._per_host
            interval_s = 0.0 if trusted else self._interval_s
            self._hosts[host] = _Host(asyncio.Semaphore(places), interval_s)
        return self._hosts[host]

    def _forget_idle(self) -> None:
        if len(self._hosts) < _MAX_HOSTS:
            return
        now = self._clock()
        for host, state in list(self._hosts.items()):
            rests = state.users == 0 and max(state.next_at, state.rest_until) < now
            if rests and self.budget.is_idle(host):
                del self._hosts[host]
