"""How much likeness two figures need: more where a report has several that may be meant."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from wireroom.engine.insight.differences.amount import agree, ratio
from wireroom.engine.insight.differences.bars import UNMEASURED, cite_two
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.report import Measure

# Likeness from which two figures are of one fact, set on the tuned half of the bench and on what
# real stories showed.
_NEEDED: Final = {
    Measure.COUNT: 0.2,
    Measure.MONEY: 0.3,
    Measure.PERCENT: 0.34,
    Measure.POINTS: 0.4,
    Measure.AMOUNT: 0.34,
    Measure.MAGNITUDE: 0.0,
    Measure.AGE: 0.0,
    Measure.SCORE: 0.15,
    Measure.ORDINAL: 0.3,
    Measure.DAY: 0.55,
    Measure.CLOCK: 0.4,
    Measure.PLACE: 0.6,
}
# The dead of one story are mostly the same dead.
_NEEDED_OF_STATES: Final = 0.0
_CROWDED: Final = 0.35  # where a report has several values of one class
_GENERIC: Final = 0.45  # "people" says nothing of who is counted, nor does "two"
_SMALL: Final = 3
_BESIDE: Final = 300  # characters between two who are cited against each other
_NEVER: Final = 2.0
_MOST: Final = 50  # figures of one class in a report; more are a list
# Values this close that have no rivals in their reports need less likeness, equal ones too.
_CLOSE: Final = 2.6
_LONE: Final = 0.35
_EQUAL: Final = 0.4


class Rivals:
    """Which figures of a report stand alone, and which have others that could be meant."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._crowded = _crowded(figures)
        self._lone = _lone(figures)
        self._first = _first(figures)

    def needed(self, one: Figure, two: Figure) -> float:
        """Return from which likeness on two figures are of one fact."""
        if one.report == two.report:
            return _needed_in_one(one, two)
        if one.state:
            return self._needed_of_states(one, two)
        needed = _NEEDED[one.measure] * self._ease(one, two)
        is_vague = (one.is_generic and two.is_generic) or self._is_crowded(one, two)
        if is_vague or _are_named_apart(one, two) or _is_small(one, two):
            return max(needed, _GENERIC)
        return needed

    def _needed_of_states(self, one: Figure, two: Figure) -> float:
        is_crowded = self._is_crowded(one, two)
        are_first = one in self._first and two in self._first
        if _are_named_apart(one, two) or (is_crowded and not are_first):
            return _CROWDED
        return _NEEDED_OF_STATES

    def _is_crowded(self, one: Figure, two: Figure) -> bool:
        return any((f.report, name) in self._crowded for f in (one, two) for name in _names_of(f))

    def _ease(self, one: Figure, two: Figure) -> float:
        """Return by how much the bar falls: for equal values, and for two that have no rivals."""
        if agree(one.amount, two.amount):
            return _EQUAL
        may_ease = one.measure not in UNMEASURED and one.amount.dimension != "duration"
        are_lone = may_ease and one in self._lone and two in self._lone
        return _LONE if are_lone and ratio(one.amount, two.amount) <= _CLOSE else 1.0


def _needed_in_one(one: Figure, two: Figure) -> float:
    """Return the likeness that two values of one report need: told by two, close by."""
    if abs(one.start - two.start) > _BESIDE or not cite_two(one, two):
        return _NEVER
    return _NEEDED_OF_STATES if one.state else _CROWDED


def _are_named_apart(one: Figure, two: Figure) -> bool:
    if one.measure is Measure.PLACE:
        return False
    return bool(one.names and two.names) and one.names.isdisjoint(two.names)


def _is_small(one: Figure, two: Figure) -> bool:
    smallest = min(one.amount.value, two.amount.value)
    return _is_count(one) and smallest <= _SMALL


def _crowded(figures: Sequence[Figure]) -> set[tuple[int, str]]:
    """Return (report, class or noun) where a report has several current values of it."""
    seen: dict[tuple[int, str], list[Figure]] = {}
    for figure in figures:
        if not (figure.is_past or figure.is_part):
            for name in _names_of(figure):
                seen.setdefault((figure.report, name), []).append(figure)
    return {key for key, own in seen.items() if _have_rivals(own)}


def _names_of(figure: Figure) -> Iterable[str]:
    """Return what a count may be called by: its class, or the keys of its noun."""
    if figure.state:
        return (figure.state,)
    return (key for keys in figure.nouns[:1] for key in keys) if _is_count(figure) else ()


def _is_count(figure: Figure) -> bool:
    return figure.measure is Measure.COUNT


def _have_rivals(own: Sequence[Figure]) -> bool:
    return any(
        not agree(one.amount, two.amount) and not cite_two(one, two)
        for one, two in combinations(own[:_MOST], 2)
    )


def _lone(figures: Sequence[Figure]) -> set[Figure]:
    """Return the figures that are the only one of their measure, time and noun in their report."""
    seen: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        noun = figure.nouns[:1] if figure.measure is Measure.COUNT else ()
        head = (figure.report, figure.measure, figure.amount.dimension, figure.is_past, noun)
        seen.setdefault(head, []).append(figure)
    return {own[0] for own in seen.values() if len(own) == 1}


def _first(figures: Sequence[Figure]) -> set[Figure]:
    """Return the first current figure of each class in its report: what the report is about."""
    found: dict[tuple[int, str], Figure] = {}
    for figure in figures:
        if figure.state and not (figure.is_past or figure.is_part or figure.is_wished):
            found.setdefault((figure.report, figure.state), figure)
    return set(found.values())
