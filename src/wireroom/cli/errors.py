"""`./wireroom errors`: what readers say is wrong in chosen sentences, and deciding on it."""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING, Any

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.models import ReportedError


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds")
    listing = deeds.add_parser("list", help="what waits for a decision (the default)")
    listing.add_argument("--all", action="store_true", help="the latest of all, decided ones too")
    for name, text in (
        ("agree", "hide the words at once and for good, in every brief"),
        ("decline", "leave the words, or show again what was hidden"),
    ):
        deed = deeds.add_parser(name, help=text)
        deed.add_argument("error", type=int, help="its number in the list")
        deed.add_argument("--why", default="", help="the reason, for the log")
        deed.add_argument("--by", default="", help="who decides (you, unless told otherwise)")


def run(args: argparse.Namespace) -> int:
    """List reported errors, or decide one with all others of the same words."""
    try:
        set_up_django()
        check_database()
        for error in _do(args):
            print(printable(_line(error)))
    except BadInput as error:
        print(f"wireroom errors: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    return OK


def _do(args: argparse.Namespace) -> Any:
    # Imported here: models can be loaded only after Django is set up.
    from django.utils import timezone

    from wireroom.news.models import ErrorState
    from wireroom.news.queries.errors import read_errors
    from wireroom.news.services.errors import decide_error

    if args.deed in (None, "list"):
        return read_errors(all_states=getattr(args, "all", False))
    state = ErrorState.AGREED if args.deed == "agree" else ErrorState.DECLINED
    by = args.by or getpass.getuser()
    return [decide_error(args.error, state, by=by, why=args.why, now=timezone.now())]


def _line(error: "ReportedError") -> str:
    place = f"article {error.article_id} ({error.revision}) {error.start}-{error.end}"
    said = f" — a reader: {error.words}" if error.words else ""
    decided = ""
    if error.decided_at:
        decided = f" [{error.state} {error.decided_at:%Y-%m-%d %H:%M} by {error.decided_by}"
        decided += f": {error.decided_why}]" if error.decided_why else "]"
    made = f"{error.made_at:%Y-%m-%d %H:%M}"
    return f"{error.pk:6} {made} {error.room} {place}: {error.shown}{said}{decided}"
