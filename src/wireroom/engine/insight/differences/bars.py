"""What keeps two figures apart whatever surrounds them: times, parts, places, measures, nouns."""

from datetime import date
from typing import Final

from wireroom.engine.insight.differences.amount import agree, ratio
from wireroom.engine.insight.differences.figure import Figure, Keys
from wireroom.engine.insight.differences.kinds import HEADS
from wireroom.engine.insight.differences.likeness import shared
from wireroom.engine.insight.differences.report import Measure

# Values of one fact further apart than this are of two facts, unless they count people's fates.
_FURTHEST: Final = 3.0
_FURTHEST_STATE: Final = 12.0
# What may be another value on another day, though the words are the same.
_OF_A_DAY: Final = frozenset((Measure.COUNT, Measure.MONEY, Measure.PERCENT, Measure.AMOUNT))
_MONTH: Final = 27  # days between the first and the last of the shortest
_SIX_DAYS: Final = 6 * 24  # hours
_AGAIN: Final = 1.6  # "at least 7" and "seven" of one report, not "at least 7" and "34"
# What is not the more likely the same fact the nearer its values are.
UNMEASURED: Final = frozenset((Measure.SCORE, Measure.DAY, Measure.CLOCK, Measure.PLACE))


def is_barred(one: Figure, two: Figure) -> bool:
    """Whether two figures cannot be of one fact, whatever surrounds them."""
    if one.is_past != two.is_past or one.is_part != two.is_part or one.is_wished != two.is_wished:
        return True
    if one.group != two.group or _are_apart(one.periods, two.periods):
        return True
    if one.measure is Measure.PLACE:
        return _knows(one, two) or _knows(two, one)
    if _are_elsewhere(one, two) or _measures_another(one, two):
        return True
    if not one.state and one.measure in _OF_A_DAY and _are_apart(one.days, two.days):
        return True
    if one.state and _is_of_months(one) != _is_of_months(two):
        return True
    if (one.is_whole and two.places) or (two.is_whole and one.places):
        return True
    if one.amount.unit == two.amount.unit == "weekday" and _are_weeks_apart(one, two):
        return True
    return _is_too_far(one, two) or not _is_of_same(one, two)


def _are_apart(one: Keys, two: Keys) -> bool:
    return bool(one and two) and one.isdisjoint(two)


def _are_elsewhere(one: Figure, two: Figure) -> bool:
    """Whether two figures are of two places, and neither stands beside the place of the other.

    "At the Orrin mill in Lohm" is what another calls in Lohm, or at the Orrin mill.
    """
    if not _are_apart(one.places, two.places):
        return False
    return not (one.places & two.names or two.places & one.names)


def _is_of_months(figure: Figure) -> bool:
    """Whether a figure counts a longer time: "26 killed so far in 2016"."""
    for period in figure.periods:
        first, last = map(date.fromisoformat, period.split("/"))
        if (last - first).days >= _MONTH:
            return True
    return False


def _is_too_far(one: Figure, two: Figure) -> bool:
    """Whether values lie further apart than two accounts of one fact do."""
    if one.measure in UNMEASURED or agree(one.amount, two.amount):
        return False
    if not one.state and "vague" in {one.amount.bound, two.amount.bound}:
        return True  # "millions of documents" are seldom the 1.3 million that a court released
    return ratio(one.amount, two.amount) > (_FURTHEST_STATE if one.state else _FURTHEST)


def _are_weeks_apart(one: Figure, two: Figure) -> bool:
    """Whether two weekdays are of different weeks: one day most likely, counted from two."""
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
        return _are_of_one_person(one, two)
    if one.state or one.measure not in {Measure.COUNT, Measure.ORDINAL}:
        return True
    return shared(one.nouns[:1], two.nouns[:1])


def _are_of_one_person(one: Figure, two: Figure) -> bool:
    """Whether two ages are of one name or role; of two full names more than one word is shared."""
    if not (one.names and two.names):
        return shared(one.nouns, two.nouns)
    both = len(one.names & two.names)
    return both > 1 or (both == 1 and min(len(one.names), len(two.names)) == 1)


def cite_two(one: Figure, two: Figure) -> bool:
    """Whether one report gives two values by two who said so."""
    if one.answers is two or two.answers is one:
        return True
    if one.cited is None or two.cited is None or not (one.cited.keys and two.cited.keys):
        return False
    return not one.cited.keys & two.cited.keys


def says_again(one: Figure, two: Figure) -> bool:
    """Whether a report tells the same value twice, in other words perhaps."""
    is_vague = "vague" in {one.amount.bound, two.amount.bound}
    is_close = is_vague or ratio(one.amount, two.amount) <= _AGAIN
    return is_close and agree(one.amount, two.amount)
