"""Search: the search page in-process over an archive of invented reports, at several sizes."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Fill a new database for each size and measure it in a process of its own."""
    parser = argparse.ArgumentParser(prog="wireroom bench search", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--requests", type=int, default=200, help="requests a kind of query")
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
                [sys.executable, "-m", "benchmarks.search_measure", *words],
                env=environment,
                cwd=ROOT,
                check=False,
            ).returncode
            if code:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
