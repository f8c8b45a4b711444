"""Live blogs among dumps: one report whose entries each open with a time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Final

from wireroom.engine.pages.dump.heads import Gap, candidates, nearness
from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.typed_line import Line
from wireroom.engine.types import Article, LiveEntry

# What such pages call themselves; "live" alone stands in every menu.
_LIVE: Final = re.compile(
    r"\blive ?(?:blog|updates?|reporting|coverage|ticker)\b|\bas it happened\b|^key events$"
    r"|\blive\s?:|[-–—]\s?live$|^live\s+updated\b|^newsticker$|\bminute by minute\b|\ben "
    r"direct\b|\bminuto a minuto\b"
    r"|لحظة بلحظة|تغطية (?:مباشرة|حية|مستمرة)|التغطية (?:المباشرة|الحية|المستمرة)|تحديثات مباشرة",
    re.IGNORECASE,
)
_LIVE_ALONE: Final = re.compile(r"^(?:live|مباشر)$", re.IGNORECASE)
_FEWEST_ENTRIES: Final = 3
_SAYS_LIVE: Final = 6  # outweighs a standfirst that holds all words of the entries
_LONGEST_HEADING: Final = 160
_REACH: Final = 4  # lines between an entry's time and its text


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one entry: its times, its heading, its text."""

    times: tuple[int, ...]
    heading: int | None
    body: tuple[int, ...]


def find_entries(lines: Sequence[Line]) -> list[Entry]:
    """Return the entries of a live blog in page order, none of any other page."""
    starts = [index for index, line in enumerate(lines) if _is_time(line)]
    clocks = [index for index in starts if _is_clock(lines[index])]
    if len(clocks) >= _FEWEST_ENTRIES and len(clocks) * 2 > len(starts):
        starts = clocks  # the days that stand beside them are the page's own
    if len(starts) < _FEWEST_ENTRIES or not _calls_itself_live(lines, starts[-1]):
        return []
    entries = [entry for entry in _cut(lines, starts) if entry.body]
    return entries if len(entries) >= _FEWEST_ENTRIES else []


def live_segment(lines: list[Line], entries: Sequence[Entry]) -> Segment | None:
    """Return the one article of a live blog, None where nothing above the entries heads it."""
    first = entries[0].times[0]
    opening = [index for index in range(first) if lines[index].kind is Kind.PROSE]
    told = [lines[index].text for entry in entries for index in entry.body]
    gap = Gap(0, opening[0] if opening else first, True, "\n".join(told), "")
    headings = {lines[entry.heading].key for entry in entries if entry.heading is not None}
    heads = [head for head in candidates(lines, gap) if lines[head.first].key not in headings]
    if not heads:
        return None
    head = max(
        heads, key=lambda head: nearness(lines, gap, head) + _SAYS_LIVE * _is_live(head.title)
    )
    end = next((at for at in range(head.last + 1, gap.end) if lines[at].key in headings), gap.end)
    block = range(head.start, end - 1 if end < gap.end and _is_time(lines[end - 1]) else end)
    body = [*opening, *(index for entry in entries for index in _told(entry))]
    return Segment(head, list(block), body)


def _is_live(text: str) -> bool:
    return bool(_LIVE.search(text))


def with_live_entries(
    article: Article, lines: Sequence[Line], segment: Segment, entries: Sequence[Entry]
) -> Article:
    """Return the article with its entries, each with the numbers of its own paragraphs."""
    is_whole = len(article.paragraphs) == len(segment.body)
    places = {index: place for place, index in enumerate(segment.body)} if is_whole else {}
    found = tuple(_entry(lines, entry, places) for entry in entries)
    times = [entry.at for entry in found if entry.at]
    return replace(
        article,
        live_entries=found,
        published=article.published or min(times, default=None),
        updated=article.updated or max(times, default=None),
    )


def _entry(lines: Sequence[Line], entry: Entry, places: dict[int, int]) -> LiveEntry:
    told = [places[index] for index in _told(entry) if index in places]
    return LiveEntry(
        heading=lines[entry.heading].text if entry.heading is not None else None,
        at=next((at for at in (_at(lines[index]) for index in entry.times) if at), None),
        paragraphs=tuple(lines[index].text for index in entry.body),
        first=told[0] if told else 0,
        end=told[-1] + 1 if told else 0,
    )


def _told(entry: Entry) -> list[int]:
    return sorted({*entry.body, *(() if entry.heading is None else (entry.heading,))})


def _at(line: Line) -> datetime | None:
    time = line.header and line.header.published
    return time.at if time and not time.day_only else None


def _is_time(line: Line) -> bool:
    header = line.header
    return bool(header and header.has_time and not header.names and not header.authors)


def _is_clock(line: Line) -> bool:
    return line.header is not None and not (line.header.published or line.header.updated)


def _calls_itself_live(lines: Sequence[Line], last: int) -> bool:
    for index, line in enumerate(lines[:last]):
        if _is_live(line.text) and line.kind is not Kind.PROSE:
            return True
        below = lines[index + 1] if _LIVE_ALONE.match(line.text) else None
        if below and below.kind is Kind.SHORT and (below.is_heading or below.is_repeated):
            return True
    return False


def _cut(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Entry]:
    clusters = list(_clusters(starts))
    for cluster, following in pairwise([*clusters, [len(lines)]]):
        yield _read(lines, cluster, following[0])


def _clusters(starts: Sequence[int]) -> Iterator[list[int]]:
    """Yield times that stand on lines one below the other as one."""
    cluster = [starts[0]]
    for start in starts[1:]:
        if start != cluster[-1] + 1:
            yield cluster
            cluster = []
        cluster.append(start)
    yield cluster


def _read(lines: Sequence[Line], cluster: Sequence[int], end: int) -> Entry:
    start = cluster[-1] + 1
    first = next(
        (at for at in range(start, min(end, start + _REACH)) if lines[at].kind is Kind.PROSE), None
    )
    if first is None:
        return Entry(tuple(cluster), None, ())
    writers = {name for line in lines if line.header for name in line.header.authors}
    heading = next(
        (
            at
            for at in range(start, first)
            if _may_head(lines[at]) and lines[at].text not in writers
        ),
        None,
    )
    body: list[int] = []
    for index in range(first, end):
        if lines[index].label in (Label.RELATED, Label.NEXT, Label.COMMENTS):
            break
        if lines[index].kind in (Kind.PROSE, Kind.BULLET):
            body.append(index)
    return Entry(tuple(cluster), heading, tuple(body))


def _may_head(line: Line) -> bool:
    return line.kind is Kind.SHORT and len(line.text) <= _LONGEST_HEADING
