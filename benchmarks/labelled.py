"""Articles with their true stories, as a stream to learn stories from."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.disguises import disguise
from benchmarks.distractors import moved_news
from benchmarks.leads import lead_of
from wireroom.cli.stories import in_stream_order
from wireroom.engine.stories.features import Features, extract_features
from wireroom.engine.types import ArticleText

FOLDS: Final = 5
NO_STORY: Final = ""
# Articles that no label tells of, among which the reports are learned from, too: in a compressed
# stream the reports of one event come minutes apart, among others they do not.
_DISTRACTORS: Final = 4000


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its true story."""

    features: Features
    outlet: str | None
    story: str
    fold: int


def load(path: Path, *, disguised: str | None = None, leads: bool = False) -> list[Labelled]:
    """Read labelled articles, as of a language without background where `disguised` says which;
    `leads` cuts bodies to their first two sentences."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [
        Labelled(
            features=extract_features(article_of(row, disguised, leads=leads)),
            outlet=row["source"],
            story=row["story"],
            fold=number * FOLDS // len(rows),
        )
        for number, row in enumerate(rows)
    ]


def article_of(
    row: dict[str, Any], disguised: str | None = None, *, leads: bool = False
) -> ArticleText:
    at = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC)
    article = ArticleText(
        id=row["id"], title=row["title"], body=row["body"], published_at=at, lang=row["lang"]
    )
    article = lead_of(article) if leads else article
    return disguise(article, disguised) if disguised else article


def load_among(path: Path, *, leads: bool = False) -> list[Labelled]:
    """Read labelled articles among distractors, whose story is NO_STORY."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    known = {row["id"]: (row["story"], number) for number, row in enumerate(rows)}
    articles = [replace(article_of(row, leads=leads), outlet=row["source"]) for row in rows]
    mixed = in_stream_order([*articles, *moved_news(articles, _DISTRACTORS)])
    found, number = [], 0
    for one in mixed:
        story, number = known.get(one.id, (NO_STORY, number))
        found.append(
            Labelled(extract_features(one), one.outlet, story, number * FOLDS // len(rows))
        )
    return found


def at_pace(articles: Sequence[Labelled], pace: int) -> list[Labelled]:
    """Compress the time between articles by a factor."""
    start = articles[0].features.published_at
    assert start is not None
    squeezed = []
    for article in articles:
        at = article.features.published_at
        assert at is not None
        moved = replace(article.features, published_at=start + (at - start) / pace)
        squeezed.append(replace(article, features=moved))
    return squeezed


def numbered(articles: Sequence[Labelled]) -> dict[str, int]:
    return {story: n for n, story in enumerate(dict.fromkeys(a.story for a in articles))}
