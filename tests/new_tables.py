"""Databases with their tables: made once for a state of the code and copied, for it takes seconds.

What makes them is what makes everybody's (`migrate`); what is under test may run it again.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import psycopg

ROOT: Final = Path(__file__).resolve().parents[1]
# Where pytest keeps what a later run may use again: ten processes of one run, too.
_KEPT: Final = ROOT / ".pytest_cache" / "tables"
# Kept by the module, so that it lives as long as the process.
_FOLDER: Final = tempfile.TemporaryDirectory(prefix="wireroom-tables-")
# What says how the tables are: models, migrations, and the apps of others.
_DECIDED_BY: Final = ("src/wireroom/**/*.py", "requirements/dev.txt")


def sqlite_tables(path: Path) -> None:
    """Put a SQLite database with empty tables at a path."""
    shutil.copyfile(_sqlite_model(), path)


@contextmanager
def sqlite_tables_in_memory(uri: str) -> Iterator[None]:
    """Fill a shared database in memory with empty tables; it lasts while somebody is connected."""
    with closing(sqlite3.connect(uri, uri=True)) as memory:
        with closing(sqlite3.connect(_sqlite_model())) as model:
            model.backup(memory)
        yield


@contextmanager
def postgresql_tables(server: str, name: str) -> Iterator[str]:
    """Give the address of a database with empty tables on a server; it is dropped in the end."""
    model = postgresql_model(server)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {model}")
    yield _named(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def postgresql_model(server: str) -> str:
    """Return the name of the server's database to copy."""
    name = f"model_{_state()}"
    with _alone(), psycopg.connect(server, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not found.fetchone():
            # By another name until it is whole: whoever makes it may be killed.
            connection.execute(f"DROP DATABASE IF EXISTS {name}_new")
            connection.execute(f"CREATE DATABASE {name}_new")
            _migrate(_named(server, f"{name}_new"))
            connection.execute(f"ALTER DATABASE {name}_new RENAME TO {name}")
    return name


@cache
def _sqlite_model() -> Path:
    """Return the file to copy: this process's own, for one of a later state may clear the kept."""
    model, own = _KEPT / f"{_state()}.sqlite3", Path(_FOLDER.name) / "model.sqlite3"
    with _alone():
        if not model.exists():
            for old in _KEPT.glob("*.sqlite3*"):
                old.unlink()
            unfinished = model.with_suffix(".sqlite3-new")
            _migrate(f"sqlite:///{unfinished}")
            unfinished.rename(model)
        shutil.copyfile(model, own)
    return own


@cache
def _state() -> str:
    """Return a name for all that decides how the tables are."""
    digest = hashlib.sha256()
    for pattern in _DECIDED_BY:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone() -> Iterator[None]:
    """Let one process at a time make a model; the others find it made."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    with (_KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _named(server: str, name: str) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(server)
    return f"postgresql:///{name}?host={parts['host']}&user={parts['user']}"


def _migrate(url: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"],
        cwd=ROOT,
        env={
            **os.environ, "DATABASE_URL": url, "WIREROOM_VAR": str(_KEPT),
            "DJANGO_SETTINGS_MODULE": "wireroom.conf.settings", "PYTHONPATH": str(ROOT / "src"),
        },
        check=True,
        capture_output=True,
    )  # fmt: skip
