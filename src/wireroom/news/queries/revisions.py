"""How a report's text changed: two of its states beside each other, as its outlet lets us show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.engine.copies.comparison import compare_words
from wireroom.engine.copies.pieces import Comparison, WordCounts
from wireroom.engine.types import Passage
from wireroom.news.publication import Level, Policy, shown_chars
from wireroom.news.queries.cards import ReportCard, outlet_terms, report_card
from wireroom.news.queries.columns import REPORT_COLUMNS, REPORT_END, REPORT_TABLES, as_report
from wireroom.news.queries.comparison import MOST_CHARS
from wireroom.news.queries.rows import Row, moment, read_row, read_rows, texts
from wireroom.news.queries.side_by_side import Phrase, TextRow, changed_phrases, text_rows
from wireroom.news.queries.structure import read_live_entries

# States that are listed: a page that changes every minute for a day has more, the first go first.
_MOST_STATES: Final = 200
_ARTICLE: Final = f"""
SELECT {REPORT_COLUMNS} FROM {REPORT_TABLES}
WHERE article.id = %s AND article.spiked_at IS NULL
"""
_STATES: Final = """
SELECT number, seen_at FROM news_revision WHERE article_id = %s ORDER BY number DESC LIMIT %s
"""
_TEXTS: Final = f"""
SELECT number, headline, standfirst, key_points, live_entries, substr(body, 1, {MOST_CHARS + 1})
FROM news_revision WHERE article_id = %s AND number IN (%s, %s)
"""


@dataclass(frozen=True, slots=True)
class State:
    """One state of a report's text: its number, and when it was first seen so."""

    number: int
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedText:
    """What changed in one part of a report; `rows` are empty where it may not be shown whole."""

    rows: tuple[TextRow, ...]
    phrases: tuple[Phrase, ...]
    before: WordCounts
    after: WordCounts

    @property
    def is_same(self) -> bool:
        """Whether no word changed."""
        sides = (self.before, self.after)
        return not any(one.changed or one.alone or one.only for one in sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionPage:
    """Two states of a report. `states` are the latest first; of one alone nothing is compared."""

    report: ReportCard
    policy: Policy
    states: tuple[State, ...]
    old: State | None
    new: State
    headline: ChangedText | None
    standfirst: ChangedText | None
    body: ChangedText | None
    is_long: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """A state's words, and how many code points of its body may be shown."""

    headline: str
    standfirst: str
    body: str
    shown_chars: int
    is_long: bool


def read_revisions(article_id: int, number: int | None = None) -> RevisionPage | None:
    """Return what changed with a state of a report, the latest if none is named; three queries.

    None where there is no such report or state.
    """
    row = read_row(_ARTICLE, (article_id,))
    if row is None:
        return None
    report = as_report(row[:REPORT_END])
    policy = outlet_terms(report.outlet).policy
    told = read_rows(_STATES, (article_id, _MOST_STATES))
    states = tuple(State(state, moment(seen_at)) for state, seen_at in told)
    new = next((one for one in states if number in (None, one.number)), None)
    if new is None:
        return None
    old = next((one for one in states if one.number < new.number), None)
    both = {}
    if old is not None:
        rows = read_rows(_TEXTS, (article_id, old.number, new.number))
        both = {row[0]: _read(row, policy, report.health) for row in rows}
    page = RevisionPage(
        report=report_card(report), policy=policy, states=states, old=old, new=new,
        headline=None, standfirst=None, body=None, is_long=False,
    )  # fmt: skip
    if old is None or len(both) < 2:
        return page
    return _compared(page, both[old.number], both[new.number])


def _read(row: Row, policy: Policy, health: str) -> _Text:
    _, headline, standfirst, key_points, live, body = row
    cut = body[:MOST_CHARS]
    most = shown_chars(
        policy,
        health=health,
        standfirst=standfirst,
        key_points=texts(key_points),
        body=cut,
        live_entries=read_live_entries(live),
    )
    return _Text(headline, standfirst, cut, most, len(body) > MOST_CHARS)


def _compared(page: RevisionPage, old: _Text, new: _Text) -> RevisionPage:
    shows_all = page.policy.level is Level.FULL
    return RevisionPage(
        report=page.report,
        policy=page.policy,
        states=page.states,
        old=page.old,
        new=page.new,
        headline=_change(old.headline, new.headline, shows_all=True),
        standfirst=_change(old.standfirst, new.standfirst, shows_all=shows_all),
        body=_change(
            old.body, new.body, shows_all=shows_all, shown=(old.shown_chars, new.shown_chars)
        ),
        is_long=old.is_long or new.is_long,
    )


def _change(
    old: str, new: str, *, shows_all: bool, shown: tuple[int, int] = (0, 0)
) -> ChangedText | None:
    if old == new:
        return None
    found = _compare(old, new)
    change = ChangedText(
        rows=text_rows(found, old, new) if shows_all else (),
        phrases=() if shows_all else changed_phrases(found, (old, shown[0]), (new, shown[1])),
        before=found.a,
        after=found.b,
    )
    return None if change.is_same else change


def _compare(old: str, new: str) -> Comparison:
    # Two states are one text: all of it is aligned, not the stretches that copies share.
    return compare_words(old, new, [Passage(0, len(old), 0, len(new), 1.0)] if old and new else [])
