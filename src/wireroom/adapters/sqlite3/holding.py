"""One transaction's hold of SQLite's place to write: counted, and told where it was long."""

import logging
import os
import sys
import time
from dataclasses import dataclass
from types import FrameType
from typing import Final, Self

from wireroom.adapters.counts import COUNTS_VARIABLE

log = logging.getLogger(__name__)

# Told from here: a reader who saves something notices a wait of a second.
LONG_S: Final = 1.0
_ORIGIN_FRAMES: Final = 3


@dataclass(slots=True)
class Holding:
    """When a transaction asked for the place to write, got it and gave it back.

    Pipeline and site count and tell it.
    """

    asked_at: float
    got_at: float = 0.0
    cpu_at: float = 0.0
    commits_at: float = 0.0

    @classmethod
    def asked(cls) -> Self:
        return cls(time.perf_counter())

    def began(self) -> Self:
        self.got_at, self.cpu_at = time.perf_counter(), time.thread_time()
        return self

    def commits(self) -> None:
        self.commits_at = time.perf_counter()

    def end(self) -> None:
        if not os.environ.get(COUNTS_VARIABLE):  # a command by hand may take its time
            return
        now = time.perf_counter()
        held_s = now - self.got_at
        _count(self.got_at - self.asked_at, held_s)
        if held_s >= LONG_S:
            log.warning(
                "a transaction kept all others from writing for %.1f s (%.1f s of it computing,"
                " %.1f s committing): %s",
                held_s,
                time.thread_time() - self.cpu_at,
                now - self.commits_at if self.commits_at else 0.0,
                _origin(),
            )


def _count(waited_s: float, held_s: float) -> None:
    # Only now does the process have its folder: prometheus_client looks for it when imported.
    from wireroom.adapters.metrics import WRITES

    WRITES.labels(part="waiting").observe(waited_s)
    WRITES.labels(part="held").observe(held_s)


def _origin() -> str:
    """Return where in our code the transaction was asked for, innermost first."""
    found: list[str] = []
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and len(found) < _ORIGIN_FRAMES:
        module, name = _place(frame)
        if module.startswith("wireroom.") and not module.startswith(__package__):
            found.append(f"{module.removeprefix('wireroom.')}.{name}")
        frame = frame.f_back
    return " < ".join(found) or "outside the project"


def _place(frame: FrameType) -> tuple[str, str]:
    """Return a frame's module and function; of a wrapper by `atomic` those that it wraps."""
    wrapped = frame.f_locals.get("func") if frame.f_code.co_name == "inner" else None
    if wrapped is not None:
        name = getattr(wrapped, "__qualname__", "")
        return str(getattr(wrapped, "__module__", "")), str(name)
    return str(frame.f_globals.get("__name__", "")), frame.f_code.co_name
