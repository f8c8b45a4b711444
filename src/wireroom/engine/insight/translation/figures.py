"""The numbers of a sentence as every language tells them: values, times of the clock, days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from wireroom.engine.text.dates.find import dates_in
from wireroom.engine.text.dates.lexicon import LANGUAGES
from wireroom.engine.text.dates.mention import DateMention, Kind, Precision
from wireroom.engine.text.number_words import number_words
from wireroom.engine.text.told_values import read_values

# "One" is an article in most languages; "two" is "both" or "a couple of" as often as a number.
_FEWEST_IN_WORDS: Final = 3
_SCALES: Final = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
_HALF_DAY: Final = 720  # minutes: whether morning or evening is told in too many ways
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_CLOCK: Final = re.compile(
    r"(?:(?<!\w)(?P<lead>saat|klo?|alle ore|الساعة)\.?\s+)?"
    r"(?<![\d.,:])(?P<hour>2[0-4]|[01]?\d)(?!\d)"
    r"(?:\s?(?P<sign>[:hH٫.])\s?(?P<minute>[0-5]\d)(?![\d:.,]\d))?"
    r"\s*(?P<part>a\.?\s?m\b|p\.?\s?m\b|Uhr\b|heures?\b|h\b|horas\b|مساء|صباح|ظهر)?",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?<!\w)(?:[وفبكل]?ال|[وف]?لل|[وفبكل])(?=\w{3})")
_SURE_SIGNS: Final = (":", "h", "H")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day: minutes after noon or midnight, and its numbers as they are written."""

    minutes: int
    written: frozenset[Decimal]


@dataclass(frozen=True, slots=True)
class Figures:
    """What a sentence tells in numbers.

    `digits` are those of its numbers that stand there in digits, `words` those in words, from
    three on; `hints` those that it may tell besides, as "the fifth" or with a word written in one;
    `days` the days that it names in full, `months` their months and those of no day.
    """

    digits: frozenset[Decimal]
    words: frozenset[Decimal]
    hints: frozenset[Decimal]
    clocks: tuple[Clock, ...]
    days: frozenset[tuple[date, date]]
    months: frozenset[int]
    reads_words: bool

    @property
    def told(self) -> frozenset[Decimal]:
        """All numbers, however they are written."""
        written = (clock.written for clock in self.clocks)
        return self.digits.union(self.words, self.hints, *written)


def find_figures(text: str, base: str, published_at: datetime | None) -> Figures:
    """Return what a sentence of the language `base` tells in numbers; pure, any input."""
    text = text.translate(_DIGITS)
    dates = _dates(text, base, published_at)
    mentions = [one for one in dates if one.precision is Precision.DAY]
    rest = _without(text, [(one.start, one.end) for one in mentions])
    found = [*_CLOCK.finditer(rest)]
    times = [match for match in found if _is_clock(match)]
    rest = _without(rest, [match.span() for match in times])
    digits, words = set[Decimal](), set[Decimal]()
    for told in read_values(rest, base):
        is_digit = rest[told.start : told.start + 1].isdigit()
        if is_digit:
            digits.add(told.value)
        else:
            words.add(told.value)
    return Figures(
        digits=frozenset(digits),
        words=frozenset(words),
        hints=frozenset(told.value for told in read_values(_apart(text), base, ranks=True)),
        clocks=tuple(map(_clock, times)),
        days=frozenset((one.first, one.last) for one in mentions),
        months=frozenset(one.first.month for one in dates),
        reads_words=base in ("en", "ar") or bool(number_words(base)),
    )


def missing_numbers(one: Figures, other: Figures) -> Iterator[Decimal]:
    """Yield the numbers of one that the other does not tell in any way."""
    for value in one.digits - other.told:
        if not _is_scaled(value, one, other):
            yield value
    if other.reads_words:
        yield from (v for v in one.words - other.told if v >= _FEWEST_IN_WORDS and v % 1 == 0)
    for clock in one.clocks:
        same = any(clock.minutes == each.minutes for each in other.clocks)
        if not same and not clock.written <= other.told:
            yield from clock.written


def _is_scaled(value: Decimal, one: Figures, other: Figures) -> bool:
    """Tell whether a number is another's thousands or millions, in a language nobody counted in.

    Of "75 miljoen" only the 75 is read there, of "75 million" all.
    """
    if not other.reads_words and any(value / scale in other.digits for scale in _SCALES):
        return True
    return not one.reads_words and any(value * scale in other.told for scale in _SCALES)


def are_same_days(one: Figures, other: Figures) -> bool:
    """Tell whether two sentences may name the same days.

    Where only one of them is understood ("the twelfth of April" is not read everywhere), the
    other has to have its number, and no other month.
    """
    if one.days == other.days:
        return True
    if (one.days and other.days) or (one.months and other.months and one.months != other.months):
        return False
    known, rest = (one, other) if one.days else (other, one)
    return all(Decimal(first.day) in rest.told for first, _last in known.days)


def _dates(text: str, base: str, published_at: datetime | None) -> list[DateMention]:
    """Return the days and months that stand there by their names or numbers."""
    if published_at is None or base not in LANGUAGES:
        return []
    found = dates_in(text, published_at=published_at, lang=base)
    return [
        one
        for one in found
        if one.kind in (Kind.ABSOLUTE, Kind.PARTIAL)
        and one.precision in (Precision.DAY, Precision.MONTH)
    ]


def _is_clock(match: re.Match[str]) -> bool:
    if match["minute"]:
        return match["sign"] in _SURE_SIGNS or bool(match["part"] or match["lead"])
    return bool(match["part"])


def _clock(match: re.Match[str]) -> Clock:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    numbers = {Decimal(hour)} | ({Decimal(minute)} if minute else set())
    return Clock((60 * hour + minute) % _HALF_DAY, frozenset(numbers))


def _apart(text: str) -> str:
    """Return an Arabic text with "and", "to" and the article apart from the words they open."""
    return _JOINED.sub(" ", text)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
