"""One state of a report as a reader sees it: text derived, corrected and dated."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wireroom.sample.blocks import Block, texts_of
from wireroom.sample.clock import fill_days, moment
from wireroom.sample.content import Kind, Newsroom, Outlet, Report
from wireroom.sample.copytext import derive_paragraphs, origin_of, replace_all
from wireroom.sample.told import (
    ToldBox,
    ToldEntry,
    ToldNote,
    tell_blocks,
    tell_box,
    tell_entry,
    tell_note,
)

_QUOTED: Final = re.compile(r'"([^"]*)"')
_QUOTE_MARKS: Final = {"curly": ("“", "”"), "single": ("'", "'")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A report ready to be laid out; times are aware.

    `outlet` prints the page, `publisher` is whose report it is: they differ on an aggregator.
    `opening` is the printed credit and dateline before the first paragraph, "" for none.
    """

    report: Report
    outlet: Outlet
    publisher: Outlet
    headline: str
    standfirst: str | None
    key_points: tuple[str, ...]
    blocks: tuple[Block, ...]
    dateline: str | None
    credit: str | None
    opening: str
    byline: tuple[str, ...]
    lang: str
    published: datetime
    modified: datetime
    note: str | None = None
    fact_boxes: tuple[ToldBox, ...] = ()
    notes: tuple[ToldNote, ...] = ()
    entries: tuple[ToldEntry, ...] = ()

    @property
    def dir(self) -> str:
        """The writing direction of the text."""
        return "rtl" if self.lang == "ar" else "ltr"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Every text of the report in full, live entries aside."""
        return texts_of(self.blocks)

    @property
    def shown_blocks(self) -> tuple[Block, ...]:
        """The blocks that the page gives away: all, or those before the paywall."""
        if self.report.kind is Kind.PAYWALL:
            return self.blocks[: self.report.free_paragraphs]
        return self.blocks

    @property
    def shown(self) -> tuple[str, ...]:
        """Every text that the page gives away, live entries' headings included."""
        entries = (text for entry in self.entries for text in entry.shown)
        return (*texts_of(self.shown_blocks), *entries)

    def boxes_after(self, number: int) -> tuple[ToldBox, ...]:
        """The fact boxes below the block with this number, counted from 1."""
        return tuple(box for box in self.fact_boxes if box.after == number)


def tell(
    newsroom: Newsroom, report: Report, *, epoch: datetime, corrected_at: datetime | None = None
) -> Telling:
    """Return the report's first state, or its second when it has one and `corrected_at` is set."""
    outlet = newsroom.outlets[report.outlet]
    publisher = newsroom.outlets[_published_report(newsroom, report).outlet]
    correction = report.correction if corrected_at else None
    paragraphs = derive_paragraphs(newsroom, report)
    if correction:
        paragraphs = replace_all(paragraphs, correction.replace, where=report.key)
    text = _filler(epoch, publisher.lang, outlet.quotes)
    dateline, credit = _origin_line(newsroom, report, publisher)
    published = moment(epoch, _published_report(newsroom, report).hours_before)
    where = report.key
    entries = tuple(tell_entry(e, text, epoch=epoch, where=where) for e in report.entries)
    changed = (entry.at for entry in entries[:1])  # the newest stands first
    standfirst = (correction and correction.standfirst) or report.standfirst
    return Telling(
        report=report,
        outlet=outlet,
        publisher=publisher,
        headline=text((correction and correction.headline) or report.headline),
        standfirst=text(standfirst) if standfirst else None,
        key_points=tuple(map(text, (correction and correction.key_points) or report.key_points)),
        blocks=tell_blocks(paragraphs, text, where=where),
        dateline=dateline,
        credit=credit,
        opening=opening_of(outlet, dateline, credit),
        byline=report.byline,
        lang=publisher.lang,
        published=published,
        modified=corrected_at if correction and corrected_at else next(changed, published),
        note=text(correction.note) if correction else None,
        fact_boxes=tuple(tell_box(box, text, where=where) for box in report.fact_boxes),
        notes=tuple(tell_note(note, text, epoch=epoch) for note in report.notes),
        entries=entries,
    )


def _filler(epoch: datetime, lang: str, quotes: str) -> Callable[[str], str]:
    return lambda text: set_quotes(fill_days(text, epoch=epoch, lang=lang), quotes)


def set_quotes(text: str, style: str) -> str:
    """Put straight quote marks into the house style, as a carrier's desk does to wire copy."""
    if style == "straight":
        return text
    opening, closing = _QUOTE_MARKS[style]
    text = _QUOTED.sub(rf"{opening}\1{closing}", text)
    return text.replace("'", "’") if style == "curly" else text


def _published_report(newsroom: Newsroom, report: Report) -> Report:
    """The report itself, or the one that an aggregator shows: its outlet and its time count."""
    if newsroom.outlets[report.outlet].aggregator and report.carry:
        return newsroom.reports[report.carry.of]
    return report


def _origin_line(
    newsroom: Newsroom, report: Report, publisher: Outlet
) -> tuple[str | None, str | None]:
    """Dateline and credit: a carrier that names the agency keeps the agency's dateline."""
    if report.carry is None:
        return report.dateline, publisher.credit
    credit = report.carry.credit
    inherited = origin_of(newsroom, report).dateline if credit else None
    return report.dateline or inherited, credit


def opening_of(outlet: Outlet, dateline: str | None, credit: str | None) -> str:
    """What the outlet prints before the first paragraph, "" when a part of its form is missing."""
    form = outlet.opening_credited if credit else outlet.opening_own
    if "{place}" in form and not dateline:
        return ""
    place = dateline or ""
    return form.format(place=place, credit=credit or "", CREDIT=(credit or "").upper())
