"""What is shown of a story's brief: as much of it as the outlets that are cited allow."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeVar

from wireroom.engine.insight.changes import Why
from wireroom.engine.insight.perspectives.gaps import Gap
from wireroom.news.queries.cards import ReportCard, StoryCard, story_card
from wireroom.news.queries.cited import Cited, Citing, ShownChange, cite_reports
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.coverage import read_reports
from wireroom.news.queries.perspectives import (
    Kept,
    ShownView,
    articles_of_view,
    keep_first_view,
    read_gaps,
    show_view,
)

# What stands on the story's own page; the rest of the quotes has a page of its own.
FIRST_QUOTES: Final = 6
_FIRST_DIFFERENCES: Final = 6
_FIRST_DAYS: Final = 12
_FIRST_NEWS: Final = 6
_FIRST_OTHERS: Final = 3
_FIRST_GONE: Final = 6
# A difference of which outlets let one value be shown is none any more.
_FEWEST_VALUES: Final = 2
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPoint:
    """A key point; `independent` reports say so in words of their own."""

    cited: Cited
    independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNews:
    """A sentence that says what no report before it said."""

    cited: Cited
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDay:
    """What happened on a day, or is announced for it; `others` reports tell of that day, too."""

    cited: Cited
    day: date
    is_announced: bool
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownValue:
    """What one voice says: the words from `start` to `end` of the sentence that is cited.

    `source` is who is cited for it, `carriers` are outlets that carry the same text. It was told
    `at`, with the report or with a revision of it.
    """

    cited: Cited
    start: int
    end: int
    source: str
    carriers: tuple[str, ...]
    is_latest: bool
    at: datetime

    @property
    def is_cut(self) -> bool:
        """Tell whether the sentence goes on behind what is cited of it."""
        text = self.cited.text
        return self.end < len(text) and (text[-1].isalnum() or text[-1] in ",;:،؛")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """One fact and the values that reports give for it, oldest first."""

    kind: str
    measure: str
    about: str
    values: tuple[ShownValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """One utterance, and the reports that have it.

    `carried` counts the reports that have it, `independent` those whose text is their own.
    """

    cited: Cited
    speakers: tuple[str, ...]
    addressee: str
    via: tuple[str, ...]
    first: ReportCard | None
    carried: int
    independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBrief:
    """A story's brief as its page shows it; `more_quotes` stand on a page of their own.

    `gone` is what it showed not long ago and nothing stands for.
    """

    points: tuple[ShownPoint, ...] = ()
    news: tuple[ShownNews, ...] = ()
    differences: tuple[ShownDifference, ...] = ()
    quotes: tuple[ShownQuote, ...] = ()
    timeline: tuple[ShownDay, ...] = ()
    gone: tuple[ShownChange, ...] = ()
    more_quotes: int = 0
    view: ShownView | None = None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPage:
    """All that a story's reports quote, as far as it may be shown."""

    story: StoryCard
    brief: ShownBrief


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """A brief as its row keeps it, cut to what a page shows."""

    points: Sequence[Kept] = ()
    news: Sequence[Kept] = ()
    differences: Sequence[Kept] = ()
    quotes: Sequence[Kept] = ()
    timeline: Sequence[Kept] = ()
    gone: Sequence[Kept] = ()
    more_quotes: int = 0
    view: Kept | None = None
    gaps: tuple[Gap, ...] = ()

    def cited(self) -> Iterator[int]:
        """Yield the articles whose words or names it shows."""
        values = (value for one in self.differences for value in one["values"])
        for kept in (*self.points, *self.news, *self.timeline, *values, *self.quotes):
            yield from _articles_of(kept)
        yield from (one["was"][1] for one in self.gone)
        for quote in self.quotes:
            yield quote["first"]
            yield from (saying[1] for saying in quote["others"])
        if self.view:
            yield from articles_of_view(self.view)


def _articles_of(kept: Kept) -> Iterator[int]:
    """Yield the article of a piece, and of what stood in its place before."""
    yield kept["saying"][1]
    if "changed" in kept:
        yield kept["changed"]["was"][1]


def cited_by(points: Sequence[Kept]) -> set[int]:
    """Return the articles whose words or names key points show."""
    return {article for one in points for article in _articles_of(one)}


def read_story_quotes(story: StoryRow) -> QuotesPage:
    """Return what a story's reports quote, in two queries."""
    kept = KeptBrief(quotes=_load(story.brief).get("quotes", ()))
    reports = read_reports(set(kept.cited()))
    return QuotesPage(story=story_card(story), brief=show_brief(kept, cite_reports(reports)))


def keep_first(content: str) -> KeptBrief:
    """Return a kept brief (JSON, or nothing) cut to what the story's own page shows."""
    kept = _load(content)
    quotes = kept.get("quotes", ())
    first = [{**one, "others": one["others"][:_FIRST_OTHERS]} for one in quotes[:FIRST_QUOTES]]
    return KeptBrief(
        points=kept.get("points", ()),
        news=kept.get("news", ())[-_FIRST_NEWS:][::-1],
        differences=kept.get("differences", ())[:_FIRST_DIFFERENCES],
        quotes=first,
        timeline=kept.get("timeline", ())[-_FIRST_DAYS:],
        gone=kept.get("gone", ())[:_FIRST_GONE],
        more_quotes=max(len(quotes) - FIRST_QUOTES, 0),
        view=keep_first_view(kept),
        gaps=read_gaps(kept),
    )


def _load(content: str) -> Kept:
    kept: Kept = json.loads(content) if content else {}
    return kept


def keep_points(content: str, *, most: int) -> Sequence[Kept]:
    """Return the first key points of a kept brief (JSON, or nothing)."""
    points: Sequence[Kept] = _load(content).get("points", ())[:most]
    return points


def show_points(kept: Sequence[Kept], citing: Citing) -> tuple[ShownPoint, ...]:
    """Return the key points that may be shown."""
    return _all(_show_point(one, citing) for one in kept)


def show_quotes(kept: Sequence[Kept], citing: Citing) -> tuple[ShownQuote, ...]:
    """Return the quotes that may be shown."""
    return _all(_show_quote(one, citing) for one in kept)


def show_brief(kept: KeptBrief, citing: Citing) -> ShownBrief:
    """Return what may be shown of a brief; what stands first spends an outlet's words first."""
    return ShownBrief(
        points=show_points(kept.points, citing),
        news=_all(_show_news(one, citing) for one in kept.news),
        differences=_all(_show_difference(one, citing) for one in kept.differences),
        quotes=show_quotes(kept.quotes, citing),
        timeline=_all(_show_day(one, citing) for one in kept.timeline),
        gone=_show_gone(kept.gone, citing),
        more_quotes=kept.more_quotes,
        view=show_view(kept.view, citing) if kept.view else None,
        gaps=kept.gaps,
    )


def _show_gone(kept: Sequence[Kept], citing: Citing) -> tuple[ShownChange, ...]:
    """Return what is gone; pieces of one report that went together without their words are one."""
    # Where a report belongs is the grouping's concern: of one that moved to another story nothing
    # is told here, nor of one whose words may not be shown.
    told = (citing.tell_change(one) for one in kept if one["why"] != Why.MOVED)
    told = (one for one in told if one.was or one.why == Why.WITHDRAWN)
    return tuple({(one.at, one.why, one.report_id, one.was): one for one in told}.values())


def _show_point(kept: Kept, citing: Citing) -> ShownPoint | None:
    cited = citing.cite_kept(kept)
    return ShownPoint(cited=cited, independent=kept["independent"]) if cited else None


def _show_news(kept: Kept, citing: Citing) -> ShownNews | None:
    cited = citing.cite_kept(kept)
    return ShownNews(cited=cited, at=cited.report.times.sort_at) if cited else None


def _show_day(kept: Kept, citing: Citing) -> ShownDay | None:
    cited = citing.cite_kept(kept)
    if cited is None:
        return None
    return ShownDay(
        cited=cited,
        day=date.fromisoformat(kept["day"]),
        is_announced=kept["when"] == "announced",
        others=kept["others"],
    )


def _show_difference(kept: Kept, citing: Citing) -> ShownDifference | None:
    values = _all(_show_value(one, citing) for one in kept["values"])
    if len(values) < _FEWEST_VALUES:
        return None
    return ShownDifference(
        kind=kept["kind"], measure=kept["measure"], about=kept["about"], values=values
    )


def _show_value(kept: Kept, citing: Citing) -> ShownValue | None:
    start, end = kept["marked"]
    # Where an excerpt's words are spent, the value stands without its sentence.
    cited = citing.cite_kept(kept, _cut(kept["saying"], start, end))
    if cited is None:
        return None
    is_whole = cited.text == kept["saying"][0]
    return ShownValue(
        cited=cited,
        start=start if is_whole else 0,
        end=end if is_whole else len(cited.text),
        source=kept["source"],
        carriers=tuple(kept["carriers"]),
        is_latest=kept["latest"],
        at=datetime.fromisoformat(kept["at"]) if kept.get("at") else cited.report.times.sort_at,
    )


def _cut(saying: Sequence[Any], start: int, end: int) -> list[Any]:
    """Return a part of words and its place."""
    text, article, revision, first, _ = saying
    return [text[start:end], article, revision, first + start, first + end]


def _show_quote(kept: Kept, citing: Citing) -> ShownQuote | None:
    cited = citing.cite_kept(kept, *kept["others"])
    if cited is None:
        return None
    return ShownQuote(
        cited=cited,
        speakers=tuple(kept["speakers"]),
        addressee=kept["addressee"],
        via=tuple(kept["via"]),
        first=citing.card(kept["first"]),
        carried=kept["carried"],
        independent=kept["independent"],
    )


def _all(shown: Iterator[_T | None]) -> tuple[_T, ...]:
    return tuple(one for one in shown if one is not None)
