"""Who had it first: how often a copy's direction is right, and whether its confidence says so.

    python -m benchmarks.copy_directions ../shared/stories/dev.jsonl.gz [--articles 400]

Articles are carried by invented outlets: whole, cut, edited, or grown into a longer report, as
newsrooms do with agency briefs. A third of the carriers have no time; of the others every
twelfth is dated before its original, as where that was updated since. A tenth credits or names
the original's outlet. Confidence means: of pairs with .9, nine in ten are right.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Final

from wireroom.cli.article_lines import article_lines
from wireroom.engine.copies.lineage import compare
from wireroom.engine.types import ArticleText, CopyPair

_EDGES: Final = (0.5, 0.65, 0.75, 0.85, 0.95, 1.01)


def main() -> None:
    """Carry the articles, compare, print a line for each step of confidence."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("articles_file")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=3)
    args = parser.parse_args()
    articles = list(article_lines([args.articles_file], report=print))
    pairs = list(carry(articles, count=args.articles, seed=args.seed))
    known = [pair for pair in pairs if pair.direction != "unknown"]
    print(f"pairs {len(pairs)}  direction told {len(known)}  right {_right(known):.3f}")
    for low, high in pairwise(_EDGES):
        within = [pair for pair in known if low <= pair.confidence < high]
        mean = sum(pair.confidence for pair in within) / max(1, len(within))
        print(f"confidence {low:.2f} to {high:.2f}: {len(within):4}  mean {mean:.3f}", end="")
        print(f"  right {_right(within):.3f}")
    print(f"Brier {_brier(known):.3f} (always .5: .250)")
    for words in ("was published first", "stands within", "credit", "own", "names "):
        told = [pair for pair in known if words in pair.why.partition("; ")[2]]
        print(f"told by “{words.strip()}”: {len(told):4}  right {_right(told):.3f}")


def carry(articles: Sequence[ArticleText], *, count: int, seed: int) -> Iterator[CopyPair]:
    """Yield the pairs of originals, always `a`, and what was made of them."""
    rng = random.Random(seed)
    usable = [each for each in articles if 150 <= len(each.body.split()) <= 2000]
    chosen = rng.sample(usable, min(2 * count, len(usable)))
    half = len(chosen) // 2
    for original, host in zip(chosen[:half], chosen[half:], strict=False):
        first = replace(
            original,
            outlet="Tidewire",
            wire_credit=None,
            published_at=original.published_at or datetime(2020, 1, 1, tzinfo=UTC),
        )
        pair = compare(first, _carried(first, host, rng))
        if pair is not None:
            yield pair


def _carried(original: ArticleText, host: ArticleText, rng: random.Random) -> ArticleText:
    body = _reworked(original.body, host.body, rng)
    credit = None
    if rng.random() < 0.1:
        credit, body = rng.choice([("Tidewire", body), (None, f"{body} As reported by Tidewire.")])
    return replace(
        original,
        id=f"{original.id}-copy",
        outlet="Far Post",
        body=body,
        wire_credit=credit,
        published_at=_time(original.published_at, rng),
    )


def _time(at: datetime | None, rng: random.Random) -> datetime | None:
    if at is None or rng.random() < 1 / 3:
        return None
    apart = timedelta(minutes=rng.choice([2, 5, 15, 40, 90, 300]))
    is_updated = rng.random() < 1 / 12
    return at - apart if is_updated else at + apart


def _reworked(body: str, other: str, rng: random.Random) -> str:
    paragraphs = body.split("\n\n")
    how = rng.choice(["whole", "cut", "cut", "grown"])
    if how == "cut":
        return "\n\n".join(paragraphs[: max(2, int(len(paragraphs) * rng.uniform(0.3, 0.7)))])
    if how == "grown":
        more = other.split("\n\n")
        return "\n\n".join([*paragraphs, *more[: max(1, int(len(paragraphs) * 0.8))]])
    return body


def _right(pairs: Sequence[CopyPair]) -> float:
    return sum(pair.direction == "a>b" for pair in pairs) / max(1, len(pairs))


def _brier(pairs: Sequence[CopyPair]) -> float:
    wrong = ((pair.confidence - (pair.direction == "a>b")) ** 2 for pair in pairs)
    return sum(wrong) / max(1, len(pairs))


if __name__ == "__main__":
    main()
