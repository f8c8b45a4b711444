"""`./wireroom mend DEED ...`: an editor moves, splits, merges, pins, spikes, or takes it back."""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.models import Mend
    from wireroom.news.services.mends import Mending

_MOST_ID = 2**63 - 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the deeds; ids are those in the pages' addresses."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    move = add_deed(deeds, "move", "put an article into another story")
    move.add_argument("article", type=row_id, metavar="ARTICLE")
    move.add_argument("story", type=row_id, metavar="STORY")
    split = add_deed(deeds, "split", "make a story of its own of some of a story's articles")
    split.add_argument("story", type=row_id, metavar="STORY")
    split.add_argument("articles", type=row_id, metavar="ARTICLE", nargs="+")
    merge = add_deed(deeds, "merge", "put a story into another; its address leads there")
    merge.add_argument("story", type=row_id, metavar="STORY")
    merge.add_argument("into", type=row_id, metavar="INTO")
    tie = add_deed(deeds, "tie", "say that stories of two languages tell one event")
    tie.add_argument("story", type=row_id, metavar="STORY")
    tie.add_argument("other", type=row_id, metavar="STORY")
    untie = add_deed(deeds, "untie", "say that a story is not what other languages tell")
    untie.add_argument("story", type=row_id, metavar="STORY")
    pin = add_deed(deeds, "pin", "keep a story on top of the front")
    pin.add_argument("story", type=row_id, metavar="STORY")
    pin.add_argument("--hours", type=float, default=6.0, help="for so long (6)")
    lead = add_deed(deeds, "lead", "have one of a story's reports lead it")
    lead.add_argument("story", type=row_id, metavar="STORY")
    lead.add_argument("article", type=row_id, metavar="ARTICLE")
    spike = add_deed(deeds, "spike", "withdraw an article, or a story with all its articles")
    spike.add_argument("kind", choices=("article", "story"))
    spike.add_argument("row", type=row_id, metavar="ID")
    undo = add_deed(deeds, "undo", "take a mend back")
    undo.add_argument("mend", type=row_id, metavar="MEND")


def add_deed(
    deeds: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    text: str,
    why: str = "the reason; readers see that of a move, split, merge or tie",
) -> argparse.ArgumentParser:
    """Declare one of an editor's deeds, with its reason and whose it is."""
    deed = deeds.add_parser(name, help=text, description=text)
    deed.add_argument("--why", type=plain_words, default="", help=why)
    deed.add_argument("--by", type=plain_words, default="", help="who does it (your user name)")
    return deed


def row_id(text: str) -> int:
    """Return a number as pages' addresses have it; argparse says what is wrong with another."""
    if not (text.isascii() and text.isdigit() and 0 < int(text[:20]) <= _MOST_ID):
        raise argparse.ArgumentTypeError(f"{text!r} is no id: the number in a page's address")
    return int(text)


def plain_words(text: str) -> str:
    """Return a text that both databases keep: no lone surrogates, no NUL."""
    return printable(text).replace("\0", " ")


def run(args: argparse.Namespace) -> int:
    """Do one deed; 1 with a line that says why where it cannot be done."""
    try:
        set_up_django()
        check_database()
        # Imported here: models can be loaded only after Django is set up.
        from wireroom.pipeline.coordinator import utc_now
        from wireroom.pipeline.mending import mending

        by = args.by or user_name()
        mend = _do(mending(by=by, why=args.why, now=utc_now()), args)
    except BadInput as error:
        print(f"wireroom mend: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    print(_told(mend))
    return OK


def _do(mending: "Mending", args: argparse.Namespace) -> "Mend":
    if args.deed == "move":
        return mending.move(args.article, args.story)
    if args.deed == "split":
        return mending.split(args.story, args.articles)
    if args.deed == "merge":
        return mending.merge(args.story, args.into)
    if args.deed == "tie":
        return mending.tie(args.story, args.other)
    if args.deed == "untie":
        return mending.untie(args.story)
    if args.deed == "pin":
        return mending.pin(args.story, hours=args.hours)
    if args.deed == "lead":
        return mending.lead(args.story, args.article)
    if args.deed == "undo":
        return mending.undo(args.mend)
    if args.kind == "story":
        return mending.spike_story(args.row)
    return mending.spike_article(args.row)


def user_name() -> str:
    """Return who runs the command."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return "unknown"


def _told(mend: "Mend") -> str:
    if mend.undone_at:
        return f"mend {mend.pk} undone"
    joined = mend.into and mend.deed != "tie"
    into = f", now story {mend.into}" if joined else ""
    return f"mend {mend.pk}: {mend.deed} done{into}; 'wireroom mend undo {mend.pk}' takes it back"
