"""What is shown of a story's reports beside them, made of their texts alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from wireroom.engine.insight.ledger.build import build_ledger
from wireroom.engine.insight.ledger.entry import Entry, Telling
from wireroom.engine.insight.quotes.find import find_quotes
from wireroom.engine.insight.quotes.quote import Quote


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One report of a story at one revision; `body` is paragraphs joined by blank lines.

    `original` is the report whose text it carries, itself where its text is its own. `quotes`
    is None where they have not been looked for in this revision.
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


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for in one revision of an article."""

    article: str
    revision: int
    quotes: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """What a story's reports hold; `found` is of the articles that were read anew for it."""

    quotes: Sequence[Entry] = ()
    found: Sequence[Found] = ()


def brief_story(reports: Sequence[StoryReport]) -> StoryBrief:
    """Read the reports of one story, which come in order of time, and choose of them."""
    read = [_with_quotes(report) for report in reports]
    return StoryBrief(
        quotes=build_ledger([_telling(report) for report in read]),
        found=[
            Found(new.article, new.revision, new.quotes or ())
            for report, new in zip(reports, read, strict=True)
            if report.quotes is None
        ],
    )


def _with_quotes(report: StoryReport) -> StoryReport:
    if report.quotes is not None:
        return report
    lang = None if report.lang == "und" else report.lang
    return replace(report, quotes=tuple(find_quotes(report.body, lang)))


def _telling(report: StoryReport) -> Telling:
    return Telling(
        article=report.article,
        revision=report.revision,
        outlet=report.outlet,
        original=report.original,
        quotes=report.quotes or (),
    )
