"""Whether the values of one fact differ, and how: update, contradiction, or who is cited."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final

from wireroom.engine.insight.differences.amount import agree, grows
from wireroom.engine.insight.differences.classes import GROWING, SHRINKING
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.report import Kind, Measure, Report

# Reports less than this apart are of about the same time: of the dead a desk hears anew within an
# hour, of other counts more slowly.
_SAME_TIME: Final = timedelta(hours=1)
_SAME_TIME_OF_OTHERS: Final = timedelta(hours=2)


def kind_of(figures: Sequence[Figure], voices: Sequence[Report]) -> Kind | None:
    """Return how figures of one fact, in time order, differ; None where all may be true together.

    `voices` are the reports by number.
    """
    pairs = [
        (one, two)
        for one, two in combinations(figures, 2)
        if not agree(one.amount, two.amount)
    ]
    if not pairs:
        return _growth(figures, voices)
    if all(_is_replaced(one, two, voices) for one, two in pairs):
        return Kind.UPDATE
    if any(one.report == two.report for one, two in pairs):
        return Kind.SOURCES
    return Kind.CONTRADICTION


def _growth(figures: Sequence[Figure], voices: Sequence[Report]) -> Kind | None:
    grown = any(
        one.state and grows(one.amount, two.amount) and _is_later(one, two, voices)
        for one, two in combinations(figures, 2)
    )
    return Kind.UPDATE if grown else None


def _is_later(one: Figure, two: Figure, voices: Sequence[Report]) -> bool:
    early, late = voices[one.report].published_at, voices[two.report].published_at
    if early is None or late is None:
        return False
    return late - early >= (_SAME_TIME if two.state else _SAME_TIME_OF_OTHERS)


def _is_replaced(one: Figure, two: Figure, voices: Sequence[Report]) -> bool:
    """Whether the later figure is news beside the earlier one: it grew, or it was corrected."""
    early, late = voices[one.report], voices[two.report]
    if one.report == two.report:
        return False
    if two.is_corrected or (early.outlet == late.outlet and early.published_at != late.published_at):
        return True
    if not _may_change(two) or not _is_later(one, two, voices):
        return False
    if two.state in SHRINKING:
        return two.amount.value < one.amount.value
    return two.amount.value > one.amount.value


def _may_change(two: Figure) -> bool:
    """Whether such a fact grows or shrinks while its event lasts."""
    if two.measure is not Measure.COUNT:
        return False
    return two.state in GROWING | SHRINKING or not two.state
