"""The key points of an article or a story, chosen from the sentences of its reports."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

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
    faults_of,
    named_in_titles,
    worth_of,
)
from wireroom.engine.insight.verify.claim import Span

_MOST_OF_STORY: Final = 5
_MOST_OF_ARTICLE: Final = 4
_FEWEST_OF_ARTICLE: Final = 2
# So many of the worthiest are asked who else says the same.
_WEIGHED: Final = 100
_SUPPORT: Final = 0.12
_MOST_SUPPORT: Final = 4  # further reports; more of them make a point no truer
# A point opens the list only from so near the opening of its report.
# and the sooner the better: some reports begin with a scene and tell in the third what happened.
_FIRST_WITHIN: Final = 5
_LATER: Final = 0.08  # a sentence
_HEADLINE: Final = 1.0
_OPENS: Final = 0.1
_CARRIED: Final = 0.08  # a report: what others print as it stands is the news
_MOST_CARRIED: Final = 4
_COUNTS: Final = 0.25  # people: where there are dead, that is what happened
_COMMENT: Final = 0.35
# What lags so far behind the first point is filling.
_LAST_SHARE: Final = 0.62
_FEWEST: Final = 3
# Better two points than a third of somebody's opinion, or one of so little worth from so far down.
_FEWEST_OF_GOOD: Final = 2
_LEAST_SHARE: Final = 0.45
_DEEP: Final = 10  # sentences


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
    return KeyPoints(points, reading.compared, reading.voices)


def _choose(reading: Reading, *, most: int) -> tuple[KeyPoint, ...]:
    if not reading.statements:
        return ()
    comparison = reading.comparison
    stale = find_stale(reading.statements, reading.reports, reading.revised)
    worth = _weigh(reading, comparison, stale)
    first = _first(worth, reading)
    if first is None:
        return ()
    chosen = [first]
    for place in sorted(worth, key=lambda place: (-worth[place], place)):
        share = worth[place] / worth[first] if worth[first] > 0 else 1.0
        if len(chosen) == most or (len(chosen) >= _fewest(share, place, reading)):
            break
        is_told = any(comparison.is_near(place, other) for other in chosen)
        if not is_told and _is_shown(place, reading):
            chosen.append(place)
    told = (_as_first_told(place, reading, stale) for place in chosen)
    return tuple(_point(place, reading, comparison) for place in told)


def _as_first_told(place: int, reading: Reading, stale: Collection[int]) -> int:
    """Return the sentence in the earliest report of the same text: whose words they are.

    A carrier's own stays where the original has it out of date, leaning on others or not at all.
    """
    statement = reading.statements[place]
    return next(
        (
            other
            for other, known in enumerate(reading.statements)
            if known.report < statement.report
            and known.voice == statement.voice
            and reading.comparison.is_copied(other, place)
            and other not in stale
            and _is_shown(other, reading)
        ),
        place,
    )


def _fewest(share: float, place: int, reading: Reading) -> int:
    """Return how many points are enough to do without one of such a share of the first's worth."""
    if share >= _LAST_SHARE:
        return _MOST_OF_STORY
    is_deep = reading.statements[place].number >= _DEEP
    is_poor = (is_deep and share < _LEAST_SHARE) or _is_comment(place, reading)
    return _FEWEST_OF_GOOD if is_poor else _FEWEST


def _is_comment(place: int, reading: Reading) -> bool:
    return reading.statements[place].report in reading.comments


def _is_shown(place: int, reading: Reading) -> bool:
    return can_be_shown(reading.statements[place], reading.reports)


def _weigh(reading: Reading, comparison: Comparison, stale: Collection[int]) -> dict[int, float]:
    """Return the worth of the worthiest sentences by their places, stale ones left out."""
    worth = {place: value for place, value in _worths(reading).items() if place not in stale}
    weighed: dict[int, float] = {}
    for place in sorted(worth, key=lambda place: (-worth[place], place))[:_WEIGHED]:
        same = comparison.say_the_same(place)
        others = len({reading.statements[other].voice for other in same})
        support = _SUPPORT * min(_MOST_SUPPORT, others) / _MOST_SUPPORT
        faults = faults_of(reading.statements[place], reading.reports)
        weighed[place] = worth[place] + support - faults
    return weighed


def _worths(reading: Reading) -> dict[int, float]:
    return {
        place: worth_of(statement, reading.salience, top=reading.top)
        - _COMMENT * (statement.report in reading.comments)
        for place, statement in enumerate(reading.statements)
    }


def _first(worth: Mapping[int, float], reading: Reading) -> int | None:
    """Return the opening that says most of what the headlines say, else the worthiest sentence."""
    named = named_in_titles(reading.statements, reading.reports)
    carried = Counter(report.telling for report in reading.reports)

    def order(place: int) -> tuple[bool, bool, float, int]:
        statement = reading.statements[place]
        says = worth[place] + _HEADLINE * named[place] + _OPENS * (statement.number == 0)
        says -= _LATER * statement.number
        says += _COUNTS * bool(statement.tolls)
        says += _CARRIED * min(_MOST_CARRIED, carried[statement.voice])
        return _is_comment(place, reading), statement.number >= _FIRST_WITHIN, -says, place

    return next((place for place in sorted(worth, key=order) if _is_shown(place, reading)), None)


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


def _independent(place: int, statements: Sequence[Statement], comparison: Comparison) -> list[int]:
    """Return one report of each voice that says it in words of its own; its own comes first."""
    counted: dict[str, int] = {statements[place].voice: place}
    copied: set[str] = set()
    for other in comparison.say_the_same(place):
        voice = statements[other].voice
        if any(comparison.is_copied(other, known) for known in counted.values()):
            copied.add(voice)
        elif voice not in copied:
            counted.setdefault(voice, other)
    own = statements[place].voice
    return [
        statements[at].report
        for voice, at in counted.items()
        if voice == own or voice not in copied
    ]
