"""Extraction quality on the shared pages does not sink below the recorded floors."""

import gzip
import importlib.util
import json
import os
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("WIREROOM_SHARED", ROOT.parent / "shared")) / "extraction"
FLOORS = tomllib.loads((ROOT / "tests/floors.toml").read_text("utf-8")).get("extraction", {})

pytestmark = [
    pytest.mark.floors,
    pytest.mark.slow,
    pytest.mark.skipif(
        not SHARED.is_dir(), reason=f"the shared extraction pages are not there ({SHARED.name})"
    ),
]


def predict(name: str) -> dict[str, Any]:
    """Return the main article of one shared page as the scorer wants it."""
    raw = gzip.decompress((SHARED / f"{name}.html.gz").read_bytes())
    try:
        article = read_document(Document(name=name, raw=raw))[0]
    except UnreadablePage:
        return {"id": name}
    return {
        "id": name,
        "title": article.title,
        "body": article.body,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
    }


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("extraction_score", SHARED / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    """The figures of all pages and of the sources that the floors name."""
    lines = gzip.decompress((SHARED / "truth.jsonl.gz").read_bytes()).decode().split("\n")
    truth = [json.loads(line) for line in lines if line]
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(predict, [row["id"] for row in truth], chunksize=20))
    score = scorer()
    per_page = score.score(truth, {row["id"]: row for row in rows})
    whole = score.summarise(per_page)
    figures = {name: whole[name] for name in ("title", "day", "minute")}
    figures["body"], figures["authors"] = whole["F1mac"], whole["auth="]
    for source, column in (("aeb", "F1"), ("fundus", "F1mac"), ("wcxb", "F1mac")):
        own = [row for row in per_page if row["source"] == source]
        figures[f"body_{source}"] = score.summarise(own)[column]
    return figures


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_extraction_stays_above_its_floor(reached: dict[str, float], name: str) -> None:
    assert round(reached[name], 3) >= FLOORS[name]
