"""Times in a reader's words: absolute in UTC, and relative to now."""

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
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def absolute_time(when: datetime) -> str:
    """Return day and time of day in words: "22 November 2026, 14:05 UTC"."""
    # Translators: a day and a time of day, as in "22 November 2026, 14:05 UTC"
    return _("%(day)s, %(time)s UTC") % {
        "day": absolute_day(when),
        "time": _clock(when),
    }


def absolute_day(when: datetime) -> str:
    """Return the day in words: "22 November 2026"."""
    return _in_words(when.astimezone(UTC).date(), "j F Y", get_language())


def weekday(when: datetime) -> str:
    """Return the day with its weekday: "Sunday 22 November 2026"."""
    return _in_words(when.astimezone(UTC).date(), "l j F Y", get_language())


def short_time(when: datetime) -> str:
    """Return day and time of day without the year: "22 November, 14:05"."""
    # Translators: a day without its year and a time of day, as in "22 November, 14:05"
    return _("%(day)s, %(time)s") % {
        "day": _in_words(when.astimezone(UTC).date(), "j F", get_language()),
        "time": _clock(when),
    }


def relative_time(when: datetime, now: datetime) -> str:
    """Return how long ago in the largest whole unit; empty for a time that is yet to come."""
    age_s = int((now - when).total_seconds())
    if age_s < -_CLOCK_SKEW_S:
        return ""
    if age_s < _MINUTE:
        return _("just now")
    return _ago(age_s)


def _clock(when: datetime) -> str:
    in_utc = when.astimezone(UTC)
    return f"{in_utc.hour:02}:{in_utc.minute:02}"


@lru_cache(maxsize=1024)
def _in_words(day: date, form: str, _language: str | None) -> str:
    """Return a day in the active language, which `_language` names: pages repeat few days."""
    return dateformat.format(day, form)


def _ago(age_s: int) -> str:
    if age_s < _HOUR:
        count, words = age_s // _MINUTE, _minutes
    elif age_s < _DAY:
        count, words = age_s // _HOUR, _hours
    elif age_s < _MONTH:
        count, words = age_s // _DAY, _days
    elif age_s < _YEAR:
        count, words = age_s // _MONTH, _months
    else:
        count, words = age_s // _YEAR, _years
    return words(count)


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
