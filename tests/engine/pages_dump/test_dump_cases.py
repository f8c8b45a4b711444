"""Invented dumps and what they hold, side by side in cases/ and layouts/."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.dump import read_dump
from wireroom.engine.types import Article, Document, LiveEntry

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.txt"))
# One event on the pages of newsrooms and portals of many kinds, as their text is copied.
LAYOUTS = Path(__file__).parent / "layouts"


def _read(name: str, folder: Path = CASES) -> tuple[dict[str, Any], tuple[Article, ...]]:
    expected = json.loads((folder / f"{name}.json").read_text("utf-8"))
    raw = (folder / f"{name}.txt").read_bytes()
    captured = expected["captured_at"]
    document = Document(
        name=f"{name}.txt",
        raw=raw,
        url=expected["url"],
        captured_at=datetime.fromisoformat(captured) if captured else None,
    )
    return expected, read_dump(raw.decode(), document)


def _plain(article: Article, field: str) -> object:
    value = getattr(article, field)
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", NAMES)
def test_a_dump_comes_out_as_read_by_hand(name: str) -> None:
    if "error" in json.loads((CASES / f"{name}.json").read_text("utf-8")):
        with pytest.raises(UnreadablePage) as caught:
            _read(name)
        assert caught.value.reason
        return
    expected, articles = _read(name)
    wanted = expected["articles"]
    assert [article.title for article in articles] == [w.get("title", "Jane Roe") for w in wanted]
    for article, want in zip(articles, wanted, strict=True):
        assert {field: _plain(article, field) for field in want} == want


@pytest.mark.parametrize("name", sorted(path.stem for path in LAYOUTS.glob("*.txt")))
def test_an_event_is_read_in_every_layout(name: str) -> None:
    expected, articles = _read(name, LAYOUTS)
    for article, want in zip(articles, expected["articles"], strict=True):
        entries = want.pop("live_entries", [])
        assert {field: _plain(article, field) for field in want} == want
        assert [_told(entry) for entry in article.live_entries] == entries


def _told(entry: LiveEntry) -> list[object]:
    at = entry.at.isoformat() if entry.at else None
    return [entry.heading, at, len(entry.paragraphs), entry.first, entry.end]
