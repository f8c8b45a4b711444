"""Measure how translated copies are found, and learn the weights that decide.

usage: python -m benchmarks.translated_set [--part tuned|held|fresh|learnt] [--worst]
       python -m benchmarks.translated_set --alike ../shared/stories/dev.jsonl.gz

Invented reports and what others carry of them in another language (benchmarks/translated), with
everything that is told of the same events independently, the sample newsroom's own reports among
it. Each translation counts five times: whole, cut, with paragraphs in another order and with
rounded numbers, with a paragraph of another report, and with paragraphs cut otherwise. `held` was
written before anything was tuned and looked at once; then the weights were learnt anew on both
(`learnt`), and `fresh` was written to be looked at once after that. With --alike, real reports of
one story that share no copy are taken as if the second were in a language without capitals.
"""

import argparse
import gzip
import json
import re
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.table import print_table
from benchmarks.train_across import sample_articles
from wireroom.engine.copies.kept_marks import find_marks
from wireroom.engine.copies.lineage import compare
from wireroom.engine.copies.translated import BIAS, SIGNALS, SURE, WEIGHTS, WINDOW, resemble
from wireroom.engine.types import ArticleText
from wireroom.sample import load_newsroom

FOLDER: Final = Path(__file__).with_name("translated")
_EPOCH: Final = datetime(2031, 3, 3, 6, tzinfo=UTC)
_HEAD: Final = (
    "pairs",
    "true",
    "hard",
    "other",
    "found",
    "right",
    "precision",
    "recall",
    "ms a pair",
)
_PARTS: Final = ("tuned", "held", "fresh")
_RIDGE: Final = 1.0
_ROUNDS: Final = 60

Floats = NDArray[np.float64]


class Report(NamedTuple):
    """An article, the event it tells, and the report whose text it is: its own, or another."""

    event: str
    root: str
    article: ArticleText


class Pair(NamedTuple):
    """Two reports in two languages: what the second is of the first, and what tells so."""

    event: str  # of the second
    what: str  # copy, hard (the same event) or other
    variant: str
    ids: tuple[str, str]
    signals: tuple[float, ...] | None
    cost_s: float

    @property
    def odds(self) -> float:
        """Log odds by the weights in use."""
        if self.signals is None:
            return -np.inf
        return float(np.dot(WEIGHTS, self.signals) + BIAS)


def reports_of(part: str) -> list[Report]:
    """Return the reports of a part: those written for it, and the sample's for the tuned one."""
    rows = tomllib.loads((FOLDER / f"{part}.toml").read_text("utf-8"))["report"]
    sample = sample_reports() if part == "tuned" else []
    known = {one.article.id: one for one in sample}
    return [*sample, *(_report(row, known) for row in rows)]


@cache
def sample_reports() -> list[Report]:
    """Return the sample's reports of known events; one that carries another has its root."""
    newsroom = load_newsroom().reports
    carried = {key: one.carry.of for key, one in newsroom.items() if one.carry}
    carried |= {key: one.translates for key, one in newsroom.items() if one.translates}

    def root(key: str) -> str:
        return root(carried[key]) if key in carried else key

    return [Report(told.event, root(told.article.id), told.article) for told in sample_articles()]


def _report(row: dict[str, Any], known: dict[str, Report]) -> Report:
    of = row.get("of", row["key"])
    original = known.get(of)
    start = original.article.published_at if original else None
    article = ArticleText(
        id=row["key"],
        title=row["title"],
        body=row["body"].strip(),
        lang=row["lang"],
        outlet=row["outlet"],
        published_at=(start or _EPOCH) + timedelta(hours=row["after"]),
    )
    return Report(row["event"], original.root if original else of, article)


_DIGITS: Final = re.compile(r"(?<![\d.,])\d{3,}(?![\d.,]*\d)")


def variants(report: Report, other: str) -> Iterator[tuple[str, Report]]:
    """Yield a translation as it is, cut, edited, and with a paragraph of another report."""
    paragraphs = report.article.body.split("\n\n")
    half = max(3, round(0.6 * len(paragraphs)))
    swapped = [
        *paragraphs[:1],
        *paragraphs[2:3],
        *paragraphs[1:2],
        *paragraphs[3:-2],
        paragraphs[-1],
        *paragraphs[-2:-1],
    ]
    edited = [_DIGITS.sub(_rounded, text) for text in swapped]
    for name, kept in (
        ("whole", paragraphs),
        ("cut", paragraphs[:half]),
        ("edited", edited if len(paragraphs) > 4 else paragraphs),
        ("added", [*paragraphs[:2], other, *paragraphs[2:]]),
        ("joined", _joined(paragraphs)),
    ):
        yield name, report._replace(article=replace(report.article, body="\n\n".join(kept)))


_SENTENCE: Final = re.compile(r"[.] (?=\w)")


def _joined(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs cut otherwise: two are one, one is two, sentences run on."""
    run_on = [_SENTENCE.sub(", ", text, count=place % 2) for place, text in enumerate(paragraphs)]
    parts = _SENTENCE.split(run_on[0], maxsplit=1)
    return (
        [*parts, run_on[1], f"{run_on[2]} {run_on[3]}", *run_on[4:]] if len(run_on) > 3 else run_on
    )


def _rounded(match: re.Match[str]) -> str:
    value = int(match[0])
    if 1900 <= value <= 2100 and len(match[0]) == 4:
        return match[0]
    return str(round(value, 2 - len(str(value))))


def pairs_of(part: str) -> list[Pair]:
    """Return every pair of a part across languages, within the window, with its signals."""
    reports = reports_of(part)
    by_id = {one.article.id: one for one in reports}
    found = []
    for first, second in product(reports, reports):
        a, b = first.article, second.article
        if a.lang == b.lang or not _are_near(a, b):
            continue
        if second.root == a.id and second.article.id != a.id:
            other = _foreign_paragraph(by_id.values(), second)
            found += [
                _weigh(first, changed, "copy", name) for name, changed in variants(second, other)
            ]
        elif a.id < b.id and first.root != second.root:
            found.append(
                _weigh(first, second, "hard" if first.event == second.event else "other", "")
            )
    return found


def _are_near(a: ArticleText, b: ArticleText) -> bool:
    assert a.published_at is not None
    assert b.published_at is not None
    return abs(a.published_at - b.published_at) <= WINDOW


def _foreign_paragraph(reports: Any, report: Report) -> str:
    own = [
        one.article.body
        for one in reports
        if one.article.lang == report.article.lang and one.root != report.root
    ]
    return re.split(r"\n+", own[0])[1] if own else ""


def _weigh(first: Report, second: Report, what: str, variant: str) -> Pair:
    started = time.perf_counter()
    found = resemble(find_marks(first.article), find_marks(second.article))
    cost = time.perf_counter() - started
    ids = (first.article.id, second.article.id)
    return Pair(second.event, what, variant, ids, found.signals if found else None, cost)


def learn(pairs: Sequence[Pair]) -> Floats:
    """Return weights and, last, the bias: logistic regression with a ridge, by Newton's method.

    All copies weigh as much as all others.
    """
    known = [pair for pair in pairs if pair.signals is not None]
    rows = np.array([(*pair.signals, 1.0) for pair in known if pair.signals is not None])
    truth = np.array([pair.what == "copy" for pair in known], np.float64)
    ridge = np.diag([_RIDGE] * len(SIGNALS) + [1e-6])
    weights = np.zeros(len(SIGNALS) + 1)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - truth) + ridge @ weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def unseen(pairs: Sequence[Pair]) -> list[float]:
    """Return each pair's log odds by weights that did not see its event."""
    weights = {
        event: learn([one for one in pairs if one.event != event])
        for event in {one.event for one in pairs if one.what == "copy" or one.signals}
    }
    return [
        float(np.dot(weights[one.event], (*one.signals, 1.0))) if one.signals else -np.inf
        for one in pairs
    ]


def _row(pairs: Sequence[Pair], odds: Sequence[float]) -> list[object]:
    counts = {what: sum(one.what == what for one in pairs) for what in ("copy", "hard", "other")}
    found = [one for one, value in zip(pairs, odds, strict=True) if value >= SURE]
    right = sum(one.what == "copy" for one in found)
    cost = 1000 * sum(one.cost_s for one in pairs) / max(1, len(pairs))
    return [
        *counts.values(), len(found), right,
        f"{right / max(1, len(found)):.3f}", f"{right / max(1, counts['copy']):.3f}", f"{cost:.2f}",
    ]  # fmt: skip


def main() -> int:
    """Print weights and tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=(*_PARTS, "learnt"), default="learnt")
    parser.add_argument("--worst", action="store_true")
    parser.add_argument("--alike", metavar="FILE", help="lines of id, title, body, story")
    args = parser.parse_args()
    if args.alike:
        return _report_alike(args.alike)
    is_learnt = args.part == "learnt"
    parts = _PARTS[:2] if is_learnt else (args.part,)
    pairs = [pair for part in parts for pair in pairs_of(part)]
    if is_learnt:
        weights = learn(pairs)
        print("weights", dict(zip((*SIGNALS, "bias"), weights.round(2).tolist(), strict=True)))
        print("in use ", dict(zip((*SIGNALS, "bias"), (*WEIGHTS, BIAS), strict=True)))
    odds = [one.odds for one in pairs]
    rows = [[args.part, *_row(pairs, odds)]]
    if is_learnt:
        rows.append(["events not seen", *_row(pairs, unseen(pairs))])
    for name in ("whole", "cut", "edited", "added", "joined"):
        chosen = [one for one in pairs if one.variant in ("", name)]
        rows.append([name, *_row(chosen, [one.odds for one in chosen])])
    print_table("translated copies", _HEAD, rows)
    if args.worst:
        _show_worst(pairs)
    return 0


def _report_alike(path: str) -> int:
    """Print how near independent reports of one language come to being taken for translations."""
    stories: dict[str, list[ArticleText]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            text = ArticleText(id=line["id"], title=line["title"], body=line["body"], lang="en")
            stories[line["story"]].append(text)
    own = [
        pair
        for told in stories.values()
        for pair in combinations(told, 2)
        if compare(*pair) is None
    ]
    found = (
        resemble(find_marks(a), replace(find_marks(b), lang="und", shows_names=False))
        for a, b in own
    )
    odds = sorted((one.odds for one in found if one is not None), reverse=True)
    taken = sum(value >= SURE for value in odds)
    print(f"{len(own)} pairs, {len(odds)} aligned, {taken} taken for translations;", end=" ")
    print("likeliest", [round(value, 2) for value in odds[:5]], "bar", SURE)
    return 0


def _show_worst(pairs: Sequence[Pair]) -> None:
    for what, sign in (("copy", 1), ("hard", -1), ("other", -1)):
        ranked = sorted((one for one in pairs if one.what == what), key=lambda one: sign * one.odds)
        for one in ranked[:12]:
            shown = [round(value, 2) for value in one.signals or ()]
            print(f"{what:6} {one.variant:7} {one.odds:6.2f} {' | '.join(one.ids)} {shown}")


if __name__ == "__main__":
    sys.exit(main())
