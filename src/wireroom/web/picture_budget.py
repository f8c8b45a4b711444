"""What outlets are asked for pictures by this process: kept with what else they are asked."""

import logging
import time
from collections.abc import Callable
from threading import Lock
from typing import Final

from django.db import DatabaseError

from wireroom.adapters.host_budget import WINDOW, HostBudget
from wireroom.news.services.budgets import keep_asked

_log = logging.getLogger(__name__)
# As often as the pipeline keeps what it asked: of a page's dozen pictures one writes.
_EVERY_S: Final = 10.0


class PictureBudget:
    """A process's budget of hosts; `keep` is called after each picture that was asked for.

    What was asked in the seconds before the last picture is kept with the next one.
    """

    def __init__(self, a_day: int, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.budget: Final = HostBudget(a_day)
        self._monotonic = monotonic
        self._next_at = monotonic()
        self._lock = Lock()

    def keep(self) -> None:
        """Keep what was asked since the last time, if that is some while ago."""
        with self._lock:
            if self._monotonic() < self._next_at:
                return
            self._next_at = self._monotonic() + _EVERY_S
        unkept = self.budget.take_unkept()
        if not unkept:
            return
        try:
            self.budget.learn(keep_asked(unkept, after=self.budget.hour - WINDOW))
        except DatabaseError:  # a picture is no reason to fail: it is kept the next time
            _log.warning("what outlets were asked for pictures could not be kept", exc_info=True)
            self.budget.give_back(unkept)
