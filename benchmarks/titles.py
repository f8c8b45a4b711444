"""Which statement of a page says its headline: candidates, the best choice, fixed orders, a vote.

usage: python -m benchmarks.titles FOLDER [--folds N]

FOLDER holds pages and truth as ../shared/extraction does. A candidate is a title as the page
writes it, without the site's name. The vote is a conditional logit on where a candidate stands,
cross-validated by web domain: what the reader's own rules have to beat.
"""

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.page_samples import domain_of, folds_of, truth_rows
from benchmarks.scoring import load_scorer
from benchmarks.table import print_table
from wireroom.engine.errors import UnreadablePage
from wireroom.engine.pages.head import first_meta
from wireroom.engine.pages.headline import headline_text, without_site
from wireroom.engine.pages.intake import take_in
from wireroom.engine.pages.lookup import look_up
from wireroom.engine.pages.opened import Opened, open_article
from wireroom.engine.pages.structured import text_of
from wireroom.engine.types import Document

PLACES: Final = ("json-ld", "og", "twitter", "h1", "h2", "title", "reader")
ORDERS: Final = (("json-ld", "og", "h1", "title"), ("og", "json-ld", "h1", "title"),
                 ("h1", "og", "json-ld", "title"))  # fmt: skip
_STEPS: Final = 12  # of Newton's method; it settles in six
_PRIOR: Final = 1.0

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A page: its candidates by place, folded as the scorer folds, and the folded truth."""

    source: str
    domain: str
    truth: str
    titles: Mapping[str, str]

    @property
    def groups(self) -> dict[str, list[str]]:
        """The different titles, each with the places that say it."""
        found: dict[str, list[str]] = defaultdict(list)
        for place, text in self.titles.items():
            found[text].append(place)
        return found


def main() -> int:
    """Print for every corpus what each place, each order and the vote reach."""
    parser = argparse.ArgumentParser(prog="titles", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=10)
    args = parser.parse_args()
    fold = load_scorer(args.folder / "score.py").fold
    cases = [case for row in truth_rows(args.folder) if (case := _case(args.folder, row, fold))]
    voted = _cross_voted(cases, args.folds)
    sources = ["all", *sorted({case.source for case in cases})]
    head = ("corpus", "pages", "oracle", *PLACES, *(">".join(order) for order in ORDERS), "vote")
    rows = []
    for source in sources:
        own = [n for n, case in enumerate(cases) if source in ("all", case.source)]
        rows.append([source, len(own), *_shares([cases[n] for n in own]),
                     f"{np.mean([voted[n] for n in own]):.3f}"])  # fmt: skip
    print_table("titles: share right of the pages that have the place", head, rows)
    return 0


def _case(folder: Path, row: dict[str, Any], fold: Callable[[str], str]) -> Case | None:
    if not row.get("title"):
        return None
    raw = gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes())
    try:
        text, _kind = take_in(document := Document(name=row["id"], raw=raw, url=row.get("url")))
        titles = _titles(open_article(text, document))
    except UnreadablePage:
        return None
    folded = {place: fold(title) for place, title in titles.items() if title and fold(title)}
    domain = domain_of(row.get("url")) or row["id"]
    return Case(row["source"], domain, fold(row["title"]), folded)


def _titles(opened: Opened) -> dict[str, str]:
    page, chosen, node = opened
    lookup = look_up(page.region)
    shown = {
        tag: next((headline_text(page.sheet, head) for head in lookup.tagged(tag)), "")
        for tag in ("h1", "h2")
    }
    stated = {
        "json-ld": text_of(node.get("headline", node.get("name"))) if node else None,
        "og": first_meta(page.meta, "og:title"),
        "twitter": first_meta(page.meta, "twitter:title"),
        "title": page.head.title,
    }
    cut = {place: without_site(text or "", page.names) for place, text in stated.items()}
    return {**cut, **shown, "reader": chosen}


def _shares(cases: Sequence[Case]) -> list[str]:
    has: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in cases:
        for place, text in case.titles.items():
            has[place] += 1
            right[place] += text == case.truth
    oracle = np.mean([case.truth in case.titles.values() for case in cases])
    orders = [np.mean([_first(case, order) == case.truth for case in cases]) for order in ORDERS]
    places = (f"{right[place] / max(1, has[place]):.3f}" for place in PLACES)
    return [f"{oracle:.3f}", *places, *(f"{share:.3f}" for share in orders)]


def _first(case: Case, order: Sequence[str]) -> str:
    return next((case.titles[place] for place in order if place in case.titles), "")


def _cross_voted(cases: Sequence[Case], count: int) -> list[bool]:
    """Return for each page whether a vote that never saw its domain chooses the truth."""
    folds = folds_of([case.domain for case in cases], count)
    tables = [_table(case) for case in cases]
    found = [False] * len(cases)
    for fold in range(count):
        train = [n for n, own in enumerate(folds) if own != fold and tables[n][1].any()]
        weights = _fitted([tables[n] for n in train])
        for n, own in enumerate(folds):
            rows, right = tables[n]
            if own == fold and len(rows):
                found[n] = bool(right[np.argmax(rows @ weights)])
    return found


def _table(case: Case) -> tuple[Floats, Floats]:
    """Return a row a title, with 1 for each place that says it, and which title is the truth."""
    groups = case.groups
    rows = [[float(place in places) for place in PLACES[:-1]] for places in groups.values()]
    right = np.array([text == case.truth for text in groups], np.float64)
    return np.array(rows, np.float64).reshape(len(groups), len(PLACES) - 1), right


def _fitted(tables: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the weights of a conditional logit, by Newton's method with a normal prior."""
    weights = np.zeros(len(PLACES) - 1)
    for _ in range(_STEPS):
        gradient, curvature = _PRIOR * weights, _PRIOR * np.eye(len(weights))
        for rows, right in tables:
            odds = np.exp(rows @ weights)
            shares = odds / odds.sum()
            mean = shares @ rows
            gradient += mean - (right @ rows) / right.sum()
            curvature += rows.T @ (rows * shares[:, None]) - np.outer(mean, mean)
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


if __name__ == "__main__":
    raise SystemExit(main())
