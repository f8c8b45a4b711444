"""Push alerts: what is new of what people want to hear of at once, sent to their devices."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from wireroom.adapters.push.vapid import Sender
from wireroom.engine.alerts.hours import is_quiet
from wireroom.news.queries.cards import StoryCard
from wireroom.pipeline.pushing import Push, push_again, push_all
from wireroom.reading.models import Alert, AlertWishes, Device
from wireroom.reading.queries.new import SETTLED, NewOf, read_new
from wireroom.reading.services.alerted import (
    claim_alerts,
    claim_stories,
    due_alerts,
    note_looked,
)
from wireroom.reading.targets import Kind


def push_sender() -> Sender:
    """Return this site as push services know it."""
    mail = settings.WIREROOM_MAIL
    contact = f"mailto:{mail.sender}" if mail else settings.WIREROOM_URL
    return Sender(settings.WIREROOM_PUSH_KEY, contact=contact)


def send_alerts(*, now: datetime) -> int:
    """Look for news for whoever it is time to look for; return how many messages were taken."""
    sender, sent = push_sender(), 0
    for row in due_alerts(now=now):
        if claim_alerts(row, now=now):
            sent += _look(row, sender, now=now)
    return sent + push_again(sender, now=now)


def _look(row: AlertWishes, sender: Sender, *, now: datetime) -> int:
    """Tell one person what is new; in quiet hours nothing, so that it is told after them."""
    if is_quiet(now, ZoneInfo(row.zone), first=row.quiet_from, end=row.quiet_until):
        return 0
    # What is looked at twice is told once: claim_stories knows what was.
    since = (row.alerted_at or now) - SETTLED
    news = read_new(row.person, since=since, until=now, alerts=(Alert.AT_ONCE,), lang=row.lang)
    of = {story.id: one for one in news for story in one.stories}
    wanted = [(story, _is_story(one)) for one in news for story in one.stories]
    chosen = claim_stories(row.person, wanted, most_daily=row.most_daily, now=now)
    note_looked(row, now=now)
    devices = list(Device.objects.filter(person=row.person_id))
    pushes = [
        _push(device, story, of[story.id], row.lang) for story in chosen for device in devices
    ]
    return push_all(pushes, sender, now=now)


def _push(device: Device, story: StoryCard, new: NewOf, lang: str) -> Push:
    return Push(
        device=device,
        story=story.id,
        headline=story.headline,
        outlet=story.lead.outlet.name if story.lead else "",
        named="" if _is_story(new) else new.follow.name,
        story_lang=story.lang,
        edition=lang,
    )


def _is_story(new: NewOf) -> bool:
    return new.follow.target is not None and new.follow.target.kind is Kind.STORY
