"""Embeds texts with a model that the operator keeps in a folder: ONNX Runtime and its tokenizer.

The folder holds `model.onnx` and `tokenizer.json`, as sentence encoders are published, and
`wireroom.toml`, which says what the two do not:

    languages = ["en", "ar"]    # primary subtags of what it was made for
    pooling = "mean"            # or "cls": how tokens become one vector
    max_tokens = 256
    prefix = ""                 # what stands before every text ("passage: " of some models)
"""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from wireroom.engine.errors import BadInput

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FILES: Final = ("model.onnx", "tokenizer.json", "wireroom.toml")
# Texts that are embedded together: more are no faster on one core, and need more memory.
_BATCH: Final = 16
_MOST_TOKENS: Final = 8192
_POOLINGS: Final = ("mean", "cls")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What `wireroom.toml` says of a model."""

    languages: frozenset[str]
    pooling: str = "mean"
    max_tokens: int = 256
    prefix: str = ""


class OnnxEmbedder:
    """A model of a folder, loaded; see engine.ports.Embedder."""

    def __init__(self, folder: Path) -> None:
        """Load the model. Raises BadInput, which says what is missing."""
        check_files(folder)
        self._spec: Final = read_spec(folder / "wireroom.toml")
        self._tokenizer: Final = _load_tokenizer(folder / "tokenizer.json", self._spec)
        self._session: Final = _load_model(folder / "model.onnx")
        self._inputs: Final = frozenset(one.name for one in self._session.get_inputs())
        self.name: Final = name_of(folder)

    def knows(self, lang: str) -> bool:
        """Say whether it was made for a language."""
        return lang.replace("_", "-").partition("-")[0].lower() in self._spec.languages

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit row a text, in batches of texts of about one length."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        rows: list[NDArray[np.float32] | None] = [None] * len(texts)
        for first in range(0, len(order), _BATCH):
            places = order[first : first + _BATCH]
            vectors = self._embed_batch([texts[place] for place in places])
            for place, vector in zip(places, vectors, strict=True):
                rows[place] = vector
        found = [row for row in rows if row is not None]
        return np.stack(found) if found else np.zeros((0, 0), np.float32)

    def _embed_batch(self, texts: Sequence[str]) -> NDArray[np.float32]:
        read = self._tokenizer.encode_batch([self._spec.prefix + text for text in texts])
        mask = np.array([one.attention_mask for one in read], np.int64)
        given = {
            "input_ids": np.array([one.ids for one in read], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in read], np.int64),
        }
        inputs = {name: value for name, value in given.items() if name in self._inputs}
        (hidden, *_) = self._session.run(None, inputs)
        vectors = self._pool(np.asarray(hidden, np.float32), mask)
        spoken = np.array([bool(text.strip()) for text in texts])
        units: NDArray[np.float32] = _unit(vectors) * spoken[:, None].astype(np.float32)
        return units

    def _pool(self, hidden: NDArray[np.float32], mask: NDArray[np.int64]) -> NDArray[np.float32]:
        if hidden.ndim == 2:  # the model pools by itself
            return hidden
        if self._spec.pooling == "cls":
            return hidden[:, 0]
        weights = mask[:, :, None].astype(np.float32)
        total = (hidden * weights).sum(axis=1)
        means: NDArray[np.float32] = total / np.maximum(weights.sum(axis=1), 1.0)
        return means


@lru_cache(maxsize=1)
def embedder_at(folder: str) -> OnnxEmbedder:
    """Return the embedder of a folder, loaded once a process. Raises BadInput."""
    return OnnxEmbedder(Path(folder))


def check_files(folder: Path) -> None:
    """Raise BadInput, with what is missing, where a folder is no embedder's."""
    for name in FILES:
        if not (folder / name).is_file():
            raise BadInput(f"{folder} has no {name}: an embedder needs {', '.join(FILES)}")


def read_spec(path: Path) -> Spec:
    """Read a model's `wireroom.toml`. Raises BadInput with what to write there."""
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"cannot read {path}: {error}") from error
    languages = told.get("languages")
    if not isinstance(languages, list) or not languages or not all(map(_is_text, languages)):
        raise BadInput(f'{path}: write the languages of the model: languages = ["en", "ar"]')
    pooling, most = told.get("pooling", "mean"), told.get("max_tokens", 256)
    if pooling not in _POOLINGS:
        raise BadInput(f"{path}: pooling is one of {', '.join(_POOLINGS)}, not {pooling!r}")
    if type(most) is not int or not 8 <= most <= _MOST_TOKENS:
        raise BadInput(f"{path}: max_tokens is a number from 8 to {_MOST_TOKENS}, not {most!r}")
    if not isinstance(told.get("prefix", ""), str):
        raise BadInput(f"{path}: prefix is a text")
    return Spec(
        languages=frozenset(one.lower() for one in languages),
        pooling=pooling,
        max_tokens=most,
        prefix=told.get("prefix", ""),
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _load_tokenizer(path: Path, spec: Spec) -> "Tokenizer":
    try:
        # Imported here: a set of packages that only those install who have a model.
        from tokenizers import Tokenizer
    except ImportError as error:
        raise BadInput(_NOT_INSTALLED) from error
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises Exception itself
        raise BadInput(f"{path} is no tokenizer that can be read: {error}") from error
    tokenizer.enable_truncation(max_length=spec.max_tokens)
    tokenizer.enable_padding()
    return tokenizer


def _load_model(path: Path) -> "InferenceSession":
    try:
        # Imported here: as above, and it costs 0.2 s.
        import onnxruntime
    except ImportError as error:
        raise BadInput(_NOT_INSTALLED) from error
    options = onnxruntime.SessionOptions()
    # A worker has one core; more threads would take those of other workers.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library raises errors of its own that share no base
        raise BadInput(f"{path} is no model that can be run: {error}") from error


_NOT_INSTALLED: Final = (
    "the packages that an embedder needs are not installed: set WIREROOM_EMBEDDER before you "
    "start ./wireroom, which then installs them"
)


def name_of(folder: Path) -> str:
    """Return a name of the files' content: another model, or another way to use it, is another."""
    digest = hashlib.blake2b(digest_size=12)
    for name in FILES:
        with (folder / name).open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    return digest.hexdigest()


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-12)
    return units
