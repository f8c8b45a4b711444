"""The one shape of every step: claim → engine function on an executor → file."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Generic, TypeVar

from pebble import ProcessExpired

from wireroom.engine.errors import FetchFailed
from wireroom.news.models import Work
from wireroom.news.services.leases import bury, claim, put_off
from wireroom.pipeline.retry import MAX_ATTEMPTS, MAX_ORPHANED, retry_at

log = logging.getLogger(__name__)
W = TypeVar("W", bound=Work)

# What the coordinator does itself costs it a few milliseconds a row. On a busy machine a turn
# takes a second: what is claimed by then has to be more than what comes in meanwhile, or all wait
# ever longer. At 60 articles a second 32 were too few.
MANY: Final = 128


# A worker died: its memory ran out, somebody killed it, or the page did. The page is tried again
# soon, because mostly it is not the page; its attempts are counted, so that it ends if it is.
CRASHED: Final = (ProcessExpired, BrokenExecutor)
AFTER_CRASH: Final = timedelta(seconds=1)
# The cluster's scheduler went away: no fault of any row, and none is given up for it.
LOST: Final = (CancelledError, ConnectionError)
AFTER_LOSS: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Executors:
    """Where the stages run their work."""

    net: Executor  # coroutine functions
    cpu: Executor  # engine functions, in other processes
    bulk: Executor  # those that take seconds: nothing that a reader waits for queues behind them
    inline: Executor  # engine functions that take microseconds


class Stage(ABC, Generic[W]):
    """One step of the pipeline. A subclass says what is claimed, what runs and what is filed."""

    step: ClassVar[str]
    model: type[W]
    lease_s: ClassVar[float] = 120.0
    in_flight: int = 32  # claimed rows at a time
    together: ClassVar[int] = 1  # results that are filed in one transaction at most
    related: ClassVar[tuple[str, ...]] = ()  # what `start` and `file` look at beside the row

    def __init__(self, executors: Executors, *, holder: str) -> None:
        self.executors = executors
        self.holder = holder

    def claim(self, *, now: datetime, limit: int) -> list[W]:
        """Take what is due."""
        return claim(
            self.model,
            self.step,
            now=now,
            limit=limit,
            lease_s=self.lease_s,
            holder=self.holder,
            related=self.related,
        )

    @abstractmethod
    def start(self, rows: Sequence[W], *, now: datetime) -> list[Future[Any]]:
        """Hand each row's work to an executor; where that raises, rows are started singly."""

    @abstractmethod
    def file(self, done: Sequence[tuple[W, Any]], *, now: datetime) -> None:
        """Write results of `start` and make the next step due, in one transaction.

        All or nothing: where it raises, the results are filed singly, so that bad input takes
        no good result with it.
        """

    def fail(self, row: W, error: BaseException, *, now: datetime) -> None:
        """Put the row off with its error, or make it a dead letter after MAX_ATTEMPTS tries."""
        message = str(error) or type(error).__name__
        if isinstance(error, FetchFailed) and error.held:
            rest = timedelta(seconds=error.retry_after_s or 0.0)
            put_off(row, message, until=now + max(rest, AFTER_CRASH), is_attempt=False)
            return
        permanent = isinstance(error, FetchFailed) and error.permanent
        after_s = error.retry_after_s if isinstance(error, FetchFailed) else None
        until = retry_at(
            key=f"{self.step}:{row.pk}", attempts=row.attempts, now=now, at_least_s=after_s
        )
        if isinstance(error, LOST):
            until = now + AFTER_LOSS
        elif until is not None and isinstance(error, CRASHED):
            until = now + AFTER_CRASH
        if permanent or until is None:
            bury(row, message, now=now)
            log.warning("%s of %s given up: %s", self.step, row, message)
        else:
            put_off(row, message, until=until)

    def is_exhausted(self, row: W) -> bool:
        """Say whether a row was claimed again and again and never filed: it kills its workers."""
        return row.attempts > MAX_ATTEMPTS or row.orphaned > MAX_ORPHANED
