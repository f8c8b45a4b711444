"""Puts the sample's ages on a calendar: times, and the days that news text names."""

import re
from datetime import datetime, timedelta, timezone
from typing import Final

# All sample outlets keep one local time: two hours ahead of UTC, so that a page's stated time is
# never UTC by accident.
ZONE: Final = timezone(timedelta(hours=2))

_DAY = re.compile(r"\{\{(weekday|date|day):(-?[0-9.]+)\}\}")
_WEEKDAYS: Final = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
_MONTHS: Final = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "ar": (
        *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو"),
        *("أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    ),
}
_EASTERN_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def moment(epoch: datetime, hours_before: float) -> datetime:
    """The time so many hours before the epoch, in whole minutes of the outlets' local time."""
    exact = epoch.astimezone(ZONE) - timedelta(hours=hours_before)
    return exact.replace(second=0, microsecond=0)


def fill_days(text: str, *, epoch: datetime, lang: str) -> str:
    """Replace {{weekday:H}}, {{date:H}} and {{day:H}} by the words of the language."""

    def words(match: re.Match[str]) -> str:
        when = moment(epoch, float(match[2]))
        if match[1] == "weekday":
            return weekday(when, lang)
        return day_month(when, lang) + (f" {when.year}" if match[1] == "day" else "")

    return _DAY.sub(words, text)


def weekday(when: datetime, lang: str) -> str:
    """The day's name."""
    return _WEEKDAYS[lang][when.weekday()]


def day_month(when: datetime, lang: str) -> str:
    """Day and month without the year, as news text has it."""
    return f"{when.day} {_MONTHS[lang][when.month - 1]}"


def long_date(when: datetime, lang: str) -> str:
    """Weekday, day, month, year and time, for a reader."""
    clock = f"{when:%H:%M}"
    if lang == "ar":
        return f"{weekday(when, lang)} {day_month(when, lang)} {when.year} - {clock}"
    return f"{weekday(when, lang)}, {day_month(when, lang)} {when.year}, {clock}"


def eastern(text: str) -> str:
    """The text with the digits of the Arab east."""
    return text.translate(_EASTERN_DIGITS)


def ago(when: datetime, now: datetime) -> str:
    """The age in English words, as aggregators print it."""
    minutes = max(0, int((now - when).total_seconds() // 60))
    for size, word in ((60 * 24, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {word}{'' if count == 1 else 's'} ago"
    return "just now"
