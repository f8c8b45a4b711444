"""`wireroom moderate --queue`: what waits for moderators, as lines."""

import json

import pytest
from tests.web.talking_room import HELD, make_comment, make_person, make_talked

from wireroom.cli import main

pytestmark = pytest.mark.django_db


def test_the_queue_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    story = make_talked()
    make_comment(story, make_person("Ilsa"))
    held = make_comment(story, make_person("Omar"), HELD)
    assert main(["moderate", "--queue"]) == 0
    assert f"{held.pk}  hold  I will kill you" in capsys.readouterr().out
    assert main(["moderate", "--queue", "--jsonl", "-"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["suggestion"]) for row in rows] == [(str(held.pk), "hold")]
    assert rows[0]["reasons"][0]["kind"] == "threat"


def test_files_or_the_queue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["moderate"]) == 2
    assert main(["moderate", "--queue", "comments.jsonl"]) == 2
    assert "say --queue" in capsys.readouterr().err
