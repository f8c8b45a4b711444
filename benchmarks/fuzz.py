"""1,000,000 strange and damaged inputs: no reader may crash, hang, or break what it promises.

A case is made of its kind and seed alone, and can be had again: --only KIND --case SEED.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final

from benchmarks.fuzz_kind import chance_of
from benchmarks.fuzz_worker import KINDS, LIMIT_S, Tally, work
from benchmarks.table import print_table, state_machine

HEAD: Final = (
    "kind", "cases", "read", "refused", "crash", "wrong", "late", "memory", "died",
    "CPU ms", "max s",
)  # fmt: skip
_BAD: Final = ("crash", "wrong", "late", "memory", "died")
_BATCH: Final = 250  # cases; a second or two of work
# Seeds of one run, so that no two runs share one.
_SPAN: Final = 1_000_000_000
# By the clock without a new case: on a busy machine a case's five seconds of processor take long.
_STUCK_S: Final = 300.0
_TOLD_EVERY: Final = 200  # batches
_MOST_FILES: Final = 200
_LONGEST_INPUT: Final = 1_000_000  # characters of an input that is kept; the seed has it whole

# Copies of a parent that has read every kind begin at once, and have its memory to share.
_FORK: Final = multiprocessing.get_context("fork")
Batch = tuple[str, range]


@dataclass(slots=True)
class _Worker:
    """A process, the pipe of its orders, and the shared number of the case at hand."""

    process: Any
    orders: Connection
    current: Any
    batch: Batch | None = None
    seen: tuple[int, float] = (-1, float("inf"))  # the seed at hand, and since when

    def is_stuck(self) -> bool:
        """Say whether one case has been at hand for too long."""
        now = time.monotonic()
        if self.current.value != self.seen[0] or self.seen[1] > now:
            self.seen = (self.current.value, now)
        return now - self.seen[1] > _STUCK_S


def _start() -> _Worker:
    here, there = _FORK.Pipe()
    current = _FORK.Value("q", -1, lock=False)
    process = _FORK.Process(target=work, args=(there, current), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here, current)


def batches(cases: int, seed: int, only: Sequence[str]) -> Iterator[Batch]:
    """Yield the batches of a run, its kinds mixed, so that a run cut short has some of each."""
    shares = {name: kind.share for name, kind in KINDS.items() if name in only or not only}
    left = {name: round(cases * part / sum(shares.values())) for name, part in shares.items()}
    rows = []
    for name, count in left.items():
        for at in range(0, count, _BATCH):
            first = seed * _SPAN + at
            rows.append((at / count, name, range(first, first + min(_BATCH, count - at))))
    yield from ((name, seeds) for _, name, seeds in sorted(rows, key=lambda row: row[0]))


class Run:
    """The batches that wait, and what became of the cases so far."""

    def __init__(self, waiting: Iterable[Batch], keep: Path) -> None:
        self.tallies = {name: Tally() for name in KINDS}
        self._waiting = deque(waiting)
        self._keep = keep
        self._kept = 0
        self._taken = 0  # batches

    def go(self, jobs: int, end: float) -> None:
        """Have workers take every batch, or those that they can until the end."""
        workers = [_start() for _ in range(jobs)]
        try:
            while self._order(workers, end):
                self._turn({one.orders: one for one in workers if one.batch is not None})
                workers = [one for one in workers if one.process.is_alive()]
                workers += [_start() for _ in range(jobs - len(workers))]
        finally:
            for worker in workers:
                worker.process.kill()

    def _order(self, workers: Sequence[_Worker], end: float) -> bool:
        """Give work to those that have none; False where nobody has any."""
        if time.monotonic() > end:
            self._waiting.clear()
        for worker in workers:
            if worker.batch is None and self._waiting:
                worker.batch = self._waiting.popleft()
                worker.orders.send(worker.batch)
                worker.seen = (-1, float("inf"))
        return any(worker.batch for worker in workers)

    def _turn(self, busy: Mapping[Any, _Worker]) -> None:
        """Wait for some answers; a worker that can give none is ended."""
        for orders in wait(list(busy), timeout=5):
            worker = busy[orders]
            try:
                self._count(worker, worker.orders.recv())
            except (EOFError, ConnectionError):
                worker.process.join()
                self._bury(worker, f"the process ended ({worker.process.exitcode})")
        for worker in busy.values():
            if worker.batch is not None and worker.is_stuck():
                self._bury(worker, f"no end after {_STUCK_S:.0f} s by the clock")

    def _count(self, worker: _Worker, tally: Tally) -> None:
        assert worker.batch is not None
        name, worker.batch = worker.batch[0], None
        self.tallies[name].add(tally)
        self._taken += 1
        if self._taken % _TOLD_EVERY == 0:
            print(f"{len(self._waiting):,} batches are left", file=sys.stderr, flush=True)
        for seed, told in tally.findings:
            self._tell(name, seed, told)

    def _bury(self, worker: _Worker, why: str) -> None:
        """Keep the case that ended a worker; what it counted before is lost, and taken again."""
        assert worker.batch is not None
        worker.process.kill()
        worker.process.join()
        (name, seeds), worker.batch = worker.batch, None
        lost = worker.current.value if worker.current.value in seeds else seeds.start
        self.tallies[name].counts["cases"] += 1
        self.tallies[name].find("died", lost, why)
        self._tell(name, lost, f"died: {why}")
        for rest in (range(lost + 1, seeds.stop), range(seeds.start, lost)):
            if rest:
                self._waiting.appendleft((name, rest))

    def _tell(self, name: str, seed: int, told: str) -> None:
        print(f"{name} {seed}: {told.strip().splitlines()[-1]}", file=sys.stderr, flush=True)
        if self._kept < _MOST_FILES:
            self._kept += 1
            self._keep.mkdir(parents=True, exist_ok=True)
            case = repr(KINDS[name].make(chance_of(name, seed)))[:_LONGEST_INPUT]
            path = self._keep / f"{name.replace(' ', '-')}-{seed}.txt"
            path.write_text(f"{name} {seed}\n{told}\n{case}\n", "utf-8", "backslashreplace")


def main(words: Sequence[str] | None = None) -> int:
    """Take the cases and print what became of them; 1 where one should not have."""
    args = _parser().parse_args(words)
    waiting = list(batches(args.cases, args.seed, args.only))
    if args.case is not None:
        waiting = [(name, range(args.case, args.case + 1)) for name in args.only or KINDS]
    run = Run(waiting, args.keep)
    began = time.monotonic()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # stopped, it tells of what was taken
        run.go(args.jobs, began + args.for_s)
    print(state_machine("feedparser", "selectolax", "nh3", "protego"))
    rows = [_row(name, tally) for name, tally in run.tallies.items() if tally.counts]
    print_table("Strange and damaged inputs", HEAD, rows)
    taken = sum(tally.counts["cases"] for tally in run.tallies.values())
    bad = sum(tally.counts[what] for tally in run.tallies.values() for what in _BAD)
    minutes = (time.monotonic() - began) / 60
    print(f"{taken:,} cases in {minutes:.1f} minutes, {LIMIT_S:.0f} s of processor time for each")
    print(f"findings: {bad:,}" + (f", the first of them in {args.keep}" if bad else ""))
    return int(bool(bad))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wireroom bench fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000, help="of all kinds together")
    parser.add_argument("--seed", type=int, default=1, help="another one makes other cases")
    parser.add_argument("--only", action="append", default=[], choices=list(KINDS))
    parser.add_argument("--case", type=int, help="take this one alone, by the seed of a finding")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--for-s", type=float, default=float("inf"), help="stop after so long")
    keep = Path(tempfile.gettempdir()) / "wireroom-fuzz"
    parser.add_argument("--keep", type=Path, default=keep, help="folder for findings")
    return parser


def _row(name: str, tally: Tally) -> tuple[object, ...]:
    counts, slowest = tally.counts, tally.slowest[0]
    cpu_ms = 1000 * tally.cpu_s / max(counts["cases"], 1)
    told = (counts[what] for what in ("cases", "read", "refused", *_BAD))
    return (name, *told, cpu_ms, slowest)


if __name__ == "__main__":
    sys.exit(main())
