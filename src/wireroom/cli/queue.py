"""`./wireroom queue`: what is due or put off, what could not be read, and the dead letters."""

import argparse
import sys
from typing import TYPE_CHECKING

from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.mend import user_name
from wireroom.cli.numbers import number_from
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.queries.reading_days import Fall, Share


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--rerun", action="store_true", help="make all dead letters due again")
    parser.add_argument(
        "--outlet", help="its feeds with the reason of their next poll, and what its pages state"
    )
    parser.add_argument(
        "--limit",
        type=number_from(0),
        default=20,
        help="failing feeds, fallen outlets and dead letters to show",
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
    from wireroom.news.queries.dead_letters import TABLES, read_letters
    from wireroom.news.queries.polling import outlet_lines
    from wireroom.news.queries.queue import failing_feeds, read_queues, unread_pages
    from wireroom.news.queries.reading_days import fallen_outlets
    from wireroom.news.services.deed_log import By
    from wireroom.news.services.letters import rerun_all
    from wireroom.pipeline.coordinator import utc_now

    if args.outlet:
        try:
            for line in outlet_lines(args.outlet, now=utc_now()):
                print(printable(line))
        except BadInput as error:
            print(f"wireroom queue: {printable(str(error))}", file=sys.stderr)
            return 1
        return 0
    if args.rerun:
        print(f"{rerun_all(by=By(who=user_name(), now=utc_now()))} made due again")
        return 0
    for queue in read_queues(now=utc_now()):
        print(f"{queue.step:8} {queue.due:7} due  {queue.later:7} later")
    for feed in failing_feeds()[: args.limit]:
        print(f"feed: {feed.outlet} {feed.url}: {feed.reason}")
    for name, fall in fallen_outlets(today=utc_now().date(), limit=args.limit):
        print(f"fell: {told_fall(name, fall)}")
    for line in unread_pages(now=utc_now(), limit=args.limit):
        print(printable(f"unread: {line}"))
    for letter in (one for table in TABLES for one in read_letters(table, limit=args.limit)):
        print(f"dead: {letter.step} {letter.table} {letter.id} {letter.what}: {letter.error}")
    return 0


def told_fall(name: str, fall: "Fall") -> str:
    """Return a line on an outlet of whose pages far fewer were read as reports than before."""
    return (
        f"{name}: {_told_share(fall.lately)} as reports; before {_told_share(fall.usual)};"
        " its pages may have been rebuilt"
    )


def _told_share(share: "Share") -> str:
    days = f"{share.first}" if share.first == share.last else f"{share.first} to {share.last}"
    return f"{share.reports} of {share.pages} pages ({share.part:.0%}) of {days} read"
