"""Which state the database is in: two equal answers, and nothing was written in between.

Both databases know this of themselves, so that no writer can forget to say it: a stage, a
command, a migration or somebody at the database's prompt.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import count
from threading import local
from typing import Any, Final

from django.db import connection

from wireroom.news.queries.rows import read_row

# The snapshot names the transactions that a query sees as ended: equal snapshots see equal rows.
# A standby's leaves out those that run, and tells too little.
_SNAPSHOT: Final = (
    "SELECT CASE WHEN NOT pg_is_in_recovery() THEN CAST(pg_current_snapshot() AS text) END"
)
_numbers: Final = count(1)


class _Numbered(local):
    """This thread's connection to SQLite, and its number among all that there ever were."""

    opened: Any = None
    number: int = 0


_numbered: Final = _Numbered()


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """A state as it is told to `seen_by`; what is told to others cannot be compared with it."""

    seen_by: int
    state: Hashable


def read_state() -> DatabaseState | None:
    """Return the state of the database, None where it cannot be told: within a transaction.

    Rows that are read later may be of a later state, and never of an earlier one.
    """
    if connection.in_atomic_block:
        return None
    if connection.vendor == "sqlite":
        return _read_sqlite()
    row = read_row(_SNAPSHOT)
    return DatabaseState(0, row[0]) if row and row[0] else None


def _read_sqlite() -> DatabaseState:
    """Return what others committed and what this connection wrote, counted by SQLite.

    https://www.sqlite.org/pragma.html#pragma_data_version; each connection counts by itself.
    """
    connection.ensure_connection()
    opened = connection.connection
    if _numbered.opened is not opened:  # held, so that no later one stands at its address
        _numbered.opened, _numbered.number = opened, next(_numbers)
    version = opened.execute("PRAGMA data_version").fetchone()[0]
    return DatabaseState(_numbered.number, (version, opened.total_changes))
