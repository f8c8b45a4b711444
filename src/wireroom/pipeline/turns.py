"""Turns of hosts behind which pages wait: looked for beside the stages, about once a second."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from wireroom.adapters.polite import PoliteFetcher
from wireroom.news.services.held import hosts_in_turn, take_turn
from wireroom.pipeline.coordinator import utc_now

log = logging.getLogger(__name__)

_EVERY_S: Final = 1.0
# At some milliseconds each they keep the stages waiting for a moment; 5,000 hosts whose budgets
# are spent have a turn an hour, one or two a second.
_HOSTS: Final = 10


class HostTurns:
    """Wakes pages whose host may be asked again; called once a turn of the coordinator."""

    def __init__(
        self,
        fetcher: PoliteFetcher,
        *,
        clock: Callable[[], datetime] = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._monotonic = monotonic
        self._next_at = monotonic()

    def __call__(self) -> None:
        """Give hosts their turn, if that is some while ago."""
        if self._monotonic() < self._next_at:
            return
        self._next_at = self._monotonic() + _EVERY_S
        now = self._clock()
        for one in hosts_in_turn(now=now, limit=_HOSTS):
            woken = take_turn(one, self._fetcher.room(one.host), now=now)
            if woken:
                log.info("%s may be asked again: %d pages that waited are due", one.host, woken)
