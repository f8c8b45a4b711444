"""Who of several coordinators writes to editors today: the first one that asks."""

from datetime import date, timedelta
from typing import Final

from wireroom.news.models import SilenceLetter

_KEPT: Final = timedelta(days=7)


def claim_day(day: date) -> bool:
    """Take a day; False where it is taken. Days of more than a week ago are forgotten."""
    if SilenceLetter.objects.filter(day=day).exists():
        return False
    _row, is_new = SilenceLetter.objects.get_or_create(day=day)
    SilenceLetter.objects.filter(day__lt=day - _KEPT).delete()
    return is_new
