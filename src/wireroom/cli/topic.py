"""`./wireroom topic DEED ...`: an editor merges, parts, hides or renames topics; or undoes it."""

import argparse
import sys
from typing import TYPE_CHECKING

from wireroom.cli import OK, SOME_INPUT_FAILED
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.mend import add_deed, plain_words, row_id, user_name
from wireroom.cli.showing import printable
from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from wireroom.news.models import TopicMend
    from wireroom.news.services.topic_mends import TopicMending


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the deeds; ids are those at the end of the pages' addresses."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    merge = _deed(deeds, "merge", "make one topic of two; the first's address leads to the other")
    merge.add_argument("topic", type=row_id, metavar="TOPIC")
    merge.add_argument("into", type=row_id, metavar="INTO")
    part = _deed(deeds, "part", "say that stories are about another one of the same name")
    part.add_argument("topic", type=row_id, metavar="TOPIC")
    part.add_argument("stories", type=row_id, metavar="STORY", nargs="+")
    detach = _deed(deeds, "detach", "say that a name of a topic means another one")
    detach.add_argument("topic", type=row_id, metavar="TOPIC")
    detach.add_argument("name", type=plain_words, metavar="NAME")
    hide = _deed(deeds, "hide", "take a topic from every page")
    hide.add_argument("topic", type=row_id, metavar="TOPIC")
    rename = _deed(deeds, "rename", "call a topic otherwise in one language")
    rename.add_argument("topic", type=row_id, metavar="TOPIC")
    rename.add_argument("name", type=plain_words, metavar="NAME")
    rename.add_argument("--lang", default="en", help="the language of the name (en)")
    undo = _deed(deeds, "undo", "take one of these back")
    undo.add_argument("mend", type=row_id, metavar="MEND")
    deeds.add_parser("log", help="list what editors did, the latest first")


def _deed(
    deeds: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    return add_deed(deeds, name, text, why="the reason, for the log")


def run(args: argparse.Namespace) -> int:
    """Do one deed, or list them; 1 with a line that says why where it cannot be done."""
    try:
        set_up_django()
        check_database()
        # Imported here: models can be loaded only after Django is set up.
        from wireroom.news.queries.topic_mends import read_topic_log
        from wireroom.news.services.topic_mends import TopicMending
        from wireroom.pipeline.coordinator import utc_now

        if args.deed == "log":
            for mend in read_topic_log():
                print(printable(_line(mend)))
            return OK
        mending = TopicMending(by=args.by or user_name(), why=args.why, now=utc_now())
        print(_told(_do(mending, args)))
    except BadInput as error:
        print(f"wireroom topic: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    return OK


def _do(mending: "TopicMending", args: argparse.Namespace) -> "TopicMend":
    if args.deed == "merge":
        return mending.merge(args.topic, args.into)
    if args.deed == "part":
        return mending.part(args.topic, args.stories)
    if args.deed == "detach":
        return mending.detach(args.topic, args.name)
    if args.deed == "rename":
        return mending.rename(args.topic, args.name, lang=args.lang)
    if args.deed == "undo":
        return mending.undo(args.mend)
    return mending.hide(args.topic)


def _told(mend: "TopicMend") -> str:
    if mend.undone_at:
        return f"mend {mend.pk} undone"
    into = f", now topic {mend.into_id}" if mend.into_id else ""
    return f"mend {mend.pk}: {mend.deed} done{into}; 'wireroom topic undo {mend.pk}' takes it back"


def _line(mend: "TopicMend") -> str:
    into = f" into topic {mend.into_id}" if mend.into_id else ""
    told = f"{mend.pk:6} {mend.made_at:%Y-%m-%d %H:%M} {mend.made_by} {mend.deed}"
    undone = ""
    if mend.undone_at:
        undone = f" (undone {mend.undone_at:%Y-%m-%d %H:%M} by {mend.undone_by})"
    why = f": {mend.why}" if mend.why else ""
    return f"{told} topic {mend.topic_id} {mend.topic}{into}{undone}{why}"
