"""Large stories once their later reports are known: which small groups belong to one after all.

Of a large story most pairs are strangers, for a report knows its nearest forty alone. So a story of
many reports is not linked pair by pair. But as its words grow frequent, a report of it may open a
story of its own, and which one does hangs on the order of arrival. What comes later tells.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from typing import Final

# Mean log odds from which two groups are one story, a tenth below the bar of joining, so that
# precision is what it was when this was -0.7 (benchmarks/train_stories.py shifts the models'
# odds to it). A tenth more or less is .003 B-cubed F1 and .005 precision.
MERGED: Final = -0.25
# What two reports count for of which neither was among the nearest of the other.
STRANGERS: Final = -6.0
# A report's nearest in a story that are looked at; fewer count as strangers, so that one near
# report is not enough. Of 2,000 invented reports in six hours, with nothing before them, up to 2.9%
# of the pairs hung on the order with eight, none with four, and 2.5 to 6.4% without joining.
_NEAREST: Final = 4


def join_large(
    firsts: Mapping[int, int], odds: Mapping[int, Mapping[int, float]], large: Collection[int]
) -> dict[int, int]:
    """Return report -> first report of its group, small groups joined to large ones they are of.

    `firsts` says so before, in the order in which reports came; `large` are the reports of large
    stories, which never join each other.
    """
    if not large:
        return dict(firsts)
    story_of = {article: firsts[article] for article in large}
    groups: dict[int, list[int]] = {}
    for article, first in firsts.items():
        if article not in story_of:
            groups.setdefault(first, []).append(article)
    joined = {
        first: story
        for first, members in groups.items()
        if (story := find_large([odds[one] for one in members], story_of)) is not None
    }
    named: dict[int, int] = {}
    return {
        article: named.setdefault(joined.get(first, first), article)
        for article, first in firsts.items()
    }


def find_large(near: Sequence[Mapping[int, float]], story_of: Mapping[int, int]) -> int | None:
    """Return the story that a group is of on the whole, given the odds of each of its reports."""
    totals: dict[int, float] = {}
    for odds in near:
        for story, value in _nearest(odds, story_of):
            totals[story] = totals.get(story, 0.0) + value - STRANGERS
    best = max(totals, key=lambda story: (totals[story], -story), default=None)
    if best is None or totals[best] / len(near) + STRANGERS <= MERGED:
        return None
    return best


def _nearest(odds: Mapping[int, float], story_of: Mapping[int, int]) -> Iterable[tuple[int, float]]:
    """Yield how near a report is to each large story, by the nearest reports there."""
    values: dict[int, list[float]] = {}
    for other, value in odds.items():
        if other in story_of:
            values.setdefault(story_of[other], []).append(value)
    for story, found in values.items():
        best = nlargest(_NEAREST, found)
        yield story, (sum(best) + STRANGERS * (_NEAREST - len(best))) / _NEAREST
