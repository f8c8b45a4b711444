"""The loop that turns the stages: collect what is done, file it, claim what is due."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from django.db import OperationalError, close_old_connections

from wireroom.news.models import Work
from wireroom.news.services.leases import LeaseLost
from wireroom.pipeline.stage import Stage

log = logging.getLogger(__name__)

# How long the loop sleeps when nothing is under way: the delay a reader sees at most.
IDLE_S: Final = 0.25
BUSY_S: Final = 0.05


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Running:
    stage: Stage[Any]
    row: Work


@dataclass(slots=True)
class Coordinator:
    """Turns the stages until told to stop. `clock` gives aware UTC."""

    stages: Sequence[Stage[Any]]
    clock: Callable[[], datetime] = utc_now
    filed: Counter[str] = field(default_factory=Counter)  # by step, since the start
    _running: dict[Future[Any], _Running] = field(default_factory=dict)
    _stopped: bool = False

    def run(
        self,
        *,
        is_enough: Callable[[], bool] | None = None,
        beat: Callable[[], None] | None = None,
    ) -> None:
        """Turn until `stop()`, or until nothing is under way and `is_enough` says so."""
        while not self._stopped:
            worked = self._turn_safely()
            if beat is not None:
                beat()
            if not worked and not self._running:
                if is_enough is not None and is_enough():
                    return
                time.sleep(IDLE_S)
            elif not worked:
                wait(list(self._running), timeout=BUSY_S, return_when=FIRST_COMPLETED)

    def stop(self) -> None:
        """End the loop after this turn; what is under way falls due again by its lease."""
        self._stopped = True

    def turn(self) -> bool:
        """File what is done and claim what is due, once; return whether there was anything."""
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
        done = [future for future in self._running if future.done()]
        for future in done:
            running = self._running.pop(future)
            self._file(running.stage, running.row, future)
        return bool(done)

    def _claim(self, stage: Stage[Any]) -> bool:
        under_way = sum(running.stage is stage for running in self._running.values())
        room = stage.in_flight - under_way
        # Claims cost two queries each: fill up in halves, not row by row.
        if room < max(stage.in_flight // 2, 1):
            return False
        rows = stage.claim(now=self.clock(), limit=room)
        for row in rows:
            self._start(stage, row)
        return bool(rows)

    def _start(self, stage: Stage[Any], row: Work) -> None:
        now = self.clock()
        try:
            if stage.is_exhausted(row):
                raise RuntimeError("given up: its workers died again and again")
            future = stage.start(row, now=now)
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001 - the edge of a stage
            self._fail(stage, row, error)
            return
        if future.done():
            self._file(stage, row, future)
        else:
            self._running[future] = _Running(stage, row)

    def _file(self, stage: Stage[Any], row: Work, future: Future[Any]) -> None:
        error = future.exception()
        if error is not None:
            self._fail(stage, row, error)
            return
        try:
            stage.file(row, future.result(), now=self.clock())
            self.filed[stage.step] += 1
        except LeaseLost:
            log.info("%s of %s: another coordinator has it", stage.step, row.pk)
        except OperationalError:
            raise
        except Exception as failure:  # noqa: BLE001 - the edge of a stage
            self._fail(stage, row, failure)

    def _fail(self, stage: Stage[Any], row: Work, error: BaseException) -> None:
        if isinstance(error, LeaseLost):
            return
        expected = type(error).__module__.startswith("wireroom")
        log.log(
            logging.INFO if expected else logging.ERROR,
            "%s of %s %s failed: %s",
            stage.step,
            type(row).__name__.lower(),
            row,
            error,
            exc_info=None if expected else error,
        )
        stage.fail(row, error, now=self.clock())
