"""`./wireroom mends`: what editors did, as a log or as cases that `bench mends` replays."""

import argparse
import sys
from typing import TYPE_CHECKING

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.models import Mend


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--jsonl", metavar="OUT", help="write the groupings that hold as cases ('-': to stdout)"
    )
    parser.add_argument(
        "--with-text",
        action="store_true",
        help="put the articles' texts into the cases: they are the outlets', keep them private",
    )


def run(args: argparse.Namespace) -> int:
    """Print the log, the latest first, or write the cases."""
    if args.with_text and not args.jsonl:
        print("wireroom mends: --with-text goes with --jsonl", file=sys.stderr)
        return WRONG_USAGE
    try:
        set_up_django()
        check_database()
        # Imported here: models can be loaded only after Django is set up.
        from wireroom.news.queries.mend_cases import read_cases
        from wireroom.news.queries.mends import read_log

        if args.jsonl:
            with line_writer(args.jsonl) as write:
                for case in read_cases(with_text=args.with_text):
                    write(case)
        else:
            for mend in read_log():
                print(printable(_line(mend)))
    except BadInput as error:
        print(f"wireroom mends: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    return OK


def _line(mend: "Mend") -> str:
    words = [f"{mend.pk:6} {mend.made_at:%Y-%m-%d %H:%M} {mend.made_by} {mend.deed}"]
    if mend.story:
        words.append(f"story {mend.story}")
    if mend.into:
        words.append(f"into story {mend.into}")
    if len(mend.subject) == 1:
        words.append(f"article {mend.subject[0]}")
    elif mend.subject:
        words.append(f"{len(mend.subject)} articles")
    if mend.until:
        words.append(f"until {mend.until:%Y-%m-%d %H:%M}")
    if mend.undone_at:
        words.append(f"(undone {mend.undone_at:%Y-%m-%d %H:%M} by {mend.undone_by})")
    return " ".join(words) + (f": {mend.why}" if mend.why else "")
