"""Times as pages write them, in words or figures, resolved to one moment in UTC."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from wireroom.engine.text import when_grammar as grammar
from wireroom.engine.text import when_tables as tables
from wireroom.engine.text.when_reading import (
    YEAR,
    Reading,
    read_absolute,
    read_relative,
    read_yearless,
    signs_of,
)
from wireroom.engine.types import TimeFrom

# A line that says when is short; anything longer is prose that happens to hold a date.
_LONGEST_LINE: Final = 240
# Nothing that is read here was published before newspapers had telegraphs.
_FIRST_YEAR: Final = 1850
_LAST_YEAR: Final = 2100
# What a publishing system writes when it has no date.
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
# Clocks are wrong and captures are dated by hand, but not by more than a year.
_FUTURE_SLACK: Final = timedelta(days=366)

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
# In scripts whose vowel signs are no letters a word is several pieces.
_LABELS: Final = frozenset(_WORD.findall(" ".join(grammar.names(tables.LABEL_WORDS))))
_UPDATES: Final = frozenset(_WORD.findall(" ".join(grammar.names(tables.UPDATE_WORDS))))
_EDGE_SIGNS: Final = " ,|-·•()[]/;:.@>"


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """One moment in UTC, what it rests on, and whether only its day is known.

    Of an absolute day the moment is midnight UTC; of "2 days ago" it is that long before
    the capture.
    """

    at: datetime
    time_from: TimeFrom
    day_only: bool = False


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Where a time stands in a line (code points, half-open) and what it comes to.

    `time` is None for a relative time without a capture time, and for an absurd one;
    `is_update` says that the words before it call it a time of change.
    """

    start: int
    end: int
    time: ResolvedTime | None
    is_update: bool = False


def resolve_time(
    text: str, *, captured_at: datetime | None, lang: str | None = None
) -> ResolvedTime | None:
    """Return the first time that the text states, or None where it states none.

    Relative times ("3 hours ago") need `captured_at`; absurd ones (year 1, far future) are
    None. A clock without a zone is taken as UTC. `lang` (BCP 47) settles 03/04/2025: month
    first in en-US, day first elsewhere; in unknown or bare English it is None.
    """
    epoch = grammar.EPOCH.match(text)
    if epoch:
        at = datetime.fromtimestamp(int(epoch["seconds"]), tz=UTC)
        return _sane(ResolvedTime(at, TimeFrom.STATED), captured_at)
    spans = find_times(text, captured_at=captured_at, lang=lang)
    return next((span.time for span in spans if span.time), None)


def find_times(
    text: str, *, captured_at: datetime | None = None, lang: str | None = None
) -> tuple[TimeSpan, ...]:
    """Return every time in a short line, in reading order, glued to other words or not."""
    line = text.strip()
    if not line or len(line) > _LONGEST_LINE:
        return ()
    flat, offsets = grammar.flat_with_offsets(text)
    captured = _aware(captured_at)
    found: list[TimeSpan] = []
    for reading in _readings(flat, lang):
        at = reading.resolve(captured)
        time = (
            _sane(ResolvedTime(at, reading.time_from, reading.day_only), captured) if at else None
        )
        start, end = offsets[reading.start], offsets[reading.end - 1] + 1
        label = flat[_found_end(found, offsets) : reading.start]
        found.append(TimeSpan(start, end, time, _is_update(label)))
    return tuple(found)


def _found_end(found: list[TimeSpan], offsets: list[int]) -> int:
    return offsets.index(found[-1].end) if found and found[-1].end in offsets else 0


def looks_like_time(line: str, *, lang: str | None = None) -> bool:
    """Tell whether a line says when and nothing else, labels such as "Updated" aside."""
    spans = find_times(line, lang=lang)
    if not spans:
        return False
    rest = _cut(line, spans)
    rest = grammar.HIJRI.sub(" ", grammar.flat(rest))
    return all(word in _LABELS or word in grammar.WEEKDAY_BY_NAME for word in _WORD.findall(rest))


def _cut(line: str, spans: tuple[TimeSpan, ...]) -> str:
    kept, end = [], 0
    for span in spans:
        kept.append(line[end : span.start])
        end = span.end
    return " ".join([*kept, line[end:]])


def _is_update(label: str) -> bool:
    return any(word in _UPDATES for word in _WORD.findall(label))


def _readings(flat: str, lang: str | None) -> list[Reading]:
    taken: list[Reading] = []
    for reading in _candidates(flat, lang):
        if all(reading.end <= other.start or reading.start >= other.end for other in taken):
            taken.append(reading)
    return sorted(taken, key=lambda reading: reading.start)


def _candidates(flat: str, lang: str | None) -> Iterator[Reading]:
    masked = flat
    if not flat.isascii():
        masked = grammar.HIJRI.sub(lambda hijri: " " * len(hijri.group()), flat)
    signs = signs_of(masked)
    if not signs:
        return
    if signs & YEAR:
        yield from read_absolute(masked, lang)
    yield from read_relative(masked, signs)
    for weak in read_yearless(masked, signs):
        if _stands_alone(masked, weak.start, weak.end):
            yield weak


def _stands_alone(flat: str, start: int, end: int) -> bool:
    before, after = flat[:start].rstrip(" "), flat[end:].lstrip(" ")
    words_before = _WORD.findall(before)
    fits_before = not before or before[-1] in _EDGE_SIGNS or all(w in _LABELS for w in words_before)
    fits_after = not after or (after[0] in _EDGE_SIGNS)
    return fits_before and fits_after


def _aware(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=UTC)


def _sane(time: ResolvedTime, captured_at: datetime | None) -> ResolvedTime | None:
    if not _FIRST_YEAR <= time.at.year <= _LAST_YEAR or time.at == _EPOCH:
        return None
    captured = _aware(captured_at)
    if captured and time.at > captured + _FUTURE_SLACK:
        return None
    return time
