"""Lists of reports with who or when below each text: outlet, headline, text, "5 hours ago"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from wireroom.engine.pages.dump.heads import Head
from wireroom.engine.pages.dump.labels import Label
from wireroom.engine.pages.dump.lines import Kind
from wireroom.engine.pages.dump.named import Header
from wireroom.engine.pages.dump.segment import Segment
from wireroom.engine.pages.dump.typed_line import Line

_FEWEST_CARDS: Final = 3
_FEWEST_TITLE_WORDS: Final = 3
_MOST_NAME_WORDS: Final = 5
# Lines between a text and the time below it: a place, a button.
_TIME_REACH: Final = 3
# Lines that go with the headline of a list's first report: an outlet, what it leans to.
_NAMES_REACH: Final = 5
_MOST_LINES: Final = 5  # paragraphs of a card's text


def find_cards(lines: list[Line]) -> tuple[list[Line], list[Segment]]:
    """Return the lines, outlets marked as such, and the list's reports; none of another page.

    In other lists the time stands above a text or beside its outlet, and the line below a text
    opens the next report.
    """
    found = [card for run in _runs(lines) if (card := _read(lines, *run))]
    told = sum(_size(lines, start, end) for start, end, _ in found)
    others = sum(_size(lines, *run) for run in _runs(lines)) - told
    if len(found) < _FEWEST_CARDS or others * 2 > told or _has_times_above(lines, found):
        return lines, []
    return _cut(lines, found)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of every stretch of prose."""
    start: int | None = None
    for index, line in enumerate(lines):
        if line.kind is Kind.PROSE:
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(lines)


def _size(lines: Sequence[Line], start: int, end: int) -> int:
    return sum(len(line.text) for line in lines[start:end])


def _read(lines: Sequence[Line], start: int, end: int) -> tuple[int, int, int] | None:
    """Return the text's bounds and the line of its time where it stands as a card does."""
    above = lines[start - 1] if start else None
    if above is None or above.kind is not Kind.SHORT or above.word_count < _FEWEST_TITLE_WORDS:
        return None
    if end - start > _MOST_LINES:
        return None
    for index in range(end, min(len(lines), end + _TIME_REACH)):
        if lines[index].is_time or _names_source(lines[index]):
            return start, end, index
        if lines[index].is_repeated or lines[index].word_count > _MOST_NAME_WORDS:
            return None
    return None


def _names_source(line: Line) -> bool:
    """Tell whether a line is "Source: Harbour News"."""
    header = line.header
    return bool(header and header.names and not header.authors and not header.has_time)


def _has_times_above(lines: Sequence[Line], found: Sequence[tuple[int, int, int]]) -> bool:
    """Tell whether the time stands above each headline: then the first report has one, too."""
    start, _, _ = found[0]
    _, _, last_time = found[-1]
    below = lines[last_time + 1 : last_time + 1 + _NAMES_REACH]
    is_next = any(line.word_count >= _FEWEST_TITLE_WORDS and not line.label for line in below)
    above = list(takewhile(lambda line: line.kind is not Kind.PROSE, lines[: start - 1][::-1][:2]))
    return any(line.header for line in above) and is_next


def _cut(
    lines: list[Line], found: Sequence[tuple[int, int, int]]
) -> tuple[list[Line], list[Segment]]:
    marked = list(lines)
    segments = []
    tops = [time + 1 for _, _, time in found]
    names = [
        _names(lines, top, start - 1) for top, (start, _, _) in zip(tops, found[1:], strict=False)
    ]
    usual = max((len(one) for one in names), default=0)
    first = found[0][0] - 1
    named = [_names(lines, max(0, first - _NAMES_REACH), first)[-usual:] if usual else [], *names]
    for (start, end, time), own in zip(found, named, strict=True):
        top = own[0] if own else start - 1
        if own:
            outlet = lines[own[0]].text
            marked[own[0]] = replace(lines[own[0]], kind=Kind.HEADER, header=Header((outlet,)))
        head = Head(lines[start - 1].text, top, start - 1, start - 1, 0)
        block = [*range(top, start), *range(end, time + 1)]
        segments.append(Segment(head, block, list(range(start, end))))
    return marked, segments


def _names(lines: Sequence[Line], top: int, title: int) -> list[int]:
    """Return the lines between two cards that are names, the outlet's before what it leans to."""
    listed = [index for index in range(top, title) if lines[index].label is not Label.FURNITURE]
    return [
        index
        for index in listed
        if lines[index].kind is Kind.SHORT and lines[index].word_count <= _MOST_NAME_WORDS
    ]
