"""Counts that a revision replaced: when the new ones were told, and which copies have the old."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from wireroom.engine.insight.former import came_with
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.statement import Statement, read_statements
from wireroom.engine.insight.key_points.tolls import Toll

_MOST: Final = 40  # sentences of a former state that are read, as many as of a report at most


@dataclass(frozen=True, slots=True)
class Revised:
    """The tolls that revisions brought, by report with their times, and those that they replaced.

    Those replaced go by the voice whose they were.
    """

    brought: dict[int, dict[Toll, datetime]]
    replaced: dict[str, frozenset[Toll]]

    def at(self, statement: Statement, toll: Toll, reports: Sequence[Report]) -> datetime | None:
        """Return when a report told a toll."""
        brought = self.brought.get(statement.report, {})
        return brought.get(toll, reports[statement.report].published_at)

    def is_stale(self, statement: Statement) -> bool:
        """Whether a sentence of a copy counts what its origin has put right since."""
        return not statement.tolls.isdisjoint(self.replaced.get(statement.voice, frozenset()))


def find_revised(statements: Sequence[Statement], reports: Sequence[Report]) -> Revised:
    """Read what the former states of reports counted, where a revision took it out."""
    brought: dict[int, dict[Toll, datetime]] = {}
    replaced: dict[str, frozenset[Toll]] = {}
    for number, report in enumerate(reports):
        if not report.former:
            continue
        now = _tolls([one for one in statements if one.report == number])
        states = [_former_tolls(report, place) for place in range(len(report.former))]
        times = {
            toll: came_with([toll in state for state in states], report.former) for toll in now
        }
        brought[number] = {toll: at for toll, at in times.items() if at is not None}
        kinds = {kind for kind, _ in brought[number]}
        old = {toll for state in states for toll in state - now if toll[0] in kinds}
        replaced[report.telling] = replaced.get(report.telling, frozenset()) | old
    return Revised(brought, replaced)


def _former_tolls(report: Report, place: int) -> frozenset[Toll]:
    """Return what a former state counted."""
    state = replace(report, body=report.former[place].body, former=())
    return _tolls(read_statements([state], most=_MOST))


def _tolls(statements: Sequence[Statement]) -> frozenset[Toll]:
    return frozenset(toll for one in statements for toll in one.tolls)
