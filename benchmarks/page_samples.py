"""The shared pages as training samples: laid flat, with hints, labels and a web domain each."""

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from benchmarks.page_labels import IGNORED, label_blocks
from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.hints import hints_for
from wireroom.engine.pages.intake import take_in
from wireroom.engine.pages.line_features import Hints
from wireroom.engine.pages.opened import open_article
from wireroom.engine.pages.sheet import Sheet
from wireroom.engine.types import Document

# Words of a page's body below which it counts as if it had so many: short pages are noisy.
_FEWEST_CHARACTERS: Final = 60.0
_PLUS: Final = 25.0  # characters added to every block, so that labels matter too
_HEAVIEST: Final = 30.0  # times the mean weight

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)  # no slots: weights and sizes are kept once computed
class Sample:
    """A page with the label of each block: 1 body, 0 not, IGNORED."""

    id: str
    source: str
    domain: str
    sheet: Sheet
    hints: Hints
    labels: npt.NDArray[np.int8]

    @cached_property
    def sizes(self) -> Floats:
        return np.array([len(block.text) for block in self.sheet.blocks], dtype=np.float32)

    @cached_property
    def weights(self) -> Floats:
        """What each block is worth: its share of the page's body, so that pages are equal."""
        body = max(_FEWEST_CHARACTERS, float(self.sizes[self.labels == 1].sum()))
        weights = np.minimum((self.sizes + _PLUS) / body, 0.5)
        weights[self.labels == IGNORED] = 0.0
        return np.asarray(weights, np.float32)


def read_samples(folder: Path) -> list[Sample]:
    """Return the pages whose body is annotated."""
    samples = []
    for row in truth_rows(folder):
        if row.get("body") is None:
            continue
        raw = gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())
        try:
            samples.append(sample_of(raw, row))
        except UnreadablePage as error:
            print(f"{row['id']}: {error}", file=sys.stderr)
    return samples


def truth_rows(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the truth of a corpus, a page a row."""
    with gzip.open(folder / "truth.jsonl.gz", "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def sample_of(raw: bytes, row: dict[str, Any]) -> Sample:
    """Return one page as a sample; `row` holds id, source, url, body and optional texts."""
    document = Document(name=row["id"], raw=raw, url=row.get("url"))
    text, _kind = take_in(document)
    page, title, node = open_article(text, document)
    sheet, hints = page.sheet, hints_for(page, page.region, title, node)
    for element in sheet.elements:
        element.node = None  # type: ignore[assignment]  # frees the parsed page
    texts = [block.text for block in sheet.blocks]
    labels = label_blocks(texts, row["body"], row.get("optional") or ())
    domain = domain_of(row.get("url")) or row["id"]
    return Sample(row["id"], row["source"], domain, sheet, hints, np.array(labels, np.int8))


def domain_of(url: str | None) -> str:
    """Return the registered domain of an address, roughly: its last two labels, or three."""
    labels = (urlsplit(url or "").hostname or "").split(".")
    return ".".join(labels[-2:] if len(labels) < 3 or len(labels[-2]) > 3 else labels[-3:])


def folds_of(domains: Sequence[str], count: int) -> list[int]:
    """Return a fold for each page of the domains given; pages of one domain share it."""
    known = sorted(set(domains))
    order = np.random.default_rng(3).permutation(len(known))
    fold = {domain: int(place) % count for domain, place in zip(known, order, strict=True)}
    return [fold[domain] for domain in domains]


def scaled(weights: Floats) -> Floats:
    """Return weights with mean 1, none above the heaviest."""
    return np.asarray(np.minimum(weights / weights.mean(), _HEAVIEST), np.float32)
