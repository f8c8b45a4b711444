"""Keeps child processes alive: a dead one is restarted, and all end together."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

from wireroom.adapters.orphans import SUPERVISED_VARIABLE

# A child that dies at once is not restarted in a tight loop: 0.5 s, 1 s, 2 s … 30 s.
FIRST_PAUSE_S: Final = 0.5
LONGEST_PAUSE_S: Final = 30.0
# A child that lived this long starts again with the first pause.
SETTLED_S: Final = 20.0
GRACE_S: Final = 10.0
LOOK_S: Final = 0.2
SETTLE_S: Final = 1.5
# A site that takes longer to serve does not hold up the others' start.
SERVES_WITHIN_S: Final = 30.0
# Where a child writes one byte once it serves: the number of a pipe's end.
SERVES_VARIABLE: Final = "WIREROOM_SERVES_FD"


@dataclass(slots=True)
class Child:
    """One process and how to start it.

    One that `overlaps` shares its port: started anew it serves before the one of before ends, so
    that nobody is refused, and tells so by SERVES_VARIABLE.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    overlaps: bool = False
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause_s: float = FIRST_PAUSE_S
    again_at: float = 0.0

    def start(self, *, told_at: int | None = None) -> None:
        """Start the process; it watches us, so that it ends even when we are killed.

        `told_at` is the end of a pipe that it writes to once it serves.
        """
        environment = {**os.environ, **self.environment, SUPERVISED_VARIABLE: str(os.getpid())}
        if told_at is not None:
            environment[SERVES_VARIABLE] = str(told_at)
        # Its own session: Ctrl-C reaches the supervisor alone, which ends the children in order.
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and modules
            [sys.executable, *self.command],
            env=environment,
            start_new_session=True,
            pass_fds=() if told_at is None else (told_at,),
        )
        self.started_at = time.monotonic()

    def start_serving(self) -> None:
        """Start the process, and wait until it serves, ended or took too long."""
        hears, told_at = os.pipe()
        try:
            try:
                self.start(told_at=told_at)
            finally:
                os.close(told_at)  # that it ended is told by the pipe, too
            select.select([hears], [], [], SERVES_WITHIN_S)
        finally:
            os.close(hears)

    def is_dead(self) -> bool:
        return self.process is not None and self.process.poll() is not None


@dataclass(slots=True)
class Supervisor:
    """Starts the children, restarts the dead, and stops all of them on a signal."""

    children: Sequence[Child]
    say: Callable[[str], None]
    # Looked at now and then: once it says that settings changed, all start anew with `remake`,
    # which is asked while those of before run still.
    has_changed: Callable[[], bool] = lambda: False
    remake: Callable[[], Sequence[Child]] = tuple
    _stopping: threading.Event = field(default_factory=threading.Event)

    def run(self, *, ready: Callable[[], None]) -> None:
        """Run until SIGINT or SIGTERM; `ready` is called once all children were started."""
        before = {s: signal.signal(s, self._stop) for s in (signal.SIGINT, signal.SIGTERM)}
        try:
            for child in self.children:
                child.start()
            threading.Thread(target=ready, daemon=True).start()
            while not self._stopping.wait(LOOK_S):
                if self.has_changed():
                    self._start_anew()
                self._mend()
        finally:
            self._end()
            for number, action in before.items():
                signal.signal(number, action)

    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping.set()

    def _mend(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if child.is_dead() and not child.again_at:
                self._schedule(child, now)
            if child.again_at and now >= child.again_at:
                child.again_at = 0.0
                self._try_to_start(child, now)

    def _try_to_start(self, child: Child, now: float) -> None:
        """Start a child; where the machine has no memory or process for it, again in a while."""
        try:
            child.start()
        except OSError as error:
            child.pause_s = min(child.pause_s * 2, LONGEST_PAUSE_S)
            child.again_at = now + child.pause_s
            self.say(f"cannot start {child.name}: {error}; trying again in {child.pause_s:.1f} s")

    def _start_anew(self) -> None:
        # Whoever changed the settings is still being answered.
        if self._stopping.wait(SETTLE_S):
            return
        try:
            children = self.remake()
        except Exception as error:  # noqa: BLE001 - whatever it is, a site that runs is kept up
            self.say(f"settings changed, but {error}; what runs goes on with those of before")
            return
        self.say("settings changed; starting anew with them")
        first = [child for child in children if child.overlaps]
        for child in first:
            child.start_serving()
            self._stopping.wait(SETTLE_S)  # its server listens a moment after it tells so
        self._end()
        self.children = children
        for child in self.children:
            if child not in first:
                child.start()

    def _schedule(self, child: Child, now: float) -> None:
        settled = now - child.started_at >= SETTLED_S
        child.pause_s = FIRST_PAUSE_S if settled else min(child.pause_s * 2, LONGEST_PAUSE_S)
        child.again_at = now + child.pause_s
        code = child.process.returncode if child.process else "?"
        self.say(f"{child.name} ended ({code}); starting it again in {child.pause_s:.1f} s")

    def _end(self) -> None:
        alive = [child for child in self.children if child.process and not child.is_dead()]
        for child in reversed(alive):
            _signal(child, signal.SIGTERM)
        deadline = time.monotonic() + GRACE_S
        for child in reversed(alive):
            _wait(child, max(deadline - time.monotonic(), 0.1))


def _signal(child: Child, number: signal.Signals) -> None:
    if child.process is not None and child.process.poll() is None:
        child.process.send_signal(number)


def _wait(child: Child, timeout_s: float) -> None:
    if child.process is None:
        return
    try:
        child.process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.process.pid, signal.SIGKILL)  # with its workers
        child.process.wait()
