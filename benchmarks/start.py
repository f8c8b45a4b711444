"""Start: what rebuilding a language's indexes from the tables takes, and the memory they hold.

    ./wireroom bench start [--live N ...] [--keep FOLDER]

Fills a new database with invented articles (benchmarks/start_fill.py), then rebuilds the indexes
as a coordinator does when it takes a language, in a process of its own (start_measure.py).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Fill and measure each size."""
    parser = argparse.ArgumentParser(prog="wireroom bench start", description=__doc__)
    parser.add_argument("--live", type=int, nargs="+", default=[20_000, 100_000], metavar="N")
    parser.add_argument("--database", help="a DATABASE_URL of an empty database")
    parser.add_argument("--keep", type=Path, help="keep the databases in this folder")
    args = parser.parse_args()
    for live in args.live:
        with tempfile.TemporaryDirectory(prefix="wireroom-bench-") as folder:
            var = (args.keep or Path(folder)) / str(live)
            var.mkdir(parents=True, exist_ok=True)
            environment = {**os.environ, "WIREROOM_VAR": str(var), "WIREROOM_HOSTS": "localhost"}
            environment["DJANGO_SETTINGS_MODULE"] = "wireroom.conf.settings"
            environment.pop("DATABASE_URL", None)
            if args.database:
                environment["DATABASE_URL"] = args.database
            for step in ("start_fill", "start_measure"):
                command = [sys.executable, "-m", f"benchmarks.{step}", str(live)]
                code = subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode
                if code:
                    return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
