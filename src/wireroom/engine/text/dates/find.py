"""Every day, week, month or year that a running text speaks of, with what the answer rests on."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Final

from wireroom.engine.text.dates import relative, stated
from wireroom.engine.text.dates.clock import clock_after, clock_before, moment_of
from wireroom.engine.text.dates.grammar import ANCHOR, SHAPES, START
from wireroom.engine.text.dates.lexicon import LANGUAGES, TOKEN, Lexicon, lexicon_of
from wireroom.engine.text.dates.line import Found, Line, line_of
from wireroom.engine.text.dates.mention import DateMention, Days, Precision
from wireroom.engine.text.dates.sentences import sentences_with_time

_READERS: Final[dict[str, Callable[[Found], Days | None]]] = {
    "numeric": stated.read_numeric,
    "hijri": stated.read_hijri,
    "day_range": stated.read_day_range,
    "month_day_range": stated.read_day_range,
    "day_month": stated.read_day,
    "month_day": stated.read_day,
    "month_range": stated.read_month_year,
    "month_year": stated.read_month_year,
    "month": stated.read_month,
    "month_post": stated.read_month,
    "decade": stated.read_decade,
    "year_range": stated.read_years,
    "year": stated.read_year,
    "named": relative.read_named,
    "weekday": relative.read_weekday,
    "quarter": relative.read_quarter,
    "day_part": relative.read_day_part,
    "span": relative.read_span,
    "span_post": relative.read_span,
    "ago": relative.read_ago,
    "ahead": relative.read_ahead,
}
# Prepositions belong to the sentence, not to the day; "in two weeks" is nothing without its own.
_LEADS: Final = "iSbTFfox,-("
_KEEP_LEADS: Final = frozenset(("ahead", "ago"))


def dates_in(
    text: str, *, published_at: datetime | None, lang: str, zone: tzinfo | None = None
) -> tuple[DateMention, ...]:
    """Return the times that a text speaks of, in reading order, none inside another.

    `published_at` (aware; taken as UTC if not) gives the day from which "yesterday" and weekdays
    count, in `zone`, the outlet's own, or as it is written. Without it only what has its year is
    resolved. `lang` is BCP 47: of languages without a table nothing is found. What could mean two
    days, or counts from another day than the publication's, is left out.
    """
    tag = lang.lower().split("-")[0]
    if tag not in LANGUAGES:
        return ()
    return _found(text, tag, _day(published_at, zone))


@lru_cache(maxsize=64)  # of a story's reports timeline and differences both ask
def _found(text: str, tag: str, today: date | None) -> tuple[DateMention, ...]:
    lexicon = lexicon_of(tag)
    return tuple(
        mention
        for start, end in sentences_with_time(text, lexicon)
        for mention in _in_line(text[start:end], start, lexicon, today)
    )


def _day(published_at: datetime | None, zone: tzinfo | None) -> date | None:
    if published_at is None:
        return None
    at = published_at if published_at.tzinfo else published_at.replace(tzinfo=UTC)
    try:
        return (at.astimezone(zone) if zone else at).date()
    except OverflowError:
        return at.date()


def _in_line(text: str, offset: int, lexicon: Lexicon, today: date | None) -> Iterator[DateMention]:
    line = line_of(text, lexicon)
    if not ANCHOR.search(line.signs):
        return
    spans: list[tuple[int, int]] = []
    for days, start, end in _days_of(line, today):
        spans = spans or [match.span() for match in TOKEN.finditer(text)]
        yield _mention(text, offset, days, (spans[start][0], spans[end - 1][1]))


def _days_of(line: Line, today: date | None) -> Iterator[tuple[Days, int, int]]:
    """Yield the times of a line by the places of their words: first, and one past the last."""
    signs, place = line.signs, 0
    while start := START.search(signs, place):
        place = start.start()
        for shape in SHAPES[signs[place]]:
            match = shape.pattern.match(signs, place)
            days = _READERS[shape.name](Found(line, match, today)) if match else None
            if match and days:
                first, last = _trimmed(line, shape.name, match.start(), match.end())
                yield days, first, last
                place = match.end() - 1
                break
        place += 1


def _trimmed(line: Line, name: str, start: int, end: int) -> tuple[int, int]:
    while name not in _KEEP_LEADS and line.signs[start] in _LEADS and start < end - 1:
        start += 1
    while line.signs[end - 1] in ",-.(oFf" and end > start + 1:
        end -= 1
    return start, end


def _mention(text: str, offset: int, days: Days, span: tuple[int, int]) -> DateMention:
    start, end = span
    at, precision = None, days.precision
    if precision is Precision.DAY and days.first == days.last:
        after, before = clock_after(text, end), clock_before(text, start)
        beside = after or before
        if beside:
            start, end = (start, beside[0]) if after else (beside[0], end)
            at, precision = moment_of(days.first, beside[1]), Precision.HOUR
    return DateMention(
        start=offset + start,
        end=offset + end,
        first=days.first,
        last=days.last,
        precision=precision,
        kind=days.kind,
        rests_on=days.rests_on,
        confidence=days.confidence,
        at=at,
    )
