"""`./wireroom takedown WHAT`: take a report down for good, and see to it that it stays away."""

import argparse
from collections.abc import Iterator

from wireroom.cli.deeds import run_deed
from wireroom.cli.mend import plain_words, user_name
from wireroom.engine.errors import BadInput


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("what", help="the report's number, its address here, or its publisher's")
    parser.add_argument("--copies", action="store_true", help="with the reports that carry it")
    parser.add_argument("--yes", action="store_true", help="do it; otherwise it is only listed")
    parser.add_argument("--why", type=plain_words, default="", help="the reason, for the log")
    parser.add_argument("--by", type=plain_words, default="", help="who does it (your user name)")


def run(args: argparse.Namespace) -> int:
    """List what would go, or take it down; 1 where there is no such report."""
    return run_deed("takedown", lambda: _do(args), migrates=False)


def _do(args: argparse.Namespace) -> Iterator[str]:
    # Imported here: models can be loaded only after Django is set up.
    from wireroom.news.queries.take_downs import find_reports
    from wireroom.news.services.deed_log import By
    from wireroom.pipeline.coordinator import utc_now
    from wireroom.pipeline.taking_down import take_reports_down

    found = find_reports(args.what)
    going = [*found.reports, *(found.carriers if args.copies else ())]
    for one in going:
        yield f"{one.article.pk} {one.article.outlet}: {one.article.headline} ({one.share:.0%})"
    if not going:
        raise BadInput(f"no report is known by {args.what!r}")
    if args.yes:
        by = By(who=args.by or user_name(), why=args.why, now=utc_now())
        count = take_reports_down([one.article.pk for one in going], by=by)
        yield f"{count} taken down"
