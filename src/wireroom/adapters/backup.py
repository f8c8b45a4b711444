"""A copy of the folder of what must outlive a restart: whole or not there at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from wireroom.engine.errors import BadInput

DATABASE: Final = "wireroom.sqlite3"
# What cannot be made again beside the database; pictures, cards and recordings can.
_KEPT: Final = (
    "secret_key",
    "push_key",
    "signing_key",
    "ai_key",
    "site.json",
    "site_url",
    "sample.json",
)


def back_up(var: Path, database: Path | None, folder: Path) -> int:
    """Copy what is kept in `var`, and a SQLite database, into a new folder; return its bytes.

    The database may be written meanwhile: the copy is of one moment, and is looked through before
    it counts. Raises BadInput with what to do.
    """
    if folder.exists():
        raise BadInput(f"{folder} is there already; name a folder that is not")
    draft = folder.with_name(f"{folder.name}.unfinished")
    try:
        shutil.rmtree(draft, ignore_errors=True)  # of one that was killed
        draft.mkdir(mode=0o700, parents=True)
        for name in _KEPT:
            if (var / name).is_file():
                shutil.copy2(var / name, draft / name)
        if database is not None:
            _copy_database(database, draft / DATABASE)
        draft.rename(folder)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise BadInput(f"cannot make {folder}: {error}; nothing is left of it") from error
    return sum(path.stat().st_size for path in folder.iterdir())


def _copy_database(database: Path, copy: Path) -> None:
    """Copy a database that others may write, all at once. Raises sqlite3.Error."""
    with (
        closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        # One step: a copy in several is begun anew after each write of another process.
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, to be carried about
        found = str(target.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise sqlite3.DatabaseError(f"the database is damaged: {found}")
