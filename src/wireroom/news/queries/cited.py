"""Words of reports as pages cite them: what their outlets allow, and no more than an excerpt."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from wireroom.engine.insight.changes import Why
from wireroom.engine.insight.ledger.entry import Saying
from wireroom.news.hidden import Hidden, is_hidden
from wireroom.news.kept_sayings import read_saying
from wireroom.news.publication import Level, count_words
from wireroom.news.queries.cards import ReportCard
from wireroom.news.queries.coverage import Report
from wireroom.news.queries.errors import read_hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """When words took the place of others, why (insight.changes.Why), and of which report.

    `report` is None where that was withdrawn; `was` are the words before, "" where they may not
    be shown.
    """

    at: datetime
    why: str
    report: ReportCard | None
    was: str = ""

    @property
    def report_id(self) -> int:
        """The report's number; 0 of one that was withdrawn."""
        return self.report.id if self.report else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words of a report, and their place in its latest state.

    `stands_here` tells that its own page here shows all of its text; `change` what stood in their
    place before.
    """

    text: str
    report: ReportCard
    stands_here: bool
    start: int
    end: int
    change: ShownChange | None = None

    @property
    def leads_out(self) -> bool:
        """Tell whether the words are to be seen at the publisher's alone."""
        return not self.stands_here and bool(self.report.link)


@dataclass(slots=True)
class Citing:
    """Cites reports on one page: of each as many words as an excerpt of it has.

    `reports` has those that are cited, as they are now. What an outlet allows is asked for every
    text anew, and only words of a report's latest state are cited. What
    editors have `hidden` is not.
    """

    reports: Mapping[int, Report]
    hidden: Hidden = ()
    _spent: Counter[int] = field(default_factory=Counter)
    _spent_on_older: Counter[int] = field(default_factory=Counter)

    def cite(self, kept: Sequence[Sequence[Any]]) -> Cited | None:
        """Return the first of several wordings that may be shown."""
        for saying, report in self._standing(kept):
            if self._allow(saying.text, report):
                return Cited(
                    text=saying.text,
                    report=report.card,
                    stands_here=report.policy.level is Level.FULL,
                    start=saying.span.start,
                    end=saying.span.end,
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
                start=saying.span.start,
                end=saying.span.end,
            )
            for saying, report in self._standing(kept)
            if self._allow(text, report)
        )

    def cite_kept(self, kept: Mapping[str, Any], *sayings: Sequence[Any]) -> Cited | None:
        """Return a kept piece's words, with what is marked as changed of them.

        Of several wordings only the piece's own has the mark.
        """
        cited = self.cite([kept["saying"], *sayings])
        mark = kept.get("changed")
        if cited is None or mark is None or cited.report.id != kept["saying"][1]:
            return cited
        return replace(cited, change=self.tell_change(mark))

    def tell_change(self, mark: Mapping[str, Any]) -> ShownChange:
        """Return a mark of news/changed.py as pages show it; what was withdrawn is not told."""
        was = read_saying(mark["was"])
        report = self.reports.get(int(was.span.article))
        is_gone = mark["why"] == Why.WITHDRAWN or report is None
        may_show = not is_gone and not is_hidden(mark["was"], self.hidden)
        shown = report is not None and may_show and self._allow_older(was.text, report)
        return ShownChange(
            at=datetime.fromisoformat(mark["at"]),
            why=mark["why"] if report is not None else Why.WITHDRAWN.value,
            report=None if is_gone or report is None else report.card,
            was=was.text if shown else "",
        )

    def _allow_older(self, text: str, report: Report) -> bool:
        """Say whether words of an older state may be shown: what an excerpt has left at most."""
        if not report.may_be_read or report.policy.level is not Level.EXCERPT:
            return report.may_be_read and report.policy.level is Level.FULL
        article, cost = report.card.id, count_words(text)
        spent = self._spent[article] + self._spent_on_older[article]
        if spent + cost > report.policy.excerpt_words:
            return False
        self._spent_on_older[article] += cost
        return True

    def card(self, article: int) -> ReportCard | None:
        """Return a report that is still there."""
        report = self.reports.get(article)
        return report.card if report else None

    def _standing(self, kept: Sequence[Sequence[Any]]) -> Iterator[tuple[Saying, Report]]:
        for one in kept:
            if is_hidden(one, self.hidden):
                continue
            saying = read_saying(one)
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


def cite_reports(reports: Mapping[int, Report]) -> Citing:
    """Return what cites these reports without what editors hid of them: one query."""
    return Citing(reports, read_hidden(reports))
