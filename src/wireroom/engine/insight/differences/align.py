"""Which figures of different reports are of one fact: blocks, bars, likeness, then clusters."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final

from wireroom.engine.insight.differences.amount import agree
from wireroom.engine.insight.differences.bars import cite_two, is_barred, says_again
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.likeness import Likeness
from wireroom.engine.insight.differences.report import Measure
from wireroom.engine.insight.differences.rivals import Rivals

_LARGEST_BLOCK: Final = 100  # figures that are compared with each other
_MOST_PAIRS: Final = 60_000  # of all blocks together: half a second


@dataclass(slots=True)
class _Cluster:
    """Figures of one fact."""

    members: list[Figure]


def align(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the groups of two or more figures that are of one fact."""
    edges = sorted(_edges(figures), key=lambda edge: -edge[0])
    cluster = {figure: _Cluster([figure]) for figure in figures}
    for _, one, two in edges:
        ours, theirs = cluster[one], cluster[two]
        if ours is theirs or not _may_join(ours, theirs):
            continue
        ours.members.extend(theirs.members)
        for member in theirs.members:
            cluster[member] = ours
    groups = {id(one): one for one in cluster.values()}
    return [group.members for group in groups.values() if len(group.members) > 1]


def _edges(figures: Sequence[Figure]) -> Iterator[tuple[float, Figure, Figure]]:
    """Yield pairs of one fact with their likeness, equal values before all others."""
    likeness, rivals = Likeness(figures), Rivals(figures)
    for one, two in islice(_pairs(figures), _MOST_PAIRS):
        if is_barred(one, two):
            continue
        like = likeness.of(one, two)
        if like >= rivals.needed(one, two):
            yield like + agree(one.amount, two.amount), one, two


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs of all blocks, large blocks thinned evenly, so that late reports stay."""
    for block in _blocks(figures):
        yield from combinations(block[:: -(-len(block) // _LARGEST_BLOCK)], 2)


def _blocks(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield figures that may be compared: of one measure and dimension, and one class or noun."""
    blocks: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        head = (figure.measure.value, figure.amount.dimension)
        if figure.state:
            blocks[*head, "state", figure.state].append(figure)
        elif figure.measure in {Measure.COUNT, Measure.ORDINAL}:
            for key in sorted({key for keys in figure.nouns[:1] for key in keys}):
                blocks[*head, "noun", key].append(figure)
        else:
            blocks[head].append(figure)
    yield from (block for block in blocks.values() if len(block) > 1)


def _may_join(ours: _Cluster, theirs: _Cluster) -> bool:
    """Whether no two figures of the clusters are barred, and no report tells two values alone."""
    return not any(
        is_barred(one, two)
        or (one.report == two.report and not says_again(one, two) and not cite_two(one, two))
        for one in ours.members
        for two in theirs.members
    )
