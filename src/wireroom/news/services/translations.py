"""Filing which reports of an event are translations of each other."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F, Q, QuerySet

from wireroom.engine.types import CopyKind, CopyPair
from wireroom.news.mapping import copy_columns
from wireroom.news.models import Copy, Shard, Story
from wireroom.news.services.leases import finish
from wireroom.news.services.shards import ask_again, asked_meanwhile

# The row that the stage "abroad" works on; no language is called so.
TRANSLATIONS: Final = "*abroad"
_STEP: Final = "abroad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """An event whose reports were compared: its stories, reports, their print, what was found."""

    stories: Sequence[int]
    articles: Collection[int]
    key: str
    pairs: Sequence[CopyPair]


def ask_for_translations(*, due_at: datetime) -> None:
    """Make the reports of all tied stories due to be compared, unless they are already."""
    if not Shard.objects.filter(lang=TRANSLATIONS).exists():
        Shard.objects.get_or_create(lang=TRANSLATIONS)
    Shard.objects.filter(lang=TRANSLATIONS, due_at=None).update(
        step=_STEP, due_at=due_at, dead_at=None
    )
    ask_again(TRANSLATIONS, due_at=due_at)


@transaction.atomic
def file_translations(
    row: Shard, looked: Sequence[Looked], *, now: datetime, more: bool = False
) -> int:
    """Write what was found, in place of what was; return how many pairs changed.

    Stories whose reports gain or lose a pair are published anew. With `more` there are further
    events to look through at once. Raises LeaseLost.
    """
    due_at = now if more else asked_meanwhile(row)
    finish(row, step=_STEP if due_at else "", due_at=due_at, held_until=None)
    changed = _drop_untied()
    for event in looked:
        changed |= _file_event(event)
        Story.objects.filter(pk__in=event.stories).update(compared_abroad=event.key)
    if changed:
        _stories_of(changed).update(step="publish", due_at=now, lease="")
    return len(changed)


def _file_event(event: Looked) -> set[tuple[int, int]]:
    """Write an event's pairs; return those that are new, other than before or gone."""
    found = {(one.a_id, one.b_id): one for one in (Copy(**copy_columns(p)) for p in event.pairs)}
    kept = {
        (one.a_id, one.b_id): one
        for one in Copy.objects.filter(kind=CopyKind.TRANSLATED).filter(
            Q(a__in=event.articles) | Q(b__in=event.articles)
        )
    }
    gone = kept.keys() - found.keys()
    new = {key for key, one in found.items() if key not in kept or _differ(one, kept[key])}
    Copy.objects.filter(pk__in=[kept[key].pk for key in gone | (new & kept.keys())]).delete()
    Copy.objects.bulk_create([found[key] for key in sorted(new)])
    return gone | new


def _differ(one: Copy, other: Copy) -> bool:
    return (one.direction, one.why, one.passages) != (other.direction, other.why, other.passages)


def _drop_untied() -> set[tuple[int, int]]:
    """Drop pairs whose stories are tied no more; return them."""
    pairs = Copy.objects.filter(kind=CopyKind.TRANSLATED).exclude(
        a__membership__story__event=F("b__membership__story__event")
    )
    rows = {pk: (a, b) for pk, a, b in pairs.values_list("pk", "a_id", "b_id")}
    if rows:
        Copy.objects.filter(pk__in=rows).delete()
        # Tied again, they are compared again.
        _stories_of(rows.values()).update(compared_abroad="")
    return set(rows.values())


def _stories_of(pairs: Iterable[tuple[int, int]]) -> QuerySet[Story]:
    articles = {one for pair in pairs for one in pair}
    stories = Story.objects.filter(memberships__article__in=articles)
    return Story.objects.filter(pk__in=list(stories.values_list("pk", flat=True)))
