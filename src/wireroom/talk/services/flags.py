"""What readers say of others' comments: flags for moderators, and whom they do not want to see."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F

from wireroom.engine.talk.limits import DAY
from wireroom.people.models import Person
from wireroom.talk.models import Blocked, Comment, Commenter, Flag, RemovedFor, State
from wireroom.talk.services.counts import OWN_DOING
from wireroom.talk.services.refused import Refused, Why

MOST_WORDS: Final = 300
# Of one person in a day: who reads every comment here closely finds fewer.
_DAILY: Final = 30
# Nobody has so many enemies; a list as long would slow each page.
MOST_BLOCKED: Final = 500
REASONS: Final = tuple(kind for kind in RemovedFor if kind not in OWN_DOING)


@transaction.atomic
def flag_comment(
    comment_id: int, kind: str, *, words: str = "", person: Person, now: datetime
) -> None:
    """Put a comment before moderators; a person's second flag on it changes the first.

    `words` are one line of signs that a screen shows, cut where they are too long.
    Raises Refused where there is no such comment, or the person flagged too many today.
    """
    # The row of the person is the lock under which their flags are counted.
    list(Person.objects.select_for_update().filter(pk=person.pk).values_list("pk"))
    comment = Comment.objects.filter(pk=comment_id, state=State.SHOWN).first()
    if comment is None:
        raise Refused(Why.GONE)
    said = {"kind": RemovedFor(kind), "words": words[:MOST_WORDS]}
    if Flag.objects.filter(comment=comment, person=person).update(**said):
        return
    if Flag.objects.filter(person=person, made_at__gt=now - DAY).count() >= _DAILY:
        raise Refused(Why.OFTEN, wait=DAY)
    Flag.objects.create(comment=comment, person=person, made_at=now, **said)
    Comment.objects.filter(pk=comment.pk).update(waits=True, flags_count=F("flags_count") + 1)


def block_commenter(commenter: Commenter, *, person: Person, now: datetime) -> None:
    """Keep a commenter out of a person's sight. Raises Refused at the limit."""
    if Blocked.objects.filter(person=person).count() >= MOST_BLOCKED:
        raise Refused(Why.OFTEN)
    row = Blocked(person=person, commenter=commenter, made_at=now)
    Blocked.objects.bulk_create([row], ignore_conflicts=True)


def unblock_commenter(commenter_id: int, *, person: Person) -> None:
    """Let a person see a commenter again."""
    Blocked.objects.filter(person=person, commenter=commenter_id).delete()
