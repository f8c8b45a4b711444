"""Train the classifiers of a dump's lines from real pages that were copied as text.

usage: python -m benchmarks.train_dumps FOLDER COPIES [--folds N] [--write]

FOLDER holds pages' truth as ../shared/extraction does, COPIES their texts as
benchmarks.dump_copies wrote them. Prints what the reader of dumps makes of every copy,
cross-validated by web domain: each is read with classifiers that never saw its domain. With
--write those trained on all copies are put beside the code. Needs catboost, which running does
not: pip install catboost.
"""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from benchmarks.dumps import read_copies, report
from benchmarks.page_labels import IGNORED, label_blocks
from benchmarks.page_odds import DomainOdds
from benchmarks.page_samples import Floats, domain_of, folds_of, truth_rows
from benchmarks.scoring import load_scorer
from benchmarks.train_pages import arrays_of, grow
from wireroom.engine.pages.dump import likely as likely_module
from wireroom.engine.pages.dump.classify import classify
from wireroom.engine.pages.dump.likely import (
    MODEL,
    PARTS,
    LineModel,
    load,
    title_rows,
)
from wireroom.engine.pages.dump.line_context import context_of_lines
from wireroom.engine.pages.dump.line_signs import signs_of
from wireroom.engine.pages.dump.lines import cut_lines
from wireroom.engine.pages.dump.typed_line import LONGEST_REPEATED, Line
from wireroom.engine.pages.forest import Forest
from wireroom.engine.pages.odds import TEXT, Odds

_FIRST_TREES: Final = 300
_SECOND_TREES: Final = 200
_TITLE_TREES: Final = 250
_FEWEST_CHARACTERS: Final = 60.0  # of a body: short ones are noisy
_PLUS: Final = 25.0  # characters added to every line, so that labels matter too
_FAINT: Final = 0.4  # odds nearer to nothing are left out of the file


@dataclass(frozen=True, slots=True)
class _Block:
    """A line as a block of a page that is one box, for the odds of its words."""

    text: str
    home: int = 0


@dataclass(frozen=True, slots=True)
class _Element:
    place: int = 0
    parent: int = -1
    naming: str = ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    blocks: list[_Block]
    elements: tuple[_Element, ...] = (_Element(),)


@dataclass(frozen=True)
class Copy:
    """A copied page with the label of each line: 1 body, 0 not, IGNORED; and its headline's."""

    id: str
    domain: str
    lines: list[Line]
    labels: npt.NDArray[np.int8]
    titles: npt.NDArray[np.int8]
    sizes: Floats
    weights: Floats
    sheet: _Sheet


def main() -> int:
    """Cross-validate, print the table, and write the classifiers where asked."""
    parser = argparse.ArgumentParser(prog="train_dumps", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("copies", type=Path)
    parser.add_argument("--folds", type=int, default=4, help="0: no cross-validation")
    parser.add_argument("--models", type=Path, help="keep the folds' classifiers in this folder")
    parser.add_argument("--write", action="store_true", help=f"write {MODEL.name}")
    args = parser.parse_args()
    started = time.perf_counter()
    samples = list(_samples(args.folder, args.copies))
    if args.folds:
        found = _cross_read(args, samples)
        report(args.folder, found)
    if args.write:
        write(MODEL, *train(samples))
        print(f"wrote {MODEL} ({MODEL.stat().st_size // 1024} KB)")
    print(f"{time.perf_counter() - started:.0f} s")
    return 0


def _cross_read(args: argparse.Namespace, samples: Sequence[Copy]) -> dict[str, dict[str, Any]]:
    """Return what the reader makes of every copy with classifiers that never saw its domain."""
    rows = list(truth_rows(args.folder))
    folds = folds_of([domain_of(row.get("url")) or row["id"] for row in rows], args.folds)
    fold_of = {row["id"]: fold for row, fold in zip(rows, folds, strict=True)}
    found: dict[str, dict[str, Any]] = {}
    for fold in range(args.folds):
        kept = args.models or Path(tempfile.mkdtemp())
        path = kept / f"lines-{args.folds}-{fold}.npz"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, *train([one for one in samples if fold_of[one.id] != fold]))
        own = [row for row in rows if fold_of[row["id"]] == fold]
        with patch.object(likely_module, "line_model", _reader_of(path)):
            found |= read_copies(own, args.copies)
    return found


def _reader_of(path: Path) -> Callable[[], LineModel]:
    return lru_cache(maxsize=1)(lambda: load(path))


def _samples(folder: Path, copies: Path) -> Iterator[Copy]:
    """Yield each page twice: as selected, and as laid out but without blank lines."""
    scorer = load_scorer(folder / "score.py")
    for row in truth_rows(folder):
        path = copies / f"{row['id']}.json"
        if row.get("body") is None or not path.exists():
            continue
        found = json.loads(path.read_text(encoding="utf-8"))
        bare = "\n".join(line for line in found["inner"].split("\n") if line.strip())
        for text in (found["selected"], bare):
            lines = classify(cut_lines(text), None)
            if lines:
                yield _sample(row, lines, scorer)


def _sample(row: dict[str, Any], lines: list[Line], scorer: Any) -> Copy:
    texts = [line.text for line in lines]
    labels = np.array(label_blocks(texts, row["body"], row.get("optional") or ()), np.int8)
    title = row.get("title")
    titles = [
        bool(title) and len(text) <= LONGEST_REPEATED and scorer.title_score(title, text) >= 1
        for text in texts
    ]
    sizes = np.array([*map(len, texts)], np.float32)
    body = max(_FEWEST_CHARACTERS, float(sizes[labels == 1].sum()))
    weights = np.minimum((sizes + _PLUS) / body, 0.5)
    weights[labels == IGNORED] = 0.0
    return Copy(
        row["id"], domain_of(row.get("url")) or row["id"], lines, labels,
        np.array(titles, np.int8), sizes, np.asarray(weights, np.float32),
        _Sheet([_Block(text) for text in texts]),
    )  # fmt: skip


def train(samples: Sequence[Copy]) -> tuple[Forest, Forest, Forest, DomainOdds]:
    """Return the forests and the odds; later ones learn from opinions on copies unseen."""
    odds = DomainOdds(samples)  # type: ignore[arg-type]
    signs = _signs_without_own(samples, odds)
    opinions = _unseen(samples, signs, _FIRST_TREES)
    rows = [
        _with_context(own, opinion, sample.sizes)
        for own, opinion, sample in zip(signs, opinions, samples, strict=True)
    ]
    first = _grown(samples, signs, _FIRST_TREES)
    second = _grown(samples, rows, _SECOND_TREES)
    chances = _unseen(samples, rows, _SECOND_TREES)
    return first, second, _title_forest(samples, signs, chances), odds


def _unseen(samples: Sequence[Copy], rows: Sequence[Floats], trees: int) -> list[Floats]:
    """Return each copy's chances by a forest grown on the other half of the domains."""
    halves = folds_of([sample.domain for sample in samples], 2)
    found: dict[int, Floats] = {}
    for half in (0, 1):
        inside = [n for n, own in enumerate(halves) if own != half]
        forest = _grown([samples[n] for n in inside], [rows[n] for n in inside], trees)
        held = (n for n, own in enumerate(halves) if own == half)
        found |= {n: forest.probabilities(rows[n]) for n in held}
    return [found[n] for n in range(len(samples))]


def _grown(samples: Sequence[Copy], rows: Sequence[Floats], trees: int) -> Forest:
    return grow(samples, rows, trees)  # type: ignore[arg-type]


def _with_context(signs: Floats, opinions: Floats, sizes: Floats) -> Floats:
    return np.concatenate([signs, context_of_lines(opinions, sizes)], axis=1)


def _title_forest(
    samples: Sequence[Copy], signs: Sequence[Floats], chances: Sequence[Floats]
) -> Forest:
    """Return the forest of headlines, grown on the copies that hold theirs."""
    titled = [n for n, sample in enumerate(samples) if sample.titles.any()]
    rows = [title_rows(samples[n].lines, signs[n], chances[n], samples[n].sizes) for n in titled]
    told = [
        Copy(
            s.id, s.domain, s.lines, s.titles, s.titles, s.sizes,
            np.ones(len(s.lines), np.float32), s.sheet,
        )
        for s in (samples[n] for n in titled)
    ]  # fmt: skip
    return _grown(told, rows, _TITLE_TREES)


def _signs_without_own(samples: Sequence[Copy], odds: DomainOdds) -> list[Floats]:
    """Return each copy's signs, computed with the odds of the other domains."""
    by_domain: dict[str, list[int]] = defaultdict(list)
    for n, sample in enumerate(samples):
        by_domain[sample.domain].append(n)
    found: dict[int, Floats] = {}
    for domain, places in by_domain.items():
        others: Odds = odds.without(domain)
        for n in places:
            found[n] = signs_of(samples[n].lines, others)[0]
    return [found[n] for n in range(len(samples))]


def write(path: Path, first: Forest, second: Forest, title: Forest, odds: DomainOdds) -> None:
    """Write the file that running reads."""
    words = odds.tables[TEXT]
    table = {TEXT: {word: odd for word, odd in sorted(words.items()) if abs(odd) >= _FAINT}}
    packed = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    arrays: dict[str, Any] = {"odds": np.frombuffer(packed, np.uint8)}
    for name, forest in zip(PARTS, (first, second, title), strict=True):
        arrays |= arrays_of(forest, name)
    np.savez_compressed(path, **arrays)


if __name__ == "__main__":
    raise SystemExit(main())
