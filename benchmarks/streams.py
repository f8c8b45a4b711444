"""Small invented streams in other languages: twelve events each, told twice or three times."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple

from benchmarks.agreement import b_cubed, b_cubed_f1, pairwise_f1
from benchmarks.table import print_table
from benchmarks.tfidf import Baseline
from wireroom.engine.stories.assign import place_articles
from wireroom.engine.types import ArticleText

FOLDER: Final = Path(__file__).with_name("told")
HEAD: Final = (
    "language", "articles", "B3 P", "B3 R", "B3 F1", "pair F1",
    "plain P", "plain R", "plain F1", "plain pair", "bar",
)  # fmt: skip
_FIRST: Final = datetime(2031, 3, 3, 6, tzinfo=UTC)


class Told(NamedTuple):
    """An article and the event that it tells."""

    event: str
    article: ArticleText


def languages() -> list[str]:
    """Return the languages there are streams of."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def told_in(lang: str) -> list[Told]:
    """Return the articles of one language in order of time.

    The file has a paragraph an event and a line a report: hour|headline|body. Events come in
    look-alikes, as two fires, two matches and two accidents on one day.
    """
    text = (FOLDER / f"{lang}.txt").read_text("utf-8")
    paragraphs = text.strip().split("\n\n")
    told = [one for number, lines in enumerate(paragraphs) for one in _event(lang, number, lines)]
    return sorted(told, key=lambda one: (one.article.published_at or _FIRST, one.article.id))


def _event(lang: str, number: int, lines: str) -> Iterator[Told]:
    for place, line in enumerate(lines.splitlines()):
        hour, title, body = line.split("|")
        article = ArticleText(
            id=f"{lang}-{number}-{place}",
            title=title,
            body=body,
            published_at=_FIRST + timedelta(hours=int(hour)),
            lang=lang,
            outlet=f"{lang} outlet {place}",
        )
        yield Told(f"{lang}-{number}", article)


def report() -> None:
    """Print how the stories of each language agree with its events, and what TF-IDF reaches."""
    rows = [row for lang in languages() for row in compare(lang, [told_in(lang)])]
    print_table("invented streams, beside TF-IDF tuned on their labels", HEAD, rows)


def compare(lang: str, draws: Sequence[Sequence[Told]]) -> Iterator[list[object]]:
    """Yield a row of HEAD for the articles and one for their headlines: means over the draws."""
    for what, has_body in (("", True), (" headlines", False)):
        measured = [_measure(told, has_body=has_body) for told in draws]
        means = [f"{fmean(values):.3f}" for values in zip(*measured, strict=True)]
        yield [f"{lang}{what}", sum(map(len, draws)), *means]


def _measure(told: Sequence[Told], *, has_body: bool) -> tuple[float, ...]:
    """Return the figures of one draw, and TF-IDF's with its best bar."""
    articles = [one.article if has_body else replace(one.article, body="") for one in told]
    truth = [one.event for one in told]
    places = {place.id: int(place.story[1:]) for place in place_articles(articles)}
    ours = [places[article.id] for article in articles]
    bar, plain = Baseline(articles).best(partial(b_cubed_f1, truth))
    return (*_figures(truth, ours), *_figures(truth, plain), bar)


def _figures(truth: Sequence[str], found: Sequence[int]) -> tuple[float, ...]:
    return (*b_cubed(truth, found), pairwise_f1(truth, found))
