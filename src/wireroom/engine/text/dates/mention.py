"""What a text says of a day or a span of days, and what the answer rests on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Precision(StrEnum):
    """How closely the words tell the time."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"


class Kind(StrEnum):
    """In what way the words tell it."""

    ABSOLUTE = "absolute"  # with its year
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # "yesterday", "last week"
    PARTIAL = "partial"  # without its year


class RestsOn(StrEnum):
    """Where what the words leave out was taken from."""

    STATED = "stated in full"
    HIJRI = "stated in the Hijri calendar, converted by rule: a day either way"
    WEEKDAY_BEFORE = "the weekday on or before the publication day"
    WEEKDAY_AFTER = "the weekday on or after the publication day"
    PUBLICATION = "counted from the publication day"
    YEAR = "its year taken from the publication day"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A time in running text: half-open code points, and the days from `first` to `last`.

    `at` is the moment, aware, where the text gives a clock with its zone; `confidence` is 0 to 1.
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision
    kind: Kind
    rests_on: RestsOn
    confidence: float
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last` with what they rest on, before their place is known."""

    first: date
    last: date
    precision: Precision
    kind: Kind
    rests_on: RestsOn
    confidence: float
