"""An embedder's folder at work: what its vectors are worth, and pages read with vectors."""

import logging
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from wireroom.adapters.embed import OnnxEmbedder, check_files, embedder_at, name_of
from wireroom.engine.errors import BadInput
from wireroom.engine.reading import Reading, read_page
from wireroom.engine.stories.dense import DenseWeights, embed_article
from wireroom.engine.transcripts.report import GivenTranscript
from wireroom.engine.types import ArticleText

WEIGHTS: Final = "weights.toml"

_log: Final = logging.getLogger(__name__)


def read_weights(folder: Path) -> DenseWeights | None:
    """Return what the vectors are worth; None where it was not learnt for this very model.

    Loads no model. Raises BadInput where the folder is no embedder's or the file cannot be used.
    """
    check_files(folder)
    path = folder / WEIGHTS
    if not path.is_file():
        return None
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        weights = DenseWeights(
            str(told["embedder"]), gain=float(told["gain"]), centre=float(told["centre"])
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise BadInput(f"cannot use {path}: {error!r}; {say_how_to_learn(folder)}") from error
    return weights if weights.embedder == name_of(folder) else None


def write_weights(folder: Path, weights: DenseWeights) -> Path:
    """Put what the vectors are worth beside the model; return where."""
    path = folder / WEIGHTS
    path.write_text(
        f'embedder = "{weights.embedder}"\ngain = {weights.gain}\ncentre = {weights.centre}\n',
        "utf-8",
    )
    return path


def say_how_to_learn(folder: Path) -> str:
    """Say which command writes the file that makes a model's vectors count."""
    return (
        f"the embedder's vectors are not used: write {WEIGHTS} from labelled articles with "
        f"python -m benchmarks.train_embedder {folder} ARTICLES.jsonl.gz"
    )


def read_page_with_vectors(
    deflated: bytes,
    *,
    folder: str,
    url: str,
    content_type: str | None,
    captured_at: datetime,
    memory: bytes = b"",
    transcript: GivenTranscript | None = None,
) -> tuple[Reading, ...]:
    """Read a page as engine.reading.read_page does, with a vector for each article.

    A worker that cannot load the model reads pages without: news does not wait for it.
    """
    readings = read_page(
        deflated,
        url=url,
        content_type=content_type,
        captured_at=captured_at,
        memory=memory,
        transcript=transcript,
    )
    embedder = _embedder_or_none(folder)
    if embedder is None:
        return readings
    return add_vectors(readings, embedder)


def add_vectors(readings: Sequence[Reading], embedder: OnnxEmbedder) -> tuple[Reading, ...]:
    """Return the readings with the vectors of their articles."""
    return tuple(
        replace(reading, dense=embed_article(embedder, _text_of(reading))) for reading in readings
    )


def _text_of(reading: Reading) -> ArticleText:
    article = reading.article
    return ArticleText(id=article.id, title=article.title, body=article.body, lang=article.lang)


@lru_cache(maxsize=1)
def _embedder_or_none(folder: str) -> OnnxEmbedder | None:
    """Return the embedder, loaded once a process; what is wrong with it is said once."""
    try:
        return embedder_at(folder)
    except BadInput as error:
        _log.warning("reading without an embedder: %s", error)
        return None
