"""Ingest: real pages served on loopback, from poll and fetch to stories."""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.loopback import ROOT, served_by
from benchmarks.table import print_table, state_machine


@dataclass(slots=True)
class Watch:
    """Follows a process tree: the largest resident set of any process, and CPU seconds."""

    process: psutil.Process
    largest_mb: dict[str, float] = field(default_factory=dict)
    cpu_s: dict[tuple[str, int], float] = field(default_factory=dict)  # by role and process
    _stopped: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Look ten times a second until told to stop."""
        while not self._stopped.wait(0.1):
            self._look()

    def stop(self) -> None:
        self._stopped.set()

    def _look(self) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            for process in [self.process, *self.process.children(recursive=True)]:
                self._note(process)

    def _note(self, process: psutil.Process) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            role = "coordinator" if process.pid == self.process.pid else "worker"
            size = process.memory_info().rss / 1e6
            self.largest_mb[role] = max(self.largest_mb.get(role, 0.0), size)
            times = process.cpu_times()
            self.cpu_s[role, process.pid] = times.user + times.system


def main() -> int:
    """Ingest every page of a folder once and print the rate."""
    parser = argparse.ArgumentParser(prog="wireroom bench ingest", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of .html.gz pages")
    parser.add_argument("--database", help="a DATABASE_URL (default: a new SQLite file)")
    parser.add_argument("--keep", type=Path, help="keep the database in this folder")
    args = parser.parse_args()
    pages = sorted(args.folder.glob("*.html.gz"))
    if not pages:
        print(f"no .html.gz pages in {args.folder}", file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder,
        served_by("benchmarks.ingest_server", str(args.folder)) as url,
    ):
        var = args.keep or Path(folder)
        environment = _environment(var, url, args.database)
        subprocess.run(
            [sys.executable, "-m", "benchmarks.ingest_feeds", url],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        watch, elapsed_s = _ingest(environment)
        counts = _counts(environment)
    _report(len(pages), counts, watch, elapsed_s)
    return 0


def _environment(var: Path, url: str, database: str | None) -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment["WIREROOM_VAR"] = str(var)
    environment["WIREROOM_ALLOW"] = url.removeprefix("http://")
    environment["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    if database:
        environment["DATABASE_URL"] = database
    return environment


def _ingest(environment: dict[str, str]) -> tuple[Watch, float]:
    started = time.monotonic()
    pipeline = subprocess.Popen(
        [sys.executable, "-m", "wireroom", "pipeline", "--quiet"],
        cwd=ROOT,
        env=environment,
    )
    watch = Watch(psutil.Process(pipeline.pid))
    thread = threading.Thread(target=watch.run)
    thread.start()
    _wait_for_last_story(environment)
    elapsed_s = time.monotonic() - started
    watch.stop()
    thread.join()
    pipeline.send_signal(signal.SIGTERM)
    pipeline.wait(30)
    return watch, elapsed_s


def _wait_for_last_story(environment: dict[str, str]) -> None:
    """Wait until nothing is left to fetch, read, match, group or publish."""
    command = [sys.executable, "-m", "benchmarks.ingest_feeds", "--wait"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _counts(environment: dict[str, str]) -> dict[str, int]:
    command = [sys.executable, "-m", "benchmarks.ingest_feeds", "--count"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    rows = (line.split() for line in done.stdout.decode().splitlines())
    return {name: int(number) for name, number in rows}


def _report(pages: int, counts: dict[str, int], watch: Watch, elapsed_s: float) -> None:
    print(state_machine("Django", "trafilatura", "selectolax", "aiohttp"))
    articles = counts["articles"]
    cpu_ms = {
        name: 1000 * sum(s for (role, _), s in watch.cpu_s.items() if role == name) / articles
        for name in ("coordinator", "worker")
    }
    rows = [
        ["pages served", pages],
        *[[name, number] for name, number in counts.items()],
        ["seconds, from the pipeline's start to the last story", elapsed_s],
        ["articles a second", articles / elapsed_s],
        *[[f"CPU ms an article, {name}", size] for name, size in cpu_ms.items()],
        *[[f"largest {role}, MB RSS", size] for role, size in sorted(watch.largest_mb.items())],
    ]
    print_table("ingest", ["what", "value"], rows)


if __name__ == "__main__":
    sys.exit(main())
