"""Whether an event is still developing: it began lately, and reports of it keep coming."""

from datetime import datetime, timedelta
from typing import Final

# As desks use the word: begun within a half day, told by more than a first report and its echo,
# and not silent for longer than outlets take to write anew what they know.
_BEGAN_WITHIN: Final = timedelta(hours=12)
_SILENT_FOR: Final = timedelta(hours=2)
_LEAST_REPORTS: Final = 3


def is_developing(
    first_at: datetime | None, last_at: datetime | None, reports: int, *, now: datetime
) -> bool:
    """Tell whether more is to be expected of an event than its `reports` have told."""
    if first_at is None or last_at is None or reports < _LEAST_REPORTS:
        return False
    return now - first_at <= _BEGAN_WITHIN and now - last_at <= _SILENT_FOR
