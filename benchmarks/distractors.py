"""Articles of no labelled story among the labelled: the same news at another time, or pages."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Final

from wireroom.engine.types import ArticleText

# Far enough that no report meets itself (stories are linked within a week, lines within thirty
# days), and not the same part of the year each time.
_MOVES: Final = tuple(timedelta(days=days) for days in (365, 183, 548, 274, 91))


def moved_news(articles: Sequence[ArticleText], count: int) -> list[ArticleText]:
    """Return as many reports, moved in time, of other events in the same outlets' words.

    What is moved beyond the stream's end goes on at its beginning. At most five times as many.
    """
    drawn = random.Random(7)
    moved = [one for by in _MOVES for one in _move(articles, by)]
    return moved if count >= len(moved) else drawn.sample(moved, count)


def _move(articles: Sequence[ArticleText], by: timedelta) -> Iterator[ArticleText]:
    times = [one.published_at for one in articles if one.published_at]
    first, span = min(times), max(times) - min(times)
    for one in articles:
        if one.published_at:
            at = first + (one.published_at - first + by) % span
            yield replace(one, id=f"moved {by.days} {one.id}", published_at=at)


def scatter(
    pages: Sequence[ArticleText], articles: Sequence[ArticleText], count: int
) -> list[ArticleText]:
    """Return pages at times of the stream, drawn as densely as its own articles are."""
    drawn = random.Random(7)
    times = [one.published_at for one in articles if one.published_at]
    return [
        replace(one, id=f"page {number}", published_at=drawn.choice(times))
        for number, one in enumerate(islice(pages, count))
    ]
