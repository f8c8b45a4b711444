"""Filing which stories of several languages tell one event."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from wireroom.engine.stories.ties import Tied
from wireroom.news.models import Shard, Story
from wireroom.news.services.leases import finish

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


@transaction.atomic
def file_ties(row: Shard, ties: Sequence[Tied], *, since: datetime) -> int:
    """Write the events of stories that ran since a time; return how many stories changed.

    Older stories keep theirs. Raises LeaseLost.
    """
    finish(row)
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
    return len(changed)


def _why(tie: Tied) -> dict[str, list[str]]:
    names = [name[:_LONGEST_NAME] for name in tie.names]
    return {"names": names, "numbers": list(tie.numbers)} if names or tie.numbers else {}
