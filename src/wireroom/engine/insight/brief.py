"""A story's brief: what its reports say, chosen by rule, checked, and with its place in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol, TypeVar

from wireroom.engine.insight.differences.find import differences
from wireroom.engine.insight.differences.report import Difference
from wireroom.engine.insight.differences.report import Report as Compared
from wireroom.engine.insight.entities.across import Shared, join_entities
from wireroom.engine.insight.entities.entity import Kind
from wireroom.engine.insight.entities.find import find_entities
from wireroom.engine.insight.key_points.choose import KeyPoint, choose_points
from wireroom.engine.insight.key_points.reading import read_story
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.key_points.sentences import measure_opening
from wireroom.engine.insight.key_points.since import NewPoint, find_new, log_news
from wireroom.engine.insight.timeline.build import Entry, build_timeline
from wireroom.engine.insight.verify.check import verify
from wireroom.engine.insight.verify.claim import CitedArticle, Claim, Span
from wireroom.engine.insight.verify.sentences import widen

_LONGEST_DATELINE: Final = 200  # characters looked back for the start of its sentence


class _Cited(Protocol):
    """What a brief shows: words, and where they stand."""

    @property
    def text(self) -> str: ...
    @property
    def span(self) -> Span: ...


_MOST_TOPICS: Final = 60
_C = TypeVar("_C", bound=_Cited)


@dataclass(frozen=True, slots=True)
class Topic:
    """A person, place or organisation, and where in the bodies of which reports it is named."""

    kind: Kind
    name: str
    reports: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is shown of a story. `withheld` counts what the verifier did not let through.

    `news` is what each report said for the first time, in order of time.
    Of `voices` that tell the story `compared` were read. `new` is None where nobody asked since
    when. `topics` are who and what the reports name, where that was asked for.
    """

    key_points: tuple[KeyPoint, ...]
    timeline: tuple[Entry, ...]
    news: tuple[NewPoint, ...]
    new: tuple[NewPoint, ...] | None
    compared: int
    voices: int
    withheld: int
    differences: tuple[Difference, ...] = ()
    topics: tuple[Topic, ...] = ()


def write_brief(
    reports: Iterable[Report], *, since: datetime | None = None, with_topics: bool = False
) -> Brief:
    """Return the brief of a story; with `since` also what is new after that moment.

    Names are looked for where topics are asked for: the first time takes a second, for a table
    of the world's towns.
    """
    told = list(reports)
    reading = read_story(told)
    chosen = choose_points(reading)
    checked = _Checked(told)
    return Brief(
        key_points=checked.passed(chosen.points),
        timeline=checked.passed(build_timeline(reading)),
        news=checked.passed(log_news(reading)),
        new=None if since is None else checked.passed(find_new(told, since)),
        compared=chosen.compared,
        voices=chosen.voices,
        withheld=checked.withheld,
        differences=tuple(differences([_as_compared(report) for report in told])),
        topics=_topics(told) if with_topics else (),
    )


def _topics(reports: Sequence[Report]) -> tuple[Topic, ...]:
    """Return what most reports name first."""
    found = [find_entities(report.title, report.body, report.lang) for report in reports]
    return tuple(_topic(shared, reports) for shared in join_entities(found)[:_MOST_TOPICS])


def _topic(shared: Shared, reports: Sequence[Report]) -> Topic:
    spans = (
        Span(reports[number].id, reports[number].revision, place.start, place.end)
        for number, entity in shared.members
        for place in entity.spans
        if not place.in_title
    )
    named_by = len({number for number, _ in shared.members})
    return Topic(shared.kind, shared.name, named_by, tuple(spans))


class _Checked:
    """The last word of the verifier on all that a brief shows."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._articles = {report.id: _as_cited(report) for report in reports}
        self._known: dict[Span, bool] = {}  # points, days and news are often the same sentences
        self.withheld = 0

    def passed(self, points: Iterable[_C]) -> tuple[_C, ...]:
        """Return those that pass, and count the others."""
        found = tuple(points)
        kept = tuple(point for point in found if self._passes(point))
        self.withheld += len(found) - len(kept)
        return kept

    def _passes(self, point: _Cited) -> bool:
        if point.span not in self._known:
            self._known[point.span] = self._is_sound(point.span)
        return self._known[point.span]

    def _is_sound(self, span: Span) -> bool:
        article = self._articles[span.article]
        whole = _with_dateline(span, article.text)
        text = article.text[whole.start : whole.end]
        return verify(Claim(text, (whole,)), (article,)).passed


def _with_dateline(span: Span, body: str) -> Span:
    """Return the span with the dateline before it: the verifier knows whole sentences only."""
    start, end = widen(body, span.start, span.end, reach=_LONGEST_DATELINE)
    opening = body[start : span.start]
    if end != span.end:
        return span
    is_bare = not any(map(str.isalnum, opening))
    if is_bare or start + measure_opening(body[start:end]) == span.start:
        return replace(span, start=start)
    return span


def _as_compared(report: Report) -> Compared:
    timed = len(report.body) if report.timed_chars is None else report.timed_chars
    known = report.quotes
    return Compared(
        article=report.id,
        revision=report.revision,
        outlet=report.outlet or report.id,
        body=report.body[:timed],
        lang=report.lang,
        published_at=report.published_at,
        copy_of=report.voice if report.voice != report.id else None,
        quotes=None if known is None else [quote for quote in known if quote.end <= timed],
        former=report.former,
    )


def _as_cited(report: Report) -> CitedArticle:
    return CitedArticle(report.id, report.revision, report.body, report.lang, report.published_at)
