"""Dates as feeds state them: aware UTC, or None; what cannot be read never becomes now."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final

# Before 1971 stand the zero dates of databases (0001-01-01, 1970-01-01), after 2100 slips.
_FIRST_YEAR: Final = 1971
_LAST_YEAR: Final = 2100
_ISO: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt ]\s*(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*"
    r"(Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_MONTHS: Final = {
    "Jan": "01", "Feb": "02", "Mar": "03", "Apr": "04", "May": "05", "Jun": "06", "Jul": "07",
    "Aug": "08", "Sep": "09", "Oct": "10", "Nov": "11", "Dec": "12",
}  # fmt: skip
_USUAL: Final = re.compile(
    rf"(?:[A-Z][a-z]{{2}}, )?(\d{{1,2}}) ({'|'.join(_MONTHS)}) (19\d\d|2\d{{3}}) "
    r"(\d\d:\d\d:\d\d) (?:GMT|UTC?|Z|\+0000|([+-]\d{4}))",
    re.ASCII,
)
_LETTER_MONTH: Final = re.compile(r"\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}\b")


def read_date(stated: object, guess: Sequence[int] | None = None) -> datetime | None:
    """Return the time that `stated` names (RFC 822, RFC 3339, W3C-DTF), in UTC.

    No time zone means UTC. `guess` (year to second, UTC) is a second reader's result,
    believed only when the year it found stands in the text: some readers fill what is
    missing from today's date.
    """
    if not isinstance(stated, str) or len(stated) > 100:
        return None
    found = _usual(stated)
    if found is not None and _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return found
    found = _standard(stated)
    return found or (_checked_guess(stated.strip(), guess) if guess else None)


@lru_cache(maxsize=512)  # what is written in rarer ways takes long, and is asked for twice over
def _standard(stated: str) -> datetime | None:
    text = stated.strip()
    return _in_our_time(_usual(text) or _iso(text) or _rfc822(text))


def _in_our_time(found: datetime | None) -> datetime | None:
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _usual(text: str) -> datetime | None:
    """Read what nearly all feeds write, in a tenth of the time that the full rules take."""
    if len(text) == 20 and text[4] == text[7] == "-" and text[10] == "T":
        return _in_utc(text) if text[13] == text[16] == ":" and text[19] == "Z" else None
    match = _USUAL.fullmatch(text)
    if match is None:
        return None
    day, month, year, clock, offset = match.groups()
    if len(day) == 1:
        day = f"0{day}"
    return _in_utc(f"{year}-{_MONTHS[month]}-{day}T{clock}{offset or 'Z'}")


def _iso(text: str) -> datetime | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    zone = match[3] or "Z"
    zone = "Z" if zone in ("UTC", "GMT", "z") else zone
    clock = (match[2] or "00:00").replace(",", ".")
    return _in_utc(f"{match[1]}T{clock}{zone}")


def _in_utc(text: str) -> datetime | None:
    """Read a whole time of ISO 8601."""
    try:
        found = datetime.fromisoformat(text)
        return found if found.tzinfo is UTC else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _rfc822(text: str) -> datetime | None:
    if not _LETTER_MONTH.search(text):
        return None
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _checked_guess(text: str, guess: Sequence[int]) -> datetime | None:
    if str(guess[0]) not in text:
        return None
    try:
        year, month, day, hour, minute, second = guess[:6]
        found = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return _in_our_time(found)
    except (ValueError, TypeError):
        return None
