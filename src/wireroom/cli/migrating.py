"""Brings the tables to this version: a step and its record at once, one process at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.core.management import call_command
from django.core.management.commands import migrate as command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState

# PostgreSQL's advisory lock of who migrates: any number that nobody else of this database takes.
_LOCK: Final = 0x57495245


class WholeSteps(MigrationExecutor):
    """Django's executor, which notes a step only after it was committed where indexes are made.

    Whoever is killed between the two has tables that no start can make again.
    """

    def apply_migration(
        self, state: ProjectState, migration: Migration, *args: Any, **options: Any
    ) -> ProjectState:
        """Apply a step and note it, both or neither."""
        if not migration.atomic:  # made in portions, each of which may come again
            return super().apply_migration(state, migration, *args, **options)
        # SQLite does not turn its checks off within a transaction.
        with self.connection.constraint_checks_disabled(), transaction.atomic():
            return super().apply_migration(state, migration, *args, **options)


def bring_up_to_date(var: Path) -> None:
    """Apply the steps that are missing; whoever comes meanwhile waits, and finds them done."""
    command.MigrationExecutor = WholeSteps  # type: ignore[attr-defined]
    with _alone(var):
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _alone(var: Path) -> Iterator[None]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
        return
    with (var / "migrating").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
