"""Sentences whose numbers later reports of the story have put right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.statement import Statement


def find_stale(statements: Sequence[Statement], reports: Sequence[Report]) -> frozenset[int]:
    """Return the places of sentences that count what later reports count otherwise.

    A number is stale where a later report gives another and none as late repeats it.
    """
    told: defaultdict[str, dict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        at = reports[statement.report].published_at
        for kind, number in statement.tolls if at else ():
            told[kind][number].append(at)  # type: ignore[arg-type]
    stale = {
        (kind, number)
        for kind, numbers in told.items()
        for number, times in numbers.items()
        if _is_left_behind(times, [numbers[other] for other in numbers if other != number])
    }
    return frozenset(
        place for place, statement in enumerate(statements) if not stale.isdisjoint(statement.tolls)
    )


def _is_left_behind(own: Sequence[datetime], others: Iterable[Sequence[datetime]]) -> bool:
    last = max(own)
    return any(max(times) > last for times in others)
