"""When to look at a report again: soon after it came out, then ever more rarely."""

from datetime import datetime, timedelta
from typing import Final

# Corrections come in the first hours, and a page that was quiet stays so: each look is as far
# from the last as the report is old, up to three times as far where nothing changed. Six looks
# in two weeks find what changes in a day within hours, at a fifth of the requests of a look
# every six hours for the first week.
_FIRST: Final = timedelta(minutes=30)
_LONGEST: Final = timedelta(days=7)
LAST_AGE: Final = timedelta(days=14)
_MOST_PATIENT: Final = 3


def decide_visit(came_out: datetime, now: datetime, *, quiet_looks: int) -> datetime | None:
    """Return when to fetch a report's page again, None where it is old enough to be left alone.

    `quiet_looks` is how many looks in a row found the text as it was, this one included.
    """
    age = max(now - came_out, timedelta(0))
    if age > LAST_AGE:
        return None
    wait = age * min(max(quiet_looks, 1), _MOST_PATIENT)
    return now + max(_FIRST, min(wait, _LONGEST))
