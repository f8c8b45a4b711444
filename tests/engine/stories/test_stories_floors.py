"""Stories on the shared articles: the seeds exactly, and floors that may only rise."""

import gzip
import itertools
import json
import os
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from benchmarks.agreement import b_cubed, pairwise_f1

from wireroom.engine.stories.assign import place_articles
from wireroom.engine.types import ArticleText

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("WIREROOM_SHARED", ROOT.parent / "shared"))
DEV = SHARED / "stories" / "dev.jsonl.gz"
TRUTH = SHARED / "seeds" / "truth.json"
CAPTURED_DAY = datetime(2025, 8, 21, 6, tzinfo=UTC)


def cut_body(lines: Sequence[str], starts: str, ends: str) -> str:
    """Return the lines from the longest that holds the first words to the last words."""
    first = max((n for n, line in enumerate(lines) if starts in line), key=lambda n: len(lines[n]))
    last = next(n for n in range(first, len(lines)) if lines[n].endswith(ends))
    return "\n\n".join(line for line in lines[first : last + 1] if line)


def seed_articles() -> Iterator[ArticleText]:
    for page in json.loads(TRUTH.read_text("utf-8"))["pages"]:
        text = (TRUTH.parent / page["file"]).read_text("utf-8")
        lines = [line.strip() for line in text.split("\n")]
        for row in page["articles"]:
            yield seed_article(row, lines)


def seed_article(row: dict[str, Any], lines: Sequence[str]) -> ArticleText:
    hours = int(row["published_relative"].split()[0]) if "published_relative" in row else None
    at = (
        None
        if hours is None
        else CAPTURED_DAY.fromtimestamp(CAPTURED_DAY.timestamp() - 3600 * hours, UTC)
    )
    return ArticleText(
        id=row["id"],
        title=row["title"],
        body=cut_body(lines, row["body_starts"], row["body_ends"]),
        published_at=at,
        lang="en",
        outlet=row["outlet"],
    )


@pytest.mark.skipif(not TRUTH.is_file(), reason="../shared/seeds is not here")
def test_the_six_seed_articles_fall_into_their_stories_in_any_order() -> None:
    articles = list(seed_articles())
    wanted = {frozenset(story) for story in json.loads(TRUTH.read_text("utf-8"))["stories"]}
    for order in itertools.islice(itertools.permutations(articles), 0, None, 7):
        stories = defaultdict(set)
        for placed in place_articles(order):
            stories[placed.story].add(placed.id)
        assert {frozenset(members) for members in stories.values()} == wanted


@cache
def dev_articles() -> tuple[list[ArticleText], list[str]]:
    with gzip.open(DEV, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    articles = [
        ArticleText(
            id=row["id"],
            title=row["title"],
            body=row["body"],
            published_at=datetime.fromisoformat(row["date"]).replace(tzinfo=UTC),
            lang=row["lang"],
            outlet=row["source"],
        )
        for row in rows
    ]
    return articles, [row["story"] for row in rows]


@pytest.mark.floors
@pytest.mark.skipif(not DEV.is_file(), reason="../shared/stories is not here")
def test_stories_reach_their_floors() -> None:
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["stories"]
    articles, truth = dev_articles()
    places = {placed.id: int(placed.story[1:]) for placed in place_articles(articles)}
    found = [places[article.id] for article in articles]
    precision, _, f1 = b_cubed(truth, found)
    assert f1 >= floors.get("b_cubed_f1", 0)
    assert precision >= floors.get("b_cubed_precision", 0)
    assert pairwise_f1(truth, found) >= floors.get("pair_f1", 0)
