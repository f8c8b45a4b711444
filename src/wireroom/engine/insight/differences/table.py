"""The table of a difference: a row a value and voice, in time order, with exact spans."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from wireroom.engine.insight.differences.bars import says_again
from wireroom.engine.insight.differences.figure import Figure, told_at
from wireroom.engine.insight.differences.likeness import COMMON, shared
from wireroom.engine.insight.differences.report import Difference, Kind, Measure, Report, Value
from wireroom.engine.insight.differences.voices import Carriers
from wireroom.engine.insight.verify.claim import Span

_AND: Final = "وف"  # what Arabic writes to a verb: "وقالت"


def rows_of(figures: Sequence[Figure], reports: Sequence[Report]) -> list[Figure]:
    """Return figures in the order of their reports' times, those without a time first.

    What a report says again is left out.
    """

    def when(figure: Figure) -> tuple[float, int, int]:
        at = told_at(figure, reports)
        return (at.timestamp() if at else 0.0, figure.report, figure.start)

    ordered = sorted(figures, key=when)
    return [
        figure
        for place, figure in enumerate(ordered)
        if not any(_repeats(figure, earlier) for earlier in ordered[:place])
    ]


def tabulate(
    kind: Kind,
    rows: Sequence[Figure],
    reports: Sequence[Report],
    carriers: Mapping[Figure, Carriers],
) -> Difference:
    """Return the difference that rows in time order make."""
    times = [told_at(row, reports) for row in rows]
    latest = rows[-1] if times.count(times[-1]) == 1 else None
    return Difference(
        kind=kind,
        measure=rows[0].measure,
        about=_name(rows),
        values=tuple(
            _value(row, reports, carriers.get(row, ()), is_latest=row is latest) for row in rows
        ),
    )


def _name(rows: Sequence[Figure]) -> str:
    """Return the word that names the fact: what is counted, or what most rows have beside them.

    Whoever gave the value does not name it. A magnitude needs none: it is the earthquake's.
    """
    if rows[0].measure is Measure.MAGNITUDE:
        return Measure.MAGNITUDE.value
    named = Counter(figure.shown for figure in rows if figure.shown)
    if named:
        return named.most_common(1)[0][0]
    first, others = rows[0], rows[1:]
    teller = first.cited.keys if first.cited else frozenset()

    def support(place: int) -> int:
        return sum(shared(first.near[place : place + 1], row.near) for row in others)

    plain = [
        place
        for place, word in enumerate(first.words)
        if word not in COMMON
        and not (word[0] in _AND and word[1:] in COMMON)
        and not first.near[place] & teller
    ]
    return first.words[max(plain, key=support)] if plain else first.measure.value


def _repeats(figure: Figure, earlier: Figure) -> bool:
    return figure.report == earlier.report and says_again(figure, earlier)


def _value(
    figure: Figure, reports: Sequence[Report], carriers: Carriers, *, is_latest: bool
) -> Value:
    cited, report = figure.cited, reports[figure.report]
    return Value(
        shown=report.body[figure.start : figure.end],
        outlet=report.outlet,
        at=told_at(figure, reports),
        span=Span(report.article, report.revision, figure.start, figure.end),
        cited=report.body[cited.start : cited.end] if cited else None,
        cited_span=Span(report.article, report.revision, cited.start, cited.end) if cited else None,
        carriers=carriers,
        is_latest=is_latest,
    )
