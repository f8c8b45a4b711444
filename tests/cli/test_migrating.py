"""A step of the tables and its record are one: who is killed between them starts again."""

from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.migration import Migration
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from wireroom.cli.migrating import WholeSteps

pytestmark = pytest.mark.django_db(transaction=True)


class _Step(Migration):
    operations = (
        CreateModel(
            "Tidemark",
            # An index beside the table: it is made last, and Django notes the step after it.
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("at", models.TextField(db_index=True)),
            ],
        ),
    )


def test_a_step_that_was_not_noted_was_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    step, state = _Step("9999_tidemark", "people"), ProjectState()

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(MigrationRecorder, "record_applied", killed)
        with pytest.raises(KeyboardInterrupt):
            WholeSteps(connection).apply_migration(state.clone(), step)
    assert "people_tidemark" not in connection.introspection.table_names()
    WholeSteps(connection).apply_migration(state.clone(), step)
    try:
        assert ("people", "9999_tidemark") in MigrationRecorder(connection).applied_migrations()
        assert "people_tidemark" in connection.introspection.table_names()
    finally:
        MigrationRecorder(connection).record_unapplied("people", "9999_tidemark")
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE people_tidemark")
