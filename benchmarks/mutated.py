"""Damaged pages: real ones with their bytes changed; no page may crash the reader or hold it up."""

import argparse
import faulthandler
import gzip
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

from benchmarks.mutations import MUTATIONS, mutated
from benchmarks.table import percentile, print_table, state_machine
from wireroom.engine.errors import BadInput, UnreadablePage
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document

HEAD: Final = ("change", "pages", "read", "unreadable", "crashes", "late", "CPU ms", "p99", "max")
_TOLD_EVERY: Final = 1_000


class LateError(Exception):
    """The time limit of one page is over."""


@dataclass(slots=True)
class Tally:
    """What became of the pages of one kind of change."""

    unreadable: Counter[str] = field(default_factory=Counter)
    crashes: int = 0
    late: int = 0
    cpu_s: list[float] = field(default_factory=list)

    def row(self, name: str) -> tuple[object, ...]:
        """Return the table's row."""
        refused, pages = self.unreadable.total(), len(self.cpu_s)
        read = pages - refused - self.crashes - self.late
        times = [1000 * percentile(self.cpu_s, share) for share in (0.5, 0.99, 1.0)]
        return (name, pages, read, refused, self.crashes, self.late, *times)


@dataclass(slots=True)
class Run:
    """All pages so far; `slowest` is CPU seconds, bytes and which page it was."""

    limit_s: float
    kinds: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MUTATIONS})
    slowest: tuple[float, int, str] = (0.0, 0, "none")

    def take(self, label: str, kind: str, raw: bytes) -> None:
        """Read one page and count what became of it; what should not happen is told at once."""
        tally = self.kinds[kind.partition(" + ")[0]]
        started = time.process_time()
        signal.setitimer(signal.ITIMER_REAL, self.limit_s)
        try:
            read_document(Document(name=label, raw=raw, url="https://damaged.example/2031/page"))
        except UnreadablePage as error:
            tally.unreadable[error.reason] += 1
        except LateError:
            tally.late += 1
            print(f"late: {label} ({kind}), {len(raw):,} bytes", file=sys.stderr)
        except Exception as error:  # noqa: BLE001 - crashes are what is looked for
            tally.crashes += 1
            print(f"crash: {label} ({kind}): {type(error).__name__}: {error}", file=sys.stderr)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        spent = time.process_time() - started
        tally.cpu_s.append(spent)
        self.slowest = max(self.slowest, (spent, len(raw), f"{label} ({kind})"))


def main() -> int:
    """Read damaged pages and print what became of them; 1 where one crashed or was late."""
    parser = argparse.ArgumentParser(prog="wireroom bench mutated", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of ID.html.gz pages")
    parser.add_argument("--pages", type=int, default=2_000, help="how many damaged pages to read")
    parser.add_argument("--first", type=int, default=0, help="the first one's number: go on there")
    parser.add_argument("--limit-s", type=float, default=20.0, help="seconds for one page")
    parser.add_argument("--for-s", type=float, default=float("inf"), help="stop after so long")
    args = parser.parse_args()
    files = sorted(args.folder.glob("*.html.gz"))
    if not files:
        error = BadInput(f"no ID.html.gz in {args.folder}: give the folder of a corpus of pages")
        print(f"wireroom bench mutated: {error}", file=sys.stderr)
        return 1
    run = Run(args.limit_s)
    _read_all(run, files, range(args.first, args.first + args.pages), args.for_s)
    _print(run)
    return int(any(tally.crashes or tally.late for tally in run.kinds.values()))


def _read_all(run: Run, files: Sequence[Path], numbers: range, for_s: float) -> None:
    faulthandler.enable()  # a parser in C may end the process; the number told last is near
    signal.signal(signal.SIGALRM, _raise_late)
    end = time.monotonic() + for_s
    for number in numbers:
        if time.monotonic() > end:
            break
        if number % _TOLD_EVERY == 0:
            print(f"page {number:,}", file=sys.stderr, flush=True)
        # 7,919 is a prime: neighbours in the folder, of one publisher, come far apart.
        path = files[number * 7_919 % len(files)]
        kind, raw = mutated(gzip.decompress(path.read_bytes()), number)
        run.take(f"{number} {path.name.partition('.')[0]}", kind, raw)


def _raise_late(number: int, frame: FrameType | None) -> None:
    raise LateError


def _print(run: Run) -> None:
    rows = [tally.row(name) for name, tally in run.kinds.items() if tally.cpu_s]
    print(state_machine("selectolax", "lxml", "trafilatura"))
    print_table("Damaged pages", HEAD, rows)
    reasons = sum((tally.unreadable for tally in run.kinds.values()), Counter[str]())
    told = ", ".join(f"{reason} {count:,}" for reason, count in reasons.most_common())
    print(f"unreadable: {told or 'none'}")
    seconds, size, label = run.slowest
    print(f"slowest: {seconds:.2f} s of CPU for {size:,} bytes: {label}")


if __name__ == "__main__":
    sys.exit(main())
