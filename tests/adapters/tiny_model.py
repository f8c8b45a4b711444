"""A sentence encoder of a few kilobytes, made for tests: each word has a direction of its own."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

SIZE: Final = 32


def make_model(
    folder: Path,
    meanings: Mapping[str, Sequence[str]],
    *,
    languages: Sequence[str] = ("en", "ar"),
    extra: str = "",
) -> Path:
    """Write a model's folder: the words of a meaning, whatever their language, point one way."""
    folder.mkdir(parents=True, exist_ok=True)
    words = {"[UNK]": 0, "[PAD]": 1}
    vectors = [np.zeros(SIZE, np.float32), np.zeros(SIZE, np.float32)]
    chance = np.random.default_rng(5)
    for names in meanings.values():
        direction = chance.normal(size=SIZE).astype(np.float32)
        for word in names:
            words[word] = len(words)
            vectors.append(direction)
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    onnx.save(_lookup(np.stack(vectors)), str(folder / "model.onnx"))
    told = ", ".join(f'"{lang}"' for lang in languages)
    (folder / "wireroom.toml").write_text(f"languages = [{told}]\n{extra}", "utf-8")
    return folder


def _lookup(table: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> onnx.ModelProto:
    """Return a model that gives each token its row of the table."""
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])
    out = helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["batch", "tokens", SIZE])
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["hidden"], axis=0)],
        "lookup",
        [ids],
        [out],
        [numpy_helper.from_array(table, "table")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
