"""The values that cross the engine's borders: what was fetched, what was read, what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an article is to the page it was read from."""

    MAIN = "main"
    RELATED = "related"
    NEXT = "next"
    ENTRY = "entry"


class TimeFrom(StrEnum):
    """What a publication time rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Health(StrEnum):
    """What a page turned out to be; all but ARTICLE are shown as a headline only."""

    ARTICLE = "article"
    EMPTY = "empty"
    AUTHOR_PAGE = "author_page"
    SECTION_FRONT = "section_front"
    VIDEO_ONLY = "video_only"
    PAYWALL = "paywall"
    CONSENT = "consent"
    ERROR_PAGE = "error_page"
    AUDIO_ONLY = "audio_only"
    GALLERY = "gallery"
    WRONG_LANGUAGE = "wrong_language"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The bytes of one page, dump or feed, and what is known of where they came from."""

    name: str  # file name or URL, for messages and ids
    raw: bytes
    url: str | None = None
    content_type: str | None = None  # as the server stated it
    captured_at: datetime | None = None  # aware; relative times are resolved against it


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that belongs to an article."""

    url: str
    caption: str | None = None
    credit: str | None = None


class NoteKind(StrEnum):
    """What a note about a report's text is."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    EDITORS_NOTE = "editors_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A note in which an outlet says what it changed or has to say of its report's text."""

    text: str
    kind: NoteKind = NoteKind.CORRECTION
    at: datetime | None = None  # aware; None where the note states no day


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBox:
    """A box of facts beside the running text; `title` is None where it has none."""

    title: str | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry of a live blog; its paragraphs stand in the article's body, too.

    `first` and `end` say which of the article's paragraphs are its own, heading included:
    half-open numbers from 0. They are the same where none is, and both 0 where nobody can tell.
    """

    heading: str | None
    at: datetime | None  # aware; None where the page states no day and hour
    paragraphs: tuple[str, ...]
    html: str = ""
    first: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report as read from a page, dump or feed entry.

    `paragraphs` are plain text in reading order; `lang` is BCP 47 ("und" when unknown);
    `published` and `updated` are aware. `outlet` is who publishes the report, `platform`
    where the page was found when that is somebody else (an aggregator) or the same.
    `sources` are pairs of a field and what it rests on: ("title", "json-ld").
    `html` is the paragraphs with their structure, of allow-listed tags alone, word for word
    (engine.pages.markup); `fact_boxes` and `corrections` stand apart from the paragraphs.
    """

    id: str
    file: str
    position: int
    role: Role
    title: str
    paragraphs: tuple[str, ...] = ()
    html: str = ""
    fact_boxes: tuple[FactBox, ...] = ()
    corrections: tuple[Correction, ...] = ()
    live_entries: tuple[LiveEntry, ...] = ()
    standfirst: str | None = None
    key_points: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    platform: str | None = None
    published: datetime | None = None
    published_from: TimeFrom = TimeFrom.UNKNOWN
    updated: datetime | None = None
    dateline: str | None = None
    wire_credit: str | None = None
    short_url: str | None = None
    canonical_url: str | None = None
    image: Image | None = None
    lang: str = "und"
    dir: str = "ltr"
    section: str | None = None
    tags: tuple[str, ...] = ()
    comments_count: int | None = None
    warnings: tuple[str, ...] = ()
    health: Health = Health.ARTICLE
    is_transcript: bool = False  # the paragraphs are what is said in a recording
    sources: tuple[tuple[str, str], ...] = ()
    paywalled: bool | None = None  # as the page states it; None where it does not

    @property
    def body(self) -> str:
        """The paragraphs joined by a blank line; every offset in Wireroom counts in it."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """What copies and stories need to know of an article.

    `platform` is the aggregator on which it was found, None on its outlet's own pages; `url` its
    canonical address. `country` and `owner_type` are its outlet's, empty where nobody knows.
    """

    id: str
    title: str
    body: str
    published_at: datetime | None = None
    lang: str = "und"
    outlet: str | None = None
    platform: str | None = None
    wire_credit: str | None = None
    url: str | None = None
    country: str = ""
    owner_type: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """An aligned stretch of two bodies: half-open code point offsets, similarity 0 to 1."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    similarity: float


class CopyKind(StrEnum):
    """What two articles share; QUOTE alone is no copy: both quote the same words of a third."""

    WHOLE = "whole"
    EDITED = "edited"  # whole, but for words here and there
    CUT = "cut"  # most of one stands in the other, edited or not
    PASSAGES = "passages"
    TRANSLATED = "translated"  # most of one is the other's text in another language
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPair:
    """Two articles that share passages.

    `direction` is "a>b" when b carries a's text, "b>a" the other way, else "unknown".
    `containment_a` is the share of a's words that stand in passages, likewise b's.
    `confidence` is the chance that the direction is right, .5 to 1; 0 where it is unknown.
    """

    a: str
    b: str
    direction: str
    containment_a: float
    containment_b: float
    passages: tuple[Passage, ...]
    why: str
    kind: CopyKind = CopyKind.PASSAGES
    confidence: float = 0.0


class GivesWay(StrEnum):
    """For whom a request leaves a part of its host's budget."""

    TO_NONE = "to none"
    TO_FEEDS = "to feeds"  # a page that nobody has seen yet
    TO_NEWS = "to news"  # feeds, and such pages: a look whether a report changed can wait


class AskedFor(StrEnum):
    """What a host is asked for; the values are how requests are kept apart."""

    FEED = "feeds"  # and what is polled like one: sitemaps, listings
    PAGE = "pages"  # and transcripts
    ROBOTS = "robots"
    TERMS = "terms"  # ai.txt, tdmrep.json
    PICTURE = "pictures"
    HUB = "hubs"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """One conditional GET; one that gives way leaves a part of its host's budget to others.

    `named_by` is the address whose page or feed led to this one, if any. A strict one leads
    nowhere inside, whoever named it: no exception that the host made for its own network counts.
    """

    url: str
    named_by: str = ""
    strict: bool = False
    etag: str | None = None
    last_modified: str | None = None
    accept: str = "*/*"
    timeout_s: float = 30.0
    max_bytes: int = 10_000_000
    gives_way: GivesWay = GivesWay.TO_NONE
    asks_for: AskedFor = AskedFor.PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchResult:
    """The answer to a request: any HTTP status; `headers` have lower-case names.

    `url` is where the body came from after redirects; `moved_to` is set when every hop of
    the way was a permanent redirect (301, 308). `packed` is the body as it came, where that was
    one gzip file or zlib stream (RFC 1952, RFC 1950). `terms` are what site and page state of
    their use (engine.terms).
    """

    status: int
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    packed: bytes | None = None
    moved_to: str | None = None
    elapsed_s: float = 0.0
    terms: tuple[str, ...] = ()


class TranscriptKind(StrEnum):
    """How a transcript is written."""

    VTT = "vtt"
    SRT = "srt"
    JSON = "json"
    HTML = "html"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What is said in a recording, as its outlet gives it: at an address, or in the feed itself."""

    kind: TranscriptKind
    url: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """What a feed or sitemap announces; times are aware."""

    guid: str  # the feed's own identifier, or the URL where it gives none
    url: str
    title: str
    summary: str | None = None  # plain text
    content_html: str | None = None  # sanitised
    published_at: datetime | None = None
    updated_at: datetime | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image_url: str | None = None
    lang: str | None = None
    transcript: Transcript | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed or sitemap as read: kind is "rss", "atom", "json" or "sitemap"."""

    kind: str
    title: str | None = None
    home_url: str | None = None
    lang: str | None = None
    ttl_s: int | None = None
    hub_url: str | None = None
    self_url: str | None = None  # what the feed calls its own address
    entries: tuple[FeedEntry, ...] = ()
    sitemaps: tuple[str, ...] = ()  # of a sitemap index, those of news first, then the latest
    warnings: tuple[str, ...] = ()
