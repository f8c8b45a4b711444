"""Train the classifier of blocks from labelled pages.

usage: python -m benchmarks.train_pages FOLDER [--folds N] [--models DIR] [--write]

FOLDER holds pages and truth as ../shared/extraction does. Prints the figures of the whole
reader, cross-validated by web domain: each page is read with a classifier that never saw its
domain. With --write the classifier trained on all pages is put beside the code. Needs catboost,
which running does not: pip install catboost.
"""

import argparse
import gzip
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from benchmarks.page_odds import DomainOdds
from benchmarks.page_samples import (
    Sample,
    domain_of,
    folds_of,
    read_samples,
    scaled,
    truth_rows,
)
from benchmarks.scoring import load_scorer
from benchmarks.table_of_pages import print_table
from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages import body as body_module
from wireroom.engine.pages.classifier import MODEL, Classifier, load
from wireroom.engine.pages.context import context_of
from wireroom.engine.pages.features import Features, features_of
from wireroom.engine.pages.forest import Forest
from wireroom.engine.pages.read import read_document
from wireroom.engine.types import Document

Floats = npt.NDArray[np.float32]

# Many trees at a small rate, because averaging two forests gained .003 in cross-validation;
# depth and numbers were not swept beyond that.
DEPTH: Final = 6
FIRST_TREES: Final = 400
SECOND_TREES: Final = 240
_OPTIONS: Final[dict[str, Any]] = {
    "depth": DEPTH, "learning_rate": 0.06, "l2_leaf_reg": 10, "rsm": 0.25, "subsample": 0.6,
    "bootstrap_type": "Bernoulli", "border_count": 64, "allow_writing_files": False,
    "verbose": 0, "random_seed": 1,
}  # fmt: skip
# Odds nearer to nothing than this are left out of the file.
_FAINT: Final = 0.4


def main() -> int:
    """Cross-validate, print the table, and write the classifier where asked."""
    parser = argparse.ArgumentParser(prog="train_pages", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5, help="0: no cross-validation")
    parser.add_argument("--models", type=Path, help="keep the folds' classifiers in this folder")
    parser.add_argument("--predictions", type=Path, help="write what was read, as JSON Lines")
    parser.add_argument("--write", action="store_true", help=f"write {MODEL.name}")
    args = parser.parse_args()
    started = time.perf_counter()
    samples = read_samples(args.folder)
    if args.folds:
        rows = cross_read(args.folder, samples, args.folds, args.models)
        print_table(load_scorer(args.folder / "score.py"), list(truth_rows(args.folder)), rows)
        if args.predictions:
            lines = (json.dumps(row, ensure_ascii=False) for row in rows.values())
            args.predictions.write_text("\n".join(lines), encoding="utf-8")
    if args.write:
        write(MODEL, *train(samples))
        print(f"wrote {MODEL} ({MODEL.stat().st_size // 1024} KB)")
    print(f"{time.perf_counter() - started:.0f} s")
    return 0


def cross_read(
    folder: Path, samples: Sequence[Sample], count: int, kept: Path | None
) -> dict[str, dict[str, Any]]:
    """Return what the reader makes of every page with a classifier that never saw its domain."""
    truth = list(truth_rows(folder))
    folds = folds_of([domain_of(row.get("url")) or row["id"] for row in truth], count)
    fold_of_id = {row["id"]: fold for row, fold in zip(truth, folds, strict=True)}
    found: dict[str, dict[str, Any]] = {}
    for fold in range(count):
        path = (kept or Path(tempfile.mkdtemp())) / f"blocks-{count}-{fold}.npz"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, *train([s for s in samples if fold_of_id[s.id] != fold]))
        with patch.object(body_module, "classifier", _reader_of(path)):
            for row in truth:
                if fold_of_id[row["id"]] == fold:
                    found[row["id"]] = _read(folder, row)
    return found


def _reader_of(path: Path) -> Callable[[], Classifier]:
    return lru_cache(maxsize=1)(lambda: load(path))


def _read(folder: Path, row: dict[str, Any]) -> dict[str, Any]:
    raw = gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())
    try:
        article = read_document(Document(name=row["id"], raw=raw, url=row.get("url")))[0]
    except UnreadablePage as error:
        return {"id": row["id"], "error": str(error)}
    published = article.published.isoformat() if article.published else None
    return {"id": row["id"], "title": article.title, "body": article.body,
            "authors": list(article.authors), "published": published}  # fmt: skip


def train(samples: Sequence[Sample]) -> tuple[Forest, Forest, DomainOdds]:
    """Return both forests and the odds; the second learns from opinions on pages unseen."""
    odds = DomainOdds(samples)
    features = features_without_own(samples, odds)
    first = grow(samples, [f.rows for f in features], FIRST_TREES)
    halves = folds_of([sample.domain for sample in samples], 2)
    rows: list[Floats] = [f.rows for f in features]
    for half in (0, 1):
        inside = [n for n, own in enumerate(halves) if own != half]
        forest = grow([samples[n] for n in inside], [features[n].rows for n in inside], FIRST_TREES)
        for n, own in enumerate(halves):
            if own == half:
                opinions = forest.probabilities(features[n].rows)
                rows[n] = np.concatenate([rows[n], context_of(opinions, features[n])], axis=1)
    return first, grow(samples, rows, SECOND_TREES), odds


def features_without_own(samples: Sequence[Sample], odds: DomainOdds) -> list[Features]:
    """Return each page's features, computed with the odds of the other domains."""
    by_domain: dict[str, list[int]] = defaultdict(list)
    for n, sample in enumerate(samples):
        by_domain[sample.domain].append(n)
    found: dict[int, Features] = {}
    for domain, places in by_domain.items():
        others = odds.without(domain)
        for n in places:
            found[n] = features_of(samples[n].sheet, samples[n].hints, others)
    return [found[n] for n in range(len(samples))]


def grow(samples: Sequence[Sample], rows: Sequence[Floats], trees: int) -> Forest:
    """Return a forest grown on the blocks of the samples."""
    from catboost import CatBoostClassifier, Pool  # a tool of training alone

    labels = np.concatenate([sample.labels == 1 for sample in samples])
    weights = scaled(np.concatenate([sample.weights for sample in samples]))
    model = CatBoostClassifier(iterations=trees, **_OPTIONS)
    model.fit(Pool(np.concatenate(rows), labels, weight=weights))
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        model.save_model(file.name, format="json")
        return forest_of(json.loads(Path(file.name).read_text(encoding="utf-8")))


def forest_of(model: dict[str, Any]) -> Forest:
    """Return catboost's JSON as a forest; its first split is the lowest bit, ours the highest."""
    trees = [tree for tree in model["oblivious_trees"] if len(tree["splits"]) == DEPTH]
    short = [tree for tree in model["oblivious_trees"] if len(tree["splits"]) != DEPTH]
    scale, (bias,) = model["scale_and_bias"]
    bias += sum(tree["leaf_values"][0] * scale for tree in short if not tree["splits"])
    columns = [[split["float_feature_index"] for split in tree["splits"]] for tree in trees]
    borders = [[split["border"] for split in tree["splits"]] for tree in trees]
    places = [int(f"{n:0{DEPTH}b}"[::-1], 2) for n in range(1 << DEPTH)]
    leaves = np.array([tree["leaf_values"] for tree in trees])[:, places] * scale
    return Forest(
        np.array(columns, np.int16), np.array(borders, np.float32), leaves.astype(np.float32), bias
    )


def write(path: Path, first: Forest, second: Forest, odds: DomainOdds) -> None:
    """Write the file that running reads."""
    tables = {
        name: {word: value for word, value in sorted(table.items()) if abs(value) >= _FAINT}
        for name, table in odds.tables.items()
    }
    packed = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    arrays: dict[str, Any] = {"odds": np.frombuffer(packed, np.uint8)}
    for name, forest in (("first", first), ("second", second)):
        arrays |= arrays_of(forest, name)
    np.savez_compressed(path, **arrays)


def arrays_of(forest: Forest, name: str) -> dict[str, Any]:
    """Return a forest as the arrays that read_forest takes, leaves at half precision."""
    return {
        f"{name}_columns": forest.columns,
        f"{name}_borders": forest.borders,
        f"{name}_leaves": forest.leaves.astype(np.float16),
        f"{name}_bias": np.float64(forest.bias),
    }


if __name__ == "__main__":
    raise SystemExit(main())
