"""The words that a person marked, with their notes, and where they stand now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.db.models import F, Q

from wireroom.engine.text.found_again import count_earlier, find_again
from wireroom.news.models import Revision
from wireroom.news.queries.cards import ReportCard, report_card
from wireroom.news.queries.columns import REPORT_COLUMNS, REPORT_TABLES, as_report
from wireroom.news.queries.rows import marks, read_rows
from wireroom.people.models import Person
from wireroom.reading.models import Block, Highlight
from wireroom.reading.queries.texts import read_text, shown_body

PAGE_ROWS: Final = 20
_EXPORTED_AT_ONCE: Final = 200
# Of one report: more marks than that are no marks any more.
_MOST_MARKS: Final = 500
_REPORTS: Final = f"""
SELECT {REPORT_COLUMNS} FROM {REPORT_TABLES}
WHERE article.id IN ({{ids}}) AND article.spiked_at IS NULL
"""


class Stands(StrEnum):
    """Where marked words are now."""

    THERE = "there"  # as they were marked
    MOVED = "moved"  # letter for letter in a later state of the text
    GONE = "gone"  # the text has changed
    HIDDEN = "hidden"  # their outlet lets these words be shown no longer
    WITHDRAWN = "withdrawn"  # with the whole report: its words are shown no longer


_UNSHOWN: Final = (Stands.HIDDEN, Stands.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words that were marked, empty where they may be shown no longer; `start` and `end` are where
    they stand in the latest text.
    """

    id: int
    at: datetime
    words: str
    note: str
    report: ReportCard | None
    stands: Stands
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HighlightPage:
    """A page of highlights, the latest first; `older`: behind which the next one starts."""

    rows: tuple[Marked, ...]
    older: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Marked words that stand in a report's text now, behind so many `earlier` of the same."""

    id: int
    words: str
    note: str
    earlier: int


def read_marks(person: Person, article_id: int) -> tuple[Mark, ...]:
    """Return what a person marked in a report, as far as it stands in what is shown: six queries.

    What is withdrawn has none.
    """
    text = read_text(article_id)
    if text is None:
        return ()
    own = Highlight.objects.filter(person=person, article=article_id)
    rows = own.select_related("article__outlet").order_by("-pk")[:_MOST_MARKS]
    return tuple(
        Mark(
            id=one.id,
            words=one.words,
            note=one.note,
            earlier=count_earlier(one.start, one.end, text.body),
        )
        for one in _marked(rows)
        if one.start is not None and one.end is not None
    )


def read_highlights(
    person: Person,
    *,
    before: int | None = None,
    limit: int = PAGE_ROWS,
    has_blocked: bool = False,
) -> HighlightPage:
    """Return what a person marked, without blocked outlets or with them: three queries."""
    own = Highlight.objects.filter(person=person).select_related("article__outlet")
    if not has_blocked:
        blocked = Block.objects.filter(person=person).values("outlet")
        own = own.exclude(article__outlet__in=blocked)
    if before is not None:
        own = own.filter(pk__lt=before)
    rows = list(own.order_by("-pk")[: limit + 1])
    shown = rows[:limit]
    return HighlightPage(
        rows=tuple(_marked(shown)), older=shown[-1].pk if len(rows) > limit else None
    )


def every_highlight(person: Person, *, has_blocked: bool = False) -> Iterator[Marked]:
    """Yield all that a person marked, the latest first, a few hundred at a time."""
    before: int | None = None
    while True:
        page = read_highlights(
            person, before=before, limit=_EXPORTED_AT_ONCE, has_blocked=has_blocked
        )
        yield from page.rows
        if page.older is None:
            return
        before = page.older


def _marked(rows: Iterable[Highlight]) -> Iterator[Marked]:
    rows = list(rows)
    ids = {row.article_id for row in rows}
    cards = {
        one[0]: report_card(as_report(one))
        for one in read_rows(_REPORTS.format(ids=marks(tuple(ids))), tuple(ids))
    }
    texts = _read_texts(rows)
    for row in rows:
        card = cards.get(row.article_id)
        stands, place = _find(row, texts) if card else (Stands.WITHDRAWN, None)
        yield Marked(
            id=row.pk,
            at=row.at,
            words="" if stands in _UNSHOWN else row.words,
            note=row.note,
            report=card,
            stands=stands,
            start=place[0] if place else None,
            end=place[1] if place else None,
        )


def _read_texts(rows: list[Highlight]) -> dict[tuple[int, int], Revision]:
    """Return the states in which words were marked, and the latest of each report."""
    wanted = Q(number=F("article__revision_count"), article__in={row.article_id for row in rows})
    for row in rows:
        if row.revision != row.article.revision_count:
            wanted |= Q(article=row.article_id, number=row.revision)
    found = Revision.objects.filter(wanted).defer("html", "fact_boxes", "corrections")
    return {(one.article_id, one.number): one for one in found}


def _find(
    row: Highlight, texts: dict[tuple[int, int], Revision]
) -> tuple[Stands, tuple[int, int] | None]:
    latest = texts.get((row.article_id, row.article.revision_count))
    old = texts.get((row.article_id, row.revision))
    if old is None:  # what its outlet lets be shown of it cannot be told
        return Stands.HIDDEN, None
    now = shown_body(row.article, latest) if latest else ""
    if now[row.start : row.end] == row.words and row.article.revision_count == row.revision:
        return Stands.THERE, (row.start, row.end)
    if place := find_again(row.start, row.end, old.body, now):
        return Stands.MOVED, place
    is_shown = row.end <= len(shown_body(row.article, old))
    return (Stands.GONE if is_shown else Stands.HIDDEN), None
