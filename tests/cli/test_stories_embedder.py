"""`wireroom stories --embedder`: a model of a few kilobytes joins what is told in other words."""

import json
from pathlib import Path
from typing import Final

import pytest
from tests.adapters.tiny_model import make_model

from wireroom.adapters.dense import write_weights
from wireroom.adapters.embed import OnnxEmbedder
from wireroom.cli import main
from wireroom.engine.stories.dense import DenseWeights

pytestmark = pytest.mark.once

ROWS: Final = [
    {
        "id": "dam",
        "title": "Dam breaks above Oststadt, hundreds flee",
        "body": "The dam broke on Monday and 340 people fled, mayor Ada Quill said.",
        "date": "2031-05-06T12:00:00Z",
        "lang": "en",
    },
    {
        "id": "barrage",
        "title": "Families driven out as barrage bursts near Oststadt",
        "body": "Residents escaped a torrent when the old barrage gave way, officials reported.",
        "date": "2031-05-09T00:00:00Z",
        "lang": "en",
    },
]
MEANINGS: Final = {"dam": ("dam", "barrage"), "break": ("breaks", "broke", "bursts")}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return make_model(tmp_path / "model", MEANINGS)


def place(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Return how many stories the command finds, and what it says on stderr."""
    assert main(["stories", *words, "--jsonl", "-"]) == 0
    said = capsys.readouterr()
    return len({json.loads(line)["story"] for line in said.out.splitlines()}), said.err


def test_what_is_told_in_other_words_joins(
    articles: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_weights(model, DenseWeights(OnnxEmbedder(model).name, gain=12.0, centre=0.5))
    assert place(capsys, str(articles))[0] == 2
    assert place(capsys, str(articles), "--embedder", str(model))[0] == 1


def test_a_model_without_weights_is_not_used_and_it_says_how_to_make_them(
    articles: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, said = place(capsys, str(articles), "--embedder", str(model))
    assert found == 2
    assert f"python -m benchmarks.train_embedder {model}" in said


def test_a_folder_without_a_model_is_refused(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stories", str(articles), "--embedder", str(tmp_path / "none")]) == 2
    assert "model.onnx" in capsys.readouterr().err
