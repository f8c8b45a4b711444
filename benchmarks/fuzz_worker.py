"""A process that takes fuzz cases: bounded in memory and processor time, and told of before each.

What no Python code can stop, a loop in C or the end of the process, the parent finds by the number
of the case that was told last.
"""

import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any, Final

from benchmarks import (
    fuzz_addresses,
    fuzz_archives,
    fuzz_decider,
    fuzz_feeds,
    fuzz_letters,
    fuzz_terms,
)
from benchmarks.fuzz_kind import Kind, chance_of
from wireroom.engine.errors import WireroomError

_PARTS: Final = (
    fuzz_addresses, fuzz_archives, fuzz_decider, fuzz_feeds, fuzz_letters, fuzz_terms
)  # fmt: skip
KINDS: Final[dict[str, Kind]] = {name: kind for part in _PARTS for name, kind in part.KINDS.items()}
# Of processor time, for one case. The slowest cases that are known take a tenth of it.
LIMIT_S: Final = 5.0
# Beyond what a worker has when it begins: a poll's ten megabytes, and a tree of them.
MEMORY: Final = 1_500_000_000
# Linux's clock of what RLIMIT_CPU counts, this process's ticks (CPUCLOCK_PROF): on a busy machine
# they run ahead of processor time, a second in fifteen.
_LIMITED: Final = -8
_KEPT: Final = 20  # findings of one kind in one batch, told in full


class LateError(BaseException):
    """The time limit of one case is over; no reader may take it for an error of its own."""


@dataclass(slots=True)
class Tally:
    """What became of some cases of one kind; findings are (seed, what)."""

    counts: Counter[str] = field(default_factory=Counter)
    cpu_s: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)  # processor seconds, seed
    findings: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take over what another one counted."""
        self.counts += other.counts
        self.cpu_s += other.cpu_s
        self.slowest = max(self.slowest, other.slowest)
        self.findings += other.findings

    def find(self, what: str, seed: int, told: str) -> None:
        """Count a finding, and keep it while there are few."""
        self.counts[what] += 1
        if len(self.findings) < _KEPT:
            self.findings.append((seed, f"{what}: {told}"))


def bind_process() -> None:
    """Limit this process: memory in all, and processor time case by case."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    signal.signal(signal.SIGPROF, _late)
    # The parent is asked to end, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def take_cases(name: str, seeds: Iterable[int], current: Any) -> Tally:
    """Take the cases of these seeds; `current` is a shared number, the seed at hand."""
    tally, kind = Tally(), KINDS[name]
    for seed in seeds:
        current.value = seed
        tally.counts["cases"] += 1
        case = kind.make(chance_of(name, seed))
        began = time.process_time()
        # The kernel ends a process that no signal's handler can: Python code runs no more.
        hard = int(time.clock_gettime(_LIMITED) + 3 * LIMIT_S) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (hard, resource.RLIM_INFINITY))
        _take(kind, case, seed, tally)
        spent = time.process_time() - began
        tally.cpu_s += spent
        tally.slowest = max(tally.slowest, (spent, seed))
    return tally


def _take(kind: Kind, case: Any, seed: int, tally: Tally) -> None:
    signal.setitimer(signal.ITIMER_PROF, LIMIT_S)
    try:
        kind.take(case)
        tally.counts["read"] += 1
    except WireroomError:
        tally.counts["refused"] += 1
    except LateError:
        tally.find("late", seed, traceback.format_exc(limit=-6))
    except MemoryError:
        tally.find("memory", seed, traceback.format_exc(limit=-6))
    except AssertionError as error:
        tally.find("wrong", seed, str(error) or traceback.format_exc(limit=-3))
    except Exception:  # noqa: BLE001 - crashes are what is looked for
        tally.find("crash", seed, traceback.format_exc(limit=-6))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _late(number: int, frame: FrameType | None) -> None:
    raise LateError


def work(orders: Connection, current: Any) -> None:
    """Take batches (kind, seeds) from the parent and answer each with its tally, until None."""
    bind_process()
    while (order := orders.recv()) is not None:
        name, seeds = order
        orders.send(take_cases(name, seeds, current))
    sys.exit(0)
