"""Sentences whose numbers later reports of the story have put right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.revised import Revised
from wireroom.engine.insight.key_points.statement import Statement


def find_stale(
    statements: Sequence[Statement], reports: Sequence[Report], revised: Revised
) -> frozenset[int]:
    """Return the places of sentences that count what later reports count otherwise.

    A number is stale where a later report gives another and none as late repeats it. A copy that
    still has what its origin put right repeats nothing.
    """
    old = frozenset(place for place, one in enumerate(statements) if revised.is_stale(one))
    told: defaultdict[str, dict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    for place, statement in enumerate(statements):
        for toll in statement.tolls if place not in old else ():
            if (at := revised.at(statement, toll, reports)) is not None:
                told[toll[0]][toll[1]].append(at)
    stale = {
        (kind, number)
        for kind, numbers in told.items()
        for number, times in numbers.items()
        if _is_left_behind(times, [numbers[other] for other in numbers if other != number])
    }
    return old | {
        place for place, statement in enumerate(statements) if not stale.isdisjoint(statement.tolls)
    }


def _is_left_behind(own: Sequence[datetime], others: Iterable[Sequence[datetime]]) -> bool:
    last = max(own)
    return any(max(times) > last for times in others)
