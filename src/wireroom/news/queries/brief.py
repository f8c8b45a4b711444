"""What is shown of a story's brief: as much of it as the outlets that are quoted allow."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from wireroom.engine.insight.ledger.entry import Saying
from wireroom.news.briefs import read_saying
from wireroom.news.publication import Level, count_words
from wireroom.news.queries.cards import ReportCard, StoryCard, story_card
from wireroom.news.queries.columns import StoryRow
from wireroom.news.queries.coverage import Report, read_reports

# What stands on the story's own page; the rest has a page of its own.
FIRST_QUOTES: Final = 6
_FIRST_OTHERS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuote:
    """One utterance: `text` is the wording of `report`, the others have it too.

    `carried` counts the reports that have it, `independent` those whose text is their own.
    """

    text: str
    report: ReportCard
    stands_here: bool  # the report's own page shows all of its text
    kind: str
    speakers: tuple[str, ...]
    addressee: str
    via: tuple[str, ...]
    first: ReportCard | None
    others: tuple[ReportCard, ...]
    carried: int
    independent: int

    @property
    def leads_out(self) -> bool:
        """Tell whether the words are to be seen at the publisher's alone."""
        return not self.stands_here and bool(self.report.link)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBrief:
    """A story's brief as its page shows it; `more_quotes` stand on a page of their own."""

    quotes: tuple[ShownQuote, ...] = ()
    more_quotes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesPage:
    """All that a story's reports quote, as far as it may be shown."""

    story: StoryCard
    brief: ShownBrief


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """A brief as its row keeps it, cut to what a page shows."""

    quotes: Sequence[Mapping[str, Any]] = ()
    more_quotes: int = 0

    def cited(self) -> Iterator[int]:
        """Yield the articles whose words or names it shows."""
        for quote in self.quotes:
            yield quote["first"]
            for saying in (quote["saying"], *quote["others"]):
                yield saying[1]


@dataclass(slots=True)
class _Words:
    """How many words of each report have been shown: an excerpt's worth, no more."""

    spent: Counter[int] = field(default_factory=Counter)

    def allow(self, text: str, report: Report) -> bool:
        """Count the words of a text and say whether its outlet lets them be shown."""
        if not report.may_be_read:
            return False
        policy, article = report.policy, report.card.id
        if policy.level is not Level.EXCERPT:
            return policy.level is Level.FULL
        cost = count_words(text)
        if self.spent[article] + cost > policy.excerpt_words:
            return False
        self.spent[article] += cost
        return True


def read_story_quotes(story: StoryRow) -> QuotesPage:
    """Return what a story's reports quote, in one query."""
    kept = KeptBrief(quotes=_quotes(story.brief))
    reports = read_reports(set(kept.cited()))
    return QuotesPage(story=story_card(story), brief=show_brief(kept, reports))


def keep_first(content: str) -> KeptBrief:
    """Return a kept brief (JSON, or nothing) cut to what the story's own page shows."""
    quotes = _quotes(content)
    first = [{**one, "others": one["others"][:_FIRST_OTHERS]} for one in quotes[:FIRST_QUOTES]]
    return KeptBrief(quotes=first, more_quotes=max(len(quotes) - FIRST_QUOTES, 0))


def _quotes(content: str) -> Sequence[Mapping[str, Any]]:
    quotes: Sequence[Mapping[str, Any]] = json.loads(content).get("quotes", ()) if content else ()
    return quotes


def show_brief(kept: KeptBrief, reports: Mapping[int, Report]) -> ShownBrief:
    """Return what may be shown of a brief; `reports` has those that it cites, as they are now."""
    words = _Words()
    shown = (_show_quote(quote, reports, words) for quote in kept.quotes)
    return ShownBrief(
        quotes=tuple(quote for quote in shown if quote is not None), more_quotes=kept.more_quotes
    )


def _show_quote(
    quote: Mapping[str, Any], reports: Mapping[int, Report], words: _Words
) -> ShownQuote | None:
    sayings = [read_saying(one) for one in (quote["saying"], *quote["others"])]
    chosen = next((one for one in _standing(sayings, reports) if words.allow(*one)), None)
    if chosen is None:
        return None
    text, report = chosen
    others = (reports[one] for one in _articles(sayings) if one in reports)
    return ShownQuote(
        text=text,
        report=report.card,
        stands_here=report.policy.level is Level.FULL,
        kind=quote["kind"],
        speakers=tuple(quote["speakers"]),
        addressee=quote["addressee"],
        via=tuple(quote["via"]),
        first=reports[quote["first"]].card if quote["first"] in reports else None,
        others=tuple(other.card for other in others if other.card.id != report.card.id),
        carried=quote["carried"],
        independent=quote["independent"],
    )


def _standing(
    sayings: Iterable[Saying], reports: Mapping[int, Report]
) -> Iterator[tuple[str, Report]]:
    """Yield words with their report where that is still of the state they were read in."""
    for saying in sayings:
        report = reports.get(int(saying.span.article))
        if report is not None and report.card.revision_count == saying.span.revision:
            yield saying.text, report


def _articles(sayings: Iterable[Saying]) -> Iterator[int]:
    return (int(saying.span.article) for saying in sayings)
