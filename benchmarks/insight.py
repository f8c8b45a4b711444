"""What all insight of an article costs without a model: CPU of each part, article by article.

    python -m benchmarks.insight ../shared/stories/dev.jsonl.gz [--articles 200]

Each article is read once, as the pipeline reads it, after the first ones have filled what is
loaded once: quotes, names, the brief of a story of this one report, and its topics. Where others
work on the same processor, CPU too grows with what they take of its caches: compare runs of one
hour.
"""

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice, pairwise
from statistics import mean, median
from typing import Final

from benchmarks.table import percentile, print_table, state_machine
from wireroom.adapters.orphans import spare_collections
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.engine.insight.entities.entity import Entity
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote
from wireroom.engine.insight.story_brief import StoryReport, brief_story
from wireroom.engine.insight.topics.choose import choose_topics, find_names
from wireroom.engine.types import ArticleText

PARTS: Final = ("quotes", "names", "brief", "topics")
_WARMING: Final = 50  # articles read before the first that counts
_EVERY: Final = 7  # articles of the file: neighbours tell the same story in the same words
_AT: Final = datetime(2026, 3, 12, 12, tzinfo=UTC)


def main() -> int:
    """Print a table of the parts."""
    parser = argparse.ArgumentParser(prog="benchmarks.insight", description=__doc__)
    parser.add_argument("file", help="lines of id, title, body, lang")
    parser.add_argument("--articles", type=int, default=200)
    args = parser.parse_args()
    spare_collections()  # as where articles are read
    spread = islice(article_lines([args.file], report=Failures()), 0, None, _EVERY)
    articles = list(islice(spread, _WARMING + args.articles))
    costs = [costs_of(article) for article in articles][_WARMING:]
    if not costs:
        print(f"{args.file}: more than {_WARMING * _EVERY} articles are needed", file=sys.stderr)
        return 2
    print(state_machine())
    words = median(len(article.body.split()) for article in articles[_WARMING:])
    print_table(
        f"CPU of {len(costs)} articles of {words:.0f} words (median), ms each",
        ("part", "median", "mean", "p95"),
        [*_rows(costs), _row("all", [sum(each) for each in costs])],
    )
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    return 0


def costs_of(article: ArticleText) -> tuple[float, ...]:
    """Return the CPU seconds of each part of one article's insight."""
    report = _report(article)
    clock = [time.process_time()]
    lang = None if article.lang == "und" else article.lang
    quotes = tuple(find_quotes(article.body, lang))
    clock.append(time.process_time())
    names = find_names(report)
    clock.append(time.process_time())
    brief_story([_report(article, quotes=quotes)])
    clock.append(time.process_time())
    choose_topics([_report(article, names=names)])
    clock.append(time.process_time())
    return tuple(after - before for before, after in pairwise(clock))


def _report(
    article: ArticleText,
    *,
    quotes: Sequence[Quote] | None = None,
    names: Sequence[Entity] | None = None,
) -> StoryReport:
    return StoryReport(
        article=article.id,
        revision=1,
        outlet=article.outlet or "outlet",
        original=article.id,
        body=article.body,
        title=article.title,
        lang=article.lang,
        at=_AT,
        quotes=quotes,
        names=names,
    )


def _rows(costs: Sequence[Sequence[float]]) -> list[tuple[str, float, float, float]]:
    return [
        _row(part, column) for part, column in zip(PARTS, zip(*costs, strict=True), strict=True)
    ]


def _row(part: str, seconds: Sequence[float]) -> tuple[str, float, float, float]:
    taken = [1000 * each for each in seconds]
    return part, median(taken), mean(taken), percentile(taken, 0.95)


if __name__ == "__main__":
    sys.exit(main())
