"""`./wireroom digest`: send the digests and alerts that are due, as the pipeline does by itself."""

import argparse
import sys

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.engine.errors import BadInput


def configure(parser: argparse.ArgumentParser) -> None:
    """The command has no options."""


def run(args: argparse.Namespace) -> int:
    """Send once what is due, and say how much it was."""
    try:
        set_up_django()
        check_database()
    except BadInput as error:
        print(f"wireroom digest: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    # Imported here: models can be loaded only after Django is set up.
    from django.conf import settings

    from wireroom.pipeline.telling import tell_people

    if settings.WIREROOM_MAIL is None:
        print("wireroom digest: no e-mail is sent: WIREROOM_SMTP names no server", file=sys.stderr)
    digests, alerts = tell_people()
    print(f"{digests} digests and {alerts} alerts sent")
    return OK
