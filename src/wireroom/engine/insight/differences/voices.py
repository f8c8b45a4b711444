"""Copies folded into the voice of what they copy, with their outlets as its carriers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from wireroom.engine.insight.differences.amount import agree
from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.report import Report
from wireroom.engine.insight.differences.revised import first_told, is_of_same, is_same

Carriers: TypeAlias = tuple[str, ...]
Former: TypeAlias = Mapping[int, Sequence[Sequence[Figure]]]  # of revised reports, oldest first


def own_figures(
    figures: Mapping[int, Sequence[Figure]],
    reports: Sequence[Report],
    roots: Sequence[int],
    former: Former,
) -> tuple[list[Figure], dict[Figure, Carriers]]:
    """Return the figures that are nobody else's, and who carries them.

    A copy whose value another desk changed speaks for itself there. One that still has what its
    origin said before it was revised says that for its origin: the first of them with its words.
    """
    carriers: dict[Figure, Carriers] = {}
    stale = _Stale(reports, former)
    for number in sorted(figures, key=lambda number: number != roots[number]):
        outlet, root = reports[number].outlet, roots[number]
        for figure in figures[number]:
            said = _said(figure, figures[root]) if root != number else None
            if said is None and root != number:
                own, said = stale.place(figure, root)
            else:
                own = figure
            if said is None:
                carriers[own] = ()
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


@dataclass(slots=True)
class _Stale:
    """Figures of copies that were their origin's before it was revised."""

    reports: Sequence[Report]
    former: Former
    _told: dict[int, list[Figure]] = field(default_factory=dict)

    def place(self, figure: Figure, root: int) -> tuple[Figure, Figure | None]:
        """Return a copy's figure as what it is, and the earlier one that says it, if any."""
        since = next(
            (
                place
                for place, state in enumerate(self.former.get(root, ()))
                if any(_echoes(figure, other) for other in state)
            ),
            None,
        )
        if since is None:
            return figure, None
        told = self._told.setdefault(root, [])
        said = next((one for one in told if _echoes(figure, one)), None)
        if said is not None:
            return figure, said
        own = replace(figure, at=first_told(since, self.reports[root]), origin=root)
        told.append(own)
        return own, None


def _echoes(figure: Figure, other: Figure) -> bool:
    """Whether a copy's figure is its origin's, a bound that its desk wrote to it allowed for."""
    return is_of_same(figure, other) and agree(figure.amount, other.amount)


def _said(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """Return the figure that says the same of the same."""
    return next((other for other in others if is_same(figure, other)), None)
