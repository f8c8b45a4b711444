"""Values that came with a revision, and those before it that copies still have."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from wireroom.engine.insight.differences.figure import Figure
from wireroom.engine.insight.differences.figures import figures_of
from wireroom.engine.insight.differences.likeness import shared
from wireroom.engine.insight.differences.report import Report
from wireroom.engine.insight.former import came_with, gone_from


def former_figures(number: int, report: Report, most: int) -> list[list[Figure]]:
    """Return the figures that each former state of a report had in passages that are gone."""
    states = (replace(report, body=gone_from(one, report.body)) for one in report.former)
    return [figures_of(number, state, most) if state.body else [] for state in states]


def date_figures(
    figures: Sequence[Figure], report: Report, former: Sequence[Sequence[Figure]]
) -> list[Figure]:
    """Return the figures of a report, those that came with a revision with its time."""
    if not report.former:
        return list(figures)
    spans = _paragraphs(report.body)
    kept = [set(state.body.split("\n\n")) for state in report.former]

    def stood(figure: Figure) -> list[bool]:
        text = next(report.body[a:b] for a, b in spans if a <= figure.start <= b)
        return [
            text in texts or any(is_same(figure, other) for other in gone)
            for texts, gone in zip(kept, former, strict=True)
        ]

    return [replace(one, at=came_with(stood(one), report.former)) for one in figures]


def first_told(place: int, report: Report) -> datetime | None:
    """Return from when on a former state of a report stood."""
    return report.former[place - 1].until if place else report.published_at


def is_same(figure: Figure, other: Figure) -> bool:
    """Whether a figure says the same of the same."""
    if (figure.measure, figure.state, figure.amount) != (other.measure, other.state, other.amount):
        return False
    return is_of_same(figure, other)


def is_of_same(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one measure are of one class, or have words beside them alike."""
    if (figure.measure, figure.state) != (other.measure, other.state):
        return False
    return bool(figure.state) or shared(figure.near, other.near) or figure.near == other.near


def _paragraphs(body: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for text in body.split("\n\n"):
        spans.append((start, start + len(text)))
        start += len(text) + 2
    return spans
