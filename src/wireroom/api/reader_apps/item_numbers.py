"""Stories' numbers as reader apps write them (long, short, or plain digits), and their times."""

from datetime import UTC, datetime, timedelta
from typing import Final

_LONG: Final = "tag:google.com,2005:reader/item/"
_HEX_DIGITS: Final = 16
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOST: Final = 2**63 - 1


def long_number(story_id: int) -> str:
    """Return a story's number as items bear it."""
    return f"{_LONG}{story_id:0{_HEX_DIGITS}x}"


def read_number(told: str) -> int | None:
    """Return the story's number that an app wrote; None where it is none of a story.

    Sixteen digits without more are hexadecimal: so apps shorten the long form.
    """
    told = told.strip()
    digits = told.removeprefix(_LONG)
    is_hex = digits != told or len(digits) == _HEX_DIGITS
    try:
        number = int(digits, 16 if is_hex else 10)
    except ValueError:
        return None
    return number if 0 < number <= _MOST else None


def microseconds(at: datetime) -> int:
    """Return a time as apps write it, exactly: a float has no room for it."""
    return (at - _EPOCH) // timedelta(microseconds=1)
