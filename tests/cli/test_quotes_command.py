"""`wireroom quotes`: the contract of the command line."""

import json
from pathlib import Path

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

ROWS = [
    {"id": "a", "title": "Dam", "body": "“It holds,” mayor Ada Quill said.", "lang": "en"},
    {"id": "b", "title": "None", "body": "Nobody spoke.", "lang": "en"},
]


def _articles(tmp_path: Path, *extra: str) -> str:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join([*map(json.dumps, ROWS), *extra]), "utf-8")
    return str(path)


def test_one_line_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", _articles(tmp_path), "--jsonl", "-"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert second == {"id": "b", "quotes": []}
    assert first["quotes"] == [
        {
            "quote": "It holds,", "start": 1, "end": 10, "kind": "direct", "speaker": "Ada Quill",
            "speaker_start": 18, "speaker_end": 27, "speaker_resolved": "Ada Quill",
            "addressee": None, "via": [], "cue": "said", "confidence": 0.96,
        }
    ]  # fmt: skip


def test_people_see_speaker_and_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", _articles(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "Ada Quill" in shown
    assert "It holds," in shown


def test_a_line_that_is_no_article_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quotes", _articles(tmp_path, "no json"), "--jsonl", "-"]) == 1
    seen = capsys.readouterr()
    assert len(seen.out.splitlines()) == 2
    assert ":3:" in seen.err
