"""Keeping what hosts were asked, a row for each host and hour."""

from collections.abc import Mapping
from itertools import islice
from typing import Final

from django.db import connection, transaction

from wireroom.news.models import HostHour

_AT_ONCE: Final = 300  # rows of a statement
_HOST_LENGTH: Final = 300  # no name of a host is longer than 253

Kept = list[tuple[str, int, int]]  # host, hour, requests by all


@transaction.atomic
def keep_asked(asked: Mapping[tuple[str, int], int], *, after: int) -> Kept:
    """Add requests by host and hour to what is kept; return what it comes to with all others'.

    What is of the hour `after` or before goes: no budget looks at it any more.
    """
    HostHour.objects.filter(hour__lte=after).delete()
    # In one order, so that two coordinators never wait for each other's rows in a circle.
    rows = iter(sorted((hour, host, n) for (host, hour), n in asked.items()))
    told: Kept = []
    while some := list(islice(rows, _AT_ONCE)):
        told += _add([(host, hour, n) for hour, host, n in some if len(host) <= _HOST_LENGTH])
    return told


def read_asked(*, after: int) -> Kept:
    """Return what hosts were asked since the hour `after`."""
    rows = HostHour.objects.filter(hour__gt=after)
    return list(rows.values_list("host", "hour", "asked"))


def _add(rows: Kept) -> Kept:
    if not rows:
        return []
    table = connection.ops.quote_name(HostHour._meta.db_table)
    marks = ", ".join("(%s, %s, %s)" for _ in rows)
    sql = (
        f"INSERT INTO {table} (host, hour, asked) VALUES {marks}"  # noqa: S608
        f" ON CONFLICT (hour, host) DO UPDATE SET asked = {table}.asked + excluded.asked"
        " RETURNING host, hour, asked"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in row])
        return [(str(host), int(hour), int(asked)) for host, hour, asked in cursor.fetchall()]
