"""Statements where the ORM's building of each costs more than the database's work.

The same on SQLite and PostgreSQL; names of tables and columns come from the models alone.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any

from django.db import connection
from django.db.models import CharField, DateTimeField, Field, ForeignKey, Model, TextField


def insert_row(model: type[Model], **columns: Any) -> int:
    """Insert one row and return its id; what is not named gets the field's default."""
    sql, fields, defaults = _insert_of(model)
    values = [
        field.get_db_prep_save(columns[field.attname], connection)
        if field.attname in columns
        else default
        for field, default in zip(fields, defaults, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.fetchone()[0])


def insert_new(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that are not there yet, by the table's own rules of what is one.

    Every mapping names the same columns; what is not named gets the field's default.
    """
    names = tuple(rows[0])
    sql, fields, defaults = _insert_new_of(model, names)
    columns = [
        _adapted(field, [row[name] for row in rows])
        for name, field in zip(names, fields, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(*values, *defaults) for values in zip(*columns, strict=True)])


def change_rows(
    model: type[Model],
    changes: Sequence[tuple[int, Mapping[str, Any]]],
    *,
    always: str,
    fence: str,
    fences: Sequence[str | int],
) -> int:
    """Change rows by id, where their column `fence` still has its value; return how many did.

    Every mapping names the same columns. `always` is SQL that is set in all of them.
    """
    names = tuple(changes[0][1])
    sql, fields = _update_of(model, names, always, fence)
    columns = [
        _adapted(field, [row[name] for _, row in changes])
        for name, field in zip(names, fields, strict=True)
    ]
    ids = [pk for pk, _ in changes]
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(zip(*columns, ids, fences, strict=True)))
        return int(cursor.rowcount)


def set_rows(model: type[Model], changes: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
    """Change rows by id; every mapping names the same columns, and rows that are gone stay so."""
    if changes:
        key = str(model._meta.pk.attname)
        ids = [pk for pk, _ in changes]
        change_rows(model, changes, always="", fence=key, fences=ids)


def _adapted(field: "Field[Any, Any]", values: Iterable[Any]) -> Iterator[Any]:
    """Yield values as the database takes them; one that stands in many rows is adapted once."""
    if isinstance(field, CharField | TextField | ForeignKey):  # which change no text and no id
        yield from values
        return
    adapt: Callable[[Any], Any] = partial(field.get_db_prep_save, connection=connection)
    if isinstance(field, DateTimeField):  # times are aware everywhere: nothing is to be checked
        adapt = connection.ops.adapt_datetimefield_value
    last, adapted = object(), None
    for value in values:
        if value is not last:
            last, adapted = value, adapt(value)
        yield adapted


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


def find_pairs(
    model: type[Model], names: tuple[str, str], pairs: Sequence[tuple[Any, Any]]
) -> list[int]:
    """Return the ids of rows in which two columns, of one index, have one of these pairs of values.

    Of "or" and of "in" twice SQLite reads far more rows than there are pairs.
    """
    by_name = {field.name: field for field in model._meta.concrete_fields}
    fields = [by_name[name] for name in names]
    first, second = (f"{_table(model)}.{_column(field)}" for field in fields)
    columns = zip(*pairs, strict=True)
    adapted = [_adapted(f, values) for f, values in zip(fields, columns, strict=True)]
    return _read_column(
        f"WITH asked(a, b) AS (VALUES {', '.join(['(%s, %s)'] * len(pairs))})"  # noqa: S608
        f" SELECT {_table(model)}.id FROM asked CROSS JOIN {_table(model)}"
        f" WHERE {first} = asked.a AND {second} = asked.b",
        [value for pair in zip(*adapted, strict=True) for value in pair],
    )


def _read_column(sql: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [value for (value,) in cursor.fetchall()]


@cache
def _insert_of(
    model: type[Model],
) -> "tuple[str, tuple[Field[Any, Any], ...], tuple[Any, ...]]":
    fields = tuple(f for f in model._meta.concrete_fields if not f.primary_key)
    names, marks = ", ".join(_column(f) for f in fields), ", ".join("%s" for _ in fields)
    key = _column(model._meta.pk)
    sql = f"INSERT INTO {_table(model)} ({names}) VALUES ({marks}) RETURNING {key}"  # noqa: S608
    defaults = tuple(f.get_db_prep_save(f.get_default(), connection) for f in fields)
    return sql, fields, defaults


@cache
def _insert_new_of(
    model: type[Model], names: tuple[str, ...]
) -> "tuple[str, tuple[Field[Any, Any], ...], tuple[Any, ...]]":
    by_name = {field.attname: field for field in model._meta.concrete_fields}
    fields = tuple(by_name.pop(name) for name in names)
    rest = tuple(field for field in by_name.values() if not field.primary_key)
    columns = ", ".join(_column(field) for field in (*fields, *rest))
    marks = ", ".join("%s" for _ in (*fields, *rest))
    sql = f"INSERT INTO {_table(model)} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
    return sql, fields, tuple(f.get_db_prep_save(f.get_default(), connection) for f in rest)


@cache
def _update_of(
    model: type[Model], names: tuple[str, ...], always: str, fence: str
) -> "tuple[str, tuple[Field[Any, Any], ...]]":
    by_name = {f.name: f for f in model._meta.concrete_fields}
    by_name |= {f.attname: f for f in model._meta.concrete_fields}
    fields = tuple(by_name[name] for name in names)
    sets = ", ".join(filter(None, [always, *(f"{_column(field)} = %s" for field in fields)]))
    where = f"{_column(model._meta.pk)} = %s AND {_column(by_name[fence])} = %s"
    return f"UPDATE {_table(model)} SET {sets} WHERE {where}", fields  # noqa: S608


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _column(field: "Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(field.column))
