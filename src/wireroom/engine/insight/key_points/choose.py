"""The key points of an article or a story, chosen from the sentences of its reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.insight.key_points.opinion import COMMENT_FROM, opinion_of
from wireroom.engine.insight.key_points.reading import Reading, read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.same import Comparison
from wireroom.engine.insight.key_points.stale import find_stale
from wireroom.engine.insight.key_points.statement import (
    Statement,
    can_be_shown,
    span_of,
    text_of,
)
from wireroom.engine.insight.key_points.worth import (
    named_in_titles,
    telling_weights,
    worth_of,
)
from wireroom.engine.insight.verify.claim import Span

_MOST_OF_STORY: Final = 5
_MOST_OF_ARTICLE: Final = 4
_FEWEST_OF_ARTICLE: Final = 2
# So many of the worthiest are asked who else says the same.
_WEIGHED: Final = 60
_SUPPORT: Final = 0.12
_MOST_SUPPORT: Final = 4  # further reports; more of them make a point no truer
# A point opens the list only from so near the opening of its report.
_FIRST_WITHIN: Final = 2
_HEADLINE: Final = 1.0
_COMMENT: Final = 0.2
# What lags so far behind the first point is filling.
_LAST_SHARE: Final = 0.55
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A sentence of a report, letter for letter, and who else says what it says.

    `independent` counts the voices that say it in their own words, its own included; `outlets`
    are theirs, its own first.
    """

    text: str
    span: Span
    outlet: str | None
    published_at: datetime | None
    independent: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyPoints:
    """The points chosen, and of how many voices so many were compared.

    `stated` are the outlet's own key points where it gives any: of an article they stand in the
    place of chosen ones.
    """

    points: tuple[KeyPoint, ...] = ()
    compared: int = 0
    voices: int = 0
    stated: tuple[str, ...] = ()


def choose_points_of_article(report: Report) -> KeyPoints:
    """Return two to four key points of an article, none where too little of it stands alone."""
    if report.stated_points:
        return KeyPoints((), 1, 1, report.stated_points)
    points = _choose(read_story([report]), most=_MOST_OF_ARTICLE)
    return KeyPoints(points if len(points) >= _FEWEST_OF_ARTICLE else (), 1, 1)


def choose_points(reading: Reading) -> KeyPoints:
    """Return up to five key points of a story, the first of which says what happened."""
    points = _choose(reading, most=_MOST_OF_STORY)
    return KeyPoints(points, len(reading.reports), reading.voices)


def _choose(reading: Reading, *, most: int) -> tuple[KeyPoint, ...]:
    if not reading.statements:
        return ()
    weights = telling_weights(reading.statements, reading.lang)
    comparison = Comparison(reading.statements, weights, reading.salience)
    worth = _weigh(reading, comparison)
    chosen: list[int] = []
    for place in _best_first(worth, reading):
        is_filling = bool(chosen) and worth[place] < _LAST_SHARE * worth[chosen[0]]
        if len(chosen) == most or (len(chosen) >= _FEWEST and is_filling):
            break
        if not any(comparison.is_near(place, other) for other in chosen):
            chosen.append(place)
    return tuple(_point(place, reading, comparison) for place in chosen)


def _weigh(reading: Reading, comparison: Comparison) -> dict[int, float]:
    """Return the worth of those of the worthiest sentences that stand alone, by their places."""
    worth = _worths(reading)
    stale = find_stale(reading.statements, reading.reports)
    weighed: dict[int, float] = {}
    for place in sorted(worth, key=lambda place: (-worth[place], place)):
        if len(weighed) == _WEIGHED:
            break
        if place in stale or not can_be_shown(reading.statements[place], reading.reports):
            continue
        same = comparison.say_the_same(place)
        others = len({reading.statements[other].report for other in same})
        weighed[place] = worth[place] + _SUPPORT * min(_MOST_SUPPORT, others) / _MOST_SUPPORT
    return weighed


def _worths(reading: Reading) -> dict[int, float]:
    comments = {n for n, report in enumerate(reading.reports) if opinion_of(report) >= COMMENT_FROM}
    return {
        place: worth_of(statement, reading.reports, reading.salience, top=reading.top)
        - _COMMENT * (statement.report in comments)
        for place, statement in enumerate(reading.statements)
    }


def _best_first(worth: Mapping[int, float], reading: Reading) -> list[int]:
    """Return the places, before all others the opening that says most of what headlines say."""
    ranked = sorted(worth, key=lambda place: (-worth[place], place))
    named = named_in_titles(reading.statements, reading.reports)
    openings = [place for place in ranked if reading.statements[place].number < _FIRST_WITHIN]
    first = max(openings, key=lambda place: worth[place] + _HEADLINE * named[place], default=None)
    return ranked if first is None else [first, *(place for place in ranked if place != first)]


def _point(place: int, reading: Reading, comparison: Comparison) -> KeyPoint:
    statement = reading.statements[place]
    report = reading.reports[statement.report]
    independent = _independent(place, reading.statements, comparison)
    tellers = [reading.reports[number].outlet for number in independent]
    return KeyPoint(
        text=text_of(statement, reading.reports),
        span=span_of(statement, reading.reports),
        outlet=report.outlet,
        published_at=report.published_at,
        independent=len(independent),
        outlets=tuple(dict.fromkeys(outlet for outlet in tellers if outlet)),
    )


def _independent(
    place: int, statements: Sequence[Statement], comparison: Comparison
) -> list[int]:
    """Return the reports that say it in words of their own; the sentence's own comes first."""
    counted: dict[int, int] = {statements[place].report: place}
    for other in comparison.say_the_same(place):
        report = statements[other].report
        if report not in counted and not any(
            comparison.is_copied(other, known) for known in counted.values()
        ):
            counted[report] = other
    return list(counted)
