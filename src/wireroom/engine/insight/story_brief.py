"""What is shown of a story's reports beside them, made of their texts alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from wireroom.engine.insight.brief import Brief, write_brief
from wireroom.engine.insight.context import Contexts
from wireroom.engine.insight.differences.report import Difference, Value
from wireroom.engine.insight.entities.entity import Entity
from wireroom.engine.insight.former import Former
from wireroom.engine.insight.key_points.report import Report
from wireroom.engine.insight.ledger.build import build_ledger
from wireroom.engine.insight.ledger.entry import Entry, Saying, Telling
from wireroom.engine.insight.perspectives.find import find_perspectives
from wireroom.engine.insight.perspectives.gaps import Gap
from wireroom.engine.insight.perspectives.teller import Teller
from wireroom.engine.insight.perspectives.view import View
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One report of a story at one revision; `body` is paragraphs joined by blank lines.

    `original` is the report whose text it carries, itself where its text is its own. `quotes`
    and `names` are None where they have not been looked for in this revision. The first
    `timed_chars` of the body are of the time `at`: of a live blog, what stands above its entries.
    `former` are the states before this revision, oldest first. `section` is the outlet's own.
    """

    article: str
    revision: int
    outlet: str
    original: str
    body: str
    title: str = ""
    lang: str = "und"
    at: datetime | None = None
    quotes: Sequence[Quote] | None = None
    timed_chars: int | None = None
    names: Sequence[Entity] | None = None
    former: Sequence[Former] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for in one revision of an article."""

    article: str
    revision: int
    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class InSentence:
    """A value of a difference, and the sentence that it stands in."""

    value: Value
    sentence: Saying


@dataclass(frozen=True, slots=True)
class TableOfValues:
    """A difference, its values each in their sentence."""

    difference: Difference
    values: Sequence[InSentence]


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """What a story's reports hold; `found` is of the articles that were read anew for it.

    `views` and `gaps` are of its event in all languages.
    """

    brief: Brief | None = None
    differences: Sequence[TableOfValues] = ()
    quotes: Sequence[Entry] = ()
    found: Sequence[Found] = ()
    views: Sequence[View] = ()
    gaps: Sequence[Gap] = ()


def brief_story(
    reports: Sequence[StoryReport], tellers: Sequence[Teller] = (), gaps: Sequence[Gap] = ()
) -> StoryBrief:
    """Read the reports of one story, which come in order of time, and choose of them.

    `tellers` are those of its event in all languages, and `gaps` who does not tell it.
    """
    read = [_with_quotes(report) for report in reports]
    brief = write_brief(_as_told(report) for report in read)
    return StoryBrief(
        brief=brief,
        differences=_tables(brief.differences, reports),
        quotes=build_ledger([_telling(report) for report in read]),
        found=[
            Found(new.article, new.revision, new.quotes or ())
            for report, new in zip(reports, read, strict=True)
            if report.quotes is None
        ],
        views=find_perspectives([_with_known(teller, read) for teller in tellers]),
        gaps=gaps,
    )


def _with_known(teller: Teller, read: Sequence[StoryReport]) -> Teller:
    """Return a report of the event with the quotes that were found for its story."""
    if teller.quotes is not None:
        return teller
    same = (one.quotes for one in read if one.article == teller.article)
    return replace(teller, quotes=next(same, None))


def _with_quotes(report: StoryReport) -> StoryReport:
    if report.quotes is not None:
        return report
    lang = None if report.lang == "und" else report.lang
    return replace(report, quotes=tuple(find_quotes(report.body, lang)))


def _as_told(report: StoryReport) -> Report:
    return Report(
        id=report.article,
        body=report.body,
        revision=report.revision,
        title=report.title,
        published_at=report.at,
        lang=report.lang,
        outlet=report.outlet,
        voice=report.original,
        timed_chars=report.timed_chars,
        quotes=report.quotes,
        former=report.former,
    )


def _tables(found: Sequence[Difference], reports: Sequence[StoryReport]) -> list[TableOfValues]:
    contexts: dict[str, tuple[str, Contexts]] = {}
    bodies = {report.article: report.body for report in reports}

    def placed(value: Value) -> InSentence:
        span = value.span
        if span.article not in contexts:
            contexts[span.article] = bodies[span.article], Contexts(bodies[span.article])
        body, known = contexts[span.article]
        start, end = known.around(span.start, span.end)
        return InSentence(value, Saying(body[start:end], replace(span, start=start, end=end)))

    return [
        TableOfValues(difference, [placed(value) for value in difference.values])
        for difference in found
    ]


def _telling(report: StoryReport) -> Telling:
    return Telling(
        article=report.article,
        revision=report.revision,
        outlet=report.outlet,
        original=report.original,
        quotes=report.quotes or (),
    )
