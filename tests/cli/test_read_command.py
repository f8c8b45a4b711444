"""`./wireroom read`: files, folders, standard input and archives in, JSON Lines out."""

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from wireroom.cli import main

PAGE = (
    "<html lang='en'><head><title>Tram line to the hill opens</title></head><body>"
    "<h1>Tram line to the hill opens</h1><div>By Lena Moor</div><div>2 hours ago</div>"
    "<p>The tram line to the hill of Ostrava Nova opened on Sunday after four years of work, and "
    "some three thousand people rode it on the first day.</p>"
    "<p>The town says that the line will carry twice as many on a working day, and that a second "
    "one, to the hospital, is to be ready in two years.</p></body></html>"
)


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_folder_is_read_and_what_is_skipped_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.html").write_text(PAGE, "utf-8")
    (tmp_path / "in" / "two.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "in" / "notes.md").write_text("# nothing", "utf-8")
    out = tmp_path / "out.jsonl"
    words = ["read", str(tmp_path / "in"), "--jsonl", str(out), "--jobs", "2"]
    assert main([*words, "--captured-at", "2026-03-01T12:00:00Z"]) == 0
    first, second = rows(out)
    assert (first["id"], second["id"]) == ("one", "two")
    assert first["title"] == "Tram line to the hill opens"
    assert first["published"] == "2026-03-01T10:00:00+00:00"
    assert first["published_from"] == "relative"
    assert first["authors"] == ["Lena Moor"]
    assert first["body"] == "\n\n".join(first["paragraphs"])
    assert first["wire_credit"] is None
    assert first["role"] == "main"
    assert "1 files skipped" in capsys.readouterr().err


def test_bad_inputs_are_named_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "deep.html").write_bytes(b"<html>" + b"<div>" * 200_000)
    (tmp_path / "binary.html").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.html.gz").write_bytes(b"\x1f\x8b\x08broken")
    (tmp_path / "fake.rss").write_text("<rss><channel>", "utf-8")
    out = tmp_path / "out.jsonl"
    missing = str(tmp_path / "missing.html")
    assert main(["read", str(tmp_path), missing, "--jsonl", str(out), "--jobs", "1"]) == 1
    assert "good" in [row["id"] for row in rows(out)]
    complaints = capsys.readouterr().err.splitlines()
    for name in ("empty.html", "deep.html", "binary.html", "broken.html.gz", "missing.html"):
        assert len([line for line in complaints if name in line]) == 1, complaints


def test_standard_input_is_read_and_shown_to_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["read", "-"]) == 0
    shown = capsys.readouterr().out
    assert "Tram line to the hill opens" in shown
    assert "Lena Moor" in shown


@pytest.mark.parametrize(
    "words",
    [
        ["--captured-at", "yesterday"],
        ["--captured-at", "2026-13-40"],
        ["--jobs", "0"],
        ["--jobs", "many"],
    ],
)
def test_wrong_usage_exits_2(tmp_path: Path, words: list[str]) -> None:
    page = tmp_path / "one.html"
    page.write_text(PAGE, "utf-8")
    assert main(["read", str(page), *words]) == 2


def test_an_output_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "one.html"
    page.write_text(PAGE, "utf-8")
    assert main(["read", str(page), "--jsonl", str(tmp_path / "no" / "out.jsonl")]) == 2
    assert "choose another --jsonl" in capsys.readouterr().err


def test_a_text_dump_is_routed_to_the_dump_reader(tmp_path: Path) -> None:
    title = "Tram line to the hill opens"
    text = (
        f"{title}\n\n{title}\n\nOstrava Gazette 2 hours ago\n" + PAGE.split("<p>")[1][:200] + ".\n"
    )
    page = tmp_path / "dump.txt"
    page.write_text(text, "utf-8")
    out = tmp_path / "out.jsonl"
    words = ["read", str(page), "--jsonl", str(out), "--captured-at", "2026-03-01T12:00:00Z"]
    assert main(words) == 0
    assert rows(out)[0]["title"] == title


def test_a_warc_gives_its_pages(tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/tram\r\n"
        "WARC-Date: 2026-03-01T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    archive = tmp_path / "some.warc.gz"
    archive.write_bytes(gzip.compress(head.encode() + http + b"\r\n\r\n"))
    out = tmp_path / "out.jsonl"
    assert main(["read", str(archive), "--jsonl", str(out)]) == 0
    [row] = rows(out)
    assert row["title"] == "Tram line to the hill opens"
    assert row["canonical_url"] == "https://gazette.example/tram"
    assert row["published"] == "2026-03-01T10:00:00+00:00"
