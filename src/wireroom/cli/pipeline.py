"""`./wireroom pipeline`: the pipeline alone, for a machine of its own; `up` runs it as a child."""

import argparse
import os
import signal
import sys

from wireroom.cli.django_ready import check_database, migrate, set_up_django
from wireroom.engine.errors import BadInput


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--until-idle", action="store_true", help="stop once nothing is due any more"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress lines")


def run(args: argparse.Namespace) -> int:
    """Turn the stages until SIGTERM or Ctrl-C."""
    try:
        set_up_django()
        check_database()
        migrate()
    except BadInput as error:
        print(f"wireroom pipeline: {error}", file=sys.stderr)
        return 1
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.adapters.orphans import die_with_parent
    from wireroom.pipeline.build import build_pipeline
    from wireroom.pipeline.progress import Progress

    if os.environ.get("WIREROOM_SUPERVISED"):
        die_with_parent()
    try:
        pipeline = build_pipeline()
    except ConnectionError as error:
        print(f"wireroom pipeline: {error}", file=sys.stderr)
        return 1
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: pipeline.coordinator.stop())
    progress = Progress(pipeline.coordinator, quiet=args.quiet)
    with pipeline:
        pipeline.coordinator.run(until_idle=args.until_idle, beat=progress.beat)
    return 0
