"""Push alerts: what is new of what people want to hear of at once, sent to their devices."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from wireroom.adapters.push.service import Message, Outcome, send_all
from wireroom.adapters.push.vapid import Sender
from wireroom.engine.alerts.hours import is_quiet
from wireroom.news.queries.cards import StoryCard
from wireroom.reading.models import Alert, AlertWishes, Device
from wireroom.reading.queries.new import SETTLED, NewOf, read_new
from wireroom.reading.services.alerted import (
    claim_alerts,
    claim_stories,
    due_alerts,
    note_looked,
    remove_dead,
)
from wireroom.reading.targets import Kind

_LONGEST: Final = 200  # of a headline: notifications show half of it


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
    return sent


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
    messages = [
        _message(device, story, of[story.id], row.lang) for story in chosen for device in devices
    ]
    return _hand_in(messages, sender, now=now)


def _hand_in(messages: Sequence[Message], sender: Sender, *, now: datetime) -> int:
    if not messages:
        return 0
    sending = send_all(messages, sender, allow=settings.WIREROOM_ALLOW, now=now)
    outcomes = asyncio.run(sending)
    results = list(zip(messages, outcomes, strict=True))
    remove_dead(one.endpoint for one, outcome in results if outcome is Outcome.GONE)
    return outcomes.count(Outcome.TAKEN)


def _message(device: Device, story: StoryCard, new: NewOf, lang: str) -> Message:
    outlet = story.lead.outlet.name if story.lead else ""
    follow = "" if _is_story(new) else new.follow.name
    content = {
        "title": story.headline[:_LONGEST],
        "body": " · ".join(filter(None, (outlet, follow[:_LONGEST]))),
        "lang": story.lang,
        "url": reverse("story", kwargs={"edition": lang, "story_id": story.id}),
        "tag": f"story-{story.id}",
    }
    return Message(
        endpoint=device.endpoint,
        p256dh=device.p256dh,
        auth=device.auth,
        content=json.dumps(content, ensure_ascii=False).encode(),
        topic=f"story-{story.id}",
    )


def _is_story(new: NewOf) -> bool:
    return new.follow.target is not None and new.follow.target.kind is Kind.STORY
