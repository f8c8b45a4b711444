"""Stories: articles of known stories placed as a stream, at their own pace or a denser one."""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from benchmarks import streams, tellings, worst
from benchmarks.agreement import b_cubed_f1
from benchmarks.disguises import DISGUISES, disguise
from benchmarks.distractors import moved_news, scatter
from benchmarks.leads import lead_of
from benchmarks.scoring import check_has, load_scorer
from benchmarks.table import print_table, state_machine
from benchmarks.tfidf import Baseline
from wireroom.cli.article_lines import Failures, article_lines
from wireroom.cli.stories import in_stream_order
from wireroom.engine.errors import BadInput
from wireroom.engine.stories.assign import place_articles
from wireroom.engine.types import ArticleText

HEAD: Final = (
    "articles", "scored", "stories", "true", "B3 P", "B3 R", "B3 F1", "pair P", "pair R", "pair F1",
)  # fmt: skip
FIGURES: Final = ("b3_p", "b3_r", "b3_f1", "pair_p", "pair_r", "pair_f1")


@dataclass(frozen=True, slots=True)
class Truth:
    """The labelled articles: story and language by id; distractors have no story and no place."""

    story: dict[str, str]
    lang: dict[str, str]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wireroom bench stories", description=__doc__)
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        help="JSON Lines of id, date, source, lang, title, body, story, plain or .gz;"
        " score.py lies beside it; without it the invented streams of benchmarks/told",
    )
    parser.add_argument(
        "--compress",
        type=float,
        default=1.0,
        metavar="N",
        help="divide the time between articles by N: a stream N times as dense",
    )
    parser.add_argument(
        "--leads", action="store_true", help="cut bodies to their first two sentences"
    )
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="place by plain TF-IDF too, at the bar that suits the labels best, and compare",
    )
    _add_changes(parser)
    parser.add_argument(
        "--worst",
        type=int,
        default=0,
        metavar="N",
        help="print the N false merges and the N misses that the model is surest of",
    )
    return parser


def _add_changes(parser: argparse.ArgumentParser) -> None:
    """Add what makes the stream another one."""
    parser.add_argument(
        "--disguise",
        choices=sorted(DISGUISES),
        help="rewrite every article as if in a language of which nothing is known",
    )
    parser.add_argument(
        "--distractors",
        type=int,
        default=0,
        metavar="N",
        help="mix in N articles that no label tells of: the file's own, moved by months,"
        " or those of --pages",
    )
    parser.add_argument(
        "--pages",
        type=Path,
        metavar="FILE",
        help="distractors as JSON Lines, as `wireroom read` writes them; given times of the stream",
    )


def main() -> int:
    """Place a file of articles and print how the stories agree with its labels."""
    args = _parser().parse_args()
    if args.file is None:
        streams.report()
        tellings.report()
        return 0
    try:
        truth, articles, score = _load(args.file, args.compress)
    except BadInput as error:
        print(f"wireroom bench stories: {error}", file=sys.stderr)
        return 1
    if args.distractors:
        articles = _mix(articles, args.pages, args.distractors)
    articles = compress(articles, pace=args.compress)
    articles = [lead_of(one) for one in articles] if args.leads else articles
    if args.disguise:
        articles = [disguise(one, args.disguise) for one in articles]
    started = time.process_time()
    placements = list(place_articles(articles))
    placed = {placement.id: placement.story for placement in placements}
    _report(score, truth, placed, cpu_s=time.process_time() - started, pace=args.compress)
    if args.baseline:
        _report_baseline(score, truth, articles, placed)
    if args.worst:
        worst.report(articles, placements, truth.story, count=args.worst)
    return 0


def _report_baseline(
    score: Any, truth: Truth, articles: Sequence[ArticleText], placed: dict[str, str]
) -> None:
    """Compare with plain TF-IDF, a language at a time, each at the bar that suits it best."""
    rows = []
    for lang in sorted(set(truth.lang.values())):
        own = [one for one in articles if truth.lang.get(one.id) == lang]
        part = {one.id: truth.story[one.id] for one in own}
        ours = {key: placed.get(key, f"alone {key}") for key in part}
        labels = [part[one.id] for one in own]
        bar, stories = Baseline(own).best(partial(b_cubed_f1, labels))
        plain = {one.id: str(story) for one, story in zip(own, stories, strict=True)}
        rows.append(_line(lang, score, part, ours, placed=len(own)))
        rows.append(_line(f"{lang} TF-IDF at {bar:.2f}", score, part, plain, placed=len(own)))
    print_table("beside plain TF-IDF, tuned on these labels", ("language", *HEAD), rows)


def _load(path: Path, pace: float) -> tuple[Truth, list[ArticleText], Any]:
    if pace <= 0:
        raise BadInput("--compress takes a number above 0; 60 makes an hour a minute")
    if not path.is_file():
        raise BadInput(f"no file {path}: give a JSON Lines file of articles with known stories")
    scorer_path = path.parent / "score.py"
    scorer = load_scorer(scorer_path)
    check_has(scorer, scorer_path, "score", "rows")
    failures = Failures()
    articles = in_stream_order(list(article_lines([str(path)], report=failures)))
    if not articles:
        raise BadInput(f"{path} holds no article that can be used")
    return _read_truth(scorer, path), articles, scorer.score


def _mix(articles: list[ArticleText], pages: Path | None, count: int) -> list[ArticleText]:
    """Return the stream with distractors, in order of time."""
    failures = Failures()
    if pages is None:
        others = moved_news(articles, count)
    else:
        others = scatter(list(article_lines([str(pages)], report=failures)), articles, count)
    return in_stream_order([*articles, *others])


def _read_truth(scorer: Any, path: Path) -> Truth:
    try:
        rows = [row for row in scorer.rows(str(path)) if row.get("story") is not None]
        story = {str(row["id"]): str(row["story"]) for row in rows}
        lang = {str(row["id"]): str(row.get("lang") or "und") for row in rows}
    except (ValueError, KeyError, AttributeError) as error:
        raise BadInput(f"{path}: the labels cannot be read: {error}") from error
    if not story:
        raise BadInput(f"{path} has no labelled article: every line needs a story")
    return Truth(story, lang)


def compress(articles: Sequence[ArticleText], *, pace: float) -> list[ArticleText]:
    """Move every time towards the earliest one, so that the gaps are `pace` times shorter."""
    times = [article.published_at for article in articles if article.published_at]
    first = min(times, default=None)
    return [
        replace(article, published_at=first + (article.published_at - first) / pace)
        if first and article.published_at
        else article
        for article in articles
    ]


def _report(score: Any, truth: Truth, placed: dict[str, str], *, cpu_s: float, pace: float) -> None:
    # An article that was not placed stands alone, as the corpus's own scorer has it.
    predicted = {key: placed.get(key, f"alone {key}") for key in truth.story}
    langs = sorted(set(truth.lang.values()))
    rows = [_line("all", score, truth.story, predicted, placed=len(placed))]
    for lang in langs if len(langs) > 1 else []:
        part = {key: story for key, story in truth.story.items() if truth.lang[key] == lang}
        rows.append(_line(lang, score, part, predicted, placed=len(part)))
    print(state_machine("numpy", "PyStemmer"))
    title = f"stories: time divided by {pace:g}" if pace != 1 else "stories: at the stream's pace"
    print_table(title, ("language", *HEAD), rows)
    print(f"{len(placed) / max(cpu_s, 1e-9):,.0f} articles a CPU second, features included")
    print(
        "weights learned on the same articles flatter: train_stories.py prints cross-validated ones"
    )


def _line(
    name: str, score: Any, truth: dict[str, str], predicted: dict[str, str], *, placed: int
) -> list[object]:
    figures = score(truth, {key: predicted[key] for key in truth})
    counts = [placed, figures["n"], figures["pred_stories"], figures["true_stories"]]
    return [name, *counts, *[f"{figures[key]:.3f}" for key in FIGURES]]


if __name__ == "__main__":
    sys.exit(main())
