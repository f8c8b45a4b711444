"""Live: how long after it was read an article stands in its story, while a system is running."""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, Final

import psutil

from benchmarks.ingest import Watch
from benchmarks.loopback import ROOT
from benchmarks.table import percentile, print_table, state_machine

_STOP_LIMIT_S: Final = 30


def main() -> int:
    """Fill a new database, start the pipeline beside it, feed it and print how late it was."""
    parser = argparse.ArgumentParser(prog="wireroom bench assign_live", description=__doc__)
    parser.add_argument("--archive", type=int, nargs="+", default=[0, 20_000], metavar="N")
    parser.add_argument("--rate", type=float, default=60.0, help="articles a second")
    parser.add_argument("--seconds", type=int, default=60, help="how long they come in")
    parser.add_argument("--database", help="a DATABASE_URL of an empty database")
    args = parser.parse_args()
    print(state_machine("Django", "numpy"))
    for archive in args.archive:
        with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder:
            environment = _environment(Path(folder), args.database)
            words = [str(archive), str(args.rate), str(args.seconds)]
            told, watch = _measure(environment, words)
        _report(archive, args.rate, told, watch)
    return 0


def _environment(var: Path, database: str | None) -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment["WIREROOM_VAR"] = str(var)
    environment["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    if database:
        environment["DATABASE_URL"] = database
    return environment


def _measure(environment: dict[str, str], words: list[str]) -> tuple[dict[str, Any], Watch]:
    """Let a feeder fill the database, and feed it once the pipeline runs."""
    feeder = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.assign_live_feeder", *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert feeder.stdout is not None
    if feeder.stdout.readline().strip() != "filled":
        raise RuntimeError("the database could not be filled; the reason stands above")
    pipeline = subprocess.Popen(
        [sys.executable, "-m", "wireroom", "pipeline", "--quiet"], cwd=ROOT, env=environment
    )
    watch = Watch(psutil.Process(pipeline.pid))
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        told, _ = feeder.communicate("go\n")
    finally:
        watch.stop()
        thread.join()
        pipeline.send_signal(signal.SIGTERM)
        pipeline.wait(_STOP_LIMIT_S)
    return json.loads(told), watch


def _report(archive: int, rate: float, told: dict[str, Any], watch: Watch) -> None:
    late, articles = told["late_s"], told["articles"]
    cpu_ms = {
        name: 1000 * sum(s for (role, _), s in watch.cpu_s.items() if role == name) / articles
        for name in ("coordinator", "worker")
    }
    rows = [
        ["articles fed", articles],
        ["articles a second, as they were filed", told["fed_per_s"]],
        *[[f"s from extracted to assigned, {name}", value] for name, value in _spread(late)],
        *[[f"s from extracted to published, {n}", v] for n, v in _spread(told["shown_s"])],
        ["articles never assigned", articles - len(late)],
        ["articles never published", articles - len(told["shown_s"])],
        ["stories waiting to be published, most at once", told["most_unpublished"]],
        ["copies found", told["copies"]],
        ["repairs seen meanwhile", told["repairs"]],
        ["load of the machine, 1 min", told["load"]],
        *[[f"CPU ms an article, {name}", size] for name, size in cpu_ms.items()],
        *[[f"largest {role}, MB RSS", size] for role, size in sorted(watch.largest_mb.items())],
    ]
    title = f"live: {rate:.0f} articles a second beside {archive:,}"
    print_table(title, ["what", "value"], rows)


def _spread(values: list[float]) -> list[tuple[str, float]]:
    return [
        ("p50", percentile(values, 0.5)),
        ("p95", percentile(values, 0.95)),
        ("largest", max(values)),
    ]


if __name__ == "__main__":
    sys.exit(main())
