"""`wireroom stories`: which articles of a JSON Lines file tell the same event."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from wireroom.cli import OK, SOME_INPUT_FAILED, WRONG_USAGE
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.jsonl import line_writer
from wireroom.cli.showing import counted, printable
from wireroom.engine.errors import BadInput
from wireroom.engine.ports import Embedder
from wireroom.engine.stories.assign import Placement, place_articles
from wireroom.engine.stories.dense import DenseWeights
from wireroom.engine.types import ArticleText


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "articles",
        metavar="ARTICLES.jsonl",
        nargs="+",
        help="what 'wireroom read --jsonl' writes, or lines of id, title, body, date, source, url; "
        "'-' is standard input; placed in order of time",
    )
    parser.add_argument(
        "--jsonl",
        metavar="OUT",
        help="write one JSON line an article to OUT ('-': standard output)",
    )
    parser.add_argument(
        "--embedder",
        metavar="FOLDER",
        type=Path,
        help="folder of a sentence encoder: what tells of one event in other words is joined, too",
    )


def run(args: argparse.Namespace) -> int:
    """Place the articles; 1 when some line could not be used."""
    try:
        embedder, dense = _load_embedder(args.embedder)
    except BadInput as error:
        print(f"wireroom stories: {error}", file=sys.stderr)
        return WRONG_USAGE
    failures = Failures()
    lines = article_lines(args.articles, report=failures, headlines=True)
    articles = in_stream_order(list(lines))
    said = f"{{:,}} of {len(articles):,} placed"
    placed = place_articles(articles, embedder=embedder, dense=dense)
    placements = counted(placed, every=100, say=said.format)
    try:
        if args.jsonl:
            with line_writer(args.jsonl) as write:
                for placement in placements:
                    write(asdict(placement))
        else:
            _show(placements, articles)
    except BadInput as error:
        print(f"wireroom stories: {error}", file=sys.stderr)
        return WRONG_USAGE
    return SOME_INPUT_FAILED if failures.count else OK


def _load_embedder(folder: Path | None) -> tuple[Embedder | None, DenseWeights | None]:
    if folder is None:
        return None, None
    # Imported here: who names no embedder need not have its packages.
    from wireroom.adapters.dense import read_weights, say_how_to_learn
    from wireroom.adapters.embed import embedder_at

    dense = read_weights(folder)
    if dense is None:
        print(f"wireroom stories: {folder}: {say_how_to_learn(folder)}", file=sys.stderr)
        return None, None
    return embedder_at(str(folder)), dense


def in_stream_order(articles: Sequence[ArticleText]) -> list[ArticleText]:
    """Sort by time, stably; an article without a time stays behind the one it came after."""
    first = next((a.published_at for a in articles if a.published_at), None)
    if first is None:
        return list(articles)
    keyed: list[tuple[datetime, ArticleText]] = []
    moment = first
    for article in articles:
        moment = article.published_at or moment
        keyed.append((moment, article))
    return [article for _, article in sorted(keyed, key=lambda pair: pair[0])]


def _show(placements: Iterable[Placement], articles: Sequence[ArticleText]) -> None:
    by_id = {article.id: article for article in articles}
    stories: dict[str, list[Placement]] = {}
    for placement in placements:
        stories.setdefault(placement.story, []).append(placement)
    for story, members in stories.items():
        print(f"{story}  ({members[0].storyline}, {_articles(len(members))})")
        for member in members:
            article = by_id[member.id]
            outlet = f"{article.outlet}: " if article.outlet else ""
            print(printable(f"  {outlet}{article.title or article.id}\n    {member.why}"))
    in_all = "1 story" if len(stories) == 1 else f"{len(stories):,} stories"
    print(f"{_articles(len(by_id))} in {in_all}")


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"
