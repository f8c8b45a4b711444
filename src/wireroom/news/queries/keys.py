"""How the search index numbers its rows: by time, so that the newest are read without sorting."""

from datetime import UTC, datetime, timedelta
from typing import Final

# Seconds since 1970, and a place among those of the same second, of which a stated day without a
# time has thousands.
PLACES: Final = 1 << 12
LAST_KEY: Final = (1 << 63) - 1
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)


def first_key(at: datetime) -> int:
    """Return the lowest key of a second."""
    return ((at - _EPOCH) // _SECOND) * PLACES
