"""Times in a reader's words: absolute in UTC, and relative to now."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

from django.utils import dateformat
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_MONTH: Final = 30 * _DAY
_YEAR: Final = 365 * _DAY
# Clocks of servers differ by some minutes; a report "from the future" within this is new.
_CLOCK_SKEW_S: Final = 10 * _MINUTE


def machine_time(when: datetime) -> str:
    """Return a time as the `datetime` attribute wants it, in UTC to the second."""
    return _in_utc(when).isoformat()[:19] + "Z"


def absolute_time(
    when: datetime, language: str | None = None, *, read_at: datetime | None = None
) -> str:
    """Return day and time of day in words: "22 November 2026, 14:05 UTC".

    The year is left out where `read_at`, when it is read, is of the same. `language` is the
    active one, here and below, and named by who knows it already: asking Django for it takes
    longer than all the rest.
    """
    language = language or get_language()
    at = _in_utc(when)
    return _day_and_time(language) % {
        "day": _dated(at, language, read_at),
        "time": _clock(at),
    }


def absolute_day(when: datetime, *, read_at: datetime | None = None) -> str:
    """Return the day in words: "22 November 2026"; without the year as `absolute_time` does."""
    return _dated(_in_utc(when), get_language(), read_at)


def written_day(day: date) -> str:
    """Return a calendar day in words, with its weekday: "Sunday 22 November 2026"."""
    return _in_words(day, "l j F Y", get_language())


def weekday(when: datetime) -> str:
    """Return the day with its weekday: "Sunday 22 November 2026"."""
    return _in_words(_in_utc(when).date(), "l j F Y", get_language())


def day_in_words(day: date, form: str) -> str:
    """Return a day in the active language, by a form of Django's date filter."""
    return _in_words(day, form, get_language())


def short_day(day: date) -> str:
    """Return a day without its year: "22 November"."""
    return _in_words(day, "j F", get_language())


def short_time(when: datetime) -> str:
    """Return day and time of day without the year: "22 November, 14:05"."""
    at = _in_utc(when)
    # Translators: a day without its year and a time of day, as in "22 November, 14:05"
    return _("%(day)s, %(time)s") % {
        "day": _in_words(at.date(), "j F", get_language()),
        "time": _clock(at),
    }


def relative_time(when: datetime, now: datetime, language: str | None = None) -> str:
    """Return how long ago in the largest whole unit; empty for a time that is yet to come."""
    age_s = int((now - when).total_seconds())
    if age_s < -_CLOCK_SKEW_S:
        return ""
    unit_s = 0
    for unit_s in _UNITS:
        if age_s >= unit_s:
            break
    count = age_s // unit_s if unit_s else 0
    return _ago(unit_s, count, language or get_language())


def _in_utc(when: datetime) -> datetime:
    return when if when.tzinfo is UTC else when.astimezone(UTC)


def _dated(at: datetime, language: str | None, read_at: datetime | None) -> str:
    is_this_year = read_at is not None and _in_utc(read_at).year == at.year
    return _in_words(at.date(), "j F" if is_this_year else "j F Y", language)


def _clock(at: datetime) -> str:
    return f"{at.hour:02}:{at.minute:02}"


@lru_cache(maxsize=16)
def _day_and_time(_language: str | None) -> str:
    # Translators: a day and a time of day, as in "22 November 2026, 14:05 UTC"
    return _("%(day)s, %(time)s UTC")


@lru_cache(maxsize=1024)
def _in_words(day: date, form: str, _language: str | None) -> str:
    """Return a day in the active language, which `_language` names: pages repeat few days."""
    return dateformat.format(day, form)


@lru_cache(maxsize=1024)
def _ago(unit_s: int, count: int, _language: str | None) -> str:
    """Return an age in words: there are few of them, and pages are full of them."""
    return _UNITS[unit_s](count)


def _minutes(count: int) -> str:
    form = ngettext("%(count)s minute ago", "%(count)s minutes ago", count)
    return form % {"count": count}


def _hours(count: int) -> str:
    return ngettext("%(count)s hour ago", "%(count)s hours ago", count) % {"count": count}


def _days(count: int) -> str:
    return ngettext("%(count)s day ago", "%(count)s days ago", count) % {"count": count}


def _months(count: int) -> str:
    return ngettext("%(count)s month ago", "%(count)s months ago", count) % {"count": count}


def _years(count: int) -> str:
    return ngettext("%(count)s year ago", "%(count)s years ago", count) % {"count": count}


# From the largest to the smallest; the last holds whatever is left.
_UNITS: Final[dict[int, Callable[[int], str]]] = {
    _YEAR: _years,
    _MONTH: _months,
    _DAY: _days,
    _HOUR: _hours,
    _MINUTE: _minutes,
    0: lambda _count: _("just now"),
}
