"""Lines that say who and when: "Outlet · 3 hours ago", "By NAME, Outlet | 21 August 2025"."""

import re
from datetime import datetime
from itertools import pairwise
from typing import Final

from wireroom.engine.pages.agencies import canonical_agency, stands_alone
from wireroom.engine.pages.closing import read_closing
from wireroom.engine.pages.credit import read_opening
from wireroom.engine.pages.dump.labels import comment_count, label_of
from wireroom.engine.pages.dump.named import (
    OUTLET_WORDS,
    Header,
    read_name_line,
    read_role,
    read_signed,
    read_sources,
    read_voiced,
)
from wireroom.engine.pages.writers import clean_names
from wireroom.engine.text.when import TimeSpan, find_times, looks_like_time

_LONGEST_HEADER: Final = 160
_MOST_NAME_WORDS: Final = 6
_MOST_WORDS: Final = 14
_BY: Final = re.compile(
    r"^(?:(?:written|reported|story|text|posted|published|analysis|words|from)\s+)?"
    r"(?:by|par|von|por|di|door|av|przez)(?:\s*:\s*|\s+)(?=\S)"
    r"|^(?:بقلم|كتب|كتبت|إعداد|تقرير|الكاتب)\s*[:：/]?\s+(?=\S)"
    r"|^(?:written by|author|writer|autor(?:in)?|auteur|autore|yazar|автор|текст|"
    r"作者|记者|記者|文|编辑|लेखक)\s*[:：/|]\s*(?=\S)",
    re.IGNORECASE,
)
_SHIFTS: Final = re.compile(r"\s*\((?:now|earlier|until [\w.: ]{1,12})\)", re.IGNORECASE)
_SOURCE: Final = re.compile(
    r"^(?:source|via|from|publisher|المصدر|مصدر الخبر|quelle|fuente|fonte|bron|kaynak|источник|"
    r"来源|來源|稿源|स्रोत)\s*[:：]\s*",
    re.I,
)
_LABELS: Final = re.compile(
    r"^(?:time|date|published|posted|updated?|last updated?|last modified|modified|created|on|at|"
    r"first published|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|"
    r"publicad[oa] em|atualizado|pubblicato|aggiornato|ultimo aggiornamento|gepubliceerd|"
    r"bijgewerkt|"
    r"laatste update|(?:son )?güncelle(?:me|nme)(?: tarihi)?|yayınla(?:nma|ndı)(?: tarihi)?|"
    r"oluşturulma(?: tarihi)?|haber girişi|giriş|опубликовано|обновлено|дата публикации|"
    r"प्रकाशित|अपडेटेड|अपडेट|发布时间|发布于|发布|更新时间|更新|時間|时间|發布時間|更新時間|"
    r"تم النشر|نُ?شرت?|تاريخ النشر|آخر تحديث|تحديث|التاريخ|الوقت|منذ|في|بتاريخ|يوم)"
    r"(?=\W|$)\s*(?:(?:on|at|in|le|am|um|il|el|em|op|om|à|às|a las|alle|في)(?=\s|$)|"
    r":)*\s*[:：]?\s*",
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
# How long a report takes to read, beside who and when.
_TAKES_TO_READ: Final = re.compile(
    r"[\s·•|–—-]*(?:(?:reading time|lesezeit|temps de lecture|tiempo de lectura|مدة القراءة)"
    r"\s*:?\s*"
    r"(?:ca\. )?\d{1,3}\s?(?:min(?:utes?|uten|utos?)?\.?|دقيقة|دقائق)"
    r"|\d{1,3}[\s-]?min(?:ute)?s?\.? (?:read|de lecture|de lectura|lesezeit)"
    r"|(?:قراءة|تقرأ في)\s[\d٠-٩]{1,3}\s(?:دقيقة|دقائق))\s*$",
    re.IGNORECASE,
)
_HIJRI: Final = re.compile(r"\b1[34]\d\d\s?(?:AH|هـ?)(?:\W|$)|^AD$")
_HIJRI_DAY: Final = re.compile(r"1[34]\d\d\s?هـ?\s+الموافق")
_SENTENCE_END: Final = re.compile(r"[.!?؟…][\"'”’»)]*$")
# Words that lead into a date inside a sentence: such a line is a headline, not a header.
_LEADS_IN: Final = re.compile(r"(?:^|\s)(?:[a-zà-ÿ]+|ل|إلى|من|حتى|بعد|قبل|منذ|خلال|عام|سنة)\s*$")


def read_header(line: str, captured_at: datetime | None, lang: str | None = None) -> Header | None:
    """Return what the line says of who and when, None when it is another kind of line.

    The language of the dump (BCP 47) settles whether 02/03/2026 is in March.
    """
    if len(line) > _LONGEST_HEADER:
        return None
    line = _TAKES_TO_READ.sub("", line) or line
    spans = find_times(line, captured_at=captured_at, lang=lang)
    if not spans:
        return Header(has_time=True) if _is_clock(line) else _untimed_header(line)
    if looks_like_time(line, lang=lang):
        return _timed((), (), None, spans)
    return _mixed_header(line, spans)


_CLOCK: Final = re.compile(
    r"[(\[]?\d{1,2}[:.hH]\d\d(?:\s?[ap]\.?m\.?|\s?[صم])?"
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
    if read_signed(line):
        return None  # "Jane Roe (editor)"
    opening = read_opening(line)
    credit = opening.wire_credit
    if credit and not opening.rest and OUTLET_WORDS.search(credit) and not canonical_agency(credit):
        return Header(names=(credit,), dateline=opening.dateline)
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
        line = f"By {shifts}".replace(";", ",")
    names = _SOURCE.match(line)
    if names and len(line) < 60:
        return read_sources(line[names.end() :].strip())
    if not _BY.match(line) or len(line.split()) > _MOST_WORDS or _SENTENCE_END.search(line):
        return None
    placed = _PLACE_AFTER.match(line)
    if placed and not OUTLET_WORDS.search(placed["place"]):
        line = placed["by"]  # "By Jane Roe, Harbour 24 — Port Alder"
    found, authors, byline = _read_parts(_parts(line))
    if not authors and not byline:
        return None
    return Header(names=found, authors=authors, byline=byline)


_PLACE_AFTER: Final = re.compile(r"(?P<by>.+,.+?)\s[—–-]\s(?P<place>[^,|—–-]{2,30})$")


def _mixed_header(line: str, spans: tuple[TimeSpan, ...]) -> Header | None:
    if _HIJRI_DAY.search(line):  # "Place, 13 Ramadan 1447, 2 March 2026, agency": a dateline
        return _timed((), (), None, spans)
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


_LABEL_LAST: Final = re.compile(r"(?:^|\s)(?:last updated|updated|published|posted)\s*$", re.I)


def _parts(piece: str) -> list[str]:
    cut = [part.strip(" ()[]:،,") for part in _SPLIT.split(piece)]
    bare = (_LABEL_LAST.sub("", _LABELS.sub("", part)).strip() for part in cut)
    return [part for part in bare if part]


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
            or _is_clock(part)
            or label_of(part)
        ):
            continue
        by = _BY.match(part)
        if by:
            byline = part[by.end() :].strip()
            is_placed = bool(_WITH_PLACE.match(part)) and len(_BETWEEN.split(byline)) == 2
            listed = byline.split(",")[0] if is_placed and "," in byline else byline
            people, outlets = _people_and_outlets(listed)
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
    people: list[str] = []
    outlets: list[str] = []
    for position, part in enumerate(part for part in _BETWEEN.split(byline) if part):
        works_for = read_role(part) if position else None
        if works_for is not None:
            outlets += [works_for] if works_for else []
        elif OUTLET_WORDS.search(part) or (position and _is_short_outlet(part)):
            outlets.append(part)
        elif not (position and " " not in part):
            people += clean_names([part], set())
    return people, outlets


# German, French and Spanish bylines join two people by a word and a place by a comma.
_WITH_PLACE: Final = re.compile(r"(?:von|par|por)\s", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*[,،、]\s*|\s+(?:and|&|et|und|y|e|en|ve|и|और)\s+|\s+و(?=\S)")


def _is_short_outlet(part: str) -> bool:
    """Tell "Jane Roe, CNN" from "Jane Roe, Hamburg": one word is an outlet or a place."""
    return " " not in part and (part.isupper() or bool(canonical_agency(part)))


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
