"""A page copied whole: its report by the trained classifiers, where signs alone miss it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wireroom.engine.pages.dump.heads import Head
from wireroom.engine.pages.dump.likely import Likely
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.stems import shared_share
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.types import TimeFrom

# The F1 that the classifiers must promise to be believed against a headline with its report,
# and where signs found none.
_SURE: Final = 0.5
_SURE_ALONE: Final = 0.5
# Characters of a report: the pages that the classifiers learnt from have no shorter ones, but
# for some that signs read as well.
_FEWEST: Final = 1_000
_FEWEST_ALONE: Final = 200
# Lines beside the report: with fewer nothing of a page stands around, and the classifiers have
# nothing to tell a report by.
_FEWEST_BESIDE: Final = 6
# Agreement below which signs took something else than a short report, and how sure that must be.
_ELSEWHERE: Final = 0.3
_SURE_OF_SHORT: Final = 0.7
# Signs of headlines as plain as few pages have them: outlet and time beside what is said twice.
_PLAIN: Final = 6
# ... or said twice and dated, where such reports hold most of what was taken for one.
_PLAIN_DATED: Final = 5
_MOSTLY: Final = 0.5
# Of a report that goes on with another one, endlessly: the share that is above that, the lines
# in which its day is sought, the share of the headline's words that its text repeats.
_OWN_SHARE: Final = 0.25
_NEAR: Final = 4
_SHARED_WORDS: Final = 0.3
_FEW_LIVE: Final = 0.6  # agreement below which what looks like a live page is none
_LIKELY_TITLE: Final = 0.2
_LONGEST_BLOCK: Final = 40  # lines between headline and text; more are menus
_TAIL: Final = 12  # lines below the text that may say who and when
_ABOVE: Final = 3  # lines above the headline that may


def with_likely(lines: list[Line], segments: list[Segment], likely: Likely) -> list[Segment]:
    """Return the segments, the page's own report as the classifiers see it on a whole page.

    Signs find every report of a page of reports; on a page full of menus, cards and notices
    they take those for some, or lose the report's end. Of copied pages cross-validated by
    domain the classifiers have a body F1 of .88, signs .55. Where several reports with the
    plainest signs lie in what the classifiers take for one, signs are right.
    """
    own = set(likely.places)
    size = _size(lines, own)
    if not segments:
        is_text = size >= _FEWEST_ALONE and any(lines[n].kind is Kind.PROSE for n in own)
        is_found = is_text and likely.confidence >= _SURE_ALONE and likely.title is not None
        return [_main(lines, likely, None)] if is_found else []
    if len(lines) - len(own) < _FEWEST_BESIDE or _are_several(lines, segments, own):
        return segments
    is_sure = likely.confidence >= _SURE and size >= _FEWEST
    if not is_sure and not _is_elsewhere(lines, segments[0], likely):
        return segments
    later = _next_report(lines, segments, likely)
    end = min(later.block) if later else len(lines)
    above = _above(likely.places, end) or likely.places
    found = _main(lines, replace(likely, places=above), segments[0])
    others = [
        s
        for s in segments
        if s.body[0] > found.body[-1] and (s.body[0] > end or _has_score(s, _PLAIN))
    ]
    return [found, *others]


def _next_report(
    lines: Sequence[Line], segments: Sequence[Segment], likely: Likely
) -> Segment | None:
    """Return the report that an endless page shows below its own, where that was taken in, too.

    It has a headline and, beside it, a time of its own.
    """
    own = set(likely.places)
    total = _size(lines, own)
    start = likely.places[0] if likely.title is None else max(likely.title, likely.places[0])
    for segment in segments:
        head = segment.head
        if head is None or head.first <= start or own.isdisjoint(segment.body):
            continue
        above = sum(len(lines[n].text) for n in own if n < head.first)
        below = _size(lines, own.intersection(segment.body))
        is_report = below >= _FEWEST_ALONE and above >= _OWN_SHARE * total
        if is_report and _is_headed(lines, segment, head):
            return segment
    return None


def _is_headed(lines: Sequence[Line], segment: Segment, head: Head) -> bool:
    """Tell whether a day stands right below a headline whose words its text repeats."""
    near = [lines[n].header for n in range(head.last + 1, min(len(lines), head.last + _NEAR))]
    days = [header.published for header in near if header and header.published]
    if not any(day.time_from is TimeFrom.STATED for day in days):
        return False
    text = "\n".join(lines[n].text for n in segment.body)
    return shared_share(head.title, text) >= _SHARED_WORDS


def _above(places: tuple[int, ...], end: int) -> tuple[int, ...]:
    return tuple(place for place in places if place < end)


def _is_elsewhere(lines: list[Line], main: Segment, likely: Likely) -> bool:
    """Tell whether a short report stands where signs saw none of it."""
    own = set(likely.places)
    is_sure = likely.confidence >= _SURE_OF_SHORT and _size(lines, own) >= _FEWEST_ALONE
    return is_sure and _agreement(lines, own, set(main.body)) < _ELSEWHERE


def is_live(lines: list[Line], blog: Segment, likely: Likely) -> bool:
    """Tell whether what looks like a live page's entries is what the classifiers take, too."""
    own = set(likely.places)
    if likely.confidence < _SURE or _size(lines, own) < _FEWEST:
        return True
    return _agreement(lines, own, set(blog.body)) >= _FEW_LIVE


def _size(lines: Sequence[Line], places: set[int]) -> int:
    return sum(len(lines[n].text) for n in places)


def _agreement(lines: Sequence[Line], one: set[int], other: set[int]) -> float:
    """Return the F1 of two sets of lines by their characters."""
    both = 2 * _size(lines, one & other)
    return both / max(1, _size(lines, one) + _size(lines, other))


def _are_several(lines: Sequence[Line], segments: Sequence[Segment], own: set[int]) -> bool:
    """Tell whether what was taken for one report is mostly that of several, plain and dated."""
    parts = [
        s for s in segments
        if not own.isdisjoint(s.body) and _has_score(s, _PLAIN_DATED) and _is_dated(lines, s)
    ]  # fmt: skip
    told = sum(_size(lines, own.intersection(part.body)) for part in parts)
    return len(parts) > 1 and told >= _MOSTLY * _size(lines, own)


def _has_score(segment: Segment, least: int) -> bool:
    return segment.head is not None and segment.head.score >= least


def _is_dated(lines: Sequence[Line], segment: Segment) -> bool:
    headers = (lines[n].header for n in (*segment.block, *segment.tail[:_ABOVE]))
    return any(header is not None and header.has_time for header in headers)


def _main(lines: list[Line], likely: Likely, signs: Segment | None) -> Segment:
    """Return the report: its lines, its headline, who and when between and below."""
    body = list(likely.places)
    title = _title_place(likely, signs, body[0])
    if len(body) > 1 and title in body:
        body.remove(title)
    first = body[0]
    start = first if title is None else title
    block = list(range(start, first)) if start < first else [start]
    if len(block) > _LONGEST_BLOCK:
        block = [block[0], *block[1 - _LONGEST_BLOCK :]]
    above = range(max(0, block[0] - _ABOVE), block[0])
    block = [*(n for n in above if lines[n].kind is Kind.HEADER), *block]
    held = set(body)
    inside = [n for n in range(first, body[-1]) if n not in held]
    tail = [*inside, *range(body[-1] + 1, min(len(lines), body[-1] + 1 + _TAIL))]
    head = None if title is None else Head(lines[title].text, block[0], title, title, 0)
    return Segment(head, [n for n in block if n not in held], body, tail, is_likely=True)


def _title_place(likely: Likely, signs: Segment | None, first: int) -> int | None:
    """Return the line of the headline: the likeliest, and the signs' own where that is unsure."""
    head = signs.head if signs else None
    if head and likely.title_chance < _LIKELY_TITLE and head.first <= first:
        return head.first
    return likely.title
