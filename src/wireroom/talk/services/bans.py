"""Whether somebody may comment at all."""

from datetime import datetime

from wireroom.talk.models import Ban, Commenter
from wireroom.talk.services.refused import Refused, Why


def check_ban(commenter: Commenter, *, now: datetime) -> None:
    """Raise Refused, with how long it lasts, where a moderator banned somebody."""
    ban = Ban.objects.filter(commenter=commenter).first()
    if ban is None or (ban.until is not None and ban.until <= now):
        return
    if ban.until is None:
        raise Refused(Why.BANNED, told=ban.why)
    raise Refused(Why.BANNED, wait=ban.until - now, told=ban.why)
