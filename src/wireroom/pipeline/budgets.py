"""Hosts' budgets among coordinators, and across restarts: kept a few times a minute."""

import time
from collections.abc import Callable
from typing import Final

from django.db import DatabaseError

from wireroom.adapters.host_budget import WINDOW, HostBudget
from wireroom.news.queries.asked_hosts import read_day_budgets
from wireroom.news.services.budgets import keep_asked, read_asked

# By so much of their pace coordinators may overshoot a budget together: 40 of 6,000 requests for
# two of them, at two places a host and a second between requests.
_EVERY_S: Final = 10.0
# How soon a budget that was set at the desk holds.
_DAYS_EVERY_S: Final = 60.0


class Budgets:
    """Keeps what was asked, and learns what others asked; called once a turn."""

    def __init__(
        self, budget: HostBudget, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._budget = budget
        self._monotonic = monotonic
        self._next_at = monotonic() + _EVERY_S
        budget.learn(read_asked(after=budget.hour - WINDOW))
        self._read_days()

    def __call__(self) -> None:
        """Keep what was asked since the last time, if that is some while ago."""
        if self._monotonic() >= self._days_at:
            self._read_days()
        if self._monotonic() >= self._next_at:
            self._next_at = self._monotonic() + _EVERY_S
            self.keep()

    def _read_days(self) -> None:
        self._days_at = self._monotonic() + _DAYS_EVERY_S
        self._budget.set_days(read_day_budgets())

    def keep(self) -> None:
        """Keep what was asked since the last time: nothing is written where nothing was."""
        unkept = self._budget.take_unkept()
        if not unkept:
            return
        try:
            self._budget.learn(keep_asked(unkept, after=self._budget.hour - WINDOW))
        except DatabaseError:
            self._budget.give_back(unkept)
            raise
