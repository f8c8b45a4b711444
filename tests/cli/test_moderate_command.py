"""`wireroom moderate`: the contract of the command line."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

ROWS = [
    {"id": "a", "text": "You are an idiot", "lang": "en"},
    {"id": 2, "text": "شكرا لكم", "story": ["خبر"], "earlier": ["x", {"text": "y"}]},
]


def _comments(tmp_path: Path, *extra: str) -> str:
    path = tmp_path / "comments.jsonl"
    path.write_text("\n".join([*map(json.dumps, ROWS), *extra]), "utf-8")
    return str(path)


def test_one_line_a_comment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["moderate", _comments(tmp_path), "--jsonl", "-"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["suggestion"] == "look"
    assert first["scores"]["insult"] == 0.7
    (reason,) = first["reasons"]
    assert (reason["kind"], reason["start"], reason["end"]) == ("insult", 0, 16)
    assert second["id"] == "2"
    assert (second["suggestion"], second["reasons"]) == ("show", [])


def test_reasons_are_told_in_the_comments_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _comments(tmp_path, json.dumps({"id": "c", "text": "سأقتلك"}))
    assert main(["moderate", path]) == 0
    shown = capsys.readouterr().out
    assert "insults the person" in shown
    assert "يتوعد" in shown


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps(ROWS[0]).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(line)))
    assert main(["moderate", "-", "--jsonl", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "a"


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '{"id": "x"}',
        '{"text": "no id"}',
        '{"id": "x", "text": "t", "story": 5}',
        '{"id": "x", "text": "t", "earlier": [5]}',
        '{"id": "x", "text": "t", "at": "never"}',
        '{"id": "x", "text": "t", "account_age_s": "old"}',
    ],
)
def test_a_line_that_is_no_comment_is_named(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["moderate", _comments(tmp_path, line), "--jsonl", "-"]) == 1
    seen = capsys.readouterr()
    assert len(seen.out.splitlines()) == 2
    assert ":3:" in seen.err


def test_an_output_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["moderate", _comments(tmp_path), "--jsonl", str(tmp_path / "no" / "x")]) == 2
