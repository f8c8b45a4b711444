"""`./wireroom backup FOLDER`: a copy of everything that is kept, made while it runs."""

import argparse
import sys
from pathlib import Path

from wireroom.cli import OK
from wireroom.cli.deeds import or_say_why
from wireroom.cli.django_ready import check_database, set_up_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "folder", type=Path, help="a new folder for the copy; WIREROOM_VAR=FOLDER starts from it"
    )


def run(args: argparse.Namespace) -> int:
    """Make the copy, and say what is in it; 1 with what to do where it cannot be made."""
    return or_say_why("backup", lambda: _back_up(args.folder))


def _back_up(folder: Path) -> int:
    set_up_django()
    check_database()
    # Imported here: settings only after set-up.
    from django.conf import settings

    from wireroom.adapters.backup import back_up

    whole = Path(settings.DATABASES["default"]["NAME"])
    is_file = settings.DATABASES["default"]["ENGINE"] == "wireroom.adapters.sqlite3"
    size = back_up(settings.VAR, whole if is_file else None, folder.absolute())
    print(f"{folder}: {size / 1e6:,.1f} MB, with the keys that sign cookies: let nobody read it")
    if not is_file:
        print(
            "wireroom backup: the database is PostgreSQL's and not in it: pg_dump it, too",
            file=sys.stderr,
        )
    return OK
