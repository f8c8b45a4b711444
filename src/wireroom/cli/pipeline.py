"""`./wireroom pipeline`: the pipeline alone, for a machine of its own; `up` runs it as a child."""

import argparse
import signal
import sys
from datetime import timedelta
from typing import Final

from wireroom.adapters.orphans import die_with_supervisor
from wireroom.cli.django_ready import check_database, migrate, set_up_django
from wireroom.engine.errors import BadInput

SOON: Final = timedelta(seconds=10)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--until-idle", action="store_true", help="stop once nothing is due within 10 s"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress lines")


def run(args: argparse.Namespace) -> int:
    """Turn the stages until SIGTERM or Ctrl-C."""
    die_with_supervisor()
    try:
        set_up_django()
        check_database()
        migrate()
    except BadInput as error:
        print(f"wireroom pipeline: {error}", file=sys.stderr)
        return 1
    # Imported here: models can be loaded only after Django is set up, and what counts only once
    # it has its folder.
    from django.conf import settings

    from wireroom.adapters.counts import keep_counts

    keep_counts(settings.VAR)
    from wireroom.adapters.orphans import spare_collections
    from wireroom.pipeline.build import build_pipeline
    from wireroom.pipeline.progress import Progress
    from wireroom.pipeline.telling import Telling

    spare_collections()
    try:
        pipeline = build_pipeline()
    except (BadInput, ConnectionError) as error:
        print(f"wireroom pipeline: {error}", file=sys.stderr)
        return 1
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: pipeline.coordinator.stop())
    progress = Progress(pipeline.coordinator, quiet=args.quiet)
    with pipeline, Telling():
        pipeline.coordinator.run(
            is_enough=_nothing_soon if args.until_idle else None, beat=progress.beat
        )
    return 0


def _nothing_soon() -> bool:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.queue import is_due_by
    from wireroom.pipeline.coordinator import utc_now

    return not is_due_by(utc_now() + SOON)
