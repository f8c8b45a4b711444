"""For how long a server calls its answer fresh: RFC 9111's Cache-Control, Age and Expires."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_MAX_AGE: Final = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def fresh_s(headers: Mapping[str, str], now: datetime) -> float:
    """Return the seconds for which an answer's headers (lower-case names) call it fresh."""
    control = headers.get("cache-control", "")
    if "no-cache" in control.lower() or "no-store" in control.lower():
        return 0.0
    if (match := _MAX_AGE.search(control)) is not None:
        age = headers.get("age", "").strip()
        spent = int(age[:9]) if age.isascii() and age.isdigit() else 0
        return float(max(int(match[1]) - spent, 0))
    expires = http_date(headers.get("expires", ""))
    # Measured from the server's own clock where it shows it: clocks differ.
    start = http_date(headers.get("date", "")) or now
    return max((expires - start).total_seconds(), 0.0) if expires else 0.0


def http_date(text: str) -> datetime | None:
    """Return the time of an HTTP date, aware, or None where it is none."""
    try:
        found = parsedate_to_datetime(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
