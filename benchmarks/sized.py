"""Runs a benchmark that fills a database, for each size in a process of its own."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_sized(
    name: str, described: str | None, *, sizes: Sequence[int], requests: int, kind: str
) -> int:
    """Fill a new database for each size and measure it by `benchmarks.NAME_measure`.

    `requests` of each `kind` are made. Returns the first exit code that is not 0.
    """
    parser = argparse.ArgumentParser(prog=f"wireroom bench {name}", description=described)
    parser.add_argument("--articles", type=int, nargs="+", default=list(sizes))
    parser.add_argument("--requests", type=int, default=requests, help=f"requests a kind of {kind}")
    parser.add_argument("--database", help="a DATABASE_URL of an empty database")
    parser.add_argument("--keep", type=Path, help="keep the databases in this folder")
    args = parser.parse_args()
    for count in args.articles:
        with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder:
            var = (args.keep / str(count)) if args.keep else Path(folder)
            environment = {**os.environ, "WIREROOM_VAR": str(var), "WIREROOM_HOSTS": "localhost"}
            environment.pop("DATABASE_URL", None)
            if args.database:
                environment["DATABASE_URL"] = args.database
            words = [str(count), str(args.requests)]
            code = subprocess.run(
                [sys.executable, "-m", f"benchmarks.{name}_measure", *words],
                env=environment,
                cwd=ROOT,
                check=False,
            ).returncode
            if code:
                return code
    return 0
