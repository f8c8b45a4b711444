"""Reads in SQL: rows as plain values, the same from SQLite and from PostgreSQL.

The pages' reads are written by hand: making the SQL of one anew for each request costs Django
1 ms and its row objects another 2 (a front of 36 stories), where the database needs 0.3.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, TypeAlias

from django.db import connection

Row: TypeAlias = tuple[Any, ...]
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_UNSAID: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - as SQLite keeps times
Value: TypeAlias = str | int | float | date | None


def read_rows(sql: str, values: Sequence[Value] = ()) -> list[Row]:
    """Return the rows of one query; see moment() and texts() for times and JSON."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[Row] = cursor.fetchall()
    return rows


def read_row(sql: str, values: Sequence[Value] = ()) -> Row | None:
    """Return the first row of one query, or None."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row: Row | None = cursor.fetchone()
    return row


def marks(values: Sequence[Value]) -> str:
    """Return the placeholders of a list in `IN (…)`: of no value, one that nothing equals."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def moment(value: datetime) -> datetime:
    """Return a time that is there: SQLite keeps UTC and does not say so, PostgreSQL does."""
    # A sum takes a fifth of the time of replace(tzinfo=UTC), and a story has hundreds of times.
    return value if value.tzinfo else _EPOCH + (value - _EPOCH_UNSAID)


def written_moment(text: str) -> datetime:
    """Return a time that was read as text, which spares SQLite's driver a call for each row."""
    return datetime.fromisoformat(text if "+" in text else f"{text}+00:00")


def moment_if_any(value: datetime | None) -> datetime | None:
    """Return a time, or None."""
    return moment(value) if value else None


def texts(value: str) -> tuple[str, ...]:
    """Return the strings of a JSON list."""
    return tuple(map(str, json.loads(value))) if value != "[]" else ()


def read_tie(value: str) -> tuple[str, ...]:
    """Return the names and numbers of a story's `event_why`."""
    why = json.loads(value)
    return (*map(str, why.get("names", ())), *map(str, why.get("numbers", ())))


def read_editors_tie(value: str) -> str | None:
    """Return the reason with which an editor tied a story, by its `event_why`; None of others."""
    why = json.loads(value).get("editor")
    return None if why is None else str(why)


def time_value(at: datetime) -> Value:
    """Return a time as the database compares it."""
    value: Value = connection.ops.adapt_datetimefield_value(at)
    return value
