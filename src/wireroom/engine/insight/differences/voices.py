"""Copies folded into the voice of what they copy, with their outlets as its carriers."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.likeness import shared
from wireroom.engine.insight.differences.report import Report

Carriers: TypeAlias = tuple[str, ...]


def own_figures(
    figures: Mapping[int, Sequence[Figure]], reports: Sequence[Report], roots: Sequence[int]
) -> tuple[list[Figure], dict[Figure, Carriers]]:
    """Return the figures that are nobody else's, and who carries them.

    A copy whose value another desk changed speaks for itself there.
    """
    carriers: dict[Figure, Carriers] = {}
    for number in sorted(figures, key=lambda number: number != roots[number]):
        outlet = reports[number].outlet
        for figure in figures[number]:
            said = _same(figure, figures[roots[number]]) if roots[number] != number else None
            if said is None:
                carriers[figure] = ()
            elif outlet not in carriers[said] and outlet != reports[said.report].outlet:
                carriers[said] = (*carriers[said], outlet)
    return sorted(carriers, key=lambda figure: (figure.report, figure.start)), carriers


def roots_of(reports: Sequence[Report]) -> list[int]:
    """Return for each report the number of the one whose copy it is, its own if of none.

    Where the copied article is not among them, the first that carries it stands for it.
    """
    place: dict[str, int] = {}
    for number, report in enumerate(reports):
        place.setdefault(report.article, number)
    roots = []
    for number in range(len(reports)):
        at, seen = number, {number}
        while (copied := reports[at].copy_of) is not None:
            at = place.setdefault(copied, at)
            if at in seen:
                break
            seen.add(at)
        roots.append(min(seen) if at in seen and reports[at].copy_of is not None else at)
    return roots


def _same(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """Return the figure that says the same of the same."""
    for other in others:
        if (figure.measure, figure.state, figure.amount) != (
            other.measure,
            other.state,
            other.amount,
        ):
            continue
        if figure.state or shared(figure.near, other.near) or figure.near == other.near:
            return other
    return None
