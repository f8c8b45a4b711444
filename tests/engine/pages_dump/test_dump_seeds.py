"""The two real dumps come out as they were read by hand."""

import json
import os
import re
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from wireroom.engine.pages.dump import read_dump
from wireroom.engine.types import Article, Document, TimeFrom

SHARED = Path(os.environ.get("WIREROOM_SHARED") or Path(__file__).parents[4] / "shared")
SEEDS = SHARED / "seeds"
CAPTURED = {"Daily8": datetime(2025, 8, 21, 6, tzinfo=UTC)}

pytestmark = pytest.mark.skipif(
    not (SEEDS / "truth.json").exists(), reason="needs the shared seeds folder (WIREROOM_SHARED)"
)


def _pages() -> list[dict[str, Any]]:
    if not (SEEDS / "truth.json").exists():
        return []
    pages: list[dict[str, Any]] = json.loads((SEEDS / "truth.json").read_text("utf-8"))["pages"]
    return pages


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[‘’]", "'", re.sub("[“”]", '"', re.sub("[–—]", "-", text)))
    return " ".join(text.split())


def _articles(page: dict[str, Any], text: str | None = None) -> tuple[Article, ...]:
    raw = (SEEDS / page["file"]).read_bytes()
    captured_at = CAPTURED.get(page["platform"])
    document = Document(name=page["file"], raw=raw, captured_at=captured_at)
    return read_dump(raw.decode() if text is None else text, document)


def _check(page: dict[str, Any], articles: tuple[Article, ...]) -> None:
    assert len(articles) == len(page["articles"])
    for article, want in zip(articles, page["articles"], strict=True):
        assert (article.title, article.role) == (want["title"], want["role"])
        assert (article.outlet, article.platform) == (want["outlet"], page["platform"])
        assert len(article.paragraphs) == want["paragraphs"]
        assert _folded(article.body).startswith(_folded(want["body_starts"]))
        assert _folded(article.body).endswith(_folded(want["body_ends"]))
        for name in ("wire_credit", "dateline", "short_url"):
            assert getattr(article, name) == want.get(name)
        points = [_folded(point) for point in want.get("key_points", [])]
        assert [_folded(point) for point in article.key_points] == points
        _check_time(article, want.get("published_relative"), CAPTURED.get(page["platform"]))


def _check_time(article: Article, relative: str | None, captured: datetime | None) -> None:
    if relative is None or captured is None:
        assert (article.published, article.published_from) == (None, TimeFrom.UNKNOWN)
        return
    assert article.published == captured - timedelta(hours=int(relative.split()[0]))
    assert article.published_from is TimeFrom.RELATIVE


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page["platform"])
def test_a_seed_comes_out_exactly(page: dict[str, Any]) -> None:
    _check(page, _articles(page))


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page["platform"])
def test_no_furniture_in_any_body(page: dict[str, Any]) -> None:
    bodies = "\n".join(article.body for article in _articles(page))
    assert not [line for line in page.get("furniture", []) if line in bodies and len(line) > 4]


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page["platform"])
def test_a_seed_without_blank_lines_or_with_more_comes_out_the_same(page: dict[str, Any]) -> None:
    text = (SEEDS / page["file"]).read_text("utf-8")
    _check(page, _articles(page, re.sub(r"\n\s*\n+", "\n", text)))
    _check(page, _articles(page, text.replace("\n", "\n\n")))
    _check(page, _articles(page, text.replace("\n", "\r\n")))
