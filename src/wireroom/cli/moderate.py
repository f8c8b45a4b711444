"""`wireroom moderate`: what the moderator's rules find in comments, in a file or the queue."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.article_lines import Failures
from wireroom.cli.comment_lines import CommentLine, comment_lines
from wireroom.cli.django_ready import check_database, set_up_django
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import counted, printable, shortened
from wireroom.engine.errors import BadInput
from wireroom.engine.moderation.assessment import Assessment, Context, suggestion_for
from wireroom.engine.moderation.score import score
from wireroom.engine.moderation.wording import say
from wireroom.engine.text.direction import direction_of

if TYPE_CHECKING:
    from wireroom.talk.queries.queue import Waiting


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "comments",
        metavar="COMMENTS.jsonl",
        nargs="*",
        help="lines of id, text, and where known lang, story (texts), earlier (texts of the same "
        "writer, or text with at), at, account_age_s; '-' is standard input",
    )
    parser.add_argument(
        "--queue",
        action="store_true",
        help="list what waits for moderators on this site, the oldest first, in place of files",
    )
    parser.add_argument(
        "--jsonl",
        metavar="OUT",
        help="write one JSON line a comment to OUT ('-': standard output)",
    )


def run(args: argparse.Namespace) -> int:
    """Score the comments, one after the other; 1 when some line could not be used."""
    if args.queue == bool(args.comments):
        print("wireroom moderate: name files of comments, or say --queue", file=sys.stderr)
        return WRONG_USAGE
    if args.queue:
        return _run_queue(args)
    failures = Failures()
    assessed = _assessed(args.comments, failures)
    try:
        _tell(assessed, args.jsonl)
    except BadInput as error:
        print(f"wireroom moderate: {error}", file=sys.stderr)
        return WRONG_USAGE
    return SOME_INPUT_FAILED if failures.count else OK


def _tell(assessed: Iterable[tuple[CommentLine, Assessment]], out: str | None) -> None:
    if out:
        with line_writer(out) as write:
            for comment, assessment in assessed:
                write(_row(comment, assessment))
        return
    for comment, assessment in assessed:
        for line in _described(comment, assessment):
            print(printable(line))


def _run_queue(args: argparse.Namespace) -> int:
    try:
        set_up_django()
        check_database()
        # Imported here: models can be loaded only after Django is set up.
        from wireroom.talk.queries.queue import read_whole_queue

        _tell((_waiting(one) for one in read_whole_queue()), args.jsonl)
    except BadInput as error:
        print(f"wireroom moderate: {error}", file=sys.stderr)
        return SOME_INPUT_FAILED
    return OK


def _waiting(one: "Waiting") -> tuple[CommentLine, Assessment]:
    kept = one.comment
    lang = "ar" if direction_of(kept.text) == "rtl" else "en"
    assessment = Assessment(suggestion_for(kept.scores), kept.scores, one.reasons)
    return CommentLine(str(kept.pk), kept.text, lang, Context()), assessment


def _assessed(names: Sequence[str], failures: Failures) -> Iterator[tuple[CommentLine, Assessment]]:
    comments = comment_lines(names, report=failures)
    for comment in counted(comments, every=100, say="{:,} comments".format):
        yield comment, score(comment.text, comment.context)


def _row(comment: CommentLine, assessment: Assessment) -> dict[str, Any]:
    reasons = [
        {
            "kind": reason.kind,
            "text": say(reason, comment.text, comment.lang),
            "start": reason.start,
            "end": reason.end,
            "score": reason.score,
        }
        for reason in assessment.reasons
    ]
    return {
        "id": comment.id,
        "suggestion": assessment.suggestion,
        "scores": dict(assessment.scores),
        "reasons": reasons,
    }


def _described(comment: CommentLine, assessment: Assessment) -> Iterator[str]:
    yield f"{comment.id}  {assessment.suggestion}  {shortened(comment.text)}"
    for reason in assessment.reasons:
        yield f"  {reason.kind} {reason.score:.2f}: {say(reason, comment.text, comment.lang)}"
