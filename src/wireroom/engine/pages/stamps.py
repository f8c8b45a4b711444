"""When a page was published and changed: every statement it makes, and the one to trust."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from wireroom.engine.pages.head import Head
from wireroom.engine.pages.lookup import Lookup, look_up, name_words, spaced_text, text_size
from wireroom.engine.pages.near import embedded_date, lines_near_headline
from wireroom.engine.pages.region import Region
from wireroom.engine.pages.sheet import Element
from wireroom.engine.pages.stamp import Stamp, found_in, read_stamp
from wireroom.engine.pages.structured import Node, text_of
from wireroom.engine.text.when import find_times
from wireroom.engine.types import TimeFrom

_PUBLISHED_META: Final = (
    "article:published_time", "article:published:time", "og:article:published_time",
    "og:published_time",
    "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publish_date", "publication_date", "publishdate",
    "cxenseparse:recs:publishtime",
    "date.published", "dcterms.created", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dc.date", "dc.date.created", "date", "article.published", "article.created",
    "iso-8601-publish-date",
    "citation_publication_date", "citation_date", "originalpublicationdate", "rnews:datepublished",
    "og:pubdate", "last-published", "ptime", "displaydate", "created",
    "published", "published_on", "published-on", "published-date", "published_date",
    "published_at", "published-at", "published-time", "published_time", "publishtime", "pub_date",
    "pub-date", "publication-date", "publicationdate", "first-published", "firstpublished",
    "date-published", "date_published", "created-date", "release_date", "article_date_original",
)  # fmt: skip
_UPDATED_META: Final = (
    "article:modified_time", "article:modified:time", "og:updated_time", "datemodified",
    "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified", "article.updated", "iso-8601-updated-date",
)  # fmt: skip
_URL_DAY: Final = re.compile(
    r"/(?P<y>(?:199|20[0-4])\d)(?:"
    r"(?P<sep>[/-])(?P<m>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?P=sep)"
    r"(?P<d>0?[1-9]|[12]\d|3[01])"
    r"|/?(?P<m2>0[1-9]|1[0-2])/?(?P<d2>0[1-9]|[12]\d|3[01]))(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH: Final = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])(?=/)")
_ADDRESS_SLACK: Final = timedelta(days=3)  # zones, and pages put up the day before
_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_ASIDE: Final = frozenset(
    [
        "related",
        "recommended",
        "sidebar",
        "teaser",
        "teasers",
        "comment",
        "comments",
        "footer",
        "trending",
        "popular",
        "widget",
        "promo",
        "latest",
        "more",
        "card",
        "archive",
    ]
)
# A time without any digit is spelled out: "yesterday", "أمس", "gestern", "an hour ago".
_MAY_BE_TIME: Final = re.compile(
    r"\d|[^\x00-\u02ff]|ago\b|day\b|week\b|month\b|now\b|hier\b|gestern|heute|ayer|hoy", re.I
)
_UPDATED: Final = re.compile(r"updated?|modified|revised", re.IGNORECASE)
_UPDATE_WORDS: Final = frozenset(["updated", "update", "modified", "modification", "revised"])
# Where visible times stand, the surest first: marked as such, <time>, named like a time.
_MARKED, _TIMES, _NAMED = range(3)
_NO_TIME: Final = frozenset(["body", "a", "img"])
_LD_DATE: Final = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2}[^"\\]{0,20})"')
# "Monday, 5 January 2026", "05.01.2026 14:10", "2026年1月5日": at most five words, a year among
# them; what the words mean is for when.py to tell.
_BARE_DATE: Final = re.compile(
    r"(?=.{6,40}\Z)(?=.*(?:19|20)\d\d)(?:[^\W\d_]+[.,]? ){0,3}\S*\d\S*(?: \S+){0,4}\Z"
)
# "01/25/26": no order of day and month but one can be meant.
_SHORT_YEAR: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{2})(?![\d/])")
_DOTTED_YEAR: Final = re.compile(
    r"(?<![\d.])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)(?![\d:]|\.\d)"
)
# A visible line that is a date and little more.
_LONGEST_LINE: Final = 120
_MOST_LINES: Final = 40
# Such a line with the spaces of its markup; what is longer is a box of many things.
_LONGEST_SUBTREE: Final = 1_000
_TIME_ATTRIBUTES: Final = (
    "datetime", "content", "data-datetime", "data-timestamp", "data-date", "data-published",
    "data-pubdate", "data-time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stamps:
    """The times chosen for an article."""

    published: Stamp | None
    updated: Stamp | None


def choose_stamps(
    region: Region,
    *,
    head: Head,
    title: str,
    meta: Mapping[str, tuple[str, ...]],
    node: Node | None,
    url: str | None,
    captured_at: datetime | None,
    lang: str | None,
) -> Stamps:
    """Weigh JSON-LD, meta, <time>, visible lines and the address; the first good one is refined.

    Refined: a day takes the clock, and a clock the zone, from another statement of that day.
    """
    told = [_of_node(node, "datePublished"), _of_node(node, "dateCreated")]
    machine = found_in("json-ld", told) + found_in("meta", _of_meta(meta, _PUBLISHED_META))
    changed = found_in("json-ld", [_of_node(node, "dateModified")])
    changed += found_in("meta", _of_meta(meta, _UPDATED_META))
    clocked = any(stamp.has_clock for stamp in machine)
    ranks = 3 if not clocked else 2 if len(machine) < 2 else 0
    seen, seen_changed = _visible(region, ranks, captured_at, lang)
    pool = [*machine, *found_in("time", seen)]
    if not pool:
        near = _near(region, title, captured_at, lang)
        pool = [stamp for is_update, stamp in near if not is_update]
        pool += _hidden(head, url) or [stamp for _is_update, stamp in near]
    elif not any(stamp.has_clock for stamp in pool):
        pool += _hidden(head, url)
    if not pool:
        unclaimed = read_stamp(_only_date(head)) if node is None else None
        pool = found_in("json-ld", [unclaimed]) or found_in("line", _set_apart(region, lang))
    first = _agreeing(pool, url, machine=len(machine))
    updated = next(iter([*changed, *found_in("time", seen_changed)]), None)
    return Stamps(_refined(first, [*pool, *changed]), updated)


def _hidden(head: Head, url: str | None) -> list[Stamp]:
    """Return the times of the address and of the state that a page embeds for its scripts."""
    return found_in("address", [_of_url(url)]) + found_in(
        "script", [read_stamp(embedded_date(head))]
    )


def _of_meta(meta: Mapping[str, tuple[str, ...]], names: Sequence[str]) -> Iterator[Stamp | None]:
    return (read_stamp(meta[name][0]) for name in names if name in meta)


def _agreeing(pool: Sequence[Stamp], url: str | None, *, machine: int) -> Stamp | None:
    """Return the first stamp that the address does not contradict.

    The day in an address is that of publication: a stamp of another day is that of a change,
    of a reprint or of something else on the page. A mere month outweighs seen lines only.
    """
    day, month = next(iter(found_in("address", [_of_url(url)])), None), _URL_MONTH.search(url or "")
    if day is not None:
        near = (stamp for stamp in pool if abs(stamp.at - day.at) <= _ADDRESS_SLACK)
        return next(near, day)
    if month is not None and not machine:
        year, number = int(month[1]), int(month[2])
        span = (datetime(year, number, 1, tzinfo=UTC) - timedelta(days=1), timedelta(days=33))
        return next((stamp for stamp in pool if span[0] <= stamp.at <= span[0] + span[1]), None)
    return pool[0] if pool else None


def _of_node(node: Node | None, key: str) -> Stamp | None:
    return read_stamp(text_of(node.get(key))) if node else None


def _refined(first: Stamp | None, others: Sequence[Stamp]) -> Stamp | None:
    if first is None or (first.has_clock and first.has_zone):
        return first
    for other in others:
        near = abs(other.at - first.at) <= timedelta(hours=26)
        if not first.has_clock and near and other.has_clock and _same_day(first, other):
            return _refined(other, others)
        if first.has_clock and not first.has_zone and other.has_zone and near:
            gap = (other.at - first.at).total_seconds()
            if other.has_clock and gap % 900 == 0 and abs(gap) <= 14 * 3600:
                return other
    return first


def _same_day(first: Stamp, other: Stamp) -> bool:
    return abs((other.at - first.at).total_seconds()) < 86_400 and (
        first.at.date() == other.at.date() or other.has_zone
    )


def _of_url(url: str | None) -> Stamp | None:
    match = _URL_DAY.search(url or "")
    if not match:
        return None
    month = (match["m"] or match["m2"]).lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        at = datetime(int(match["y"]), number, int(match["d"] or match["d2"]), tzinfo=UTC)
    except ValueError:
        return None
    return Stamp(at, has_clock=False, has_zone=False, time_from=TimeFrom.INFERRED)


def _only_date(head: Head) -> str | None:
    """Return the publication date in JSON-LD of whatever type, where the page states but one."""
    found = {date for block in head.linked_data for date in _LD_DATE.findall(block)}
    return found.pop() if len(found) == 1 else None


def _set_apart(region: Region, lang: str | None) -> list[Stamp]:
    """Return a time from the boxes that are else read as beside the article, or from a bare line.

    A bare line is a date and nothing more, anywhere on the page; it counts if there is but one.
    """
    lookup = look_up(region)
    dated = [time for time in lookup.tagged("time") if time.attribute("datetime")]
    for element in [*dated, *lookup.marked("time")][:_MOST_LINES]:
        found = _stamps_of(lookup, element, None, lang)
        if stamps := [stamp for is_update, stamp in found if not is_update]:
            return stamps[:1]
    lines = [block.text for block in region.blocks if _BARE_DATE.match(block.text)]
    bare = [pair for line in lines[:_MOST_LINES] for pair in _stamps_in(line, None, lang)]
    days = {stamp.at.date(): stamp for is_update, stamp in bare if not is_update}
    return list(days.values()) if len(days) == 1 else []


def _visible(
    region: Region, ranks: int, captured_at: datetime | None, lang: str | None
) -> tuple[list[Stamp], list[Stamp]]:
    """Return the times a reader sees in the region, published and updated, best first."""
    if not ranks:
        return [], []
    lookup = look_up(region)
    published: list[Stamp] = []
    updated: list[Stamp] = []
    for element in _time_elements(lookup, ranks):
        marked = bool(name_words(element) & _UPDATE_WORDS)
        for is_update, stamp in _stamps_of(lookup, element, captured_at, lang):
            (updated if is_update or marked else published).append(stamp)
    return published or updated[:1], updated


def _time_elements(lookup: Lookup, ranks: int) -> Iterator[Element]:
    """Yield what may tell a time, the surest first; teasers' and comments' times are left out."""
    times = lookup.tagged("time")
    sure = [
        time
        for time in times
        if "pubdate" in time.attributes or "publish" in time.attribute("class").lower()
    ]
    marked = [*lookup.holding("datePublished", "dateModified"), *sure]
    for elements in (marked, times, lookup.marked("time"))[:ranks]:
        for element in elements[:_MOST_LINES]:
            if element.tag not in _NO_TIME and not _stands_aside(lookup, element):
                yield element


def _stands_aside(lookup: Lookup, element: Element) -> bool:
    for parent in lookup.sheet.ancestors(element.place):
        if parent.tag in ("aside", "footer", "nav"):
            return True
        if parent.tag in ("body", "main") or parent.place in lookup.round_headline:
            return False
        if name_words(parent) & _ASIDE:
            return parent.tag != "article" or "card" in name_words(parent)
    return False


def _stamps_of(
    lookup: Lookup, element: Element, captured_at: datetime | None, lang: str | None
) -> Iterator[tuple[bool, Stamp]]:
    changed = "dateModified" in element.attribute("itemprop")
    for name in _TIME_ATTRIBUTES:
        value = element.attribute(name)
        stamp = read_stamp(value, captured_at=captured_at) if value else None
        if stamp:
            yield changed, stamp
            return
    if text_size(lookup.sheet, element) > _LONGEST_SUBTREE:
        return
    yield from _stamps_in(spaced_text(lookup.sheet, element), captured_at, lang)


def _stamps_in(
    text: str, captured_at: datetime | None, lang: str | None
) -> Iterator[tuple[bool, Stamp]]:
    """Yield (is of a change, stamp) for the times in a visible line."""
    if not text or len(text) > _LONGEST_LINE or not _MAY_BE_TIME.search(text):
        return
    if stamp := _short_year(text):
        yield bool(_UPDATED.search(text)), stamp
        return
    # "25.04.24 | 14:07": points part day, month and year in this order wherever they are used.
    text = _DOTTED_YEAR.sub(r"\1.\2.20\3", text)
    for span in find_times(text, captured_at=captured_at, lang=lang):
        if span.time:
            time = span.time
            zoned = time.time_from is TimeFrom.RELATIVE
            yield span.is_update, Stamp(time.at, not time.day_only, zoned, time.time_from)


def _short_year(text: str) -> Stamp | None:
    """Read "01/25/26" or "25/01/26"; a date that could be either is nobody's."""
    match = _SHORT_YEAR.search(text)
    if not match:
        return None
    first, second, year = (int(part) for part in match.groups())
    month, day = (first, second) if second > 12 else (second, first)
    if day <= 12 or not 1 <= month <= 12:
        return None
    return read_stamp(f"20{year:02}-{month:02}-{day:02}")


def _near(
    region: Region, title: str, captured_at: datetime | None, lang: str | None
) -> list[tuple[bool, Stamp]]:
    """Return the times in the lines around the headline, whatever their markup."""
    for headline in (title, ""):  # the page's first heading may be another than the headline
        lines = lines_near_headline(region, headline)
        pairs = [pair for line in lines for pair in _stamps_in(line, captured_at, lang)]
        if pairs:
            return [(is_update, replace(stamp, found_in="line")) for is_update, stamp in pairs]
    return []
