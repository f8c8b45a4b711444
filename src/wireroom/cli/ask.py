"""`wireroom ask`: the sentences of one story's articles that answer a question."""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.brief import as_reports
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import counted, printable
from wireroom.engine.copies.find import find_copies
from wireroom.engine.errors import BadInput
from wireroom.engine.insight.ask.answer import Answer
from wireroom.engine.insight.ask.find import ask
from wireroom.engine.insight.ask.question import LONGEST


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "articles",
        metavar="ARTICLES.jsonl",
        help="the articles of one story: what 'wireroom read --jsonl' writes, or lines of id, "
        "title, body, date, source; '-' is standard input",
    )
    parser.add_argument(
        "question", type=_question, help=f"in English or Arabic, at most {LONGEST} characters"
    )
    parser.add_argument(
        "--after",
        metavar="QUESTION",
        action="append",
        type=_question,
        default=[],
        help="the question asked before this one, which 'And when?' leans on; once for each",
    )
    parser.add_argument(
        "--jsonl", metavar="OUT", help="write the answer as one JSON line to OUT ('-': stdout)"
    )


def _question(text: str) -> str:
    if not text.strip() or len(text) > LONGEST:
        raise argparse.ArgumentTypeError(f"a question has 1 to {LONGEST} characters")
    return text


def run(args: argparse.Namespace) -> int:
    """Write the answer; 1 when some line could not be used."""
    failures = Failures()
    lines = article_lines([args.articles], report=failures)
    articles = list(counted(lines, every=1000, say="{:,} articles read".format))
    answer = ask(args.question, as_reports(articles, find_copies(articles)), before=args.after)
    try:
        if args.jsonl:
            with line_writer(args.jsonl) as write:
                write(as_row(args.question, answer))
        else:
            for line in _described(answer):
                print(printable(line))
    except BadInput as error:
        print(f"wireroom ask: {error}", file=sys.stderr)
        return WRONG_USAGE
    return SOME_INPUT_FAILED if failures.count else OK


def as_row(question: str, answer: Answer) -> dict[str, Any]:
    """Return the answer as it is written: sentences with the places they stand at."""
    return {
        "question": question,
        "answers": [
            {
                "text": one.text,
                "spans": [{"id": one.span.article, "start": one.span.start, "end": one.span.end}],
                "outlet": one.outlet,
            }
            for one in answer.replies
        ],
        "compared": answer.compared,
        "voices": answer.voices,
    }


def _described(answer: Answer) -> Iterator[str]:
    for one in answer.replies:
        yield f"{one.text} ({one.outlet or one.span.article})"
    if not answer.is_found:
        yield "not in these reports"
