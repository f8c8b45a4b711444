"""Gather: what polling many feeds costs, beside the library `reader` on the same server."""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.gather_watch import Cost, watch
from benchmarks.loopback import ROOT, served_by
from benchmarks.table import print_table, state_machine

PINS: Final = ROOT / "benchmarks/gather_rival.txt"
SIZES: Final = ("20x50", "2000x20")
ROUNDS: Final = ("first fetch", "all 304", "10% changed")
_HEAD: Final = (
    *("round", "who", "s", "CPU s", "feeds/s", "items/s", "CPU ms a feed", "CPU µs an item"),
    *("MB, all", "MB, largest", "commits"),
)


@dataclass(frozen=True, slots=True)
class Gatherer:
    """A process that polls all feeds when told to."""

    name: str
    process: "subprocess.Popen[str]"
    database: Path

    def tell(self, word: str) -> None:
        """Have it do something, and wait until it is done."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        self.hear()

    def hear(self) -> str:
        """Return the next line. Raises ChildProcessError where the process ended instead."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        if not line:
            raise ChildProcessError(f"{self.name} ended with {self.process.wait()}")
        return line

    def end(self) -> int:
        """Return how many entries it holds; the process ends by itself."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        held = int(self.hear())
        self.process.wait(30)
        return held


def main(words: Sequence[str] | None = None) -> int:
    """Print for each size and round what a poll of all feeds cost."""
    parser = argparse.ArgumentParser(prog="wireroom bench gather", description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), metavar="FEEDSxITEMS")
    parser.add_argument("--rival-venv", type=Path, help="where `reader` is, or is installed (kept)")
    parser.add_argument("--no-rival", action="store_true", help="measure ours alone")
    parser.add_argument("--before", type=Path, metavar="SRC", help="another checkout's src, beside")
    args = parser.parse_args(words)
    print(state_machine("Django", "aiohttp", "feedparser"))
    with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as kept:
        rival = None if args.no_rival else rival_python(args.rival_venv or Path(kept) / "rival")
        for size in args.sizes:
            feeds, items = (int(number) for number in size.split("x"))
            _measure(feeds, items, rival, args.before)
    return 0


def rival_python(venv: Path) -> Path | None:
    """Return the Python that has `reader`, installing it where it is not; None where it cannot."""
    python = venv / "bin/python"
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    steps = [
        [sys.executable, "-m", "venv", str(venv)],
        [str(python), "-m", "pip", "install", *quiet, "--require-hashes", "-r", str(PINS)],
    ]
    for step in steps if not _has_reader(python) else ():
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode:
            last = (done.stderr.strip() or "no reason given").splitlines()[-1]
            print(f"`reader` cannot be installed ({last}): ours is measured alone")
            return None
    return python


def _has_reader(python: Path) -> bool:
    if not python.is_file():
        return False
    return subprocess.run([python, "-c", "import reader"], check=False).returncode == 0


def _measure(feeds: int, items: int, rival: Path | None, before: Path | None) -> None:
    with contextlib.ExitStack() as stack:
        base = stack.enter_context(served_by("benchmarks.gather_server", str(feeds), str(items)))
        who = [("ours", Path(sys.executable), ROOT / "src")]
        if before is not None:
            who.append(("before", Path(sys.executable), before.resolve()))
        if rival is not None:
            who.append(("reader", rival, ROOT / "src"))
        gatherers = []
        for name, python, src in who:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="wireroom-bench-"))
            environment = _environment(Path(folder), base, src)
            gatherers.append(_start(name, python, environment, base, feeds))
        rows = [row for name in ROUNDS for row in _round(name, gatherers, base, feeds, items)]
        held = {one.name: one.end() for one in gatherers}
    print_table(f"{feeds:,} feeds of {items} items", _HEAD, rows)
    print(f"entries held at the end: {held}")


def _round(
    name: str, gatherers: Sequence[Gatherer], base: str, feeds: int, items: int
) -> Iterator[tuple[object, ...]]:
    if name == ROUNDS[-1]:
        urllib.request.urlopen(f"{base}/change").close()
    for one in gatherers:
        one.tell("due")
        with watch(one.process.pid, one.database) as cost:
            one.tell("go")
        yield (name, one.name, *_figures(cost, feeds, items))


def _figures(cost: Cost, feeds: int, items: int) -> tuple[object, ...]:
    count = feeds * items
    return (
        cost.seconds, cost.cpu_s, feeds / cost.seconds, count / cost.seconds,
        1e3 * cost.cpu_s / feeds, 1e6 * cost.cpu_s / count,
        cost.peak_mb, cost.largest_mb, "-" if cost.commits is None else cost.commits,
    )  # fmt: skip


def _environment(folder: Path, base: str, src: Path) -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment["WIREROOM_VAR"] = str(folder)
    environment["WIREROOM_ALLOW"] = base.removeprefix("http://")
    environment["PYTHONPATH"] = f"{src}{os.pathsep}{ROOT}"
    return environment


def _start(name: str, python: Path, environment: dict[str, str], base: str, feeds: int) -> Gatherer:
    kind = "rival" if name == "reader" else "ours"
    process = subprocess.Popen(
        [python, "-m", f"benchmarks.gather_{kind}", base, str(feeds)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    database = "reader.sqlite3" if kind == "rival" else "wireroom.sqlite3"
    gatherer = Gatherer(name, process, Path(environment["WIREROOM_VAR"]) / database)
    gatherer.hear()
    return gatherer


if __name__ == "__main__":
    sys.exit(main())
