"""Statements where the ORM's building of each costs more than the database's work.

The same on SQLite and PostgreSQL; names of tables and columns come from the models alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model


def insert_row(model: type[Model], **columns: Any) -> int:
    """Insert one row and return its id; what is not named gets the field's default."""
    sql, fields = _insert_of(model)
    given = (columns[f.attname] if f.attname in columns else f.get_default() for f in fields)
    values = [f.get_db_prep_save(v, connection) for f, v in zip(fields, given, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.fetchone()[0])


def change_rows(
    model: type[Model],
    changes: Sequence[tuple[int, Mapping[str, Any]]],
    *,
    fence: str,
    fences: Iterable[str],
) -> int:
    """Change rows by id, where their column `fence` still has its value; return how many did.

    Every mapping names the same columns.
    """
    names = tuple(changes[0][1])
    sql, fields = _update_of(model, names, fence)
    values = [
        [*(f.get_db_prep_save(row[n], connection) for n, f in zip(names, fields, strict=True)), pk]
        for pk, row in changes
    ]
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[*v, f] for v, f in zip(values, fences, strict=True)])
        return int(cursor.rowcount)


def find_due(
    model: type[Model],
    step: str,
    *,
    now: datetime,
    limit: int,
    langs: Collection[str] | None = None,
) -> list[int]:
    """Return the ids of rows whose step is due, oldest first; asked often, mostly for nothing."""
    some = f" AND lang IN ({', '.join('%s' for _ in langs)})" if langs is not None else ""
    return _read_column(
        f"SELECT id FROM {_table(model)} WHERE step = %s AND due_at <= %s{some}"  # noqa: S608
        f" ORDER BY due_at LIMIT {limit:d}",
        [step, connection.ops.adapt_unknown_value(now), *(langs or ())],
    )


def find_due_langs(model: type[Model], step: str, *, now: datetime) -> list[str]:
    """Return the different languages of rows whose step is due."""
    return _read_column(
        f"SELECT DISTINCT lang FROM {_table(model)} WHERE step = %s AND due_at <= %s",  # noqa: S608
        [step, connection.ops.adapt_unknown_value(now)],
    )


def _read_column(sql: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [value for (value,) in cursor.fetchall()]


@cache
def _insert_of(model: type[Model]) -> "tuple[str, tuple[Field[Any, Any], ...]]":
    fields = tuple(f for f in model._meta.concrete_fields if not f.primary_key)
    names, marks = ", ".join(_column(f) for f in fields), ", ".join("%s" for _ in fields)
    key = _column(model._meta.pk)
    sql = f"INSERT INTO {_table(model)} ({names}) VALUES ({marks}) RETURNING {key}"  # noqa: S608
    return sql, fields


@cache
def _update_of(
    model: type[Model], names: tuple[str, ...], fence: str
) -> "tuple[str, tuple[Field[Any, Any], ...]]":
    by_name = {f.name: f for f in model._meta.concrete_fields}
    by_name |= {f.attname: f for f in model._meta.concrete_fields}
    fields = tuple(by_name[name] for name in names)
    sets = ", ".join(f"{_column(field)} = %s" for field in fields)
    where = f"{_column(model._meta.pk)} = %s AND {_column(by_name[fence])} = %s"
    return f"UPDATE {_table(model)} SET {sets} WHERE {where}", fields  # noqa: S608


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _column(field: "Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(field.column))
