"""Notices, at the start and when the clock was put back, what one that ran ahead has done."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from wireroom.news.services.put_back import CLOCK_SKEW, ask_by_this_clock
from wireroom.pipeline.coordinator import utc_now

_log: Final = logging.getLogger(__name__)
_NEVER: Final = datetime.max.replace(tzinfo=UTC)


class PutBack:
    """Compares the time with that of the turn before; called once a turn of the coordinator."""

    def __init__(self, *, clock: Callable[[], datetime] = utc_now) -> None:
        self._clock = clock
        self._before = _NEVER

    def __call__(self) -> None:
        """Ask feeds by the clock of now, if it went back, or nobody has looked yet."""
        now = self._clock()
        if now < self._before - CLOCK_SKEW:
            feeds = ask_by_this_clock(now=now)
            if feeds:
                _log.warning("the clock was put back: %d feeds are asked by the new time", feeds)
        self._before = now
