"""A live blog's text as its entries part it: what stands above them, each entry, what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from wireroom.engine.pages.markup import plain_html
from wireroom.engine.pages.markup_lines import Line, lines_of, write_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPlace:
    """One live entry, and which of the body's paragraphs are its own: half-open, from 0."""

    heading: str | None
    at: datetime | None
    first: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePart:
    """An entry, or text that stands outside them.

    `number` counts from the oldest entry, 1, so that an entry keeps its number when the next
    one comes; it is 0 for text outside. `html` is of allow-listed tags alone.
    """

    html: str
    number: int = 0
    heading: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveBlog:
    """How many entries a live blog has, when the latest was, and the whole text in its parts."""

    count: int
    latest_at: datetime | None
    parts: tuple[LivePart, ...] = ()


def count_entries(entries: Sequence[EntryPlace]) -> LiveBlog | None:
    """Return what is known of a live blog besides its text; None of any other report."""
    if not entries:
        return None
    times = [entry.at for entry in entries if entry.at is not None]
    return LiveBlog(count=len(entries), latest_at=max(times, default=None))


def arrange(entries: Sequence[EntryPlace], paragraphs: Sequence[str], html: str) -> LiveBlog | None:
    """Return a live blog with its whole text, parted by its entries, in the page's order.

    `html` is the paragraphs with their structure, clean, or nothing. No paragraph is left out or
    shown twice. Where entries cannot be told from the body, there are no parts: the body is
    shown as any other.
    """
    live = count_entries(entries)
    if live is None or not _are_told(entries, len(paragraphs)):
        return live
    lines = lines_of(html)
    if len(lines) != len(paragraphs):
        lines = lines_of(plain_html(paragraphs))
    parts = tuple(_parts(entries, paragraphs, lines))
    return LiveBlog(count=live.count, latest_at=live.latest_at, parts=parts)


def opening_of(entries: Sequence[EntryPlace], paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paragraphs above a live blog's first entry; all of any other report's."""
    if not entries or not _are_told(entries, len(paragraphs)):
        return paragraphs
    return paragraphs[: entries[0].first]


def _are_told(entries: Sequence[EntryPlace], paragraphs: int) -> bool:
    """Tell whether the entries' places follow each other and are in the body."""
    last = 0
    for entry in entries:
        if not last <= entry.first <= entry.end <= paragraphs:
            return False
        last = entry.end
    return last > 0


def _parts(
    entries: Sequence[EntryPlace], paragraphs: Sequence[str], lines: Sequence[Line]
) -> Iterator[LivePart]:
    last = 0
    for number, entry in zip(_numbers(entries), entries, strict=True):
        if last < entry.first:
            yield LivePart(html=write_lines(lines[last : entry.first]))
        rows = range(entry.first, entry.end)
        head = next((row for row in rows if paragraphs[row] == entry.heading), -1)
        html = write_lines(lines[row] for row in rows if row != head)
        yield LivePart(html=html, number=number, heading=entry.heading, at=entry.at)
        last = entry.end
    if last < len(paragraphs):
        yield LivePart(html=write_lines(lines[last:]))


def _numbers(entries: Sequence[EntryPlace]) -> range:
    """Return the entries' numbers from the oldest on; where no times tell, the last is that."""
    times = [entry.at for entry in entries if entry.at is not None]
    if times and times[0] < times[-1]:
        return range(1, len(entries) + 1)
    return range(len(entries), 0, -1)
