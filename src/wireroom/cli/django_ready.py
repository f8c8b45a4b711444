"""Django set up for a command, with one clear line where a setting or a folder is the trouble."""

import os
from pathlib import Path

from wireroom.engine.errors import BadInput


def set_up_django() -> None:
    """Load the settings and apps. Raises BadInput with what to do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wireroom.conf.settings")
    # Imported here: commands without a database start without Django.
    import django

    django.setup()


def check_database() -> None:
    """Connect once. Raises BadInput when the database does not answer or cannot be written."""
    from django.conf import settings
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
        if connection.vendor == "sqlite":
            _check_writable(Path(settings.DATABASES["default"]["NAME"]))
        _check_version()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else "no answer"
        if connection.vendor == "sqlite":
            path = settings.DATABASES["default"]["NAME"]
            is_damaged = "malformed" in reason or "not a database" in reason
            advice = "put a backup in its place" if is_damaged else "make its folder writable"
            raise BadInput(
                f"cannot open {path}: {reason}; {advice} or name another one in WIREROOM_VAR"
            ) from error
        raise BadInput(
            f"the database of DATABASE_URL does not answer: {reason};"
            " start it, mend the address, or unset DATABASE_URL to use SQLite"
        ) from error


def _check_writable(path: Path) -> None:
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK):
            raise BadInput(
                f"cannot write {place}: make it writable or name another folder in WIREROOM_VAR"
            )


def _check_version() -> None:
    """Raise BadInput where the tables are of a version that knew more than this one."""
    from django.apps import apps
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    folders = {
        app.label: Path(app.path) / "migrations"
        for app in apps.get_app_configs()
        if app.name.startswith("wireroom.")
    }
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        if app in folders and not (folders[app] / f"{name}.py").exists():
            raise BadInput(
                f"the database was used by a newer version of Wireroom ({app}.{name});"
                " start that one, or go back to a backup of before the upgrade"
            )


def check_embedder() -> None:
    """Look at the embedder's folder. Raises BadInput where one is set and cannot be used."""
    from django.conf import settings

    if settings.WIREROOM_EMBEDDER:
        # Imported here: who has no embedder need not wait for what reads its folder.
        from wireroom.adapters.dense import read_weights

        try:
            read_weights(Path(settings.WIREROOM_EMBEDDER))
        except BadInput as error:
            raise BadInput(f"{error}; mend the folder or unset WIREROOM_EMBEDDER") from error


def check_places() -> None:
    """Read the host's own places. Raises BadInput where a file is set and cannot be used."""
    from django.conf import settings

    if settings.WIREROOM_PLACES:
        # Imported here: who has no file need not wait for what reads it.
        from wireroom.adapters.places_file import read_places_file

        try:
            read_places_file(Path(settings.WIREROOM_PLACES))
        except BadInput as error:
            raise BadInput(f"{error}; mend the file or unset WIREROOM_PLACES") from error


def migrate() -> None:
    """Bring the tables to this version; safe to run by several processes at start."""
    # Imported here: they need Django set up.
    from django.conf import settings

    from wireroom.cli.migrating import bring_up_to_date

    bring_up_to_date(settings.VAR)
