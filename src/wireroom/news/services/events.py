"""Filing which stories of several languages tell one event."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from wireroom.engine.stories.ties import Tied
from wireroom.news.models import Shard, Story
from wireroom.news.services.leases import BEGUN_ANEW, finish
from wireroom.news.services.shards import ask_again, asked_meanwhile
from wireroom.news.services.tags import ask_for_tags

# The row that the stage "tie" works on; no language is called so.
EVERY_LANGUAGE: Final = "*"
_LONGEST_NAME: Final = 80


def ask_for_ties(*, due_at: datetime) -> None:
    """Make the stories of all languages due to be tied, unless they are already."""
    if not Shard.objects.filter(lang=EVERY_LANGUAGE).exists():
        Shard.objects.get_or_create(lang=EVERY_LANGUAGE)
    Shard.objects.filter(lang=EVERY_LANGUAGE, due_at=None).update(
        step="tie", due_at=due_at, dead_at=None
    )
    ask_again(EVERY_LANGUAGE, due_at=due_at)


def ask_for_ties_anew(*, now: datetime) -> None:
    """Make the stories due to be tied at once; what is being tied meanwhile is not filed."""
    Shard.objects.get_or_create(lang=EVERY_LANGUAGE)
    Shard.objects.filter(lang=EVERY_LANGUAGE).update(step="tie", due_at=now, **BEGUN_ANEW)


def tie_both(one: Story, other: Story, *, why: str) -> None:
    """Show two stories as one event from now on; the next look across languages does the rest."""
    event = one.event_id or other.event_id or min(one.pk, other.pk)
    for story in (one, other):
        others = Story.objects.filter(event=event, lang=story.lang).exclude(pk=story.pk)
        others.update(event=None, event_why={})
    Story.objects.filter(pk__in=(one.pk, other.pk)).update(event=event, event_why=editors_tie(why))


def loosen(stories: Iterable[int]) -> None:
    """Take stories out of their events; of an event with a single story nothing is left."""
    for story in Story.objects.filter(pk__in=list(stories), event__isnull=False):
        left = Story.objects.filter(event=story.event_id).exclude(pk=story.pk)
        alone = left if left.count() == 1 else left.none()
        ids = [story.pk, *alone.values_list("pk", flat=True)]
        Story.objects.filter(pk__in=ids).update(event=None, event_why={})


@transaction.atomic
def file_ties(row: Shard, ties: Sequence[Tied], *, since: datetime, now: datetime) -> int:
    """Write the events of stories that ran since a time; return how many stories changed.

    Older stories keep theirs. Raises LeaseLost.
    """
    due_at = asked_meanwhile(row)
    finish(row, step="tie" if due_at else "", due_at=due_at, held_until=None)
    found = {one.story: one for one in ties}
    live = Story.objects.filter(last_at__gte=since, merged_into=None)
    known = live.filter(event__isnull=False) | Story.objects.filter(pk__in=found)
    there = set(Story.objects.filter(pk__in=found).values_list("pk", flat=True))
    changed = []
    for story in known.only("pk", "event_id", "event_why"):
        tie = found.get(story.pk)
        # The event's first story may have been taken away while the worker ran.
        event = tie.event if tie and tie.event in there else None
        why = _why(tie) if tie and event else {}
        if (story.event_id, story.event_why) != (event, why):
            story.event_id, story.event_why = event, why
            changed.append(story)
    Story.objects.bulk_update(changed, ["event", "event_why"], batch_size=500)
    # What has a name in one language may now be known in the other.
    ask_for_tags([story.pk for story in changed], now=now)
    return len(changed)


def editors_tie(why: str) -> dict[str, Any]:
    """Return what a story keeps of an editor's having tied it to another."""
    return {"editor": why}


def _why(tie: Tied) -> dict[str, Any]:
    if tie.by_editor:
        return editors_tie(tie.why)
    names = [name[:_LONGEST_NAME] for name in tie.names]
    return {"names": names, "numbers": list(tie.numbers)} if names or tie.numbers else {}
