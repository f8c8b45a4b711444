"""What a round cost a process and its children: clock, CPU, memory, and SQLite's commits."""

import contextlib
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil


@dataclass(slots=True)
class Cost:
    """One round; `commits` is None where SQLite keeps no write-ahead log."""

    seconds: float = 0.0
    cpu_s: float = 0.0
    peak_mb: float = 0.0  # of all processes at once, pages that they share counted in each
    largest_mb: float = 0.0  # of one
    commits: int | None = None
    _over: threading.Event = field(default_factory=threading.Event)


@contextlib.contextmanager
def watch(pid: int, database: Path) -> Iterator[Cost]:
    """Measure the block; the tree's memory is looked at ten times a second."""
    process, cost = psutil.Process(pid), Cost()
    looking = threading.Thread(target=_look, args=(process, cost))
    before, began, commits = _cpu_s(process), time.monotonic(), commits_of(database)
    looking.start()
    try:
        yield cost
    finally:
        cost.seconds = time.monotonic() - began
        cost.cpu_s = _cpu_s(process) - before
        after = commits_of(database)
        cost.commits = after - commits if after is not None and commits is not None else None
        cost._over.set()
        looking.join()


def commits_of(database: Path) -> int | None:
    """Return SQLite's own count of commits, of the index of its write-ahead log.

    Every commit adds one to the third word of its header (`iChange` in SQLite's wal.c).
    """
    index = database.with_name(f"{database.name}-shm")
    if not index.is_file() or index.stat().st_size < 12:
        return None
    with index.open("rb") as head:
        return int(struct.unpack("=3I", head.read(12))[2])


def _cpu_s(process: psutil.Process) -> float:
    """Return the processor seconds of a tree, of children that have ended and were waited for."""
    total = 0.0
    for one in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):
            times = one.cpu_times()
            total += times.user + times.system
            total += times.children_user + times.children_system
    return total


def _look(process: psutil.Process, cost: Cost) -> None:
    is_over = False
    while not is_over:  # at least once, however short the block is
        is_over = cost._over.wait(0.1)
        sizes = []
        with contextlib.suppress(psutil.NoSuchProcess):
            for one in [process, *process.children(recursive=True)]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    sizes.append(one.memory_info().rss / 1e6)
        cost.peak_mb = max(cost.peak_mb, sum(sizes))
        cost.largest_mb = max([cost.largest_mb, *sizes])
