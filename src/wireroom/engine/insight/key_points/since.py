"""What the reports of a story say since a moment that none before it said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.insight.key_points.reading import Reading, read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.statement import can_be_shown, span_of, text_of
from wireroom.engine.insight.key_points.told import Novelty, Told
from wireroom.engine.insight.key_points.worth import faults_of, worth_of
from wireroom.engine.insight.verify.claim import Span

_MOST: Final = 8
_MOST_OF_REPORT: Final = 2
# Weight from which a sentence is news to somebody who follows the story: by reading what the
# sample's reports add, what lies below is detail.
_LEAST_NEWS: Final = 0.7
_MOST_IN_LOG: Final = 40
# Less than this of the weightiest is small change.
_LAST_SHARE: Final = 0.6
_NOVELTY: Final = 0.5
_TOLL: Final = 0.6


@dataclass(frozen=True, slots=True)
class NewPoint:
    """A sentence of a later report, letter for letter, and what no earlier report said of it."""

    text: str
    span: Span
    outlet: str | None
    published_at: datetime | None
    novelty: tuple[Novelty, ...]
    weight: float


def find_new(
    reports: Iterable[Report], since: datetime, *, until: datetime | None = None
) -> tuple[NewPoint, ...]:
    """Return what reports after `since`, to `until`, say for the first time, weightiest first.

    Reports without a time are taken for earlier ones: nothing says that they are new. Both sides
    are read as read_story reads them, so that of very many reports only so many are compared.
    """
    known = [report for report in reports if until is None or not _is_after(report, until)]
    later = read_story([report for report in known if _is_after(report, since)])
    earlier = read_story([report for report in known if not _is_after(report, since)])
    if not later.statements or (earlier.reports and earlier.lang != later.lang):
        return ()
    told = Told(earlier.statements, later.lang)
    fresh = [n for n, one in enumerate(later.statements) if not earlier.revised.is_stale(one)]
    weighed = _weigh(later, told, fresh)
    return _choose(weighed, later, most=_MOST)


def log_news(reading: Reading) -> tuple[NewPoint, ...]:
    """Return what each report of a story said for the first time, in order of time.

    The first report opens the story, and so does one without a time: nothing of theirs is news.
    The entries of a live blog are left out, for they are of later hours than the report. What is
    later than a moment in this log is what is new since then.
    """
    own: defaultdict[int, list[int]] = defaultdict(list)
    for place, statement in enumerate(reading.statements):
        timed = reading.reports[statement.report].timed_chars
        if timed is None or statement.end <= timed:
            own[statement.report].append(place)
    told = Told((), reading.lang)
    log: list[NewPoint] = []
    for number, report in enumerate(reading.reports):
        if number and report.published_at is not None:
            found = _weigh(reading, told, own[number])
            weighed = {key: one for key, one in found.items() if one.weight >= _LEAST_NEWS}
            log += _choose(weighed, reading, most=_MOST_OF_REPORT)
        if number + 1 < len(reading.reports):
            told.add(reading.statements[place] for place in own[number])
    return tuple(log[-_MOST_IN_LOG:])


def _choose(
    weighed: Mapping[int, NewPoint], reading: Reading, *, most: int
) -> tuple[NewPoint, ...]:
    """Return the weightiest that do not say the same, at most so many."""
    chosen: list[int] = []
    for place in sorted(weighed, key=lambda place: (-weighed[place].weight, place)):
        lags = bool(chosen) and weighed[place].weight < _LAST_SHARE * weighed[chosen[0]].weight
        if lags or len(chosen) == most:
            break
        is_told = any(reading.comparison.is_near(place, other) for other in chosen)
        if not is_told and can_be_shown(reading.statements[place], reading.reports):
            chosen.append(place)
    return tuple(weighed[place] for place in chosen)


def _is_after(report: Report, moment: datetime) -> bool:
    return report.published_at is not None and report.published_at > moment


def _weigh(later: Reading, told: Told, places: Iterable[int]) -> dict[int, NewPoint]:
    found: dict[int, NewPoint] = {}
    for place in places:
        statement = later.statements[place]
        novelty = told.what_is_new(statement)
        if not novelty or later.revised.is_stale(statement):
            continue
        worth = worth_of(statement, later.salience, top=later.top)
        worth -= faults_of(statement, later.reports)
        weight = worth + _NOVELTY * told.unheard(statement)
        report = later.reports[statement.report]
        found[place] = NewPoint(
            text=text_of(statement, later.reports),
            span=span_of(statement, later.reports),
            outlet=report.outlet,
            published_at=report.published_at,
            novelty=novelty,
            weight=round(weight + _TOLL * bool(told.new_tolls(statement)), 4),
        )
    return found
