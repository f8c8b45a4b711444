"""`./wireroom bench NAME ...`: measurements with small tables; benchmarks/ holds them."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
NAMES: Final = (
    *("pages", "spliced", "memory", "mutated", "stories", "stories_scale", "copies_scale"),
    *("start", "orders", "mends", "ingest", "assign_live", "web", "ask", "search", "month"),
    *("feeds", "mutated_feeds", "fuzz", "listings", "gather", "locks"),
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the benchmark's name; its own options follow."""
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("words", nargs=argparse.REMAINDER, help="see bench NAME --help")


def run(args: argparse.Namespace) -> int:
    """Run the benchmark in a process of its own, so that its figures hold nothing of ours."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    command = [sys.executable, "-m", f"benchmarks.{args.name}", *args.words]
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
