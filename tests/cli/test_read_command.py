"""`./wireroom read`: files, folders, standard input and archives in, JSON Lines out."""

import gzip
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

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


def test_labels_tell_of_every_block_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.html").write_text(PAGE, "utf-8")
    out = tmp_path / "out.jsonl"
    words = ["read", "--labels", str(tmp_path / "one.html")]
    assert main([*words, "--jsonl", str(out)]) == 0
    found = rows(out)
    assert [row["label"] for row in found] == ["headline", "byline", "furniture", "body", "body"]
    assert [row["block"] for row in found] == [0, 1, 2, 3, 4]
    assert {row["file"] for row in found} == {"one.html"}
    assert all(0 <= row["chance"] <= 1 for row in found)
    assert [row["why"] is None for row in found] == [True, True, False, True, True]
    assert found[-1]["article"] == "one"
    assert main(words) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("one.html\n")
    assert len(shown.strip().splitlines()) == 6


def test_a_page_cannot_talk_to_the_terminal_through_its_labels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = PAGE.replace("Lena Moor", "Lena Moor\x1b]0;gone\x07")
    (tmp_path / "one.html").write_text(page, "utf-8")
    assert main(["read", "--labels", str(tmp_path / "one.html")]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_labels_of_what_has_no_blocks_fail_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    (tmp_path / "dump.txt").write_text("A headline of some words\n\nA line.\n", "utf-8")
    assert main(["read", "--labels", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "headline" in told.out
    assert "dump.txt" in told.err
    assert "--labels" in told.err


OFFER = "Every weekday before breakfast our harbour desk sends three letters to its readers."


def lamp_page(number: int) -> str:
    place = ["Aldern", "Brisk", "Corve", "Dunmar", "Estel", "Fennick"][number]
    rows = [
        f"<p>In {place} the council mended lamp {row + 3} of {number + 7}, and the "
        f"{'abcdefgh'[number]}{row} warden of {place} said that it would burn until spring.</p>"
        for row in range(5)
    ]
    rows.insert(4, f"<p>{OFFER}</p>")
    return (
        f"<html><head><title>Lamps of {place} mended</title></head><body><article>"
        f"<h1>Lamps of {place} mended</h1><div>{''.join(rows)}</div></article></body></html>"
    )


def test_pages_of_one_outlet_are_read_with_what_those_before_repeat(tmp_path: Path) -> None:
    names = []
    for number in range(6):
        path = tmp_path / f"{number}.html"
        path.write_text(lamp_page(number), "utf-8")
        names.append(str(path))
    names.insert(2, str(tmp_path / "missing.html"))
    out, labels = tmp_path / "out.jsonl", tmp_path / "labels.jsonl"
    assert main(["read", "--jobs", "2", *names, "--jsonl", str(out)]) == 1
    assert all(OFFER in row["body"] for row in rows(out))
    assert main(["read", "--one-outlet", *names, "--jsonl", str(out)]) == 1
    bodies = [row["body"] for row in rows(out)]
    assert [row["id"] for row in rows(out)] == ["0", "1", "2", "3", "4", "5"]
    assert OFFER in bodies[0]
    assert OFFER not in bodies[-1]
    assert main(["read", "--one-outlet", "--labels", *names, "--jsonl", str(labels)]) == 1
    offers = [row for row in rows(labels) if row["text"] == OFFER]
    assert offers[0]["label"] == "body"
    assert (offers[-1]["label"], offers[-1]["why"]) == ("furniture", "memory")
