"""A limit to how long the database may take over one query."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import OperationalError, connection

# Instructions of SQLite's machine between two looks at the clock: some tenths of a millisecond.
_BETWEEN_LOOKS: Final = 20_000


class TooSlow(Exception):  # noqa: N818
    """The database was told to stop: the answer would have come too late."""


@contextmanager
def in_time(longest_s: float) -> Iterator[None]:
    """Let the queries inside take so many seconds. Raises TooSlow where they would take more."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with _in_time_sqlite(longest_s):
            yield
    else:
        with _in_time_postgres(longest_s):
            yield


@contextmanager
def _in_time_sqlite(longest_s: float) -> Iterator[None]:
    driver = connection.connection
    ends = time.monotonic() + longest_s
    driver.set_progress_handler(lambda: time.monotonic() > ends, _BETWEEN_LOOKS)
    try:
        yield
    except OperationalError as error:
        if "interrupted" in str(error):
            raise TooSlow from error
        raise
    finally:
        driver.set_progress_handler(None, 0)


@contextmanager
def _in_time_postgres(longest_s: float) -> Iterator[None]:
    _tell_postgres(f"SET statement_timeout = {int(1000 * longest_s)}")
    try:
        yield
    except OperationalError as error:
        if "statement timeout" in str(error):
            raise TooSlow from error
        raise
    finally:
        if not connection.needs_rollback:
            _tell_postgres("RESET statement_timeout")


def _tell_postgres(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
