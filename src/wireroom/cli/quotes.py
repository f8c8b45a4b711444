"""`wireroom quotes`: who says what in the articles of a JSON Lines file."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import counted, printable, shortened
from wireroom.engine.errors import BadInput
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.types import ArticleText


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "articles",
        metavar="ARTICLES.jsonl",
        nargs="+",
        help="what 'wireroom read --jsonl' writes, or lines of id, title, body, lang; "
        "'-' is standard input",
    )
    parser.add_argument(
        "--jsonl",
        metavar="OUT",
        help="write one JSON line an article to OUT ('-': standard output)",
    )


def run(args: argparse.Namespace) -> int:
    """Find the quotes, one article after the other; 1 when some line could not be used."""
    failures = Failures()
    found = _found(args.articles, failures)
    try:
        if args.jsonl:
            with line_writer(args.jsonl) as write:
                for article, quotes in found:
                    write({"id": article.id, "quotes": [asdict(quote) for quote in quotes]})
        else:
            for article, quotes in found:
                for line in _described(article, quotes):
                    print(printable(line))
    except BadInput as error:
        print(f"wireroom quotes: {error}", file=sys.stderr)
        return WRONG_USAGE
    return SOME_INPUT_FAILED if failures.count else OK


def _found(
    names: Sequence[str], failures: Failures
) -> Iterator[tuple[ArticleText, Sequence[Quote]]]:
    """Yield articles with their quotes."""
    articles = article_lines(names, report=failures)
    for article in counted(articles, every=100, say="{:,} articles".format):
        lang = None if article.lang == "und" else article.lang
        yield article, find_quotes(article.body, lang)


def _described(article: ArticleText, quotes: Sequence[Quote]) -> Iterator[str]:
    yield f"{article.id}  {article.title}".rstrip()
    for quote in quotes:
        via = f", via {', '.join(quote.via)}" if quote.via else ""
        to = f" to {quote.addressee}" if quote.addressee else ""
        yield f"  {quote.speaker_resolved or '(no speaker)'}{to}{via} [{quote.kind}]"
        yield f"    {shortened(quote.quote)}"
    yield ""
