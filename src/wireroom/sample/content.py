"""What the content files hold, as values: outlets and the reports they publish."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wireroom.sample.beside import Entry, FactBox, Note


class Kind(StrEnum):
    """What a page of the sample shows."""

    ARTICLE = "article"
    PAYWALL = "paywall"
    VIDEO = "video"
    EMPTY = "empty"
    AUTHOR = "author"
    GONE = "gone"


class Body(StrEnum):
    """How a report came by its text."""

    OWN = "own"
    WHOLE = "whole"
    CUT = "cut"
    EDITED = "edited"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An invented publisher; `feed_kind` is rss, atom, json or sitemap.

    `opening_credited` and `opening_own` are what stands before the first paragraph, with
    {place}, {credit} and {CREDIT} (in capitals) filled in; empty for none.
    """

    slug: str
    name: str
    lang: str
    country: str
    owner_type: str
    policy: str
    layout: str
    feed_kind: str
    feed_path: str
    tagline: str
    colour: str
    owner: str = ""
    excerpt_words: int | None = None
    feed_full: bool = False
    credit: str | None = None  # an agency prints its own name as credit
    quotes: str = "straight"  # house style of quote marks: straight, curly or single
    opening_credited: str = ""
    opening_own: str = ""
    moved_feeds: tuple[str, ...] = ()  # old addresses that answer 301
    retired_feeds: tuple[str, ...] = ()  # addresses that answer 410
    throttled: bool = False  # the feed's first answer is 429
    endless: bool = False
    aggregator: bool = False

    @property
    def dir(self) -> str:
        """The writing direction of the outlet's language."""
        return "rtl" if self.lang == "ar" else "ltr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An invented picture: the server draws it."""

    alt: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Carry:
    """How a report's text derives from another's; `keep` counts paragraphs from 1."""

    of: str
    keep: tuple[int, ...] = ()
    replace: tuple[tuple[str, str], ...] = ()
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    credit: str | None = None

    @property
    def how(self) -> Body:
        """Whole, cut or edited."""
        if self.replace or self.lead or self.tail:
            return Body.EDITED
        return Body.CUT if self.keep else Body.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A report's second state."""

    note: str
    headline: str | None = None
    standfirst: str | None = None
    key_points: tuple[str, ...] = ()
    replace: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One outlet's report of one event, before any clock is known.

    `paragraphs` are the blocks of its text as they were written (blocks.py); one with `entries`
    is a live blog, and its text is what stands above them.
    """

    event: str
    section: str
    outlet: str
    slug: str
    hours_before: float
    headline: str
    storyline: str | None = None
    kind: Kind = Kind.ARTICLE
    standfirst: str | None = None
    key_points: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    tags: tuple[str, ...] = ()
    image: Picture | None = None
    paragraphs: tuple[str, ...] = ()
    carry: Carry | None = None
    translates: str | None = None  # the report whose text its own is, in another language
    correction: Correction | None = None
    fact_boxes: tuple[FactBox, ...] = ()
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()
    free_paragraphs: int = 1
    related: tuple[str, ...] = ()
    next: str | None = None
    amp: bool = False
    tracked: bool = False
    slow: bool = False
    unlisted: bool = False

    @property
    def key(self) -> str:
        """Outlet and slug: the report's name in the content files."""
        return f"{self.outlet}/{self.slug}"

    @property
    def how(self) -> Body:
        """How the report came by its text."""
        if self.carry:
            return self.carry.how
        return Body.OWN if self.paragraphs else Body.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """All outlets by slug and all reports by key, in the files' order."""

    outlets: Mapping[str, Outlet]
    reports: Mapping[str, Report] = field(default_factory=dict)

    def of(self, outlet: str) -> list[Report]:
        """The outlet's reports, newest first."""
        own = [report for report in self.reports.values() if report.outlet == outlet]
        return sorted(own, key=lambda report: (report.hours_before, report.slug))

    def listed(self, outlet: str) -> list[Report]:
        """The reports that the outlet's home page and feed announce, newest first."""
        return [report for report in self.of(outlet) if not report.unlisted]
