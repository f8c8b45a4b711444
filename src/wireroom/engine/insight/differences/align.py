"""Which figures of different reports are of one fact: blocks, bars, likeness, then clusters."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final

from wireroom.engine.insight.differences.amount import agree, ratio
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.kinds import HEADS
from wireroom.engine.insight.differences.likeness import Likeness, shared
from wireroom.engine.insight.differences.report import Measure

# Figures of one block that are compared with each other; a larger block is a table of results.
_LARGEST_BLOCK: Final = 100
_MOST_PAIRS: Final = 60_000  # of all blocks together: half a second
# Likeness from which two figures are of one fact, set on the tuned half of the bench.
_BARS: Final = {
    Measure.COUNT: 0.2,
    Measure.MONEY: 0.3,
    Measure.PERCENT: 0.34,
    Measure.POINTS: 0.4,
    Measure.AMOUNT: 0.34,
    Measure.MAGNITUDE: 0.0,
    Measure.AGE: 0.0,
    Measure.SCORE: 0.15,
    Measure.ORDINAL: 0.3,
    Measure.DAY: 0.46,
    Measure.CLOCK: 0.4,
    Measure.PLACE: 0.6,
}
_STATE_BAR: Final = 0.0
_CROWDED_BAR: Final = 0.35  # where a report has several values of one class
# Values of one fact further apart than this are of two facts, unless they count people's fates.
_FURTHEST: Final = 3.0
_FURTHEST_STATE: Final = 12.0
_GENERIC_BAR: Final = 0.45  # "people" says nothing of who is counted, nor does "two"
_SMALL: Final = 3
_BESIDE: Final = 300  # characters between two sources that are set against each other
_SIX_DAYS: Final = 6 * 24  # hours
# What is not the more likely the same fact the nearer its values are.
_UNMEASURED: Final = frozenset((Measure.SCORE, Measure.DAY, Measure.CLOCK, Measure.PLACE))
# Values this close that have no rivals in their reports need less likeness, equal ones too.
_CLOSE: Final = 2.6
_AGAIN: Final = 1.6  # "at least 7" and "seven" of one report, not "at least 7" and "34"
_LONE: Final = 0.35
_EQUAL: Final = 0.4


@dataclass(slots=True)
class _Cluster:
    """Figures of one fact."""

    members: list[Figure]


def align(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the groups of figures that are of one fact, each of two reports or sources at least."""
    likeness = Likeness(figures)
    edges = sorted(_edges(figures, likeness), key=lambda edge: -edge[0])
    cluster = {id(figure): _Cluster([figure]) for figure in figures}
    for _, one, two in edges:
        ours, theirs = cluster[id(one)], cluster[id(two)]
        if ours is theirs or not _may_join(ours, theirs):
            continue
        ours.members.extend(theirs.members)
        for member in theirs.members:
            cluster[id(member)] = ours
    groups = {id(one): one for one in cluster.values()}
    return [group.members for group in groups.values() if len(group.members) > 1]


def _edges(
    figures: Sequence[Figure], likeness: Likeness
) -> Iterator[tuple[float, Figure, Figure]]:
    crowds, lone, first = _crowds(figures), _lone(figures), _first(figures)
    for one, two in islice(_pairs(figures), _MOST_PAIRS):
        if _is_barred(one, two):
            continue
        like = likeness.of(one, two)
        if one.report == two.report:
            if _are_two_sources(one, two) and like >= _bar_of_sources(one, two):
                yield like, one, two
        elif like >= _bar(one, two, crowds, first, _ease(one, two, lone)):
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
            for key in {key for keys in figure.nouns for key in keys}:
                blocks[*head, "noun", key].append(figure)
        else:
            blocks[head].append(figure)
    yield from (block for block in blocks.values() if len(block) > 1)


def _crowds(figures: Sequence[Figure]) -> set[tuple[int, str]]:
    """Return (report, class) where a report has several current values of the class."""
    seen: dict[tuple[int, str], list[Figure]] = {}
    for figure in figures:
        if figure.state and not (figure.is_past or figure.is_part):
            seen.setdefault((figure.report, figure.state), []).append(figure)
    return {
        key
        for key, own in seen.items()
        if any(not agree(one.amount, two.amount) and not _are_two_sources(one, two)
               for one, two in combinations(own, 2))
    }  # fmt: skip


def _lone(figures: Sequence[Figure]) -> set[Figure]:
    """Return the figures that are the only one of their measure, time and noun in their report."""
    seen: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        noun = figure.nouns[:1] if figure.measure is Measure.COUNT else ()
        head = (figure.report, figure.measure, figure.amount.dimension, figure.is_past, noun)
        seen.setdefault(head, []).append(figure)
    return {own[0] for own in seen.values() if len(own) == 1}


def _ease(one: Figure, two: Figure, lone: set[Figure]) -> float:
    """Return by how much the bar falls: for equal values, and for two that have no rivals."""
    if agree(one.amount, two.amount):
        return _EQUAL
    if one.measure in _UNMEASURED:
        return 1.0
    if one in lone and two in lone and ratio(one.amount, two.amount) <= _CLOSE:
        return _LONE
    return 1.0


def _bar(
    one: Figure, two: Figure, crowds: set[tuple[int, str]], first: set[Figure], ease: float
) -> float:
    are_named_apart = one.measure is not Measure.PLACE and bool(
        one.names and two.names and not one.names & two.names
    )
    if not one.state:
        bar = _BARS[one.measure] * ease
        if one.is_generic and two.is_generic or are_named_apart or _is_small(one, two):
            return max(bar, _GENERIC_BAR)
        return bar
    crowded = (one.report, one.state) in crowds or (two.report, two.state) in crowds
    if are_named_apart or crowded and not (one in first and two in first):
        return _CROWDED_BAR
    return _STATE_BAR


def _is_small(one: Figure, two: Figure) -> bool:
    smallest = min(one.amount.value, two.amount.value)
    return one.measure is Measure.COUNT and smallest <= _SMALL


def _first(figures: Sequence[Figure]) -> set[Figure]:
    """Return the first current figure of each class in its report: what the report is about."""
    found: dict[tuple[int, str], Figure] = {}
    for figure in figures:
        if figure.state and not (figure.is_past or figure.is_part or figure.is_wished):
            found.setdefault((figure.report, figure.state), figure)
    return set(found.values())


def _bar_of_sources(one: Figure, two: Figure) -> float:
    """Return the likeness that two values of one report need: close by, of one class or noun."""
    if abs(one.start - two.start) > _BESIDE:
        return 1.0
    return _STATE_BAR if one.state else _CROWDED_BAR


def _is_barred(one: Figure, two: Figure) -> bool:
    """Whether two figures cannot be of one fact, whatever surrounds them."""
    if one.is_past != two.is_past or one.is_part != two.is_part or one.is_wished != two.is_wished:
        return True
    if one.group != two.group or one.periods and two.periods and not one.periods & two.periods:
        return True
    if one.measure is Measure.PLACE:
        return _knows(one, two) or _knows(two, one)
    if one.places and two.places and not one.places & two.places:
        return True
    if _measures_another(one, two):
        return True
    if (one.is_whole and two.places) or (two.is_whole and one.places):
        return True
    furthest = _FURTHEST_STATE if one.state else _FURTHEST
    if one.amount.unit == two.amount.unit == "weekday" and _are_weeks_apart(one, two):
        return True
    if one.measure not in _UNMEASURED and ratio(one.amount, two.amount) > furthest:
        if not agree(one.amount, two.amount):
            return True
    return not _is_of_same(one, two)


def _are_weeks_apart(one: Figure, two: Figure) -> bool:
    """Whether two days that were told by weekday are of different weeks: the same day most likely,
    counted from different days."""
    return abs(one.amount.low - two.amount.low) >= _SIX_DAYS


def _knows(one: Figure, two: Figure) -> bool:
    """Whether the report of one names the other place too, which then is another or a part."""
    return one.amount != two.amount and bool(one.names & two.places)


def _measures_another(one: Figure, two: Figure) -> bool:
    """Whether the words beside one name what the other's cannot be: profit, revenue."""
    for heads in HEADS:
        ours, theirs = heads & one.heads, heads & two.heads
        if ours and theirs and not ours & theirs:
            return True
    return False


def _is_of_same(one: Figure, two: Figure) -> bool:
    if one.measure is Measure.AGE:
        if one.names and two.names:
            return bool(one.names & two.names)
        return shared(one.nouns, two.nouns)
    if one.state or one.measure not in {Measure.COUNT, Measure.ORDINAL}:
        return True
    return shared(one.nouns[:1], two.nouns[:1])


def _are_two_sources(one: Figure, two: Figure) -> bool:
    """Whether one report gives two values by two who said so."""
    if one.source is None or two.source is None or not (one.source.keys and two.source.keys):
        return False
    return not one.source.keys & two.source.keys


def _may_join(ours: _Cluster, theirs: _Cluster) -> bool:
    """Whether no two figures of the clusters are barred, and no report tells two values alone."""
    for one in ours.members:
        for two in theirs.members:
            if _is_barred(one, two):
                return False
            if one.report != two.report or says_again(one, two):
                continue
            if not _are_two_sources(one, two):
                return False
    return True


def says_again(one: Figure, two: Figure) -> bool:
    """Whether a report tells the same value twice, in other words perhaps."""
    close = ratio(one.amount, two.amount) <= _AGAIN or "vague" in {one.amount.bound, two.amount.bound}
    return close and agree(one.amount, two.amount)
