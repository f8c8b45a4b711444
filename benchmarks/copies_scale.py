"""Copies at scale: what an article costs from text to its copies, beside a full index.

    ./wireroom bench copies_scale [--live N] [--articles N]

The index is filled with invented articles of 300 words: words follow Zipf's law over 50,000, each
of 400 outlets ends all its articles with one paragraph of 25 words, and a fifth of the articles
are copies of an earlier one, of which every fifth is cut by half and every fifth has each twelfth
word changed. Then further articles of the same kind are fingerprinted, looked up, aligned with
what is found and added, one core.
"""

import argparse
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.news_stream import Ids, spell, zipf
from benchmarks.table import held_bytes, print_table, state_machine
from wireroom.engine.copies.fingerprint import (
    SHINGLE_WORDS,
    Prints,
    fingerprint,
    sampled,
    shingles,
    word_keys,
)
from wireroom.engine.copies.index import CopyIndex
from wireroom.engine.copies.lineage import compare
from wireroom.engine.types import ArticleText

START: Final = datetime(2031, 3, 1, tzinfo=UTC)
WORDS, LENGTH, STANDING = 50_000, 300, 25
OUTLETS: Final = 400
COPIES: Final = 0.2
_TOGETHER: Final = 4000
_MOST_ALIGNED: Final = 40  # as the stage match


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as numbers of words; `original` is the place of the one it copies, else -1."""

    words: Ids
    outlet: int
    original: int


class Press:
    """Makes articles, a batch after another; copies are of articles of the last two batches."""

    def __init__(self, seed: int = 3) -> None:
        self._rng = np.random.default_rng(seed)
        self._law = zipf(WORDS, 1.0)
        self._standing = self._draw((OUTLETS, STANDING))
        self.known: list[Ids] = []  # the bodies of all that may still be copied
        self.first = 0  # the number of the first of them

    def batch(self, count: int) -> list[Draft]:
        """Return so many articles more."""
        bodies, rng = self._draw((count, LENGTH)), self._rng
        drafts = []
        for number in range(count):
            words, original = bodies[number], -1
            if self.known and rng.random() < COPIES:
                original = int(rng.integers(0, len(self.known)))
                words = self._edit(self.known[original])
                original += self.first
            drafts.append(Draft(words, int(rng.integers(0, OUTLETS)), original))
        dropped = max(0, len(self.known) - count)
        self.known = [*self.known[dropped:], *(each.words for each in drafts)]
        self.first += dropped
        return drafts

    def body(self, draft: Draft) -> Ids:
        """Return the words with the outlet's standing paragraph."""
        return np.concatenate((draft.words, self._standing[draft.outlet]))

    def _edit(self, words: Ids) -> Ids:
        kind = self._rng.random()
        if kind < 0.2 and len(words) > LENGTH // 2:
            return words[: len(words) // 2]
        if kind < 0.4:
            return np.where(self._rng.random(len(words)) < 1 / 12, self._draw((len(words),)), words)
        return words

    def _draw(self, shape: tuple[int, ...]) -> Ids:
        return np.searchsorted(self._law[:-1], self._rng.random(shape)).astype(np.int64)


def main() -> int:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(prog="wireroom bench copies_scale", description=__doc__)
    parser.add_argument("--live", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=2000, help="articles that are measured")
    args = parser.parse_args()
    print(state_machine("numpy"))
    press, index = Press(), CopyIndex(max_articles=args.live + args.articles)
    keys = word_keys([spell(number) for number in range(WORDS)])
    before, load_s = held_bytes(), 0.0
    for first in range(0, args.live, _TOGETHER):
        drafts = press.batch(min(_TOGETHER, args.live - first))
        rows = [
            (first + number, each, f"Outlet {draft.outlet}", _time(first + number))
            for number, (draft, each) in enumerate(
                zip(drafts, prints_of(press, drafts, keys), strict=True)
            )
        ]
        began = time.process_time()
        index.load(rows)
        load_s += time.process_time() - began
    began = time.process_time()
    index.settle()  # as at start: else the first look would
    load_s += time.process_time() - began
    held = held_bytes() - before
    spent, found, wanted = _measure(press, index, live=args.live, count=args.articles)
    total = sum(spent.values())
    print_table(
        f"copies: one article more beside {args.live:,}",
        ("step", "ms an article"),
        [(name, 1000 * seconds / args.articles) for name, seconds in spent.items()],
    )
    print(f"{args.articles / total:,.0f} articles/s; {found} of {wanted} copies found")
    print(
        f"loaded at {1e6 * load_s / args.live:.0f} us an article; {held / 1e6:,.0f} MB more in the"
        f" process, {index.nbytes / 1e6:,.0f} MB of them in arrays"
    )
    return 0


def _measure(
    press: Press, index: CopyIndex, *, live: int, count: int
) -> tuple[dict[str, float], int, int]:
    """Take further articles in; return CPU seconds by step, and true copies found of how many."""
    texts: dict[int, ArticleText] = {}
    for number, words in enumerate(press.known, press.first):
        texts[number] = _text(number, words, outlet=None)
    spent: dict[str, float] = defaultdict(float)
    found = wanted = 0
    drafts = press.batch(count)
    for number, draft in enumerate(drafts, live):
        text = _text(number, press.body(draft), outlet=f"Outlet {draft.outlet}")
        clock = time.process_time
        began = clock()
        prints = fingerprint(text.body)
        printed = clock()
        candidates, furniture = index.look_up(prints)
        looked_up = clock()
        near = [texts[key] for key, _ in candidates[:_MOST_ALIGNED] if key in texts]
        pairs = [compare(text, other, furniture=furniture) for other in near]
        aligned = clock()
        index.add(number, prints, outlet=text.outlet, at=_time(number))
        spent["fingerprint"] += printed - began
        spent["candidates"] += looked_up - printed
        spent["alignment"] += aligned - looked_up
        spent["add"] += clock() - aligned
        wanted += draft.original >= 0
        found += any(pair is not None and str(draft.original) in (pair.a, pair.b) for pair in pairs)
    return spent, found, wanted


def prints_of(press: Press, drafts: list[Draft], keys: Prints) -> list[Prints]:
    """Return the fingerprints of articles without writing their texts."""
    bodies = [press.body(draft) for draft in drafts]
    hashes = shingles(keys[np.concatenate(bodies)])
    prints, start = [], 0
    for body in bodies:
        # A shingle that begins in the last words would reach into the next article.
        prints.append(sampled(hashes[start : start + len(body) - SHINGLE_WORDS + 1]))
        start += len(body)
    return prints


def _text(number: int, words: NDArray[np.int64], *, outlet: str | None) -> ArticleText:
    spelled = [spell(word) for word in words.tolist()]
    lines = [" ".join(spelled[start : start + 50]) + "." for start in range(0, len(spelled), 50)]
    return ArticleText(
        id=str(number), title="", body="\n\n".join(lines), outlet=outlet, lang="en",
        published_at=_time(number),
    )  # fmt: skip


def _time(number: int) -> datetime:
    return START + timedelta(seconds=number)


if __name__ == "__main__":
    sys.exit(main())
