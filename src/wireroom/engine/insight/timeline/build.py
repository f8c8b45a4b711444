"""The timeline of a story: one entry a day, each with the sentence that tells it best."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from wireroom.engine.insight.key_points.reading import Reading
from wireroom.engine.insight.key_points.sentences import MOST_CHARS
from wireroom.engine.insight.key_points.statement import (
    Statement,
    can_be_shown,
    span_of,
    text_of,
)
from wireroom.engine.insight.key_points.worth import centrality_of, faults_of, worth_of
from wireroom.engine.insight.timeline.about import When, frame_of, when_told
from wireroom.engine.insight.timeline.tables import CLAUSES, SAID
from wireroom.engine.insight.verify.claim import Span
from wireroom.engine.stories.terms import base_language
from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.mention import DateMention

# Days of the story itself: what lies further back is its background, or somebody's life.
_BACK: Final = timedelta(days=120)
_AHEAD: Final = timedelta(days=400)
# A sentence of the timeline speaks of what the story is about; so much the more where its day is
# not near the reports.
_RELEVANT: Final = 0.2
_RELEVANT_FAR: Final = 0.35
_NEAR: Final = timedelta(days=10)
_SAYING: Final = 0.25  # that somebody spoke is the lesser event of a day
_MOST_ENTRIES: Final = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of the story: its sentence letter for letter, and how many other reports tell of it.

    `at` is the moment where the sentence gives a clock with its zone.
    """

    day: date
    when: When
    text: str
    span: Span
    outlet: str | None
    published_at: datetime | None
    others: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that is about a day."""

    when: When
    statement: Statement
    mention: DateMention
    worth: float


def build_timeline(reading: Reading) -> tuple[Entry, ...]:
    """Return the days that the story tells of, in order; what is announced for a day goes where
    a report of that day or later says what happened.
    """
    if reading.lang not in CLAUSES:
        return ()
    days: defaultdict[date, list[_Told]] = defaultdict(list)
    for told in _all_told(reading):
        days[told.mention.first].append(told)
    entries = (_entry(day, told, reading) for day, told in sorted(days.items()))
    return tuple(entries)[-_MOST_ENTRIES:]


def _entry(day: date, told: Sequence[_Told], reading: Reading) -> Entry:
    happened = [one for one in told if one.when is When.HAPPENED] or list(told)
    best = max(happened, key=lambda one: (one.worth, -one.statement.report, -one.statement.number))
    report = reading.reports[best.statement.report]
    return Entry(
        day=day,
        when=best.when,
        text=text_of(best.statement, reading.reports),
        span=span_of(best.statement, reading.reports),
        outlet=report.outlet,
        published_at=report.published_at,
        others=len({one.statement.report for one in happened}) - 1,
        at=best.mention.at,
    )


def _all_told(reading: Reading) -> Iterator[_Told]:
    times = [at for report in reading.reports if (at := report.published_at)]
    if not times:
        return
    first, last = min(times).date(), max(times).date()
    own: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in reading.statements:
        own[statement.report].append(statement)
    for number, statements in own.items():
        for told in _told(reading, number, statements):
            if first - _BACK <= told.mention.first <= last + _AHEAD:
                yield told


def _told(reading: Reading, number: int, statements: Sequence[Statement]) -> Iterator[_Told]:
    report = reading.reports[number]
    body = report.body[:MOST_CHARS]
    mentions = dates_in(body, published_at=report.published_at, lang=report.lang)
    at = report.published_at
    published = at.astimezone(UTC).date() if at else None
    for statement in statements:
        within = [m for m in mentions if statement.start <= m.start and m.end <= statement.end]
        found = _first_told(reading, statement, within, published) if within else None
        if found and can_be_shown(statement, reading.reports):
            when, mention = found
            yield _Told(when, statement, mention, _worth(reading, statement, mention))


def _first_told(
    reading: Reading,
    statement: Statement,
    mentions: Sequence[DateMention],
    published: date | None,
) -> tuple[When, DateMention] | None:
    """Return the first day that the sentence is about, where it is about the story at all."""
    centre = centrality_of(statement, reading.salience) / (reading.top or 1.0)
    text = text_of(statement, reading.reports)
    for mention in mentions:
        is_far = published is not None and abs(mention.first - published) > _NEAR
        if centre < (_RELEVANT_FAR if is_far else _RELEVANT):
            continue
        place = mention.start - statement.start, mention.end - statement.start
        frame = frame_of(text, base_language(reading.lang), *place)
        if when := when_told(frame, mention, published):
            return when, mention
    return None


def _worth(reading: Reading, statement: Statement, mention: DateMention) -> float:
    """Return what a sentence is worth for its day."""
    worth = worth_of(statement, reading.salience, top=reading.top)
    worth -= faults_of(statement, reading.reports)
    report = reading.reports[statement.report]
    before = report.body[statement.start : mention.start].lower().split()[-3:]
    return worth - _SAYING * (not SAID.isdisjoint(before)) + (mention.confidence - 1)
