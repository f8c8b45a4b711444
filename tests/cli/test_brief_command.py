"""`wireroom brief`: the contract of the command line."""

import json
from pathlib import Path

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

BODY = (
    "The bridge of Orme fell into the river Lowen on Tuesday, killing five people, police said.\n\n"
    "Mayor Ada Quill closed the roads on both banks of the river.\n\n"
    "Engineers from Tarnholm found rust in two of the cables that had held the deck."
)
LATER = BODY.replace("five", "seven").replace("killing", "and killed")
ROWS = [
    {"id": "a", "title": "Bridge falls", "body": BODY, "lang": "en", "outlet": "Orme Gazette",
     "date": "2031-03-05T09:00:00"},
    {"id": "b", "title": "Bridge falls", "body": LATER, "lang": "en", "outlet": "Naba",
     "date": "2031-03-05T15:00:00"},
]  # fmt: skip


def _articles(tmp_path: Path, *extra: str) -> str:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join([*map(json.dumps, ROWS), *extra]), "utf-8")
    return str(path)


def test_one_line_a_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", _articles(tmp_path), "--jsonl", "-"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    brief = json.loads(line)
    bodies = {"a": BODY, "b": LATER}
    for point in (*brief["key_points"], *brief["timeline"]):
        (span,) = point["spans"]
        assert point["text"] == bodies[span["id"]][span["start"] : span["end"]]
    assert "seven" in brief["key_points"][0]["text"]
    assert brief["timeline"][0]["day"] == "2031-03-04"
    (difference,) = brief["differences"]
    assert (difference["kind"], difference["about"]) == ("update", "dead")
    assert [value["value"] for value in difference["values"]] == ["five", "seven"]
    assert [(each["kind"], each["name"], each["articles"]) for each in brief["topics"]] == [
        ("person", "Ada Quill", 2),
        ("place", "Lowen", 2),
    ]
    assert brief["withheld"] == 0
    assert "new" not in brief


def test_since_a_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    since = ["--since", "2031-03-05T12:00:00+00:00"]
    assert main(["brief", _articles(tmp_path), "--jsonl", "-", *since]) == 0
    (new,) = json.loads(capsys.readouterr().out)["new"]
    assert (new["spans"][0]["id"], new["novelty"]) == ("b", ["number"])


def test_people_see_sections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", _articles(tmp_path), "--since", "2031-03-06"]) == 0
    shown = capsys.readouterr().out
    assert "Key points" in shown
    assert "2031-03-04" in shown
    assert "New: none" in shown


def test_a_moment_that_is_none_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", _articles(tmp_path), "--since", "yesterday"]) == 2
    assert "ISO 8601" in capsys.readouterr().err


def test_a_line_that_is_no_article_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", _articles(tmp_path, "no json"), "--jsonl", "-"]) == 1
    seen = capsys.readouterr()
    assert ":3:" in seen.err
    assert len(seen.out.splitlines()) == 1


def test_groups_of_outlets_are_held_against_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "\n\n“We had asked for new cables in every year,” said Ilsa Corran of the port."
    rows = [
        {"id": f"a{n}", "title": "Bridge falls",
         "body": f"{BODY} Desk {n} adds its {n * 'very '}own.{said if n < 8 else ''}",
         "lang": "en", "outlet": f"Outlet {n}",
         "country": "QA" if n < 8 else "QB", "date": f"2031-03-05T09:{n:02}:00"}
        for n in range(16)
    ]  # fmt: skip
    path = tmp_path / "groups.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert main(["brief", str(path), "--jsonl", "-"]) == 0
    (view,) = (
        view
        for view in json.loads(capsys.readouterr().out)["perspectives"]
        if view["axis"] == "country"
    )
    assert [(group["value"], group["outlets"]) for group in view["groups"]] == [
        ("QA", 8),
        ("QB", 8),
    ]
    # All carry one text, so that they are no witnesses of a difference.
    assert [group["findings"] for group in view["groups"]] == [[], []]
