"""The table of a difference: a row a value and voice, in time order, with exact spans."""

from collections import Counter
from collections.abc import Mapping, Sequence

from wireroom.engine.insight.differences.bars import says_again
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.likeness import COMMON, shared
from wireroom.engine.insight.differences.report import Difference, Kind, Report, Value
from wireroom.engine.insight.differences.voices import Carriers
from wireroom.engine.insight.verify.claim import Span


def rows_of(figures: Sequence[Figure], reports: Sequence[Report]) -> list[Figure]:
    """Return figures in the order of their reports' times, those without a time first.

    What a report says again is left out.
    """

    def when(figure: Figure) -> tuple[float, int, int]:
        at = reports[figure.report].published_at
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
    latest = reports[rows[-1].report].published_at
    return Difference(
        kind=kind,
        measure=rows[0].measure,
        about=_name(rows),
        values=tuple(
            _value(row, reports[row.report], carriers.get(row, ()), latest=latest) for row in rows
        ),
    )


def _name(rows: Sequence[Figure]) -> str:
    """Return the word that names the fact: what is counted, or what most rows have beside them."""
    named = Counter(figure.shown for figure in rows if figure.shown)
    if named:
        return named.most_common(1)[0][0]
    first, others = rows[0], rows[1:]

    def support(place: int) -> int:
        return sum(shared(first.near[place : place + 1], row.near) for row in others)

    plain = [place for place, word in enumerate(first.words) if word not in COMMON]
    return first.words[max(plain, key=support)] if plain else first.measure.value


def _repeats(figure: Figure, earlier: Figure) -> bool:
    return figure.report == earlier.report and says_again(figure, earlier)


def _value(figure: Figure, report: Report, carriers: Carriers, *, latest: object) -> Value:
    cited = figure.cited
    return Value(
        shown=report.body[figure.start : figure.end],
        outlet=report.outlet,
        at=report.published_at,
        span=Span(report.article, report.revision, figure.start, figure.end),
        cited=report.body[cited.start : cited.end] if cited else None,
        cited_span=Span(report.article, report.revision, cited.start, cited.end) if cited else None,
        carriers=carriers,
        is_latest=report.published_at == latest,
    )
