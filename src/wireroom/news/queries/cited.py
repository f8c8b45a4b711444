"""Words of reports as pages cite them: what their outlets allow, and no more than an excerpt."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wireroom.engine.insight.ledger.entry import Saying
from wireroom.news.kept_sayings import read_saying
from wireroom.news.publication import Level, count_words
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.coverage import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words of a report; `stands_here` tells that its own page here shows all of its text."""

    text: str
    report: ReportCard
    stands_here: bool

    @property
    def leads_out(self) -> bool:
        """Tell whether the words are to be seen at the publisher's alone."""
        return not self.stands_here and bool(self.report.link)


@dataclass(slots=True)
class Citing:
    """Cites reports on one page: of each as many words as an excerpt of it has.

    `reports` has those that are cited, as they are now. What an outlet allows is asked for every
    text anew, and only words of a report's latest state are cited.
    """

    reports: Mapping[int, Report]
    _spent: Counter[int] = field(default_factory=Counter)

    def cite(self, kept: Sequence[Sequence[Any]]) -> Cited | None:
        """Return the first of several wordings that may be shown."""
        for saying, report in self._standing(kept):
            if self._allow(saying.text, report):
                return Cited(
                    text=saying.text,
                    report=report.card,
                    stands_here=report.policy.level is Level.FULL,
                )
        return None

    def carry(self, text: str, kept: Sequence[Sequence[Any]]) -> tuple[Cited, ...]:
        """Return those of a report's sentences that may carry a text made of their words.

        The text is shown, not the sentence: its words are what an excerpt is spent on.
        """
        return tuple(
            Cited(
                text=saying.text,
                report=report.card,
                stands_here=report.policy.level is Level.FULL,
            )
            for saying, report in self._standing(kept)
            if self._allow(text, report)
        )

    def card(self, article: int) -> ReportCard | None:
        """Return a report that is still there."""
        report = self.reports.get(article)
        return report.card if report else None

    def _standing(self, kept: Sequence[Sequence[Any]]) -> Iterator[tuple[Saying, Report]]:
        for saying in map(read_saying, kept):
            report = self.reports.get(int(saying.span.article))
            if report is not None and report.card.revision_count == saying.span.revision:
                yield saying, report

    def _allow(self, text: str, report: Report) -> bool:
        """Count the words of a text and say whether its outlet lets them be shown."""
        if not report.may_be_read:
            return False
        policy, article = report.policy, report.card.id
        if policy.level is not Level.EXCERPT:
            return policy.level is Level.FULL
        cost = count_words(text)
        if self._spent[article] + cost > policy.excerpt_words:
            return False
        self._spent[article] += cost
        return True
