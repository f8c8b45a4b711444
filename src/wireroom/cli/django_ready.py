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
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else "no answer"
        if connection.vendor == "sqlite":
            path = settings.DATABASES["default"]["NAME"]
            raise BadInput(
                f"cannot open {path}: {reason}; make its folder writable"
                " or name another one in WIREROOM_VAR"
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
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
