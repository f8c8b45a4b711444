"""What the reports of a story say since a moment that none before it said."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from wireroom.engine.insight.key_points.reading import Reading, read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.same import Comparison
from wireroom.engine.insight.key_points.statement import (
    Statement,
    can_be_shown,
    rarity_of,
    span_of,
    text_of,
)
from wireroom.engine.insight.key_points.worth import faults_of, telling_weights, worth_of
from wireroom.engine.insight.verify.claim import Span

_MOST: Final = 8
# Shares of a sentence's weight. What one earlier sentence covers so far is told, but for its
# numbers; what is made of words that no earlier report has is an event of its own.
_TOLD: Final = 0.6
_TOLD_BUT_NUMBERS: Final = 0.85
_UNHEARD_WITH_NAME: Final = 0.2
_UNHEARD: Final = 0.45
# Less than this of the weightiest is small change.
_LAST_SHARE: Final = 0.6
_NOVELTY: Final = 0.5
_TOLL: Final = 0.6
# An earlier sentence with the same number and so many of the same terms gave the number.
_SAME_CONTEXT: Final = 2
_LONG_NUMBER: Final = 4  # digits: nobody gives such a number for two things


class Novelty(StrEnum):
    """What is new about a sentence."""

    NUMBER = "number"
    NAME = "name"
    EVENT = "event"


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
    told = _Told(earlier.statements, later.lang)
    weights = telling_weights(later.statements, later.lang)
    comparison = Comparison(later.statements, weights, later.salience)
    chosen: list[int] = []
    weighed = _weigh(later, told)
    for place in sorted(weighed, key=lambda place: (-weighed[place].weight, place)):
        lags = bool(chosen) and weighed[place].weight < _LAST_SHARE * weighed[chosen[0]].weight
        if lags or len(chosen) == _MOST:
            break
        is_told = any(comparison.is_near(place, other) for other in chosen)
        if not is_told and can_be_shown(later.statements[place], later.reports):
            chosen.append(place)
    return tuple(weighed[place] for place in chosen)


def _is_after(report: Report, moment: datetime) -> bool:
    return report.published_at is not None and report.published_at > moment


def _weigh(later: Reading, told: "_Told") -> dict[int, NewPoint]:
    found: dict[int, NewPoint] = {}
    for place, statement in enumerate(later.statements):
        novelty = told.what_is_new(statement)
        if not novelty:
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


class _Told:
    """What the earlier reports have said."""

    def __init__(self, statements: Sequence[Statement], lang: str) -> None:
        self._lang = lang
        self._statements = statements
        self._tolls = frozenset(toll for one in statements for toll in one.tolls)
        self._by_term: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(statements):
            for term in one.terms:
                self._by_term[term].append(place)
            for number in one.numbers:
                self._by_number[number].append(place)

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(rarity_of(term, self._lang) for term in terms)

    def unheard(self, statement: Statement) -> float:
        """Return which share of the sentence's weight no earlier report has words for."""
        new = [term for term in statement.terms if term not in self._by_term]
        return self._weight(new) / (self._weight(statement.terms) or 1.0)

    def new_tolls(self, statement: Statement) -> frozenset[tuple[str, str]]:
        """Return what the sentence counts as nobody did before."""
        return statement.tolls - self._tolls

    def what_is_new(self, statement: Statement) -> tuple[Novelty, ...]:
        """Return in what ways the sentence is new; () where an earlier one said it."""
        unheard, covered = self.unheard(statement), self._covered(statement)
        novelty = []
        if self.new_tolls(statement) or (
            covered < _TOLD_BUT_NUMBERS and self._new_numbers(statement)
        ):
            novelty.append(Novelty.NUMBER)
        if covered < _TOLD:
            is_name_new = any(name not in self._by_term for name in statement.names)
            if is_name_new and unheard >= _UNHEARD_WITH_NAME:
                novelty.append(Novelty.NAME)
            if unheard >= _UNHEARD:
                novelty.append(Novelty.EVENT)
        return tuple(novelty)

    def _covered(self, statement: Statement) -> float:
        """Return how much of the sentence the earlier one nearest to it says."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in statement.terms:
            weight = rarity_of(term, self._lang)
            for place in self._by_term.get(term, ()):
                shared[place] += weight
        return max(shared.values(), default=0.0) / (self._weight(statement.terms) or 1.0)

    def _new_numbers(self, statement: Statement) -> list[str]:
        counted = {number for _, number in statement.tolls & self._tolls}
        return [
            number for number in statement.numbers - counted if not self._is_told(number, statement)
        ]

    def _is_told(self, number: str, statement: Statement) -> bool:
        places = self._by_number.get(number, ())
        if places and sum(map(str.isdigit, number)) >= _LONG_NUMBER:
            return True
        return any(
            len(self._statements[place].terms & statement.terms) >= _SAME_CONTEXT
            for place in places
        )
