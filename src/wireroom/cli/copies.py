"""`wireroom copies`: the passages that the articles of a JSON Lines file share."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import counted, printable, shortened
from wireroom.engine.copies.find import find_copies
from wireroom.engine.errors import BadInput
from wireroom.engine.types import ArticleText, CopyKind, CopyPair


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "articles",
        metavar="ARTICLES.jsonl",
        nargs="+",
        help="what 'wireroom read --jsonl' writes, or lines of id, title, body, date, source; "
        "'-' is standard input",
    )
    parser.add_argument(
        "--jsonl", metavar="OUT", help="write one JSON line a pair to OUT ('-': standard output)"
    )
    parser.add_argument(
        "--quotes",
        action="store_true",
        help="give those pairs, too, that share no copy but the words of a quote (kind: quote)",
    )


def run(args: argparse.Namespace) -> int:
    """Find the copies; 1 when some line could not be used."""
    failures = Failures()
    lines = article_lines(args.articles, report=failures)
    articles = list(counted(lines, every=1000, say="{:,} articles read".format))
    pairs = find_copies(articles, quotes=args.quotes)
    try:
        if args.jsonl:
            with line_writer(args.jsonl) as write:
                for pair in pairs:
                    write(asdict(pair))
        else:
            _show(pairs, {article.id: article for article in articles})
    except BadInput as error:
        print(f"wireroom copies: {error}", file=sys.stderr)
        return WRONG_USAGE
    return SOME_INPUT_FAILED if failures.count else OK


def _show(pairs: Iterable[CopyPair], articles: dict[str, ArticleText]) -> None:
    counts: Counter[bool] = Counter()
    for pair in pairs:
        counts[pair.kind is CopyKind.QUOTE] += 1
        for line in _described(pair, articles):
            print(printable(line))
    said = "1 pair shares" if counts[False] == 1 else f"{counts[False]} pairs share"
    print(f"{said} copy among {len(articles)} articles")
    if counts[True]:
        said = "1 pair shares" if counts[True] == 1 else f"{counts[True]} pairs share"
        print(f"{said} no more than a quote")


def _described(pair: CopyPair, articles: dict[str, ArticleText]) -> Iterator[str]:
    arrow: dict[str, Any] = {"a>b": "→", "b>a": "←"}
    a, b = articles[pair.a], articles[pair.b]
    yield f"{_named(a)}  {arrow.get(pair.direction, '↔')}  {_named(b)}"
    sure = f" ({pair.confidence:.0%} sure)" if pair.confidence else ""
    yield f"  {pair.why}{sure}"
    for passage in pair.passages:
        yield f"  {passage.similarity:4.0%}  {shortened(a.body[passage.a_start : passage.a_end])}"
    yield ""


def _named(article: ArticleText) -> str:
    return f"{article.id} ({article.outlet})" if article.outlet else article.id
