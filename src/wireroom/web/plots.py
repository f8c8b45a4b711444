"""Small pictures of numbers, as plain geometry that a template draws in SVG."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

# Wide enough to show when coverage came in waves, and still 12 px a bar on a phone.
_BARS: Final = 24
_HEIGHT: Final = 40.0
_STEP: Final = 10.0
_GAP: Final = 2.0
# One report at a time is no peak: its bar stands half as high as the plot.
_LEAST_PEAK: Final = 2
_LEAST_BAR: Final = 3.0  # one report beside a peak of hundreds stays visible


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle, and how many it stands for."""

    x: float
    y: float
    width: float
    height: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePlot:
    """Reports over time: the box, its bars, and what the text alternative says."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    first_at: datetime
    last_at: datetime
    peak: int
    peak_at: datetime
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBar:
    """A part of a whole, in percent and as a width of 100."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Return the part in percent, never 0 or 100 unless it is exactly that."""
        if not self.whole:
            return 0
        exact = 100 * self.part / self.whole
        return min(max(round(exact), 1 if self.part else 0), 100 if self.part == self.whole else 99)


def plot_coverage(moments: Sequence[datetime]) -> CoveragePlot | None:
    """Return the plot of reports over time; None where two points in time are not there yet.

    The moments come in order, and few of them are looked at.
    """
    ordered = moments
    if not ordered or ordered[0] == ordered[-1]:
        return None
    first, last = ordered[0], ordered[-1]
    span: timedelta = (last - first) / _BARS
    edges = [bisect_left(ordered, first + span * place) for place in range(_BARS)]
    counts = [after - before for before, after in pairwise([*edges, len(ordered)])]
    peak = max(counts)
    return CoveragePlot(
        width=_BARS * _STEP - _GAP,
        height=_HEIGHT,
        bars=tuple(
            _bar(place, count, max(peak, _LEAST_PEAK))
            for place, count in enumerate(counts)
            if count
        ),
        first_at=first,
        last_at=last,
        peak=peak,
        peak_at=first + span * counts.index(peak),
        total=len(moments),
    )


def _bar(place: int, count: int, peak: int) -> Bar:
    height = round(max(_HEIGHT * count / peak, _LEAST_BAR), 1)
    return Bar(place * _STEP, round(_HEIGHT - height, 1), _STEP - _GAP, height, count)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPlot:
    """Pages read a day: a bar of all pages behind one of those that were reports."""

    width: float
    height: float
    pages: tuple[Bar, ...]
    reports: tuple[Bar, ...]
    first_on: date
    last_on: date
    read: ShareBar


def plot_readings(days: Sequence[tuple[date, int, int]]) -> ReadingPlot | None:
    """Return the plot of (day, pages, reports), the oldest first; None for fewer than two days.

    Days without pages keep their place, so that a gap is seen as one.
    """
    if len(days) < 2:
        return None
    first, last = days[0][0], days[-1][0]
    peak = max(pages for _, pages, _ in days)
    places = [((day - first).days, pages, reports) for day, pages, reports in days]
    return ReadingPlot(
        width=((last - first).days + 1) * _STEP - _GAP,
        height=_HEIGHT,
        pages=tuple(_bar(place, pages, peak) for place, pages, _ in places),
        reports=tuple(_bar(place, reports, peak) for place, _, reports in places if reports),
        first_on=first,
        last_on=last,
        read=ShareBar(
            part=sum(reports for *_, reports in days), whole=sum(pages for _, pages, _ in days)
        ),
    )
