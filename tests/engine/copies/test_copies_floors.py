"""Copies on the shared pages and articles: the seeds' lineage, and floors that may only rise."""

import json
import os
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from benchmarks.copies_set import build, measure

from wireroom.cli.article_lines import article_lines
from wireroom.engine.copies.find import find_copies
from wireroom.engine.types import ArticleText

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("WIREROOM_SHARED", ROOT.parent / "shared"))
STORIES = SHARED / "stories" / "dev.jsonl.gz"
SEEDS = SHARED / "seeds"


def _between(lines: list[str], starts: str, ends: str) -> str:
    """Cut a body by the first and last words that the truth file names; the longest wins."""
    first = max((n for n, line in enumerate(lines) if starts in line), key=lambda n: len(lines[n]))
    last = next(n for n in range(first, len(lines)) if lines[n].rstrip().endswith(ends))
    body = [line for line in lines[first : last + 1] if line]
    body[0] = body[0][body[0].index(starts) :]
    return "\n\n".join(body)


def _seed_articles(truth: dict[str, list[dict[str, object]]]) -> list[ArticleText]:
    articles = []
    for page in truth["pages"]:
        lines = (SEEDS / str(page["file"])).read_text(encoding="utf-8").split("\n")
        for row in page["articles"]:  # type: ignore[attr-defined]
            relative = row.get("published_relative", "")
            hours = int(relative.split()[0]) if relative else 0
            articles.append(
                ArticleText(
                    id=row["id"],
                    title=row["title"],
                    body=_between(lines, row["body_starts"], row["body_ends"]),
                    outlet=row["outlet"],
                    wire_credit=row.get("wire_credit"),
                    published_at=datetime(2025, 8, 20, 23 - hours, tzinfo=UTC) if hours else None,
                )
            )
    return articles


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_the_lineage_of_the_two_pages_comes_out_exactly() -> None:
    truth = json.loads((SEEDS / "truth.json").read_text(encoding="utf-8"))
    found = {}
    for pair in find_copies(_seed_articles(truth)):
        origin, carrier = (pair.a, pair.b) if pair.direction == "a>b" else (pair.b, pair.a)
        found[origin, carrier] = len(pair.passages)
        assert pair.direction != "unknown"
    assert found.keys() == {(row["from"], row["to"]) for row in truth["lineage"]}
    for row in truth["lineage"]:
        passages = found[row["from"], row["to"]]
        assert passages == row.get("passages", passages)
        assert passages >= row.get("passages_at_least", 0)


@pytest.mark.floors
@pytest.mark.skipif(not STORIES.is_file(), reason="the shared stories are not here")
def test_copies_reach_their_floors() -> None:
    floors = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))["copies"]
    articles = list(article_lines([str(STORIES)], report=pytest.fail))
    score = measure(build(articles, count=450, seed=11))
    assert score.f1 >= floors.get("pair_f1", 0), score
    assert score.passages_found >= floors.get("passages_found", 0), score
    assert score.passage_iou >= floors.get("passage_iou", 0), score
