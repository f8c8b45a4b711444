"""The command `copies`: lines in, pairs out, one clear message for every bad line."""

import gzip
import io
import json
from pathlib import Path

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

BODY = (
    "The tram to the old observatory runs again from Saturday after eleven months of work on the "
    "viaduct, the transit board said, and the first week will be free for everyone who lives "
    "along the line between the river and the hill."
)


def _written(path: Path, *rows: object) -> str:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def _pairs(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_pairs_as_json_lines_from_both_kinds_of_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = _written(
        tmp_path / "articles.jsonl",
        {"id": "page#1", "body": BODY, "wire_credit": "Reuters", "published": None},
        {"id": 7, "body": f"{BODY} 😀", "date": "2026-03-01T10:00:00", "source": "Tram News"},
    )
    assert main(["copies", name, "--jsonl", "-"]) == 0
    (pair,) = _pairs(capsys.readouterr().out)
    assert list(pair) == [
        "a", "b", "direction", "containment_a", "containment_b", "passages", "why",
        "kind", "confidence",
    ]  # fmt: skip
    assert (pair["a"], pair["b"], pair["direction"]) == ("page#1", "7", "a>b")
    assert (pair["kind"], pair["confidence"]) == ("whole", 0.917)
    assert pair["passages"] == [
        {"a_start": 0, "a_end": len(BODY), "b_start": 0, "b_end": len(BODY), "similarity": 1.0}
    ]


def test_pairs_that_share_only_a_quote_are_given_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"“{' '.join(f'said{n}' for n in range(48))}”"
    rows = [
        {"id": key, "body": f"{' '.join(f'{key}{n}' for n in range(90))}. {said} they said."}
        for key in ("one", "two")
    ]
    name = _written(tmp_path / "a.jsonl", *rows)
    assert main(["copies", name, "--jsonl", "-"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["copies", name, "--jsonl", "-", "--quotes"]) == 0
    (pair,) = _pairs(capsys.readouterr().out)
    assert (pair["kind"], pair["direction"], pair["confidence"]) == ("quote", "unknown", 0)
    assert main(["copies", name, "--quotes"]) == 0
    out = capsys.readouterr().out
    assert "0 pairs share copy among 2 articles" in out
    assert "1 pair shares no more than a quote" in out


def test_without_jsonl_people_can_read_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = _written(
        tmp_path / "a.jsonl",
        {"id": "x", "body": BODY, "outlet": "River", "published": "2026-03-01"},
        {"id": "y", "body": BODY, "outlet": "Hill", "published": "2026-03-02"},
    )
    assert main(["copies", name]) == 0
    out = capsys.readouterr().out
    assert "x (River)  →  y (Hill)" in out
    assert "same copy 100%; River was published first" in out
    assert "1 pair shares copy among 2 articles" in out


def test_bad_lines_are_named_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = _written(
        tmp_path / "a.jsonl",
        {"id": "x", "body": f"{BODY}\ud800"},
        "not json",
        [1],
        {"id": "x", "body": BODY},
        {"id": "empty"},
        {"body": BODY},
        "",
        {"id": "y", "body": BODY, "published": "some day"},
    )
    assert main(["copies", name, str(tmp_path / "missing"), "--jsonl", "-"]) == 1
    said = capsys.readouterr()
    assert [(pair["a"], pair["b"]) for pair in _pairs(said.out)] == [("x", "y")]
    complaints = said.err.splitlines()
    assert len(complaints) == 7
    for number, word in zip((2, 3, 4, 5, 6, 8), complaints, strict=False):
        assert word.startswith(f"{name}:{number}: ")


def test_gzip_and_standard_input_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    zipped = tmp_path / "a.jsonl.gz"
    zipped.write_bytes(gzip.compress(json.dumps({"id": 1, "body": BODY}).encode()))
    typed = io.TextIOWrapper(io.BytesIO(json.dumps({"id": 2, "body": BODY}).encode()))
    monkeypatch.setattr("sys.stdin", typed)
    assert main(["copies", str(zipped), "-", "--jsonl", "-"]) == 0
    assert len(_pairs(capsys.readouterr().out)) == 1
    zipped.write_bytes(zipped.read_bytes()[:40])
    assert main(["copies", str(zipped)]) == 1


def test_an_output_that_cannot_be_written_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = _written(tmp_path / "a.jsonl", {"id": "x", "body": BODY})
    assert main(["copies", name, "--jsonl", str(tmp_path / "no" / "out")]) == 2
    assert "cannot write" in capsys.readouterr().err
    assert main(["copies"]) == 2
