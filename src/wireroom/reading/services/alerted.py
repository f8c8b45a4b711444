"""Whose push alerts are looked for next, and which stories they have been told of."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from wireroom.news.queries.cards import StoryCard
from wireroom.people.models import Person
from wireroom.reading.models import Alerted, AlertWishes, Device

# A reader does not mind three minutes; ten thousand readers are then some fifty looks a second.
EVERY: Final = timedelta(minutes=3)
_AT_ONCE: Final = 100
_DAY: Final = timedelta(days=1)
# A story that goes on may be told again once another outlet reports of its own; not sooner.
_AGAIN: Final = timedelta(hours=1)


def due_alerts(*, now: datetime) -> list[AlertWishes]:
    """Return for whom alerts are to be looked for, the longest waiting first."""
    due = AlertWishes.objects.filter(alerts_due_at__lte=now, person__is_active=True)
    return list(due.select_related("person").order_by("alerts_due_at")[:_AT_ONCE])


@transaction.atomic
def claim_alerts(row: AlertWishes, *, now: datetime) -> bool:
    """Take a person's look; False where another process has it. Without a device it is the last.

    The row is held before devices are looked for: one that is added meanwhile waits for it, and
    finds that looks have ended.
    """
    own = AlertWishes.objects.filter(pk=row.pk, alerts_due_at=row.alerts_due_at)
    if own.select_for_update().first() is None:
        return False
    has_device = Device.objects.filter(person=row.person_id).exists()
    own.update(alerts_due_at=now + EVERY if has_device else None)
    return has_device


def note_looked(row: AlertWishes, *, now: datetime) -> None:
    """Note until when news was looked for."""
    AlertWishes.objects.filter(pk=row.pk).update(alerted_at=now)


@transaction.atomic
def claim_stories(
    person: Person,
    stories: Iterable[tuple[StoryCard, bool]],
    *,
    most_daily: int,
    now: datetime,
) -> list[StoryCard]:
    """Return of which stories a person is to be told now, and note that they are.

    Noted before anything is sent: a process that is killed in between tells nobody twice. Each
    comes with whether it is itself followed: then it is told again when more independent reports
    carry it than last time, an hour later at the soonest. `most_daily` counts within 24 hours.
    """
    AlertWishes.objects.select_for_update().get(person=person)
    told = Alerted.objects.filter(person=person)
    room = most_daily - told.filter(at__gt=now - _DAY).count()
    wanted = list(stories)
    before = {one.story_id: one for one in told.filter(story__in=[one.id for one, _ in wanted])}
    chosen = [
        story
        for story, is_followed in wanted
        if _is_news(story, before.get(story.id), is_followed, now)
    ][: max(room, 0)]
    Alerted.objects.bulk_create(
        [
            Alerted(person=person, story_id=one.id, voices=one.independent_count, at=now)
            for one in chosen
        ],
        update_conflicts=True, unique_fields=["person", "story"], update_fields=["at", "voices"],
    )  # fmt: skip
    return chosen


def remove_dead(endpoints: Iterable[str]) -> None:
    """Forget devices whose push service says that they are gone."""
    Device.objects.filter(endpoint__in=list(endpoints)).delete()


def _is_news(story: StoryCard, before: Alerted | None, is_followed: bool, now: datetime) -> bool:
    if before is None:
        return True
    return is_followed and story.independent_count > before.voices and before.at <= now - _AGAIN
