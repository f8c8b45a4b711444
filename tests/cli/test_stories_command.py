"""`wireroom stories`: the contract of the command line."""

import gzip
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

ROWS = [
    {
        "id": "b",
        "title": "Hundreds flee as Kerrin dam gives way",
        "body": "Mayor Ada Quill of Oststadt said that 340 people fled when the Kerrin dam broke.",
        "date": "2031-05-06T15:00:00",
        "lang": "en",
        "source": "East Daily",
    },
    {
        "id": "a",
        "title": "Dam breaks above Oststadt, hundreds flee",
        "body": "The Kerrin dam above Oststadt broke and 340 people fled, mayor Ada Quill said.",
        "published": "2031-05-06T12:00:00Z",
        "lang": "en",
        "outlet": "North Post",
    },
    {
        "id": "c",
        "title": "Young player wins Norfell chess open",
        "body": "Tomas Varga, 17, won the chess open in Norfell after nine rounds.",
        "lang": "en",
        "outlet": "North Post",
    },
]
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)


def parsed(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_lines_come_in_stream_order_with_the_contract_s_fields(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl.gz"
    path.write_bytes(gzip.compress(LINES.encode()))
    assert main(["stories", str(path), "--jsonl", "-"]) == 0
    rows = parsed(capsys.readouterr().out)
    assert [row["id"] for row in rows] == ["a", "c", "b"]
    assert [row["story"] for row in rows] == ["s1", "s2", "s1"]
    assert all(row.keys() == {"id", "story", "storyline", "why"} for row in rows)


def test_standard_input_and_a_file_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(LINES.encode())))
    out = tmp_path / "out.jsonl"
    assert main(["stories", "-", "--jsonl", str(out)]) == 0
    assert len(parsed(out.read_text("utf-8"))) == 3


def test_people_see_stories_with_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(LINES, "utf-8")
    assert main(["stories", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "3 articles in 2 stories" in shown
    assert "East Daily: Hundreds flee" in shown
    assert "3 h apart" in shown


def test_a_bad_line_is_named_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("{broken\n" + LINES, "utf-8")
    assert main(["stories", str(path), "--jsonl", "-"]) == 1
    said = capsys.readouterr()
    assert f"{path}:1" in said.err
    assert len(parsed(said.out)) == 3


def test_an_output_that_cannot_be_written_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(LINES, "utf-8")
    assert main(["stories", str(path), "--jsonl", str(tmp_path / "no" / "out")]) == 2
    assert "cannot write" in capsys.readouterr().err
