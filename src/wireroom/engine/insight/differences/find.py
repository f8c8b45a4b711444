"""Where the reports of a story differ: the same fact with different values, as tables."""

from collections.abc import Mapping, Sequence
from typing import Final

from wireroom.engine.insight.differences.align import align
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.figures import figures_of
from wireroom.engine.insight.differences.judge import kind_of
from wireroom.engine.insight.differences.lone import may_differ_alone
from wireroom.engine.insight.differences.report import Difference, Report
from wireroom.engine.insight.differences.revised import date_figures, former_figures
from wireroom.engine.insight.differences.speakers import find_speakers
from wireroom.engine.insight.differences.table import rows_of, tabulate
from wireroom.engine.insight.differences.voices import Carriers, own_figures, roots_of

# Characters read of all reports together, of one at least and at most: some 0.7 s of work on one
# core for a story of 2,000 articles, a third of what its whole brief takes.
_READ: Final = 160_000
_SHORTEST: Final = 120
_MOST_REPORTS: Final = 1_000  # of more every second, third ... is read, so that late ones are
_LONGEST: Final = 30_000


def differences(reports: Sequence[Report]) -> list[Difference]:
    """Return where the reports of one story differ, what most reports speak of first.

    A copy speaks with the voice of what it copies, where it has the value that this has or had.
    Stories of more text than is read in a second are read by the openings of their reports.
    Reports without a time count as the oldest.
    """
    step = -(-len(reports) // _MOST_REPORTS) or 1
    most = min(_LONGEST, max(_SHORTEST, _READ * step // max(len(reports), 1)))
    is_lone = len(reports) == 1
    if is_lone and not reports[0].former and not may_differ_alone(reports[0], most):
        return []
    read = {
        number: [] if number % step else figures_of(number, report, most, is_lone=is_lone)
        for number, report in enumerate(reports)
    }
    former = {n: former_figures(n, reports[n], most) for n in read if reports[n].former}
    read |= {n: date_figures(read[n], reports[n], former[n]) for n in former}
    roots = roots_of(reports)
    own, carriers = own_figures(read, reports, roots, former)
    voices = sorted({number for number in read if roots[number] == number})
    groups = [*align(own), *find_speakers(reports, voices, most)]
    groups.sort(key=lambda group: -len({figure.report for figure in group}))
    return [found for group in groups if (found := _difference(group, reports, carriers))]


def _difference(
    group: Sequence[Figure], reports: Sequence[Report], carriers: Mapping[Figure, Carriers]
) -> Difference | None:
    rows = rows_of(group, reports)
    kind = kind_of(rows, reports)
    return tabulate(kind, rows, reports, carriers) if kind else None
