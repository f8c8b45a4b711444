"""`wireroom comments export`: every comment of this site, or of one story, as JSON Lines."""

import argparse
import sys

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.jsonl import line_writer
from wireroom.cli.mend import row_id
from wireroom.cli.showing import counted
from wireroom.engine.errors import BadInput


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="export")
    export = deeds.add_parser("export", help="write comments, one JSON line each")
    export.add_argument(
        "--story",
        type=row_id,
        metavar="N",
        help="those of this story alone, and of what was merged into it",
    )
    export.add_argument(
        "--jsonl",
        metavar="OUT",
        default="-",
        help="where to write ('-', the default: standard output)",
    )


def run(args: argparse.Namespace) -> int:
    """Write the comments."""
    try:
        set_up_django()
        check_database()
        # Imported here: models can be loaded only after Django is set up.
        from wireroom.talk.queries.export import export_comments

        number = 0
        with line_writer(args.jsonl) as write:
            rows = counted(export_comments(args.story), every=1000, say="{:,} comments".format)
            for number, row in enumerate(rows, start=1):  # noqa: B007
                write(dict(row))
        if not number:
            print(f"wireroom comments: nobody commented{_where(args)}", file=sys.stderr)
    except BadInput as error:
        print(f"wireroom comments: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    return OK


def _where(args: argparse.Namespace) -> str:
    return "" if args.story is None else f" on story {args.story}"
