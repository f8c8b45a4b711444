"""`./wireroom digest`: send the digests and alerts that are due, as the pipeline does by itself."""

import argparse
import sys

from wireroom.cli.deeds import run_deed


def configure(parser: argparse.ArgumentParser) -> None:
    """The command has no options."""


def run(args: argparse.Namespace) -> int:
    """Send once what is due, and say how much it was."""
    return run_deed("digest", _send, migrates=False)


def _send() -> list[str]:
    # Imported here: models can be loaded only after Django is set up.
    from django.conf import settings

    from wireroom.pipeline.telling import tell_people

    if settings.WIREROOM_MAIL is None:
        print("wireroom digest: no e-mail is sent: WIREROOM_SMTP names no server", file=sys.stderr)
    digests, alerts = tell_people()
    return [f"{digests} digests and {alerts} alerts sent"]
