"""Locks: polling, reading, saving, commenting and the desk at once on SQLite, for a while."""

import argparse
import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

from benchmarks.locks_readers import Seen, read_and_save
from benchmarks.loopback import ROOT, free_port
from benchmarks.table import percentile, print_table, state_machine

_START_S: Final = 60.0
_STOP_S: Final = 30
_WARM_S: Final = 20.0
_FIRST: Final = 20  # pages before the first that counts: each worker compiles its templates once
_HOLD: Final = re.compile(r"from writing for ([\d.]+) s .*?: (.+)")  # as adapters/sqlite3 logs it
_HOLDS: Final = 12  # of these, as many as can be read
_LOCKED: Final = "locked"  # as SQLite says it, of the database or of a table


def main(words: Sequence[str] | None = None) -> int:
    """Print how long pages and writes took; exit 1 where the database was locked for anybody."""
    parser = argparse.ArgumentParser(prog="wireroom bench locks", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--rate", type=float, default=2.0, help="new reports a second")
    args = parser.parse_args(words)
    print(state_machine("Django", "aiohttp"), flush=True)
    with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder:
        var, port = Path(folder), free_port()
        with _served(args.feeds, args.rate) as press:
            environment = _environment(var, press)
            cookies = json.loads(_python(environment, "fill", press, str(args.feeds)))
            told = _run(environment, var, port, cookies, 60.0 * args.minutes)
        logs = {name: (var / f"{name}.log").read_text("utf-8") for name in ("site", "pipeline")}
        reports = _python(environment, "count")
    return _report(*told, logs=logs, reports=reports.strip())


def _run(
    environment: dict[str, str], var: Path, port: int, cookies: Sequence[str], for_s: float
) -> tuple[Seen, dict[str, Any]]:
    with (
        _running(environment, var, "pipeline", "--quiet"),
        _running(environment, var, "site", "--port", str(port), "--workers", "2"),
    ):
        _wait_for(port)
        time.sleep(_WARM_S)  # until there is something on the front
        for _ in range(_FIRST):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/en/").close()
        command = [sys.executable, "-m", "benchmarks.locks_people", "write", str(for_s)]
        writer = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        base = f"http://127.0.0.1:{port}"
        seen = asyncio.run(read_and_save(base, cookies, var / "wireroom.sqlite3", for_s))
        written, _ = writer.communicate()
    return seen, json.loads(written)


def _report(seen: Seen, written: dict[str, Any], *, logs: dict[str, str], reports: str) -> int:
    times = {
        "page": seen.reads,
        "save or follow, through the site": seen.writes,
        "comment or deed of the desk": written["took"],
        "wait for the place to write": seen.waits,
    }
    rows = [
        (name, len(s), *(1000 * percentile(s, share) for share in (0.5, 0.99)), 1000 * max(s))
        for name, s in times.items()
        if s
    ]
    print_table("locks", ("what", "times", "p50 ms", "p99 ms", "longest ms"), rows)
    came = dict(seen.came) | dict(written["came"])
    print(f"what came: {dict(sorted(came.items()))}; {reports}")
    for line in _longest_holds(logs):
        print(line)
    locked = {name: _count(log) for name, log in logs.items()}
    locked["writers"] = sum(n for told, n in written["came"].items() if _LOCKED in told)
    broken = sum(n for told, n in came.items() if told.split()[-1].startswith("5"))
    print(f"lines that say locked: {locked}; answers 5xx: {broken}")
    return 1 if any(locked.values()) or broken else 0


def _longest_holds(logs: dict[str, str]) -> list[str]:
    """Return what held the place to write for long, by where it came from."""
    held: dict[str, list[float]] = {}
    for line in chain.from_iterable(log.splitlines() for log in logs.values()):
        if found := _HOLD.search(line):
            held.setdefault(found[2], []).append(float(found[1]))
    worst = sorted(held.items(), key=lambda pair: max(pair[1]), reverse=True)
    return [f"held {len(s)} times, up to {max(s):.1f} s: {origin}" for origin, s in worst[:_HOLDS]]


def _count(log: str) -> int:
    return sum(_LOCKED in line for line in log.splitlines())


@contextlib.contextmanager
def _running(environment: dict[str, str], var: Path, *words: str) -> Iterator[None]:
    with (var / f"{words[0]}.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "wireroom", *words],
            cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(_STOP_S)


@contextlib.contextmanager
def _served(feeds: int, rate: float) -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.locks_press", str(feeds), str(rate)]
    paths = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    press = subprocess.Popen(command, cwd=ROOT, env=paths, stdout=subprocess.PIPE, text=True)
    assert press.stdout is not None
    try:
        yield press.stdout.readline().strip()
    finally:
        press.terminate()
        press.wait(10)


def _environment(var: Path, press: str) -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    return environment | {
        "WIREROOM_VAR": str(var),
        "WIREROOM_ALLOW": press.removeprefix("http://"),
        "WIREROOM_COMMENTS": "on",
        "WIREROOM_POLL_MIN_S": "10",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }


def _python(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "benchmarks.locks_people", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def _wait_for(port: int) -> None:
    until = time.monotonic() + _START_S
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz").close()
            return
        time.sleep(0.5)
    raise TimeoutError("the site did not start")


if __name__ == "__main__":
    sys.exit(main())
