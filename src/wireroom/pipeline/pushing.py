"""Handing alerts to push services, and trying again what they did not take."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse

from wireroom.adapters.push.service import KEPT_S, Answer, Message, Outcome, send_all
from wireroom.adapters.push.vapid import Sender
from wireroom.engine.alerts.hours import is_quiet
from wireroom.news.models import Story
from wireroom.pipeline.retry import retry_at
from wireroom.reading.models import AlertWishes, Device, Undelivered
from wireroom.reading.services.alerted import remove_dead
from wireroom.reading.services.undelivered import (
    Failed,
    claim_again,
    drop_old,
    due_again,
    forget_delivered,
    note_alert,
    note_failed_again,
    put_off,
)

_LONGEST: Final = 200  # of a headline: notifications show half of it
_LATER: Final = timedelta(minutes=15)  # between two looks at a person's quiet hours
_OLD: Final = timedelta(seconds=KEPT_S)  # no alert any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Push:
    """A story for a device: what it is called, whose that is, and by which follow it is told."""

    device: Device
    story: int
    headline: str
    outlet: str
    named: str
    story_lang: str
    edition: str

    def message(self) -> Message:
        """Return it as push services take it."""
        content = {
            "title": self.headline[:_LONGEST],
            "body": " · ".join(filter(None, (self.outlet, self.named[:_LONGEST]))),
            "lang": self.story_lang,
            "url": reverse("story", kwargs={"edition": self.edition, "story_id": self.story}),
            "tag": f"story-{self.story}",
        }
        return Message(
            endpoint=self.device.endpoint,
            p256dh=self.device.p256dh,
            auth=self.device.auth,
            content=json.dumps(content, ensure_ascii=False).encode(),
            topic=f"story-{self.story}",
        )


def push_all(pushes: Sequence[Push], sender: Sender, *, now: datetime) -> int:
    """Send alerts and keep those that were not taken; return how many were."""
    taken, gone = 0, set[int]()
    for push, answer in _send(pushes, sender, now=now):
        is_gone = answer.outcome is Outcome.GONE
        taken += answer.outcome is Outcome.TAKEN
        if answer.outcome is Outcome.TAKEN or (is_gone and push.device.pk in gone):
            continue  # of a device that is gone once is enough
        gone |= {push.device.pk} if is_gone else set()
        failed = _failed(push, answer, attempts=1, now=now)
        note_alert(
            push.device.person_id, None if is_gone else push.device.pk, push.story, failed,
            named=push.named, now=now,
        )  # fmt: skip
    return taken


def push_again(sender: Sender, *, now: datetime) -> int:
    """Try what push services did not take, each later than before; return how many they took."""
    drop_old(now=now)
    rows = {}
    for row in due_again(now=now):
        push = _again(row, now=now)
        if push is None:
            continue
        following = retry_at(key=f"push:{row.pk}", attempts=row.attempts + 1, now=now)
        if claim_again(row, due_at=following):
            rows[push] = row
    taken = []
    for push, answer in _send(list(rows), sender, now=now):
        row = rows[push]
        if answer.outcome is Outcome.TAKEN:
            taken.append(row)
        else:
            failed = _failed(push, answer, attempts=row.attempts + 1, now=now)
            note_failed_again(row, failed, now=now)
    forget_delivered(taken)
    return len(taken)


def _again(row: Undelivered, *, now: datetime) -> Push | None:
    """Return an alert anew; None where it is none any more, or its reader wants quiet now."""
    wishes = AlertWishes.objects.filter(person=row.person_id).first()
    story, device = row.story, row.device
    is_old = row.at < now - _OLD
    if wishes is None or device is None or story is None or is_old or not _is_told(story):
        put_off(row, until=None)
        return None
    if is_quiet(now, ZoneInfo(wishes.zone), first=wishes.quiet_from, end=wishes.quiet_until):
        put_off(row, until=now + _LATER)
        return None
    return Push(
        device=device,
        story=story.merged_into_id or story.pk,
        headline=story.headline,
        outlet=story.lead.outlet.name if story.lead else "",
        named=row.named,
        story_lang=story.lang,
        edition=wishes.lang,
    )


def _is_told(story: Story) -> bool:
    return story.rank is not None and story.spiked_at is None


def _send(
    pushes: Sequence[Push], sender: Sender, *, now: datetime
) -> Iterator[tuple[Push, Answer]]:
    """Hand all of them in; devices that are gone are forgotten."""
    if not pushes:
        return
    messages = [push.message() for push in pushes]
    answers = asyncio.run(send_all(messages, sender, allow=settings.WIREROOM_ALLOW, now=now))
    results = list(zip(pushes, answers, strict=True))
    remove_dead(one.device.endpoint for one, answer in results if answer.outcome is Outcome.GONE)
    yield from results


def _failed(push: Push, answer: Answer, *, attempts: int, now: datetime) -> Failed:
    due_at = None
    if answer.outcome.may_change:
        key = f"push:{push.device.pk}:{push.story}"
        due_at = retry_at(key=key, attempts=attempts, now=now, at_least_s=answer.wait_s)
    return Failed(
        reason=answer.outcome.value,
        error=answer.why,
        server=urlsplit(push.device.endpoint).hostname or "",
        due_at=due_at,
    )
