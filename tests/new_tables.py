"""A new database with its tables: they are made once a process and copied, for that takes seconds.

What makes them is what makes everybody's (`migrate`); what is under test may run it again.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import psycopg

ROOT: Final = Path(__file__).resolve().parents[1]
# Kept by the module, so that it lives as long as the process.
_FOLDER: Final = tempfile.TemporaryDirectory(prefix="wireroom-tables-")


def sqlite_tables(path: Path) -> None:
    """Put a SQLite database with empty tables at a path."""
    shutil.copyfile(_sqlite_model(), path)


@contextmanager
def postgresql_tables(server: str, name: str) -> Iterator[str]:
    """Give the address of a database with empty tables on a server; it is dropped in the end."""
    model = _postgresql_model(server)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {model}")
    yield _named(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def _sqlite_model() -> Path:
    folder = Path(_FOLDER.name)
    _migrate(f"sqlite:///{folder / 'model.sqlite3'}", folder)
    return folder / "model.sqlite3"


@cache
def _postgresql_model(server: str) -> str:
    name = f"model_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    _migrate(_named(server, name), Path(_FOLDER.name))
    return name


def _named(server: str, name: str) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(server)
    return f"postgresql:///{name}?host={parts['host']}&user={parts['user']}"


def _migrate(url: str, var: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env={
            **os.environ, "DATABASE_URL": url, "WIREROOM_VAR": str(var),
            "DJANGO_SETTINGS_MODULE": "wireroom.conf.settings", "PYTHONPATH": str(ROOT / "src"),
        },
        check=True,
        capture_output=True,
    )  # fmt: skip
