"""The embedder: a real model of a few kilobytes, run by ONNX Runtime."""

from pathlib import Path

import numpy as np
import pytest
from tests.adapters.tiny_model import make_model

from wireroom.adapters.embed import OnnxEmbedder, read_spec
from wireroom.engine.errors import BadInput

MEANINGS = {
    "fire": ("fire", "blaze", "حريق"),
    "ship": ("ship", "ferry", "عبارة"),
    "vote": ("vote",),
}


@pytest.fixture(scope="module")
def embedder(tmp_path_factory: pytest.TempPathFactory) -> OnnxEmbedder:
    return OnnxEmbedder(make_model(tmp_path_factory.mktemp("model"), MEANINGS))


def test_texts_that_mean_alike_point_alike_whatever_their_words(embedder: OnnxEmbedder) -> None:
    one, other, arabic, far = embedder.embed(["ferry fire", "blaze ship", "حريق عبارة", "vote"])
    assert one @ other == pytest.approx(1.0, abs=1e-5)
    assert one @ arabic == pytest.approx(1.0, abs=1e-5)
    assert one @ far < 0.8


def test_rows_are_of_length_one_and_those_of_nothing_are_zero(embedder: OnnxEmbedder) -> None:
    rows = embedder.embed(["fire", "", "  "])
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1.0, 0.0, 0.0], abs=1e-5)


def test_a_text_gives_the_same_row_alone_and_among_others(embedder: OnnxEmbedder) -> None:
    texts = [f"fire {'ship ' * number}" for number in range(40)]
    together = embedder.embed(texts)
    alone = np.stack([embedder.embed([text])[0] for text in texts])
    assert together == pytest.approx(alone, abs=1e-5)


def test_no_texts_give_no_rows(embedder: OnnxEmbedder) -> None:
    assert len(embedder.embed([])) == 0


def test_it_says_which_languages_it_knows(embedder: OnnxEmbedder) -> None:
    assert embedder.knows("en-GB")
    assert embedder.knows("AR")
    assert not embedder.knows("de")
    assert not embedder.knows("und")


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    short = OnnxEmbedder(make_model(tmp_path, MEANINGS, extra="max_tokens = 8\n"))
    one, other = short.embed(["fire " * 8 + "vote " * 50, "fire"])
    assert one @ other == pytest.approx(1.0, abs=1e-5)


def test_another_model_or_another_use_of_it_has_another_name(tmp_path: Path) -> None:
    one = OnnxEmbedder(make_model(tmp_path / "a", MEANINGS))
    same = OnnxEmbedder(make_model(tmp_path / "b", MEANINGS))
    pooled = OnnxEmbedder(make_model(tmp_path / "c", MEANINGS, extra='pooling = "cls"\n'))
    assert one.name == same.name != pooled.name


def test_what_is_missing_or_broken_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"has no model\.onnx"):
        OnnxEmbedder(tmp_path)
    folder = make_model(tmp_path / "model", MEANINGS)
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(BadInput, match="no tokenizer that can be read"):
        OnnxEmbedder(folder)
    folder = make_model(tmp_path / "model", MEANINGS)
    (folder / "model.onnx").write_bytes(b"\x00" * 50)
    with pytest.raises(BadInput, match="no model that can be run"):
        OnnxEmbedder(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("languages = [", "cannot read"),
        ("", "write the languages"),
        ("languages = []", "write the languages"),
        ("languages = [1]", "write the languages"),
        ('languages = ["en"]\npooling = "max"', "pooling is one of"),
        ('languages = ["en"]\nmax_tokens = 2', "max_tokens is a number"),
        ('languages = ["en"]\nprefix = 7', "prefix is a text"),
    ],
)
def test_what_its_file_should_say_is_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "wireroom.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=said):
        read_spec(path)
