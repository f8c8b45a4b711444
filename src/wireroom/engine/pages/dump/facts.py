"""What the lines around a body say of its article: names, times, key points, links, tags."""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from wireroom.engine.pages.agencies import canonical_agency, stands_alone
from wireroom.engine.pages.dump.brand import SERVICES
from wireroom.engine.pages.dump.heads import Gap, find_names
from wireroom.engine.pages.dump.labels import Label, comment_count, tags_of
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import read_name_line
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.typed_line import Line, line_key
from wireroom.engine.text.when import ResolvedTime

# A short link is a short path of one piece; a canonical address spells its headline out.
_SHORT_LINK: Final = re.compile(r"^/(?:[A-Za-z0-9_-]{2,14}|s/[A-Za-z0-9_-]{2,14}|\?p=\d+)/?$")
_FIRST_PUBLISHED: Final = re.compile(
    r"\b(?:first|originally) published\b|نشر لأول مرة", re.IGNORECASE
)
_POINT_WORDS: Final = 3  # fewer name a section or an outlet
_CRUMBS: Final = re.compile(r"\s*(?:[>›»/]|::)\s*")
_HOME: Final = frozenset(map(line_key, ("home", "الرئيسية", "accueil", "startseite", "inicio")))


@dataclass(slots=True)
class Facts:
    """What was found; empty where the dump says nothing."""

    names: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    byline: str | None = None
    published: ResolvedTime | None = None
    updated: ResolvedTime | None = None
    dateline: str | None = None
    wire_credit: str | None = None
    key_points: list[str] = field(default_factory=list)
    short_url: str | None = None
    canonical_url: str | None = None
    tags: list[str] = field(default_factory=list)
    section: str | None = None
    comments: int | None = None
    is_paywalled: bool = False


def read_facts(lines: list[Line], segment: Segment) -> Facts:
    """Return what the segment's headline block and tail say."""
    facts = Facts()
    _read_names(lines, segment, facts)
    for index in segment.block:
        _read_line(lines[index], facts)
    own_key = line_key(segment.head.title) if segment.head else ""
    facts.key_points = [p for p in facts.key_points if line_key(p) != own_key]
    names = {line_key(name) for name in facts.names}
    facts.key_points = [p for p in facts.key_points if line_key(p) not in names]
    _read_tail(lines, segment, facts)
    return facts


def _read_names(lines: list[Line], segment: Segment, facts: Facts) -> None:
    if not segment.block:
        return
    start, end = segment.block[0], segment.block[-1] + 1
    gap = Gap(start, end, False, "", "")
    title = line_key(segment.head.title) if segment.head else ""
    for index in sorted(find_names(lines, gap)):
        if lines[index].key == title:
            continue
        header = read_name_line(lines[index].text)
        for name in header.names:
            _add_name(facts, name)
        facts.authors += [author for author in header.authors if author not in facts.authors]
        facts.wire_credit = facts.wire_credit or header.wire_credit


def _add_name(facts: Facts, name: str) -> None:
    if line_key(name) not in map(line_key, facts.names):
        facts.names.append(name)


def _read_line(line: Line, facts: Facts) -> None:
    if line.header:
        _merge_header(line, facts)
    elif line.kind is Kind.URL:
        _read_url(line.text, facts)
    elif line.kind is Kind.BULLET and line.word_count >= _POINT_WORDS:
        facts.key_points.append(line.text)
    elif line.label is Label.TAGS:
        facts.tags += tags_of(line.text)
    elif line.label is Label.PAYWALL:
        facts.is_paywalled = True
    _read_count(line, facts)


def _merge_header(line: Line, facts: Facts) -> None:
    header = line.header
    if header is None:
        return
    for name in header.names:
        _add_name(facts, name)
    facts.authors += [author for author in header.authors if author not in facts.authors]
    facts.byline = facts.byline or header.byline
    if header.published and (_FIRST_PUBLISHED.search(line.text) or _is_earlier(line, facts)):
        facts.updated = facts.updated or facts.published
        facts.published = header.published
    facts.published = facts.published or header.published
    facts.updated = facts.updated or header.updated
    facts.dateline = facts.dateline or header.dateline
    facts.wire_credit = facts.wire_credit or header.wire_credit
    if header.comments is not None:
        facts.comments = header.comments


_PUBLISHED: Final = re.compile(r"^\W*(?:published|publié|veröffentlicht|publicado|نشر)\b", re.I)


def _is_earlier(line: Line, facts: Facts) -> bool:
    """Tell whether a line that says "published" is before the time that stood there without it."""
    stated = line.header and line.header.published
    if not stated or not facts.published or not _PUBLISHED.match(line.text):
        return False
    return stated.at < facts.published.at and not stated.day_only


def _read_count(line: Line, facts: Facts) -> None:
    count = comment_count(line.text) if line.label else None
    if count is not None and facts.comments is None:
        facts.comments = count


def _read_url(text: str, facts: Facts) -> None:
    url = text if "//" in text else f"https://{text}"
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if not host or (host in SERVICES and host not in _SHORTENERS) or parts.path in ("", "/"):
        return
    if _SHORT_LINK.match(parts.path) and len(host) <= 24:
        facts.short_url = facts.short_url or url
    else:
        facts.canonical_url = facts.canonical_url or url


_SHORTENERS: Final = frozenset(
    ("bit.ly", "t.co", "tinyurl.com", "ow.ly", "goo.gl", "is.gd", "trib.al")
)
_ENDS_TAIL: Final = (Label.RELATED, Label.NEXT, Label.INLINE)


def _read_tail(lines: list[Line], segment: Segment, facts: Facts) -> None:
    """Read what follows the body: its own points, link, credit and counts, not its neighbours'."""
    points: list[str] = []
    in_section = False
    body = set(segment.body)
    for index in segment.tail:
        line = lines[index]
        if index - 1 in body:
            in_section = False  # the report went on below links to others
        if line.label in _ENDS_TAIL:
            in_section = True
        if line.label is Label.COMMENTS:
            _read_count(line, facts)
        if in_section:
            _read_count(line, facts)
            continue
        if line.kind is Kind.BULLET:
            points.append(line.text)
        elif line.kind is Kind.HEADER and line.header:
            if line.header.wire_credit or facts.published is None:
                _merge_header(line, facts)
        elif line.kind is Kind.SHORT and stands_alone(line.text):
            facts.wire_credit = facts.wire_credit or canonical_agency(line.text)
        else:
            _read_line(line, facts)
    facts.key_points = facts.key_points or points


def read_section(text: str) -> str | None:
    """Return "Transport" of the bread crumbs "Home > News > Transport"."""
    crumbs = [crumb.strip() for crumb in _CRUMBS.split(text) if crumb.strip()]
    if len(crumbs) < 2 or line_key(crumbs[0]) not in _HOME or len(text) > 120:
        return None
    return crumbs[-1]
