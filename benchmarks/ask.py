"""Measure how a story's reports answer questions: right, answered, and rightly left unanswered.

usage: python -m benchmarks.ask [--half tuned|further|held|...] [--worst] [--time]

Questions on the sample newsroom (ask_questions.jsonl), answerable ones and near misses. The
events of `held` were set aside before anything was tuned; who wrote the first word tables had
read them. `further` and `aside` are of other events, written before the words of the second round.
`fresh` and `sealed` were written before the rules of the third; `sealed` was asked once at the end.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.table import print_table
from wireroom.engine.copies.find import find_copies
from wireroom.engine.insight.ask.answer import Answer
from wireroom.engine.insight.ask.find import ask
from wireroom.engine.insight.ask.reading import read_sentences
from wireroom.engine.insight.key_points.report import Report, voices_of_copies
from wireroom.engine.types import ArticleText
from wireroom.sample.reading import load_newsroom
from wireroom.sample.telling import tell

HALVES: Final = ("tuned", "further", "held", "aside", "last", "fresh", "sealed")
FILE: Final = Path(__file__).with_name("ask_questions.jsonl")
_EPOCH: Final = datetime(2026, 3, 12, 12, tzinfo=UTC)
_LARGE: Final = (60, 2000)


@dataclass(frozen=True, slots=True)
class Case:
    """A question, what one of its replies must hold (None: unanswerable), what came before."""

    half: str
    event: str
    lang: str
    question: str
    answer: tuple[str, ...] | None
    follows: tuple[str, ...]


def load_cases(half: str) -> list[Case]:
    """Return the questions of one half, in the order of the file."""
    rows = map(json.loads, FILE.read_text("utf-8").splitlines())
    return [
        Case(
            row["set"], row["event"], row["lang"], row["question"],
            None if row["answer"] is None else tuple(row["answer"]),
            (row["follows"],) if "follows" in row else (),
        )
        for row in rows
        if row["set"] == half
    ]  # fmt: skip


@cache
def story_reports(event: str) -> tuple[Report, ...]:
    """Return the reports of one event in one language ("en-vail-verdict") as readers get them."""
    lang, _, name = event.partition("-")
    newsroom = load_newsroom()
    told = [
        tell(newsroom, report, epoch=_EPOCH)
        for report in newsroom.reports.values()
        if report.event == name
    ]
    articles = [
        ArticleText(
            id=one.report.key, title=one.headline, body="\n\n".join(one.paragraphs),
            published_at=one.published, lang=one.lang, outlet=one.outlet.name,
        )
        for one in told
        if one.lang == lang and one.paragraphs
    ]  # fmt: skip
    voices = voices_of_copies(find_copies(articles))
    return tuple(
        Report(
            id=one.id, title=one.title, body=one.body, published_at=one.published_at,
            lang=one.lang, outlet=one.outlet, voice=voices.get(one.id),
        )
        for one in articles
    )  # fmt: skip


def answer_case(case: Case) -> Answer:
    """Return what comes back for a question."""
    return ask(case.question, story_reports(case.event), before=case.follows)


def is_right(case: Case, answer: Answer) -> bool:
    """Whether a passage holds the answer, or rightly none comes back."""
    if case.answer is None:
        return not answer.is_found
    return any(held in one.text for one in answer.replies for held in case.answer)


def main() -> None:
    """Print the figures of a half by language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="tuned", choices=HALVES)
    parser.add_argument("--worst", action="store_true")
    parser.add_argument("--time", action="store_true")
    args = parser.parse_args()
    answered = [(case, answer_case(case)) for case in load_cases(args.half)]
    rows = [
        _row(lang, [one for one in answered if lang in (one[0].lang, "both")])
        for lang in ("en", "ar")
    ]
    rows.append(_row("both", answered))
    print_table(
        f"Ask the story, {args.half}",
        ("questions", "answerable", "answered", "right", "unanswerable", "abstained"),
        rows,
    )
    if args.worst:
        for line in _worst(answered):
            print(line)
    if args.time:
        for line in _timed():
            print(line)


def _row(lang: str, answered: list[tuple[Case, Answer]]) -> tuple[str, ...]:
    can = [one for one in answered if one[0].answer is not None]
    cannot = [one for one in answered if one[0].answer is None]
    given = [one for one in can if one[1].is_found]
    right = sum(is_right(*one) for one in given)
    kept = sum(is_right(*one) for one in cannot)
    return (
        lang, str(len(can)), _share(len(given), len(can)), _share(right, len(given)),
        str(len(cannot)), _share(kept, len(cannot)),
    )  # fmt: skip


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _worst(answered: list[tuple[Case, Answer]]) -> Iterator[str]:
    for case, answer in answered:
        if not is_right(case, answer):
            wanted = "nothing" if case.answer is None else case.answer[0]
            yield f"{case.event}: {case.question}  [{wanted}]"
            yield from (f"    {one.text[:200]}" for one in answer.replies)


def _timed() -> Iterator[str]:
    questions = [case for case in load_cases("tuned") if case.event == "en-alderne-ferry-fire"]
    for size in _LARGE:
        reports = _many(size)
        read_sentences.cache_clear()
        cold = time.process_time()
        ask(questions[0].question, reports)
        cold = time.process_time() - cold
        warm = time.process_time()
        for case in questions:
            ask(case.question, reports)
        warm = (time.process_time() - warm) / len(questions)
        yield f"{size:,} reports: first question {1000 * cold:.1f} ms, further {1000 * warm:.1f} ms"


def _many(size: int) -> list[Report]:
    """Return so many reports of a story, each of its own voice and with words of its own."""
    events = ("en-alderne-ferry-fire", "en-vail-verdict", "en-northgate-mill-fire")
    reports = [report for event in events for report in story_reports(event)]
    return [
        replace(one, id=str(number), voice=None, body=one.body.replace(". ", f" {number}. "))
        for number in range(size)
        for one in [reports[number % len(reports)]]
    ]


if __name__ == "__main__":
    main()
