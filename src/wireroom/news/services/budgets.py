"""Keeping what hosts were asked, a row for each host and hour."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.db import connection, transaction

from wireroom.engine.types import AskedFor
from wireroom.news.models import HostHour

_AT_ONCE: Final = 300  # rows of a statement
_HOST_LENGTH: Final = 300  # no name of a host is longer than 253

_KINDS: Final = tuple(kind.value for kind in AskedFor)
_COUNTS: Final = ("asked", *_KINDS)

Kept = list[tuple[str, int, int]]  # host, hour, requests by all


@transaction.atomic
def keep_asked(asked: Mapping[tuple[str, int], Mapping[AskedFor, int]], *, after: int) -> Kept:
    """Add requests by host, hour and kind to what is kept; return what hosts got with all others'.

    What is of the hour `after` or before goes: no budget looks at it any more.
    """
    HostHour.objects.filter(hour__lte=after).delete()
    # In one order, so that two coordinators never wait for each other's rows in a circle.
    rows = sorted((hour, host) for host, hour in asked if len(host) <= _HOST_LENGTH)
    told: Kept = []
    for first in range(0, len(rows), _AT_ONCE):
        told += _add([(host, hour, asked[host, hour]) for hour, host in rows[first:][:_AT_ONCE]])
    return told


def read_asked(*, after: int) -> Kept:
    """Return what hosts were asked since the hour `after`."""
    rows = HostHour.objects.filter(hour__gt=after)
    return list(rows.values_list("host", "hour", "asked"))


def _add(rows: Sequence[tuple[str, int, Mapping[AskedFor, int]]]) -> Kept:
    table = connection.ops.quote_name(HostHour._meta.db_table)
    row = f"({', '.join(['%s'] * (2 + len(_COUNTS)))})"
    sums = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in _COUNTS)
    sql = (
        f"INSERT INTO {table} (host, hour, {', '.join(_COUNTS)})"  # noqa: S608
        f" VALUES {', '.join([row] * len(rows))} ON CONFLICT (hour, host) DO UPDATE SET {sums}"
        " RETURNING host, hour, asked"
    )
    values: list[str | int] = []
    for host, hour, kinds in rows:
        values += host, hour, sum(kinds.values()), *(kinds.get(kind, 0) for kind in AskedFor)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [(str(host), int(hour), int(asked)) for host, hour, asked in cursor.fetchall()]
