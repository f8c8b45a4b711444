"""An embedder's folder at work: pages are read with vectors, or without where it cannot be used."""

import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.adapters.tiny_model import make_model

from wireroom.adapters.dense import WEIGHTS, read_page_with_vectors, read_weights, write_weights
from wireroom.adapters.embed import OnnxEmbedder
from wireroom.engine.errors import BadInput
from wireroom.engine.reading import Reading, read_page
from wireroom.engine.stories.dense import DenseWeights

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
URL = "https://northpost.example/2031/05/ferry-fire"
SENTENCE = (
    "The ferry left Tolland at noon with 80 people, and the fire was out by dusk, crews said."
)
PAGE = f"""<html lang="en"><head><title>Ferry on fire off Tolland</title></head><body><article>
<h1>Ferry on fire off Tolland</h1>{f"<p>{SENTENCE}</p>" * 8}</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_model(tmp_path / "model", {"fire": ("fire", "blaze"), "ship": ("ferry",)})


def read_with(folder: Path) -> tuple[Reading, ...]:
    return read_page_with_vectors(
        zlib.compress(PAGE.encode()), folder=str(folder), url=URL, content_type=None, captured_at=AT
    )


def read_without() -> tuple[Reading, ...]:
    return read_page(zlib.compress(PAGE.encode()), url=URL, content_type=None, captured_at=AT)


def test_a_page_is_read_as_ever_with_a_vector_beside(folder: Path) -> None:
    (found,), (bare,) = read_with(folder), read_without()
    assert found.article == bare.article
    assert found.story_features == bare.story_features
    assert bare.dense == b""
    assert OnnxEmbedder(folder).name.encode() in found.dense


def test_a_page_is_read_where_the_model_cannot_be_loaded(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert read_with(tmp_path / "away") == read_without()
    assert "model.onnx" in caplog.text


def test_weights_are_those_that_were_written(folder: Path) -> None:
    assert read_weights(folder) is None
    weights = DenseWeights(OnnxEmbedder(folder).name, gain=3.5, centre=-0.25)
    write_weights(folder, weights)
    assert read_weights(folder) == weights


def test_weights_of_another_model_count_as_none(folder: Path) -> None:
    write_weights(folder, DenseWeights("another", gain=3.5, centre=0.25))
    assert read_weights(folder) is None


@pytest.mark.parametrize(
    "text", ["", "gain = 3\n", "embedder = 'a'\ngain = 'much'\ncentre = 1", "["]
)
def test_weights_that_cannot_be_used_are_named_with_what_to_do(folder: Path, text: str) -> None:
    (folder / WEIGHTS).write_text(text, "utf-8")
    with pytest.raises(BadInput, match=r"weights\.toml.*train_embedder"):
        read_weights(folder)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no model\.onnx"):
        read_weights(tmp_path)
