"""The key points of an article or a story, chosen from the sentences of its reports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.insight.key_points.opinion import COMMENT_FROM, opinion_of
from wireroom.engine.insight.key_points.report import Report, choose_compared
from wireroom.engine.insight.key_points.same import Comparison
from wireroom.engine.insight.key_points.stale import find_stale
from wireroom.engine.insight.key_points.statement import (
    Statement,
    can_be_shown,
    read_statements,
    span_of,
    text_of,
)
from wireroom.engine.insight.key_points.worth import (
    centrality_of,
    named_in_titles,
    salience_of_terms,
    telling_weights,
    worth_of,
)
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.stories.terms import base_language

_MOST_OF_STORY: Final = 5
_MOST_OF_ARTICLE: Final = 4
# Sentences read of each report: of a story the openings, of an article all that matters.
_READ_OF_STORY: Final = 14
_READ_OF_ARTICLE: Final = 40
# So many of the worthiest are asked who else says the same.
_WEIGHED: Final = 60
_SUPPORT: Final = 0.12
_MOST_SUPPORT: Final = 4  # further reports; more of them make a point no truer
# A point opens the list only from so near the opening of its report.
_FIRST_WITHIN: Final = 2
_HEADLINE: Final = 1.0
_COMMENT: Final = 0.2
# What lags so far behind the first point is filling.
_LAST_SHARE: Final = 0.5
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
    points = _choose([report], read=_READ_OF_ARTICLE, most=_MOST_OF_ARTICLE)
    return KeyPoints(points if len(points) > 1 else (), 1, 1)


def choose_points(reports: Iterable[Report]) -> KeyPoints:
    """Return up to five key points of a story, the first of which says what happened.

    Reports are compared by voice, in the language of most of them, MOST_COMPARED at most.
    """
    spoken = in_main_language(list(reports))
    compared = choose_compared(spoken)
    points = _choose(compared, read=_READ_OF_STORY, most=_MOST_OF_STORY)
    return KeyPoints(points, len(compared), len({report.telling for report in spoken}))


def in_main_language(reports: Sequence[Report]) -> list[Report]:
    """Return the reports in the language in which most of them are written."""
    counts = Counter(base_language(report.lang) for report in reports)
    main = min(counts, key=lambda lang: (-counts[lang], lang), default="und")
    return [report for report in reports if base_language(report.lang) == main]


def _choose(reports: Sequence[Report], *, read: int, most: int) -> tuple[KeyPoint, ...]:
    statements = read_statements(reports, most=read)
    if not statements:
        return ()
    salience = salience_of_terms(statements, reports)
    telling = telling_weights(statements, base_language(reports[0].lang))
    comparison = Comparison(statements, telling, salience)
    worth = _weigh(statements, reports, comparison, salience)
    named = named_in_titles(statements, reports)
    chosen: list[int] = []
    for place in _best_first(worth, statements, named):
        if len(chosen) == most or (
            len(chosen) >= _FEWEST and worth[place] < _LAST_SHARE * worth[chosen[0]]
        ):
            break
        if not any(comparison.is_near(place, other) for other in chosen):
            chosen.append(place)
    return tuple(_point(place, statements, reports, comparison) for place in chosen)


def _weigh(
    statements: Sequence[Statement],
    reports: Sequence[Report],
    comparison: Comparison,
    salience: Mapping[str, float],
) -> dict[int, float]:
    """Return the worth of those of the worthiest sentences that stand alone, by their places."""
    comments = {n for n, report in enumerate(reports) if opinion_of(report) >= COMMENT_FROM}
    top = max(centrality_of(one, salience) for one in statements)
    worth = {
        place: worth_of(statement, reports, salience, top=top)
        - _COMMENT * (statement.report in comments)
        for place, statement in enumerate(statements)
    }
    ranked = sorted(worth, key=lambda place: (-worth[place], place))
    stale = find_stale(statements, reports)
    weighed: dict[int, float] = {}
    for place in ranked:
        if len(weighed) == _WEIGHED:
            break
        if place not in stale and can_be_shown(statements[place], reports):
            others = {statements[other].report for other in comparison.say_the_same(place)}
            support = min(_MOST_SUPPORT, len(others)) / _MOST_SUPPORT
            weighed[place] = worth[place] + _SUPPORT * support
    return weighed


def _best_first(
    worth: Mapping[int, float], statements: Sequence[Statement], named: Sequence[float]
) -> list[int]:
    """Return the places, before all others the opening that says most of what headlines say."""
    ranked = sorted(worth, key=lambda place: (-worth[place], place))
    openings = [place for place in ranked if statements[place].number < _FIRST_WITHIN]
    first = max(openings, key=lambda place: worth[place] + _HEADLINE * named[place], default=None)
    return ranked if first is None else [first, *(place for place in ranked if place != first)]


def _point(
    place: int, statements: Sequence[Statement], reports: Sequence[Report], comparison: Comparison
) -> KeyPoint:
    statement = statements[place]
    report = reports[statement.report]
    tellers = [reports[number] for number in _independent(place, statements, comparison)]
    return KeyPoint(
        text=text_of(statement, reports),
        span=span_of(statement, reports),
        outlet=report.outlet,
        published_at=report.published_at,
        independent=len(tellers),
        outlets=tuple(dict.fromkeys(teller.outlet for teller in tellers if teller.outlet)),
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
