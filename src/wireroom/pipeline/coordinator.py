"""The loop that turns the stages: collect what is done, file it, claim what is due."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from django.db import OperationalError, close_old_connections

from wireroom.adapters.metrics import RESULTS
from wireroom.adapters.tracing import NOTHING, Span, begin
from wireroom.news.models import Work
from wireroom.news.services.leases import LeaseLost
from wireroom.pipeline.portions import Portions
from wireroom.pipeline.stage import Stage

log = logging.getLogger(__name__)

# How long the loop sleeps when nothing is under way: the delay a reader sees at most.
IDLE_S: Final = 0.25
# How far apart turns are while work is under way: what is done meanwhile is filed together.
# A turn's statements cost much the same for one row as for thirty: at .1 s the coordinator took
# a tenth more CPU an article. Half of a stage's claimed rows keep two workers busy for longer.
TURN_S: Final = 0.3


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Running:
    stage: Stage[Any]
    row: Work
    span: Span = NOTHING


@dataclass(slots=True)
class Coordinator:
    """Turns the stages until told to stop. `clock` gives aware UTC; `beside` is done each turn."""

    stages: Sequence[Stage[Any]]
    clock: Callable[[], datetime] = utc_now
    beside: Callable[[], None] = lambda: None
    filed: Counter[str] = field(default_factory=Counter)  # by step, since the start
    _running: dict[Future[Any], _Running] = field(default_factory=dict)
    _portions: Portions = field(default_factory=Portions)
    _stopped: bool = False

    def run(
        self,
        *,
        is_enough: Callable[[], bool] | None = None,
        beat: Callable[[], None] | None = None,
    ) -> None:
        """Turn until `stop()`, or until nothing is under way and `is_enough` says so."""
        while not self._stopped:
            began = time.monotonic()
            worked = self._turn_safely()
            if beat is not None:
                beat()
            if self._running:
                left_s = began + TURN_S - time.monotonic()
                wait(list(self._running), timeout=max(left_s, 0.0))
            elif not worked:
                if is_enough is not None and is_enough():
                    return
                time.sleep(IDLE_S)

    def stop(self) -> None:
        """End the loop after this turn; what is under way falls due again by its lease."""
        self._stopped = True

    def turn(self) -> bool:
        """File what is done and claim what is due, once; return whether there was anything."""
        self.beside()
        worked = self._collect()
        for stage in self.stages:
            worked |= self._claim(stage)
        return worked

    def _turn_safely(self) -> bool:
        try:
            return self.turn()
        except OperationalError as error:
            # The database is away or locked for long: leases make it safe to just go on later.
            log.error("database: %s; trying again", str(error).strip())
            close_old_connections()
            time.sleep(1.0)
            return True

    def _collect(self) -> bool:
        worked = False
        for stage in self.stages:
            worked |= self._file_done(stage)
        return worked

    def _file_done(self, stage: Stage[Any]) -> bool:
        """File what is done of a stage, as many results in a transaction as fit."""
        done = [f for f, running in self._running.items() if running.stage is stage and f.done()]
        first = 0
        while first < len(done):
            some = done[first : first + self._portions.fitting(stage.step, most=stage.together)]
            began = time.monotonic()
            self._file(stage, some)
            took_s = time.monotonic() - began
            self._portions.took(stage.step, rows=len(some), seconds=took_s)
            first += len(some)
        return bool(done)

    def _claim(self, stage: Stage[Any]) -> bool:
        under_way = sum(running.stage is stage for running in self._running.values())
        room = stage.in_flight - under_way
        # Claims cost two queries each: fill up in halves, not row by row.
        if room < max(stage.in_flight // 2, 1):
            return False
        rows = stage.claim(now=self.clock(), limit=room)
        if not rows:
            return False
        self._start(stage, rows)
        self._file_done(stage)  # what runs inline is done already
        return True

    def _start(self, stage: Stage[Any], rows: Sequence[Work]) -> None:
        tired = [row for row in rows if stage.is_exhausted(row)]
        for row in tired:
            died = "given up: its workers died again and again"
            self._fail(stage, row, RuntimeError(died))
        fit = [row for row in rows if row not in tired] if tired else rows
        try:
            futures = stage.start(fit, now=self.clock()) if fit else []
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge of a stage
            if len(fit) == 1:
                self._fail(stage, fit[0], error)
            else:
                self._start_singly(stage, fit)
            return
        for row, future in zip(fit, futures, strict=True):
            span = begin(f"wireroom.{stage.step}")
            span.tell("wireroom.row", _name_of(row))
            self._running[future] = _Running(stage, row, span)

    def _start_singly(self, stage: Stage[Any], rows: Sequence[Work]) -> None:
        for row in rows:
            self._start(stage, [row])

    def _file(self, stage: Stage[Any], futures: Sequence[Future[Any]]) -> None:
        """File results together; where one of them cannot be filed, each by itself."""
        good = [future for future in futures if _error_of(future) is None]
        if len(good) > 1 and self._are_filed(stage, good):
            for future in good:
                self._running.pop(future).span.end()
        for future in futures:
            if future in self._running:
                running = self._running.pop(future)
                self._file_alone(stage, running.row, future)
                running.span.end(_error_of(future))

    def _are_filed(self, stage: Stage[Any], futures: Sequence[Future[Any]]) -> bool:
        done = [(self._running[future].row, future.result()) for future in futures]
        try:
            stage.file(done, now=self.clock())
        except Exception as error:  # noqa: BLE001 - each is filed by itself, and fails by itself
            log.info("%s: %d results are filed singly: %s", stage.step, len(done), error)
            return False
        self._count(stage, len(done))
        return True

    def _count(self, stage: Stage[Any], rows: int) -> None:
        self.filed[stage.step] += rows
        RESULTS.labels(stage=stage.step, outcome="filed").inc(rows)

    def _file_alone(self, stage: Stage[Any], row: Work, future: Future[Any]) -> None:
        error = _error_of(future)
        if error is not None:
            self._fail(stage, row, error)
            return
        try:
            stage.file([(row, future.result())], now=self.clock())
            self._count(stage, 1)
        except LeaseLost:
            log.info("%s of %s: another coordinator has it", stage.step, row.pk)
        except OperationalError:
            raise
        except Exception as failure:  # noqa: BLE001 - the edge of a stage
            self._fail(stage, row, failure)

    def _fail(self, stage: Stage[Any], row: Work, error: BaseException) -> None:
        if isinstance(error, LeaseLost):
            return
        RESULTS.labels(stage=stage.step, outcome="failed").inc()
        expected = type(error).__module__.startswith("wireroom")
        log.log(
            logging.INFO if expected else logging.ERROR,
            "%s of %s %s failed: %s",
            stage.step,
            type(row).__name__.lower(),
            row,
            error,
            exc_info=None if expected else error,
            extra={"stage": stage.step, "row": _name_of(row)},
        )
        try:
            stage.fail(row, error, now=self.clock())
        except LeaseLost:
            log.info("%s of %s: another coordinator has it", stage.step, row.pk)


def _name_of(row: Work) -> str:
    return f"{type(row).__name__.lower()} {row.pk}"


def _error_of(future: Future[Any]) -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()
