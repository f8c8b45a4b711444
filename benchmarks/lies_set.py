"""The adversarial suite: true claims in other words, lies, and what both cite."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.sample.reading import load_newsroom
from wireroom.sample.telling import tell

HERE: Final = Path(__file__).parent
# The first two are halves of one suite. The fresh set was written before the verifier read frames,
# the last one after; each was measured once before it was looked at. "more" was written to see
# where other words fail, "new" before the rules were changed for it, and measured once at the end.
# "free" was written to learn from, "apart" as "new" was, for the rules after: both in the words of
# a summary. "kept" was written before the claim was laid beside its sentence: short claims in near
# words, whose lies are next door; nothing of it was ever looked at but its figures.
FILES: Final = {
    "tuned": "lies.jsonl",
    "held": "lies_held.jsonl",
    "fresh": "lies_fresh.jsonl",
    "last": "lies_last.jsonl",
    "more": "lies_more.jsonl",
    "new": "lies_new.jsonl",
    "free": "lies_free.jsonl",
    "apart": "lies_apart.jsonl",
    "kept": "lies_kept.jsonl",
}
TEXTS: Final = "lies_texts.jsonl"
TRUTH: Final = "true"
_EPOCH: Final = datetime(2026, 3, 12, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with the article it cites; `manner` is "true" or what kind of lie it is."""

    claim: Claim
    article: CitedArticle
    lang: str
    manner: str


def load_cases(half: str) -> list[Case]:
    """Return the cases of one half, truths and lies in the order of the file.

    A line is a truth, with lies as [manner, words, words put for them], or a lie in full.
    """
    lines = (HERE / FILES[half]).read_text("utf-8").splitlines()
    return [case for line in lines for case in _cases(json.loads(line))]


def _cases(row: dict[str, Any]) -> Iterator[Case]:
    article = all_articles()[row["article"]]
    spans = _spans(article, row.get("paragraphs"))
    lang = row["lang"]
    if "lie" in row:
        yield Case(Claim(row["lie"], spans), article, lang, row["manner"])
        return
    yield Case(Claim(row["truth"], spans), article, lang, TRUTH)
    for manner, old, new in row["lies"]:
        yield Case(Claim(row["truth"].replace(old, new, 1), spans), article, lang, manner)


def _spans(article: CitedArticle, paragraphs: list[int] | None) -> tuple[Span, ...]:
    spans, start = [], 0
    for number, line in enumerate(article.text.split("\n")):
        if paragraphs is None or number in paragraphs:
            spans.append(Span(article.id, article.revision, start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


@cache
def all_articles() -> dict[str, CitedArticle]:
    """Return what claims may cite, by key: the sample newsroom's reports and texts of our own."""
    newsroom = load_newsroom()
    articles = {}
    for report in newsroom.reports.values():
        telling = tell(newsroom, report, epoch=_EPOCH)
        text = "\n".join(telling.paragraphs)
        articles[report.key] = CitedArticle(report.key, 1, text, telling.lang, telling.published)
    for line in (HERE / TEXTS).read_text("utf-8").splitlines():
        own = json.loads(line)
        articles[own["id"]] = CitedArticle(own["id"], 1, own["text"], own["lang"], _EPOCH)
    return articles
