"""`./wireroom queue`: what is due, what is put off, and the dead letters, which can be re-run."""

import argparse
import sys

from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.engine.errors import BadInput


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--rerun", action="store_true", help="make all dead letters due again")
    parser.add_argument(
        "--limit", type=int, default=20, help="failing feeds and dead letters to show"
    )


def run(args: argparse.Namespace) -> int:
    """Print the queue; with --rerun make dead letters due."""
    try:
        set_up_django()
        check_database()
    except BadInput as error:
        print(f"wireroom queue: {error}", file=sys.stderr)
        return 1
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.queue import (
        MODELS,
        dead_letters,
        due_counts,
        failing_feeds,
    )
    from wireroom.news.services.leases import rerun_dead
    from wireroom.pipeline.coordinator import utc_now

    if args.rerun:
        print(f"{rerun_dead(MODELS, now=utc_now())} made due again")
        return 0
    for step, due, later in due_counts(now=utc_now()):
        print(f"{step:8} {due:7} due  {later:7} later")
    for line in failing_feeds(limit=args.limit):
        print(f"feed: {line}")
    for letter in dead_letters(limit=args.limit):
        print(f"dead: {letter}")
    return 0
