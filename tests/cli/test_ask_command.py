"""`wireroom ask`: a line with the answer, and plain words where there is none."""

import json
from pathlib import Path

import pytest

from wireroom.cli import main

pytestmark = pytest.mark.once

BODY = "Mayor Ada Quill, 61, closed the roads of Orme. Five people died in the flood."


@pytest.fixture
def articles(tmp_path: Path) -> str:
    file = tmp_path / "story.jsonl"
    file.write_text(json.dumps({"id": "a", "title": "Flood in Orme", "body": BODY}) + "\n", "utf-8")
    return str(file)


def test_the_answer_has_its_place(articles: str, tmp_path: Path) -> None:
    out = tmp_path / "answer.jsonl"
    assert main(["ask", articles, "How old is Ada Quill?", "--jsonl", str(out)]) == 0
    row = json.loads(out.read_text("utf-8"))
    span = row["answers"][0]["spans"][0]
    assert BODY[span["start"] : span["end"]] == row["answers"][0]["text"]


def test_what_is_not_there_is_said_so(articles: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", articles, "Why did Ada Quill resign?"]) == 0
    assert "not in these reports" in capsys.readouterr().out


def test_a_follow_up_leans_on_the_question_before(
    articles: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["ask", articles, "And how old is she?", "--after", "Who is Ada Quill?"])
    assert "61" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["", " ", "a" * 301])
def test_an_endless_question_is_wrong_usage(articles: str, question: str) -> None:
    assert main(["ask", articles, question]) == 2
