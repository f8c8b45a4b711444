"""When a server that fails is left alone, and for how long."""

from datetime import datetime, timedelta
from typing import Final

# One call may fail by chance; three in a row are the server. A restart takes a model a minute,
# an outage hours: the rest doubles up to a quarter of an hour, after which one call tries it.
FAILURES_TO_OPEN: Final = 3
_FIRST_REST: Final = timedelta(seconds=30)
_LONGEST_REST: Final = timedelta(minutes=15)
# How long the one call that tries a rested server keeps the others away.
PROBE: Final = timedelta(minutes=3)
_MOST_DOUBLINGS: Final = 10


def open_until(failed: int, *, now: datetime, asked_s: float | None = None) -> datetime | None:
    """Return until when nobody asks a server after `failed` failures in a row; None: go on.

    `asked_s` is how long the server asked to be left alone for.
    """
    rest = timedelta(0)
    if failed >= FAILURES_TO_OPEN:
        doublings = min(failed - FAILURES_TO_OPEN, _MOST_DOUBLINGS)
        rest = min(_FIRST_REST * 2**doublings, _LONGEST_REST)
    if asked_s is not None:
        rest = max(rest, min(timedelta(seconds=asked_s), _LONGEST_REST))
    return now + rest if rest else None
