"""Whether the values of one fact differ, and how: update, contradiction, or who is cited."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import combinations
from typing import Final

from wireroom.engine.insight.differences.amount import agree, grows, ratio
from wireroom.engine.insight.differences.classes import SHRINKING
from wireroom.engine.insight.differences.figure import Figure, teller_of, told_at
from wireroom.engine.insight.differences.kinds import GROWING
from wireroom.engine.insight.differences.report import Kind, Measure, Report

# Reports less than this apart are of about the same time: of the dead a desk hears anew within an
# hour, of other counts more slowly.
_SAME_TIME: Final = timedelta(hours=1)
_SAME_TIME_OF_OTHERS: Final = timedelta(hours=2)
_ABSURD: Final = 4.0
_SOON: Final = timedelta(minutes=15)
# Of these a later measurement is news; a weight or a term of years is not measured anew.
_MOVING: Final = frozenset(("length", "area", "speed", "temperature"))


def kind_of(figures: Sequence[Figure], voices: Sequence[Report]) -> Kind | None:
    """Return how figures of one fact, in time order, differ; None where all may be true together.

    `voices` are the reports by number.
    """
    pairs = [
        (one, two) for one, two in combinations(figures, 2) if not agree(one.amount, two.amount)
    ]
    if not pairs:
        return _growth(figures, voices)
    turns = _turns(pairs, voices)
    if all(_is_replaced(one, two, voices, turns) for one, two in pairs):
        return Kind.UPDATE
    if any(one.report == two.report for one, two in pairs):
        return Kind.SOURCES
    if all(_is_absurd(one, two) for one, two in pairs):
        return None
    return Kind.CONTRADICTION


def _is_absurd(one: Figure, two: Figure) -> bool:
    """Whether two values that nothing reconciles are of two facts rather: "over 24", "three"."""
    return bool(one.state) and ratio(one.amount, two.amount) > _ABSURD


def _turns(
    pairs: Sequence[tuple[Figure, Figure]], voices: Sequence[Report]
) -> set[tuple[Decimal, Decimal]]:
    """Return (old value, new value) where an outlet corrects itself, which others then follow."""
    return {
        (one.amount.value, two.amount.value)
        for one, two in pairs
        if one.report != two.report and _corrects_itself(one, two, voices)
    }


def _corrects_itself(one: Figure, two: Figure, voices: Sequence[Report]) -> bool:
    is_of_one = teller_of(one, voices) == teller_of(two, voices)
    return two.is_corrected or (is_of_one and told_at(one, voices) != told_at(two, voices))


def _growth(figures: Sequence[Figure], voices: Sequence[Report]) -> Kind | None:
    grown = any(
        one.state and grows(one.amount, two.amount) and _is_later(one, two, voices)
        for one, two in combinations(figures, 2)
    )
    return Kind.UPDATE if grown else None


def _is_later(one: Figure, two: Figure, voices: Sequence[Report]) -> bool:
    early, late = told_at(one, voices), told_at(two, voices)
    if early is None or late is None:
        return False
    if two.is_changed:  # "has risen to 12" is news after a quarter of an hour
        return late - early >= _SOON
    return late - early >= (_SAME_TIME if two.state else _SAME_TIME_OF_OTHERS)


def _is_replaced(
    one: Figure, two: Figure, voices: Sequence[Report], turns: set[tuple[Decimal, Decimal]]
) -> bool:
    """Whether the later figure is news beside the earlier one: it grew, or it was corrected."""
    if one.report == two.report:
        return False
    if _corrects_itself(one, two, voices):
        return True
    if (one.amount.value, two.amount.value) in turns:
        return told_at(one, voices) != told_at(two, voices)
    if (two.amount.value, one.amount.value) in turns:
        return False  # who tells what was put right has not heard of it
    if not _may_change(two) or not _is_later(one, two, voices):
        return False
    if two.measure is Measure.AMOUNT:
        return True  # storms move, fires spread and die down
    if two.state in SHRINKING:
        return two.amount.value < one.amount.value
    return two.amount.value > one.amount.value


def _may_change(two: Figure) -> bool:
    """Whether such a fact grows or shrinks while its event lasts, or is said to have changed."""
    if two.measure is Measure.AMOUNT:
        return two.amount.dimension in _MOVING
    if two.measure is Measure.COUNT:
        return bool(two.state) or two.is_changed or not GROWING.isdisjoint(*two.nouns[:1])
    return two.measure is Measure.MONEY and two.is_changed
