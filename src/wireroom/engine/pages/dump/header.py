"""Lines that say who and when: "Outlet · 3 hours ago", "By NAME, Outlet | 21 August 2025"."""

import re
from datetime import datetime
from itertools import pairwise
from typing import Final

from wireroom.engine.pages.agencies import stands_alone
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import read_opening
from wireroom.engine.pages.dump.labels import comment_count, label_of
from wireroom.engine.pages.dump.named import (
    OUTLET_WORDS,
    Header,
    read_name_line,
    read_sources,
    read_voiced,
)
from wireroom.engine.text.when import TimeSpan, find_times, looks_like_time

_LONGEST_HEADER: Final = 160
_MOST_NAME_WORDS: Final = 6
_MOST_WORDS: Final = 14
_BY: Final = re.compile(
    r"^(?:(?:written|reported|story|text|posted|published)\s+)?(?:by|par|von|por|di)\s*:?\s+(?=\S)"
    r"|^(?:بقلم|كتب|كتبت|إعداد|تقرير|الكاتب)\s*[:：/]?\s+(?=\S)",
    re.IGNORECASE,
)
_SHIFTS: Final = re.compile(r"\s*\((?:now|earlier|until [\w.: ]{1,12})\)", re.IGNORECASE)
_SOURCE: Final = re.compile(
    r"^(?:source|via|from|publisher|المصدر|مصدر الخبر|quelle|fuente)\s*[:：]\s*", re.I
)
_LABELS: Final = re.compile(
    r"^(?:time|date|published|posted|updated?|last updated?|last modified|modified|created|on|at|"
    r"first published|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|"
    r"تم النشر|نُ?شرت?|تاريخ النشر|آخر تحديث|تحديث|التاريخ|الوقت|منذ|في|بتاريخ|يوم)"
    r"(?=\W|$)\s*(?:on|at|in|في|:)*\s*[:：]?\s*",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s*[|·•؛;،]\s*|\s+[-–—ـ/]\s+|\s{3,}|^[-–—ـ,:/@\s]+|[-–—ـ,:/@\s]+$")
_READING_TIME: Final = re.compile(
    r"(?:temps de lecture\s*:?\s*)?\d+\s*-?\s*(?:min|دقائق|دقيقة|mn)\w*\.?\s*"
    r"(?:read|قراءة|للقراءة|de lecture)?",
    re.I,
)
_VIEWS: Final = re.compile(
    r"[\d.,]+\s*[kKmM]?\s*(?:views?|shares?|likes?|reads?|مشاهدة|مشاهدات|قراءة)", re.I
)
_HIJRI: Final = re.compile(r"\b1[34]\d\d\s?(?:AH|هـ?)(?:\W|$)|^AD$")
_SENTENCE_END: Final = re.compile(r"[.!?؟…][\"'”’»)]*$")
# Words that lead into a date inside a sentence: such a line is a headline, not a header.
_LEADS_IN: Final = re.compile(r"(?:^|\s)(?:[a-zà-ÿ]+|ل|إلى|من|حتى|بعد|قبل|منذ|خلال|عام|سنة)\s*$")


def read_header(line: str, captured_at: datetime | None) -> Header | None:
    """Return what the line says of who and when, None when it is another kind of line."""
    if len(line) > _LONGEST_HEADER:
        return None
    spans = find_times(line, captured_at=captured_at)
    if not spans:
        return Header(has_time=True) if _is_clock(line) else _untimed_header(line)
    if looks_like_time(line):
        return _timed((), (), None, spans)
    return _mixed_header(line, spans)


_CLOCK: Final = re.compile(
    r"[(\[]?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?|\s?[صم])?"
    r"(?:\s*\(?(?:[A-Z]{2,4}|Uhr|ب?توقيت [\u0621-\u064a]+(?: [\u0621-\u064a]+)?)\)?)?[)\]]?",
    re.IGNORECASE,
)


def _is_clock(line: str) -> bool:
    """Tell whether a line is an hour and nothing else: its day stands elsewhere."""
    return bool(_CLOCK.fullmatch(_LABELS.sub("", line.strip(), count=1)))


_CREDIT_SIGNS: Final = re.compile(
    r"[-–—―ـ()/:\[«]|^(?:with|additional|mit|avec|con)\s|نقلا|بالتعاون", re.I
)


def _credit_header(line: str) -> Header | None:
    """Read a line that is nothing but a dateline and credit, or a closing credit."""
    if stands_alone(line.strip()):
        return None  # an aggregator's outlet may be an agency: its neighbours tell
    opening = read_opening(line)
    if opening.wire_credit and not opening.rest:
        return Header(dateline=opening.dateline, wire_credit=opening.wire_credit)
    closing = read_closing(line)
    if closing.wire_credit and not closing.rest:
        return Header(wire_credit=closing.wire_credit)
    return None


def _untimed_header(line: str) -> Header | None:
    credit = _credit_header(line) if _CREDIT_SIGNS.search(line) else None
    if credit:
        return credit
    voiced = read_voiced(line)
    if voiced:
        return voiced
    shifts = _SHIFTS.sub("", line)
    if shifts != line:
        line = f"By {shifts}"
    names = _SOURCE.match(line)
    if names and len(line) < 60:
        return read_sources(line[names.end() :].strip())
    if not _BY.match(line) or len(line.split()) > _MOST_WORDS or _SENTENCE_END.search(line):
        return None
    found, authors, byline = _read_parts(_parts(line))
    if not authors and not byline:
        return None
    return Header(names=found, authors=authors, byline=byline)


def _mixed_header(line: str, spans: tuple[TimeSpan, ...]) -> Header | None:
    before, after = line[: spans[0].start], line[spans[-1].end :]
    between = [line[a.end : b.start] for a, b in pairwise(spans)]
    rest = [before, *between, after]
    if not _is_at_edge(before, after, line[spans[0].start]):
        return None
    parts = [part for piece in rest for part in _parts(piece)]
    words = sum(len(part.split()) for part in parts)
    if words > _MOST_WORDS or _SENTENCE_END.search(line):
        return None
    if any(len(part.split()) > _MOST_NAME_WORDS and not _BY.match(part) for part in parts):
        return None
    names, authors, byline = _read_parts(parts)
    return _timed(names, authors, byline, spans, comments=_first_count(parts))


def _is_at_edge(before: str, after: str, first_sign: str) -> bool:
    """A time inside a sentence has words on both sides, or is led into by one."""
    bare = before.rstrip()
    if not bare or _LABELS.fullmatch(bare.strip()) or not _SPLIT.sub("", bare).strip():
        return not after.strip() or bool(_SPLIT.match(after)) or len(after.split()) <= 4
    if bare[-1] in "|·•,،;:-–—ـ/(@" or before.endswith("   "):
        return True
    glued = before == bare
    if _LEADS_IN.search(bare) and not glued and not _LABELS.search(bare.split()[-1]):
        return False
    return (glued or len(bare.split()) <= 4) and not after.strip(" |·•-–—)")


def _parts(piece: str) -> list[str]:
    cut = [part.strip(" ()[]:،,") for part in _SPLIT.split(piece)]
    return [part for part in (_LABELS.sub("", part).strip() for part in cut) if part]


def _first_count(parts: list[str]) -> int | None:
    return next((count for count in map(comment_count, parts) if count is not None), None)


def _read_parts(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    names: list[str] = []
    authors: list[str] = []
    byline: str | None = None
    for part in parts:
        if (
            _READING_TIME.fullmatch(part)
            or _HIJRI.search(part)
            or _VIEWS.fullmatch(part)
            or label_of(part)
        ):
            continue
        by = _BY.match(part)
        if by:
            byline = part[by.end() :].strip()
            people, outlets = _people_and_outlets(byline)
            authors += people
            names += outlets
        else:
            named = read_name_line(_SOURCE.sub("", part))
            names += named.names
            authors += named.authors
            byline = byline or named.byline
    return tuple(names), tuple(authors), byline


def _people_and_outlets(byline: str) -> tuple[list[str], list[str]]:
    """Tell "JANE ROE, Valdoria Times" from "Jane Roe, Tom Keller and Ada Lind"."""
    parts = [
        part
        for part in re.split(r"\s*,\s*|\s*،\s*|\s+(?:and|&|et|und|y)\s+|\s+و(?=\S)", byline)
        if part
    ]
    people: list[str] = []
    outlets: list[str] = []
    for position, part in enumerate(parts):
        is_outlet = bool(OUTLET_WORDS.search(part)) or (position > 0 and len(part.split()) == 1)
        (outlets if is_outlet else people).append(part)
    return people, outlets


def _timed(
    names: tuple[str, ...],
    authors: tuple[str, ...],
    byline: str | None,
    spans: tuple[TimeSpan, ...],
    comments: int | None = None,
) -> Header:
    published = next((span.time for span in spans if span.time and not span.is_update), None)
    updated = next((span.time for span in spans if span.time and span.is_update), None)
    return Header(names, authors, byline, published, updated, comments, has_time=True)
