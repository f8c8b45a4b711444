"""Writes very many rows into empty tables: with ids of its own, and without their indexes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any, Final, TypeVar

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from wireroom.news.queries.rows import marks, read_row, read_rows

_Row = TypeVar("_Row", bound=Model)
# What a crash leaves behind is of no use, and nobody else reads meanwhile. Half a gigabyte of
# pages holds what an index of random keys touches at a million rows.
_SQLITE: Final = {"journal_mode": "MEMORY", "synchronous": "OFF", "cache_size": "-500000"}
_POSTGRESQL: Final = {"synchronous_commit": "off", "maintenance_work_mem": "'1GB'"}
_INDEXES: Final = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type = 'index'"
    " AND tbl_name IN ({})",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ({})"
    " AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype IN ('p', 'u'))",
}
# Keys of other tables are looked for row by row, and the looking is kept until the commit.
_CONSTRAINTS: Final = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype IN ('f', 'u') AND conrelid::regclass::text IN ({}) ORDER BY contype
"""


class Bulk:
    """Gives rows of empty tables their ids, from `first_id` on, and writes them."""

    def __init__(self, first_id: int) -> None:
        self._first_id: Final = first_id
        self._ids: Final[dict[type[Model], Iterator[int]]] = {}

    def number(self, rows: Sequence[_Row]) -> Sequence[_Row]:
        """Give rows of one model ids."""
        for row in rows:
            row.pk = next(self._ids.setdefault(type(row), count(self._first_id)))
        return rows

    def write(self, rows: Sequence[_Row]) -> Sequence[_Row]:
        """Write rows of one model; those without an id get one."""
        if rows:
            numbered = rows if rows[0].pk else self.number(rows)
            type(rows[0])._default_manager.bulk_create(numbered)
        return rows

    def end(self) -> None:
        """Let the database number on from here."""
        statements = connection.ops.sequence_reset_sql(no_style(), list(self._ids))
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


@contextmanager
def loosened(tables: Sequence[str]) -> Iterator[None]:
    """Take the tables' indexes and keys away, and have the database write without care; then
    make them anew, from all rows at once.
    """
    sqlite = connection.vendor == "sqlite"
    indexes = read_rows(_INDEXES[connection.vendor].format(marks(tables)), tables)
    keys = [] if sqlite else read_rows(_CONSTRAINTS.format(marks(tables)), tables)
    with connection.cursor() as cursor, _careless(cursor), connection.constraint_checks_disabled():
        for table, name, _ in keys:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _, made in indexes:
            cursor.execute(made)
        for table, name, made in reversed(keys):  # unique ones first
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {made}')


@contextmanager
def _careless(cursor: Any) -> Iterator[None]:
    set_to = "PRAGMA {} = {}" if connection.vendor == "sqlite" else "SET {} = {}"
    ask = "PRAGMA {}" if connection.vendor == "sqlite" else "SHOW {}"
    wanted = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    before = {name: (read_row(ask.format(name)) or ("",))[0] for name in wanted}
    try:
        for name, value in wanted.items():
            cursor.execute(set_to.format(name, value))
        yield
    finally:
        for name, value in before.items():
            cursor.execute(set_to.format(name, f"'{value}'" if set_to[0] == "S" else value))
